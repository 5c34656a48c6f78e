//! Reading a receipt without a tree of its JSON: nearly every send ends here.
//!
//! Nothing is insisted on: what is odd is absent, and nothing else is lost.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Number;

type Text = Option<Box<str>>;

/// What an accepted send is answered with.
#[derive(Default)]
pub(super) struct Accepted {
    pub(super) message: Named,
    pub(super) contact: Named,
}

/// The texts of the first message or of the first contact.
#[derive(Default)]
pub(super) struct Named {
    pub(super) id: Text,
    pub(super) message_status: Text,
    pub(super) group_id: Text,
    pub(super) input: Text,
    pub(super) wa_id: Text,
    pub(super) user_id: Text,
}

impl Accepted {
    /// `None` if the answer is not JSON.
    pub(super) fn read(answer: &[u8]) -> Option<Self> {
        serde_json::from_slice(answer).ok().map(|Lenient(accepted)| accepted)
    }
}

/// What can be read of any JSON: whatever it does not expect is as if it were not there.
trait Lax: Default {
    fn of_text(_: &str) -> Self {
        Self::default()
    }

    fn of_list<'de, A: SeqAccess<'de>>(_: &mut A) -> Result<Self, A::Error> {
        Ok(Self::default())
    }

    /// Called at each key; it takes the value, or says that it does not want it.
    fn take<'de, A: MapAccess<'de>>(&mut self, _key: Key, _object: &mut A) -> Result<bool, A::Error> {
        Ok(false)
    }
}

/// A text; a number counts as its digits, since some pages show ids and `wa_id` without quotes.
impl Lax for Text {
    fn of_text(text: &str) -> Self {
        (!text.is_empty()).then(|| text.into())
    }
}

impl Lax for Accepted {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: Key, object: &mut A) -> Result<bool, A::Error> {
        let place = match key {
            Key::Messages => &mut self.message,
            Key::Contacts => &mut self.contact,
            _ => return Ok(false),
        };
        let Lenient(First(first)) = object.next_value()?;
        *place = first;
        Ok(true)
    }
}

impl Lax for Named {
    fn take<'de, A: MapAccess<'de>>(&mut self, key: Key, object: &mut A) -> Result<bool, A::Error> {
        let place = match key {
            Key::Id => &mut self.id,
            Key::MessageStatus => &mut self.message_status,
            Key::GroupId => &mut self.group_id,
            Key::Input => &mut self.input,
            Key::WaId => &mut self.wa_id,
            Key::UserId => &mut self.user_id,
            _ => return Ok(false),
        };
        let Lenient(text) = object.next_value()?;
        *place = text;
        Ok(true)
    }
}

/// The first element of a list.
#[derive(Default)]
struct First(Named);

impl Lax for First {
    fn of_list<'de, A: SeqAccess<'de>>(list: &mut A) -> Result<Self, A::Error> {
        Ok(list.next_element()?.map(|Lenient(first)| Self(first)).unwrap_or_default())
    }
}

struct Lenient<T>(T);

impl<'de, T: Lax> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader(PhantomData)).map(Self)
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Lax> Visitor<'de> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::of_text(text))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        Ok(T::of_text(&number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        Ok(T::of_text(&number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        Ok(Number::from_f64(number).map(|number| T::of_text(&number.to_string())).unwrap_or_default())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        Ok(T::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<T, A::Error> {
        let value = T::of_list(&mut list)?;
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(value)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<T, A::Error> {
        let mut value = T::default();
        while let Some(key) = object.next_key_seed(KeyReader)? {
            if !value.take(key, &mut object)? {
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(value)
    }
}

/// The keys that tell something.
#[derive(Clone, Copy)]
enum Key {
    Messages,
    Contacts,
    Id,
    MessageStatus,
    GroupId,
    Input,
    WaId,
    UserId,
    Other,
}

/// Reads a key without keeping its text.
struct KeyReader;

impl<'de> DeserializeSeed<'de> for KeyReader {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeyReader {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(match key {
            "messages" => Key::Messages,
            "contacts" => Key::Contacts,
            "id" => Key::Id,
            "message_status" => Key::MessageStatus,
            "group_id" => Key::GroupId,
            "input" => Key::Input,
            "wa_id" => Key::WaId,
            "user_id" => Key::UserId,
            _ => Key::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Accepted;

    #[test]
    fn what_is_odd_is_absent() {
        let accepted = Accepted::read(
            br#"{"x":[{"id":"no"}],"contacts":[{"wa_id":16505551234,"input":{"id":"no"},"user_id":["no"]},{"wa_id":"2"}],
                 "messages":[{"id":"wamid.A","message_status":9.5,"group_id":"","later":[[{}]]},7],"id":"no"}"#,
        )
        .expect("JSON");
        let (message, contact) = (accepted.message, accepted.contact);
        assert_eq!(
            (message.id.as_deref(), message.message_status.as_deref()),
            (Some("wamid.A"), Some("9.5"))
        );
        assert_eq!(
            (contact.wa_id.as_deref(), contact.input, contact.user_id),
            (Some("16505551234"), None, None)
        );
        assert_eq!((message.group_id, contact.id), (None, None));
    }

    #[test]
    fn any_json_is_read_and_nothing_else() {
        for json in [
            "null",
            "7",
            "-1",
            "1.5",
            "true",
            r#""id""#,
            "[1]",
            r#"{"messages":7,"contacts":{"0":1}}"#,
            r#"{"messages":[]}"#,
        ] {
            assert!(
                Accepted::read(json.as_bytes()).is_some_and(|accepted| accepted.message.id.is_none()),
                "{json}"
            );
        }
        for text in
            ["", "{", r#"{"messages":[{"id":"wamid.A"}]"#, r#"{"messages":[{"id":"wamid.A"}]} x"#, "<html>"]
        {
            assert!(Accepted::read(text.as_bytes()).is_none(), "{text}");
        }
    }
}
