//! What JSON allows and `serde_json` refuses.
//!
//! JSON allows `"\ud83d"` alone, which a Rust string cannot hold, and `1e999`, which an `f64` cannot. A text that was
//! cut in the middle of an emoji must not cost the rest of the item.

/// Code units of the first half of a pair.
const HIGH: std::ops::RangeInclusive<u16> = 0xD800..=0xDBFF;
/// Code units of the second half of a pair.
const LOW: std::ops::RangeInclusive<u16> = 0xDC00..=0xDFFF;

/// Replaces each unpaired surrogate by the replacement character, and each number beyond `f64` by a string of its
/// digits.
pub(super) fn repair(json: &str) -> String {
    let mut repaired = String::with_capacity(json.len() + 16);
    let mut rest = json;
    while let Some(first) = rest.bytes().next() {
        let length = match first {
            b'"' => string(rest, &mut repaired),
            b'-' | b'0'..=b'9' => number(rest, &mut repaired),
            _ => {
                let length = rest.find(['"', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
                let length = length.unwrap_or(rest.len());
                repaired.push_str(rest.get(..length).unwrap_or_default());
                length
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    repaired
}

/// Copies the string at the start of `json`; returns its length.
fn string(json: &str, repaired: &mut String) -> usize {
    let mut at = 1;
    repaired.push('"');
    while let Some(rest) = json.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.find(['"', '\\']).unwrap_or(rest.len());
        let (text, rest) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        repaired.push_str(text);
        at += plain;
        if rest.starts_with('"') {
            repaired.push('"');
            return at + 1;
        }
        let kept = rest.get(..length(rest.as_bytes())).unwrap_or(rest);
        repaired.push_str(if is_unpaired(rest.as_bytes()) { "\\ufffd" } else { kept });
        at += kept.len();
    }
    json.len()
}

/// Copies the number at the start of `json`; returns its length.
fn number(json: &str, repaired: &mut String) -> usize {
    let of_number = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
    let length = json.bytes().take_while(of_number).count();
    let number = json.get(..length).unwrap_or_default();
    match number.parse::<f64>() {
        Ok(value) if value.is_infinite() => repaired.extend(["\"", number, "\""]),
        _ => repaired.push_str(number),
    }
    length
}

/// How many bytes at the start of `escape` belong together.
fn length(escape: &[u8]) -> usize {
    match code_unit(escape) {
        Some(unit) if HIGH.contains(&unit) && !is_unpaired(escape) => 12,
        Some(_) => 6,
        None => 2,
    }
}

fn is_unpaired(escape: &[u8]) -> bool {
    match code_unit(escape) {
        Some(unit) if HIGH.contains(&unit) => {
            !escape.get(6..).and_then(code_unit).is_some_and(|next| LOW.contains(&next))
        }
        Some(unit) => LOW.contains(&unit),
        None => false,
    }
}

/// The number in an escape such as `\u00e4` at the start of `json`.
fn code_unit(json: &[u8]) -> Option<u16> {
    let (b'\\', escape) = json.split_first()? else {
        return None;
    };
    let (b'u', digits) = escape.split_first()? else {
        return None;
    };
    let digits: &[u8; 4] = digits.first_chunk()?;
    digits.iter().try_fold(0, |unit, digit| {
        let digit = char::from(*digit).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
        Some(unit << 4 | digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        assert_eq!(repair(json), expected);
    }

    #[test]
    fn unpaired_surrogates_are_replaced() {
        check(r#"["\ud83d"]"#, r#"["\ufffd"]"#);
        check(r#"["\uD83Dx\uDE00"]"#, r#"["\ufffdx\ufffd"]"#);
        check(r#"["\ud83d\ud83d\ude00"]"#, r#"["\ufffd\ud83d\ude00"]"#);
        check(r#"["\ud83d\n"]"#, r#"["\ufffd\n"]"#);
    }

    #[test]
    fn numbers_beyond_f64_become_strings() {
        check("[1e999,-1e999,1e-999]", r#"["1e999","-1e999",1e-999]"#);
        let long = "9".repeat(400);
        check(&long, &format!("\"{long}\""));
    }

    #[test]
    fn everything_else_stays() {
        for json in [
            r#"["\ud83d\ude00 \u00e4 \\ud83d \" \/ 1e999", {"1e999": -1.5}]"#,
            "\"ä",
            "\"\\",
            r#""\u"#,
            r#""\ud8"#,
            "",
        ] {
            check(json, json);
        }
    }
}
