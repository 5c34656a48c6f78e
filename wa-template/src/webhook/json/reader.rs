//! One walk over JSON text.

use std::borrow::Cow;
use std::ops::Range;
use std::time::SystemTime;

use super::{Json, scan, value};
use crate::webhook::word::Word;

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
        match self.text.as_bytes().get(self.at) {
            // The platform writes hardly any white space.
            Some(byte) if *byte > b' ' => Ok(*byte),
            _ => self.peek_behind_space(),
        }
    }

    #[cold]
    fn peek_behind_space(&mut self) -> Result<u8, Malformed> {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied().ok_or(Malformed)
    }

    /// Checks that nothing but white space is left.
    pub(in crate::webhook) fn end(&mut self) -> Result<(), Malformed> {
        if self.peek().is_err() { Ok(()) } else { Err(Malformed) }
    }

    /// Enters an object or a list.
    #[inline]
    pub(in crate::webhook) fn enter(&mut self, bracket: u8) -> Result<(), Malformed> {
        self.take(bracket)
    }

    /// The key of the next member of the object that was entered; its value comes next.
    #[inline]
    pub(in crate::webhook) fn key(&mut self, is_first: &mut bool) -> Result<Option<Cow<'a, str>>, Malformed> {
        if !self.separator(b'}', is_first)? {
            return Ok(None);
        }
        let key = match self.plain()? {
            Some(key) => Some(Cow::Borrowed(self.cut(key))),
            None => self.odd_key()?,
        };
        self.take(b':')?;
        Ok(key)
    }

    /// A key with escapes.
    #[cold]
    fn odd_key(&mut self) -> Result<Option<Cow<'a, str>>, Malformed> {
        if self.peek()? == b'"' { self.value().map(Json::text) } else { Err(Malformed) }
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

    /// The next value, if it is a string without escapes: where its text stands. Else nothing is taken.
    #[inline]
    pub(super) fn plain(&mut self) -> Result<Option<Range<usize>>, Malformed> {
        if self.peek()? != b'"' {
            return Ok(None);
        }
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let end = start + scan::plain(bytes.get(start..).unwrap_or_default());
        if bytes.get(end) != Some(&b'"') {
            return Ok(None);
        }
        self.at = end + 1;
        Ok(Some(start..end))
    }

    /// The next value as [`Json::text`].
    #[inline]
    pub(in crate::webhook) fn text(&mut self) -> Result<Option<Cow<'a, str>>, Malformed> {
        match self.plain()? {
            Some(text) => Ok(Some(Cow::Borrowed(self.cut(text)))),
            None => Ok(self.value()?.text()),
        }
    }

    /// The next value as [`Json::seconds`].
    #[inline]
    pub(in crate::webhook) fn seconds(&mut self) -> Result<Option<SystemTime>, Malformed> {
        Ok(self.text()?.and_then(|text| value::seconds(&text)))
    }

    /// The next value as one of the platform's words; an empty one counts as missing.
    #[inline]
    pub(in crate::webhook) fn word<W: Word>(&mut self) -> Result<Option<W>, Malformed> {
        Ok(self.text()?.filter(|word| !word.is_empty()).map(W::of))
    }

    /// Where the next value starts, for [`since`](Self::since).
    #[inline]
    pub(in crate::webhook) fn position(&mut self) -> Result<usize, Malformed> {
        self.peek().map(|_| self.at)
    }

    /// The text from a position to here.
    #[inline]
    pub(in crate::webhook) fn since(&self, start: usize) -> &'a str {
        self.cut(start..self.at)
    }

    /// The text at a place.
    #[inline]
    pub(super) fn cut(&self, place: Range<usize>) -> &'a str {
        self.text.get(place).unwrap_or_default()
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

    /// Takes a byte that has to come next.
    #[inline]
    fn take(&mut self, byte: u8) -> Result<(), Malformed> {
        if self.peek()? != byte {
            return Err(Malformed);
        }
        self.at += 1;
        Ok(())
    }

    /// Takes the name of a member and the colon after it.
    #[inline]
    fn name(&mut self) -> Result<(), Malformed> {
        if self.peek()? != b'"' {
            return Err(Malformed);
        }
        self.string()?;
        self.take(b':')
    }

    /// Takes a string; whether there are escapes in it.
    #[inline]
    fn string(&mut self) -> Result<bool, Malformed> {
        let bytes = self.text.as_bytes();
        let mut escaped = false;
        self.at += 1;
        loop {
            self.at += scan::plain(bytes.get(self.at..).unwrap_or_default());
            match bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(escaped);
                }
                Some(b'\\') => {
                    escaped = true;
                    self.at += scan::escape(bytes.get(self.at + 1..).unwrap_or_default())?;
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
            b'-' | b'0'..=b'9' => scan::number(rest)?,
            b't' if rest.starts_with(b"true") => 4,
            b'f' if rest.starts_with(b"false") => 5,
            b'n' if rest.starts_with(b"null") => 4,
            _ => return Err(Malformed),
        };
        Ok(())
    }
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
