//! What a piece of JSON text may be taken for.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::{Number, Object, Reader, number, repair};

/// The text of one value, whose grammar is known to be right.
///
/// Reading is lenient: numbers are taken where texts belong, texts of digits where numbers belong, single items where
/// lists belong. What cannot be taken for what is asked is `None`.
#[derive(Clone, Copy)]
pub(in crate::webhook) struct Json<'a> {
    pub(super) text: &'a str,
    /// Whether it is a string with escapes in it.
    pub(super) escaped: bool,
}

impl<'a> Json<'a> {
    /// The value in a text; `null` if it is not JSON.
    pub(in crate::webhook) fn new(text: &'a str) -> Self {
        Reader::new(text).value().unwrap_or(Self { text: "null", escaped: false })
    }

    /// The value in a text that is known to be an object or a list.
    pub(in crate::webhook) fn nested(text: &'a str) -> Self {
        Self { text, escaped: false }
    }

    /// The value as it stands in the body.
    pub(in crate::webhook) fn as_str(self) -> &'a str {
        self.text
    }

    /// A string, or a number as it is written: phone numbers and codes were seen as both.
    #[inline]
    pub(in crate::webhook) fn text(self) -> Option<Cow<'a, str>> {
        match self.text.as_bytes() {
            [b'"', ..] if self.escaped => Some(Cow::Owned(unescape(self.text))),
            [b'"', inner @ .., b'"'] => self.text.get(1..=inner.len()).map(Cow::Borrowed),
            [b'-' | b'0'..=b'9', ..] => Some(Cow::Borrowed(self.text)),
            _ => None,
        }
    }

    /// A text that identifies something. An empty one identifies nothing and counts as missing.
    #[inline]
    pub(in crate::webhook) fn id(self) -> Option<Box<str>> {
        self.text().filter(|id| !id.is_empty()).map(Box::from)
    }

    /// A whole number that is not negative.
    pub(in crate::webhook) fn number(self) -> Option<u64> {
        number::whole(&self.text()?)
    }

    /// A number as it is written.
    pub(in crate::webhook) fn exact_number(self) -> Option<Number> {
        Number::new(&self.text()?)
    }

    pub(in crate::webhook) fn truth(self) -> Option<bool> {
        match self.text {
            "true" | "\"true\"" => Some(true),
            "false" | "\"false\"" => Some(false),
            _ => None,
        }
    }

    /// A time in seconds since 1970; `None` if this machine cannot represent it.
    #[inline]
    pub(in crate::webhook) fn seconds(self) -> Option<SystemTime> {
        seconds(&self.text()?)
    }

    /// A time in thousandths of a second since 1970.
    pub(in crate::webhook) fn milliseconds(self) -> Option<SystemTime> {
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(self.number()?))
    }

    pub(in crate::webhook) fn is_null(self) -> bool {
        self.text == "null"
    }

    pub(in crate::webhook) fn is_object(self) -> bool {
        self.text.starts_with('{')
    }

    pub(in crate::webhook) fn is_string(self) -> bool {
        self.text.starts_with('"')
    }

    /// The members of an object, one after the other; of anything else none.
    pub(in crate::webhook) fn members(self) -> impl Iterator<Item = (Cow<'a, str>, Self)> {
        let mut reader = Reader::new(self.text);
        let mut is_first = true;
        let mut is_over = reader.enter(b'{').is_err();
        std::iter::from_fn(move || {
            let member = match reader.key(&mut is_first) {
                Ok(Some(key)) if !is_over => reader.value().ok().map(|value| (key, value)),
                _ => None,
            };
            is_over = member.is_none();
            member
        })
    }

    /// The members of an object, to be asked for by name.
    pub(in crate::webhook) fn object(self) -> Option<Object<'a>> {
        Object::read(self.text)
    }

    /// The elements of a list. Anything else counts as the only element; `null` is as good as missing.
    pub(in crate::webhook) fn items(self) -> impl Iterator<Item = Self> {
        let is_list = self.text.starts_with('[');
        let mut list = is_list.then(|| Reader::new(self.text));
        let mut is_first = true;
        if let Some(reader) = &mut list
            && reader.enter(b'[').is_err()
        {
            list = None;
        }
        let mut single = (!is_list && !self.is_null()).then_some(self);
        std::iter::from_fn(move || match &mut list {
            Some(reader) => match reader.item(&mut is_first) {
                Ok(true) => reader.value().ok(),
                _ => None,
            },
            None => single.take(),
        })
    }

    /// The value as a tree.
    ///
    /// What a tree cannot hold does not cost the rest: a number beyond `f64` becomes a string of its digits, half an
    /// emoji the replacement character, and what is nested deeper than 127 levels a string of its JSON text.
    pub(in crate::webhook) fn tree(self) -> Value {
        serde_json::from_str(self.text)
            .or_else(|_| serde_json::from_str(&repair::repair(self.text)))
            .unwrap_or_else(|_| Value::String(self.text.to_owned()))
    }
}

/// A time in seconds since 1970.
#[inline]
pub(super) fn seconds(text: &str) -> Option<SystemTime> {
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(number::whole(text)?))
}

/// The text that a string with escapes stands for.
fn unescape(string: &str) -> String {
    serde_json::from_str(string)
        .or_else(|_| serde_json::from_str(&repair::repair(string)))
        .unwrap_or_else(|_| string.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_strings_or_numbers() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_030_073);
        assert_eq!(Json::new("\"1750030073\"").seconds(), Some(time));
        assert_eq!(Json::new("1750030073").seconds(), Some(time));
        for odd in ["\"soon\"", "-1", "1.5", "\"\"", "[1]", "null", "18446744073709551615", "1e999", "1e3"] {
            assert_eq!(Json::new(odd).seconds(), None, "{odd}");
        }
    }

    #[test]
    fn texts_may_be_numbers_and_ids_are_not_empty() {
        assert_eq!(Json::new("16505551234").text().as_deref(), Some("16505551234"));
        assert_eq!(Json::new("\"\"").text().as_deref(), Some(""));
        assert_eq!(Json::new(r#""\u00e4\ud83d""#).text().as_deref(), Some("ä\u{fffd}"));
        assert_eq!(Json::new("1e999").text().as_deref(), Some("1e999"));
        assert_eq!(Json::new("\"\"").id(), None);
        assert_eq!(Json::new("{}").id(), None);
        assert_eq!(Json::new("no JSON").id(), None);
    }

    #[test]
    fn words_for_truth_count() {
        assert_eq!(Json::new("true").truth(), Some(true));
        assert_eq!(Json::new("\"false\"").truth(), Some(false));
        assert_eq!(Json::new("1").truth(), None);
    }

    #[test]
    fn a_single_item_is_a_list_of_one() {
        let texts = |json| Json::new(json).items().map(Json::as_str).collect::<Vec<_>>();
        assert_eq!(texts("[1, [2] ,\"3\"]"), ["1", "[2]", "\"3\""]);
        assert_eq!(texts("{\"id\":1}"), ["{\"id\":1}"]);
        assert!(texts("null").is_empty());
        assert!(texts("[ ]").is_empty());
    }

    #[test]
    fn a_tree_holds_what_it_can() {
        assert_eq!(Json::new("[1,\"a\"]").tree(), serde_json::json!([1, "a"]));
        assert_eq!(Json::new(r#"[1e999,"\ud83d",2]"#).tree(), serde_json::json!(["1e999", "\u{fffd}", 2]));
        let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
        assert_eq!(Json::new(&deep).tree(), Value::String(deep.clone()));
    }
}
