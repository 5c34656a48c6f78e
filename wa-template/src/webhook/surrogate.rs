//! Escapes of surrogates without their other half.
//!
//! JSON allows `"\ud83d"` alone, a Rust string cannot hold it, and `serde_json` refuses the whole document. A text
//! that was cut in the middle of an emoji must not cost the other events of the notification.

/// Code units of the first half of a pair.
const HIGH: std::ops::RangeInclusive<u16> = 0xD800..=0xDBFF;
/// Code units of the second half of a pair.
const LOW: std::ops::RangeInclusive<u16> = 0xDC00..=0xDFFF;

/// Replaces each unpaired surrogate by the replacement character; `None` if there is nothing to replace.
///
/// Backslashes occur only inside strings, so there is no need to know where a string starts.
pub(super) fn replace_unpaired(json: &[u8]) -> Option<Vec<u8>> {
    let mut repaired = Vec::with_capacity(json.len());
    let mut found = false;
    let mut rest = json;
    while let Some(position) = rest.iter().position(|byte| *byte == b'\\') {
        let (before, escape) = rest.split_at_checked(position)?;
        repaired.extend_from_slice(before);
        let unpaired = is_unpaired(escape);
        let (kept, after) = escape.split_at_checked(length(escape)).unwrap_or((escape, &[]));
        repaired.extend_from_slice(if unpaired { br"\ufffd" } else { kept });
        found |= unpaired;
        rest = after;
    }
    repaired.extend_from_slice(rest);
    found.then_some(repaired)
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
    fn check(json: &str, expected: Option<&str>) {
        let repaired = replace_unpaired(json.as_bytes()).map(String::from_utf8);
        assert_eq!(repaired, expected.map(|text| Ok(text.to_owned())));
    }

    #[test]
    fn unpaired_surrogates_are_replaced() {
        check(r#"["\ud83d"]"#, Some(r#"["\ufffd"]"#));
        check(r#"["\uD83Dx\uDE00"]"#, Some(r#"["\ufffdx\ufffd"]"#));
        check(r#"["\ud83d\ud83d\ude00"]"#, Some(r#"["\ufffd\ud83d\ude00"]"#));
        check(r#"["\ud83d\n"]"#, Some(r#"["\ufffd\n"]"#));
    }

    #[test]
    fn everything_else_stays() {
        check(r#"["\ud83d\ude00 \u00e4 \\ud83d \" \/"]"#, None);
        check(r"\", None);
        check(r"\u", None);
        check(r"\ud8", None);
        check(r"\u+123", None);
        check("", None);
    }
}
