//! One walk over JSON text.

use std::borrow::Cow;

use super::Json;

/// Walks over JSON text and checks its grammar.
///
/// What is nested in a value is walked over in a loop, so that no depth exhausts the stack.
pub(in crate::webhook) struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The brackets that end what is open inside the value at hand, innermost last.
    open: Vec<u8>,
}

/// The text is not JSON. What is wrong, and where, `serde_json` tells better.
#[derive(Debug)]
pub(in crate::webhook) struct Malformed;

impl<'a> Reader<'a> {
    pub(in crate::webhook) fn new(text: &'a str) -> Self {
        Self { text, at: 0, open: Vec::new() }
    }

    /// The first byte of what comes next, which is never white space.
    #[inline]
    pub(in crate::webhook) fn peek(&mut self) -> Result<u8, Malformed> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.at += 1,
                Some(byte) => return Ok(*byte),
                None => return Err(Malformed),
            }
        }
    }

    /// Checks that nothing but white space is left.
    pub(in crate::webhook) fn end(&mut self) -> Result<(), Malformed> {
        if self.peek().is_err() { Ok(()) } else { Err(Malformed) }
    }

    /// Enters an object or a list.
    #[inline]
    pub(in crate::webhook) fn enter(&mut self, bracket: u8) -> Result<(), Malformed> {
        if self.peek()? != bracket {
            return Err(Malformed);
        }
        self.at += 1;
        Ok(())
    }

    /// The key of the next member of the object that was entered; its value comes next.
    #[inline]
    pub(in crate::webhook) fn key(&mut self, is_first: &mut bool) -> Result<Option<Cow<'a, str>>, Malformed> {
        if !self.separator(b'}', is_first)? {
            return Ok(None);
        }
        let key = self.name()?;
        Ok(key.text())
    }

    /// Whether there is one more item in the list that was entered.
    #[inline]
    pub(in crate::webhook) fn item(&mut self, is_first: &mut bool) -> Result<bool, Malformed> {
        self.separator(b']', is_first)
    }

    /// The next value.
    #[inline]
    pub(in crate::webhook) fn value(&mut self) -> Result<Json<'a>, Malformed> {
        let first = self.peek()?;
        let start = self.at;
        let escaped = match first {
            b'"' => self.string()?,
            b'{' | b'[' => self.nested().map(|()| false)?,
            _ => self.scalar(first).map(|()| false)?,
        };
        Ok(Json { text: self.since(start), escaped })
    }

    /// Where the next value starts, for [`since`](Self::since).
    #[inline]
    pub(in crate::webhook) fn position(&mut self) -> Result<usize, Malformed> {
        self.peek().map(|_| self.at)
    }

    /// How many bytes were walked over since a position.
    #[inline]
    pub(in crate::webhook) fn distance(&self, start: usize) -> usize {
        self.at - start
    }

    /// The text from a position to here.
    #[inline]
    pub(in crate::webhook) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Takes the comma between two items, or the bracket after the last one.
    #[inline]
    fn separator(&mut self, end: u8, is_first: &mut bool) -> Result<bool, Malformed> {
        let next = self.peek()?;
        if next == end {
            self.at += 1;
            return Ok(false);
        }
        if !std::mem::take(is_first) {
            if next != b',' {
                return Err(Malformed);
            }
            self.at += 1;
        }
        Ok(true)
    }

    /// Takes the name of a member and the colon after it.
    #[inline]
    fn name(&mut self) -> Result<Json<'a>, Malformed> {
        if self.peek()? != b'"' {
            return Err(Malformed);
        }
        let start = self.at;
        let escaped = self.string()?;
        let name = Json { text: self.since(start), escaped };
        if self.peek()? != b':' {
            return Err(Malformed);
        }
        self.at += 1;
        Ok(name)
    }

    /// Takes a string; whether there are escapes in it.
    #[inline]
    fn string(&mut self) -> Result<bool, Malformed> {
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        self.at += 1;
        loop {
            self.at += plain(bytes.get(self.at..).unwrap_or_default());
            match bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(escaped);
                }
                Some(b'\\') => {
                    escaped = true;
                    self.at += escape(bytes.get(self.at + 1..).unwrap_or_default())?;
                }
                _ => return Err(Malformed),
            }
        }
    }

    /// Takes an object or a list with everything in it.
    fn nested(&mut self) -> Result<(), Malformed> {
        self.open.clear();
        loop {
            match self.peek()? {
                b'"' => drop(self.string()?),
                b'{' => {
                    self.at += 1;
                    if self.peek()? != b'}' {
                        self.name()?;
                        self.open.push(b'}');
                        continue;
                    }
                    self.at += 1;
                }
                b'[' => {
                    self.at += 1;
                    if self.peek()? != b']' {
                        self.open.push(b']');
                        continue;
                    }
                    self.at += 1;
                }
                first => self.scalar(first)?,
            }
            if !self.after_value()? {
                return Ok(());
            }
        }
    }

    /// Takes what stands behind a value inside of another; `false` if everything is closed.
    #[inline]
    fn after_value(&mut self) -> Result<bool, Malformed> {
        while let Some(end) = self.open.last().copied() {
            let next = self.peek()?;
            self.at += 1;
            if next == end {
                self.open.pop();
            } else if next == b',' {
                if end == b'}' {
                    self.name()?;
                }
                return Ok(true);
            } else {
                return Err(Malformed);
            }
        }
        Ok(false)
    }

    /// Takes a number, `true`, `false` or `null`.
    #[inline]
    fn scalar(&mut self, first: u8) -> Result<(), Malformed> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += match first {
            b'-' | b'0'..=b'9' => number(rest)?,
            b't' if rest.starts_with(b"true") => 4,
            b'f' if rest.starts_with(b"false") => 5,
            b'n' if rest.starts_with(b"null") => 4,
            _ => return Err(Malformed),
        };
        Ok(())
    }
}

