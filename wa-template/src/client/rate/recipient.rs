//! To whom a request body is addressed.

use std::fmt;

use serde_core::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

/// The person to whom a request body is addressed; `None` for a group, and for what is no request body.
pub(super) fn recipient(body: &[u8]) -> Option<String> {
    serde_json::Deserializer::from_slice(body).deserialize_map(Address).ok()?
}

/// Skips all but the three keys that tell.
struct Address;

impl<'de> Visitor<'de> for Address {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request body")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut kind, mut to, mut recipient) = (None::<String>, None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "recipient_type" => kind = map.next_value()?,
                "to" => to = map.next_value()?,
                "recipient" => recipient = map.next_value()?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        // With both, the platform takes `to` (business-scoped-user-ids, Jun 2026).
        Ok(if kind.as_deref() == Some("group") { None } else { to.or(recipient) })
    }
}

#[cfg(test)]
mod tests {
    use super::recipient;

    #[test]
    fn the_recipient_is_found_in_the_body() {
        let find = |body: &str| recipient(body.as_bytes()).unwrap_or_default();
        assert_eq!(find(r#"{"recipient_type":"individual","to":"+16505551234","x":[1]}"#), "+16505551234");
        assert_eq!(find(r#"{"to":"16505551234"}"#), "16505551234");
        assert_eq!(find(r#"{"recipient":"US.1"}"#), "US.1");
        assert_eq!(find(r#"{"recipient":"US.1","to":"+16505551234"}"#), "+16505551234");
        assert_eq!(find(r#"{"recipient":"US.1","to":null}"#), "US.1");
        for none in [r#"{"recipient_type":"group","to":"Y2Fw"}"#, "{}", "", "[1]", r#"{"to":7}"#] {
            assert_eq!(recipient(none.as_bytes()), None, "{none}");
        }
    }
}
