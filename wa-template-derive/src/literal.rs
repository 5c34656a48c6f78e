//! Places inside string literals.
//!
//! Rules speak of byte ranges of a literal's *value*; what the user sees is its *token text*, in which escapes are
//! longer. This file maps one to the other. If the map is in doubt, no place is better than a wrong one.

use std::ops::Range;

use proc_macro2::Span;

use crate::item::LitStr;

/// Where a byte range of a literal's value is.
pub(crate) struct Located {
    /// The range itself where the compiler lets us name it (nightly), else the whole literal.
    pub(crate) span: Span,
    /// `file:line:column` of its start, if the span is the whole literal.
    pub(crate) place: Option<String>,
}

/// Finds a byte range of the value of a literal.
pub(crate) fn locate(literal: &LitStr, range: &Range<usize>) -> Located {
    let token = literal.token();
    let whole = Located { span: literal.span(), place: None };
    let text = token.to_string();
    let Some(map) = offsets(&text, &literal.value()) else {
        return whole;
    };
    let (Some(start), Some(end)) = (map.get(range.start), map.get(range.end)) else {
        return whole;
    };
    if let Some(span) = token.subspan(*start..*end) {
        return Located { span, place: None };
    }
    Located { place: place(literal.span(), text.get(..*start).unwrap_or_default()), ..whole }
}

/// `file:line:column` of the token that begins at `span`, moved on by the text `before`.
fn place(span: Span, before: &str) -> Option<String> {
    let start = span.start();
    let file = span.file();
    // Without a compiler that tells places (an editor, a test) there is none to state.
    if start.line == 0 || file.is_empty() || file.starts_with('<') {
        return None;
    }
    let (line, column) = match before.rsplit_once('\n') {
        Some((above, last)) => (start.line + above.matches('\n').count() + 1, last.chars().count() + 1),
        None => (start.line, start.column + before.chars().count() + 1),
    };
    Some(format!("{file}:{line}:{column}"))
}

/// For each byte of the value, and for its end, the byte of the token text at which it is written.
fn offsets(token: &str, value: &str) -> Option<Vec<usize>> {
    let open = token.find('"')?;
    let prefix = token.get(..open)?;
    let close = token.rfind('"')?;
    let inside = token.get(open + 1..close)?;
    let raw = match prefix.strip_prefix('r') {
        Some(hashes) if hashes.bytes().all(|byte| byte == b'#') => true,
        None if prefix.is_empty() => false,
        _ => return None,
    };
    let mut map = Vec::with_capacity(value.len() + 1);
    let mut decoded = String::with_capacity(value.len());
    let mut rest = inside;
    while let Some((char, length)) = next_char(rest, raw)? {
        let at = open + 1 + (inside.len() - rest.len());
        rest = rest.get(length..)?;
        if let Some(char) = char {
            map.resize(map.len() + char.len_utf8(), at);
            decoded.push(char);
        }
    }
    map.push(close);
    // Decoded differently than the compiler did: in doubt.
    (decoded == value).then_some(map)
}

/// One written character: what it means (nothing for a continued line) and how many bytes it takes. `None` at the end
/// of the outer option means that the escape is not understood.
#[expect(clippy::option_option, reason = "end of text and continued line are different things")]
fn next_char(rest: &str, raw: bool) -> Option<Option<(Option<char>, usize)>> {
    let Some(first) = rest.chars().next() else {
        return Some(None);
    };
    if first == '\r' && rest.starts_with("\r\n") {
        // The compiler reads a line feed.
        return Some(Some((Some('\n'), 2)));
    }
    if raw || first != '\\' {
        return Some(Some((Some(first), first.len_utf8())));
    }
    let escape = rest.get(1..)?.chars().next()?;
    let simple = |char| Some(Some((Some(char), 2)));
    match escape {
        'n' => simple('\n'),
        'r' => simple('\r'),
        't' => simple('\t'),
        '0' => simple('\0'),
        '\\' | '"' | '\'' => simple(escape),
        'x' => {
            let code = u8::from_str_radix(rest.get(2..4)?, 16).ok()?;
            Some(Some((Some(char::from(code)), 4)))
        }
        'u' => {
            let end = rest.find('}')?;
            let digits = rest.get(3..end)?.replace('_', "");
            let char = char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?;
            Some(Some((Some(char), end + 1)))
        }
        '\n' | '\r' => {
            let skipped = rest.get(1..)?.trim_start_matches([' ', '\t', '\n', '\r']);
            Some(Some((None, rest.len() - skipped.len())))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{offsets, place};
    use crate::item::LitStr;
    use proc_macro2::Span;

    /// The token text at the place where `needle` stands in the value.
    #[track_caller]
    fn check(token: &str, needle: &str, written: &str) {
        let literal: LitStr = syn::parse_str(token).unwrap();
        let value = literal.value();
        let map = offsets(token, &value).expect("the map is not in doubt");
        let start = value.find(needle).unwrap();
        assert_eq!(&token[map[start]..map[start + needle.len()]], written, "{token}");
    }

    #[test]
    fn maps_values_to_token_text() {
        check(r#""Hi {{name}}!""#, "{{name}}", "{{name}}");
        check(r#""a\n\t\"{{x}}\"""#, "{{x}}", "{{x}}");
        check(r#""é\u{1F600}\x41{{x}}""#, "{{x}}", "{{x}}");
        check(r##"r#"raw "quoted" \n {{x}}"#"##, "{{x}}", "{{x}}");
        check("\"one \\\n    {{x}} two\"", "{{x}}", "{{x}}");
        check("\"one\n{{x}}\"", "{{x}}", "{{x}}");
        check(r#""{\u{7b}x}}""#, "{{x}}", r"{\u{7b}x}}");
    }

    #[test]
    fn is_silent_when_in_doubt() {
        assert_eq!(offsets(r#"b"bytes""#, "bytes"), None);
        assert_eq!(offsets(r#""abc""#, "other"), None);
        assert_eq!(offsets("no quotes", "no quotes"), None);
    }

    #[test]
    fn counts_lines_and_columns() {
        let found = place(Span::call_site(), "");
        assert_eq!(found, None, "a span without a file has no place");
    }
}