/// How many bytes at the start stand for themselves in a string: neither quote nor backslash nor control character.
#[inline]
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGH: u64 = ONES << 7;
    // Eight bytes at a time: the lowest high bit marks the first byte of interest, bits above it mean nothing.
    let below = |word: u64, limit: u64| word.wrapping_sub(ONES * limit) & !word;
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut length = 0;
    for chunk in chunks {
        let word = u64::from_le_bytes(*chunk);
        let quote = below(word ^ (ONES * u64::from(b'"')), 1);
        let backslash = below(word ^ (ONES * u64::from(b'\\')), 1);
        let found = (quote | backslash | below(word, 0x20)) & HIGH;
        if found != 0 {
            return length + found.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    length + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | ..0x20)).count()
}

/// The length of an escape whose backslash stands before `bytes`, with the backslash.
fn escape(bytes: &[u8]) -> Result<usize, Malformed> {
    match bytes {
        [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => Ok(2),
        [b'u', a, b, c, d, ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) => Ok(6),
        _ => Err(Malformed),
    }
}

/// The length of the number at the start of `bytes`.
fn number(bytes: &[u8]) -> Result<usize, Malformed> {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let whole = usize::from(bytes.first() == Some(&b'-'));
    let mut end = digits(whole);
    if end == whole || (bytes.get(whole) == Some(&b'0') && end > whole + 1) {
        return Err(Malformed);
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction = end + 1;
        end = digits(fraction);
        if end == fraction {
            return Err(Malformed);
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let exponent = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = digits(exponent);
        if end == exponent {
            return Err(Malformed);
        }
    }
    Ok(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::de::IgnoredAny;

    use super::*;

    fn is_json(text: &str) -> bool {
        let mut reader = Reader::new(text);
        reader.value().and_then(|_| reader.end()).is_ok()
    }

    #[track_caller]
    fn check(text: &str) {
        assert_eq!(is_json(text), serde_json::from_str::<IgnoredAny>(text).is_ok(), "{text}");
    }

    #[test]
    fn the_grammar_is_that_of_serde_json() {
        for text in [
            "0",
            "-0",
            "01",
            "-",
            "1.",
            ".5",
            "1.5",
            "1e5",
            "1e",
            "1E+5",
            "1e-",
            "1.5e300",
            "1e999",
            "+1",
            "1x",
            "true",
            "tru",
            "false",
            "null",
            "nul",
            "nullx",
            "\"\"",
            "\"",
            "\"\\\"",
            "\"\\n\"",
            "\"\\x\"",
            "\"\\u00e4\"",
            "\"\\u00g4\"",
            "\"\\ud83d\"",
            "\"\n\"",
            "\"\u{7f}\"",
            "\"ä€😀\"",
            "\"12345678\"",
            "\"1234567\\u12\"",
            "\"1234567\u{1}89\"",
            "[]",
            "[",
            "]",
            "[1]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[[],[]]",
            "[[]",
            "{}",
            "{",
            "{1:2}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1}",
            "{\"a\":1,}",
            "{\"a\":1,\"a\":[]}",
            "{\"a\":{}}",
            "{\"a\":[}]",
            "[{]}",
            " [ 1 , { \"a\" : null } ] \n",
            "\u{a0}1",
            "\u{feff}1",
            "",
            " ",
            "1 1",
        ] {
            check(text);
        }
    }

    #[test]
    fn depth_is_no_limit() {
        let levels = 1_000_000;
        assert!(is_json(&format!("{}{}", "[".repeat(levels), "]".repeat(levels))));
        assert!(!is_json(&"[".repeat(levels)));
        assert!(!is_json(&format!("{}1{}", "{\"a\":[".repeat(levels), "]}".repeat(levels - 1))));
    }

    proptest! {
        #[test]
        fn arbitrary_text_is_judged_as_by_serde_json(text in r#"([\[\]{},: \n]|"|\\|u00e4|a|12|-|0|\.|e|true|null|ä){0,16}"#) {
            prop_assert_eq!(is_json(&text), serde_json::from_str::<IgnoredAny>(&text).is_ok());
        }

        #[test]
        fn arbitrary_strings_are_judged_as_by_serde_json(text in any::<String>()) {
            let text = format!("\"{text}\"");
            prop_assert_eq!(is_json(&text), serde_json::from_str::<IgnoredAny>(&text).is_ok());
        }
    }
}
