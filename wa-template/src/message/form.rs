//! The serialised form of both kinds of messages.
//!
//! By hand: serde's derive would cost a first build more than all of this crate without its clients.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_core::ser::{Serialize, SerializeStruct, Serializer};

/// The version of this form; a reader refuses any other.
const VERSION: u32 = 1;
const KEYS: &[&str] = &["version", "template", "language", "callback_data", "json"];

/// What is written of a message, borrowed from it, or what was read.
pub(super) struct Form<T> {
    pub(super) template: T,
    pub(super) language: T,
    pub(super) callback_data: Option<T>,
    pub(super) json: T,
}

impl Serialize for Form<&str> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Form", 4 + usize::from(self.callback_data.is_some()))?;
        form.serialize_field("version", &VERSION)?;
        form.serialize_field("template", self.template)?;
        form.serialize_field("language", self.language)?;
        match self.callback_data {
            Some(data) => form.serialize_field("callback_data", data)?,
            None => form.skip_field("callback_data")?,
        }
        form.serialize_field("json", self.json)?;
        form.end()
    }
}

impl<'de> Deserialize<'de> for Form<String> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Form", KEYS, FormVisitor)
    }
}

struct FormVisitor;

impl<'de> Visitor<'de> for FormVisitor {
    type Value = Form<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut version, mut template, mut language, mut callback_data, mut json) =
            (None, None, None, None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "version" => once(&mut version, "version", map.next_value()?)?,
                "template" => once(&mut template, "template", map.next_value()?)?,
                "language" => once(&mut language, "language", map.next_value()?)?,
                "callback_data" => once(&mut callback_data, "callback_data", map.next_value()?)?,
                "json" => once(&mut json, "json", map.next_value()?)?,
                unknown => return Err(A::Error::unknown_field(unknown, KEYS)),
            }
        }
        check_version(version.ok_or_else(|| A::Error::missing_field("version"))?)?;
        Ok(Form {
            template: template.ok_or_else(|| A::Error::missing_field("template"))?,
            language: language.ok_or_else(|| A::Error::missing_field("language"))?,
            callback_data: callback_data.flatten(),
            json: json.ok_or_else(|| A::Error::missing_field("json"))?,
        })
    }

    /// Of formats that write no keys.
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        fn next<'de, T: Deserialize<'de>, A: SeqAccess<'de>>(list: &mut A, at: usize) -> Result<T, A::Error> {
            list.next_element()?.ok_or_else(|| A::Error::invalid_length(at, &FormVisitor))
        }
        check_version(next(&mut list, 0)?)?;
        Ok(Form {
            template: next(&mut list, 1)?,
            language: next(&mut list, 2)?,
            callback_data: next(&mut list, 3)?,
            json: next(&mut list, 4)?,
        })
    }
}

fn once<T, E: Error>(place: &mut Option<T>, key: &'static str, value: T) -> Result<(), E> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::duplicate_field(key)),
    }
}

fn check_version<E: Error>(version: u32) -> Result<(), E> {
    if version == VERSION {
        return Ok(());
    }
    Err(E::custom(format_args!(
        "a message of form {version} cannot be read, this release reads form {VERSION}"
    )))
}

#[cfg(test)]
mod tests {
    use crate::Message;

    const FORM: &str =
        r#"{"version":1,"template":"t","language":"en","callback_data":"order=42","json":"{\"to\":\"x\"}"}"#;

    #[test]
    fn what_is_written_is_read() {
        let message: Message = serde_json::from_str(FORM).unwrap();
        assert_eq!(message.json(), r#"{"to":"x"}"#);
        assert_eq!(message.callback_data(), Some("order=42"));
        assert_eq!(serde_json::to_string(&message).unwrap(), FORM);
        let without = FORM.replace(r#""callback_data":"order=42","#, "");
        let message: Message = serde_json::from_str(&without).unwrap();
        assert_eq!(serde_json::to_string(&message).unwrap(), without);
    }

    #[test]
    fn any_order_null_and_forms_without_keys_are_read() {
        let json = r#"{"json":"{}","language":"en","callback_data":null,"template":"t","version":1}"#;
        let message: Message = serde_json::from_str(json).unwrap();
        assert_eq!((message.template_name(), message.callback_data()), ("t", None));
        assert_eq!(message, serde_json::from_str(r#"[1,"t","en",null,"{}"]"#).unwrap());
    }

    #[test]
    fn anything_else_is_refused_with_its_reason() {
        let cases = [
            (FORM.replace(":1,", ":2,"), "a message of form 2 cannot be read, this release reads form 1"),
            (FORM.replace(r#""language":"en","#, ""), "missing field `language`"),
            (FORM.replace(r#""version":1,"#, ""), "missing field `version`"),
            (FORM.replace("{\"v", "{\"more\":0,\"v"), "unknown field `more`"),
            (FORM.replace("{\"v", "{\"json\":\"\",\"v"), "duplicate field `json`"),
            (FORM.replace("\"t\"", "7"), "invalid type"),
            (r#"[1,"t"]"#.to_owned(), "invalid length 2, expected a message"),
            ("7".to_owned(), "expected a message"),
        ];
        for (form, reason) in cases {
            let error = serde_json::from_str::<Message>(&form).unwrap_err().to_string();
            assert!(error.contains(reason), "{form}: {error}");
        }
    }
}
