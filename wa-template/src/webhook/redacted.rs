//! Values that must not reach a log by way of `Debug`.
//!
//! Each wrapper reads like what it wraps, so that `#[derive(Debug)]` on the types that hold one is enough.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// Something a customer wrote or is identified by: `Debug` shows that it is there, and nothing of it.
#[derive(Clone, PartialEq)]
pub(super) struct Redacted<T>(T);

impl<T> Redacted<T> {
    pub(super) fn new(value: T) -> Self {
        Self(value)
    }

    pub(super) fn get(&self) -> &T {
        &self.0
    }
}

impl<T: Deref> Deref for Redacted<T> {
    type Target = T::Target;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> fmt::Debug for Redacted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

/// A message id: `Debug` shows its end.
#[derive(Clone, PartialEq)]
pub(super) struct MessageId(Box<str>);

impl MessageId {
    /// Characters that are shown: enough to find the message in a log, and all from the random part.
    const SHOWN: usize = 8;
    /// Ids shorter than this are not shown at all: they may be something else than an id.
    const SHORTEST: usize = 24;

    pub(super) fn new(id: Box<str>) -> Self {
        Self(id)
    }
}

impl Deref for MessageId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for MessageId {
    /// An id is Base64 over a header, the customer's number and a random part, in this order, on both platforms.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.0.trim_end_matches('=');
        match id.len().checked_sub(Self::SHOWN).and_then(|start| id.get(start..)) {
            Some(end) if id.len() >= Self::SHORTEST && end.bytes().all(is_base64) => write!(f, "\"…{end}\""),
            _ => f.write_str("<redacted>"),
        }
    }
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_')
}

/// A name from the platform's vocabulary, such as the kind of a message: `Debug` shows it if it looks like one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Keyword(Cow<'static, str>);

impl Keyword {
    const LONGEST: usize = 64;

    pub(super) fn of(word: Cow<'_, str>) -> Self {
        // In almost every notification, so it costs no memory.
        match &*word {
            "messages" => Self(Cow::Borrowed("messages")),
            _ => Self(Cow::Owned(word.into_owned())),
        }
    }

    /// Writes a keyword as `Debug` does. A text that does not look like one may be anything, so it stays hidden.
    pub(super) fn fmt(word: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keyword = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
        if word.len() <= Self::LONGEST && word.bytes().all(keyword) {
            write!(f, "{word:?}")
        } else {
            f.write_str("<redacted>")
        }
    }
}

impl Deref for Keyword {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Keyword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Self::fmt(self, f)
    }
}

/// The name of a template: `Debug` shows it if it looks like one, and not like a phone number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct TemplateName(Box<str>);

impl TemplateName {
    pub(super) fn new(name: Box<str>) -> Self {
        Self(name)
    }
}

impl Deref for TemplateName {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TemplateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_name = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let starts_right = self.0.starts_with(|first: char| first.is_ascii_lowercase());
        if starts_right && self.0.bytes().all(of_name) {
            write!(f, "{:?}", &*self.0)
        } else {
            f.write_str("<redacted>")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_id(id: &str, debug: &str) {
        assert_eq!(format!("{:?}", MessageId::new(id.into())), debug);
    }

    #[test]
    fn message_ids_show_their_end_only() {
        check_id("wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ1RjBBMjM5QzdCRDY0RTE4MjVGMAA=", "\"…4MjVGMAA\"");
        check_id("ABGGFmkiWVVPAgo-sKD87hgxPHdF", "\"…7hgxPHdF\"");
        check_id("16505551234", "<redacted>");
        check_id("", "<redacted>");
        check_id("wamid.Köln Köln Köln Köln Köln", "<redacted>");
        check_id("===============================", "<redacted>");
    }

    #[test]
    fn keywords_show_only_if_they_look_like_one() {
        assert_eq!(format!("{:?}", Keyword::of("user_preferences".into())), "\"user_preferences\"");
        assert_eq!(format!("{:?}", Keyword::of("16505551234".into())), "<redacted>");
        assert_eq!(format!("{:?}", Keyword::of("x".repeat(65).into())), "<redacted>");
    }

    #[test]
    fn template_names_show_only_if_they_look_like_one() {
        let debug = |name: &str| format!("{:?}", TemplateName::new(name.into()));
        assert_eq!(debug("order_update_2"), "\"order_update_2\"");
        for odd in ["16505551234", "to 16505551234", "Kerry Fisher", ""] {
            assert_eq!(debug(odd), "<redacted>");
        }
    }

    #[test]
    fn redacted_values_show_nothing() {
        let name = Some(Redacted::new(Box::<str>::from("Kerry Fisher")));
        assert_eq!(format!("{name:?}"), "Some(<redacted>)");
        assert_eq!(name.as_deref(), Some("Kerry Fisher"));
    }
}
