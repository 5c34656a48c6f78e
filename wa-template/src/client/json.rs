//! Reading a server's JSON without insisting on anything: what is odd is absent, and nothing else is lost.

use serde_json::Value;

/// Any JSON. It is the parser that `serde_json` has compiled already, so that no crate compiles another.
pub(crate) fn tree(json: &[u8]) -> Option<Value> {
    std::str::from_utf8(json).ok()?.parse().ok()
}

/// A text; a number counts as its digits, since some pages show ids and `wa_id` without quotes.
pub(crate) fn text(object: &Value, key: &str) -> Option<Box<str>> {
    match object.get(key)? {
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(text.as_str().into()),
        Value::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

/// A number that is not negative; a text of digits counts as well.
pub(crate) fn number(object: &Value, key: &str) -> Option<u32> {
    match object.get(key)? {
        Value::Number(number) => number.as_u64().and_then(|number| u32::try_from(number).ok()),
        Value::String(digits) => digits.trim().parse().ok(),
        _ => None,
    }
}

/// `true` or `false`; the words in quotes count as well.
pub(crate) fn truth(object: &Value, key: &str) -> Option<bool> {
    match object.get(key)? {
        Value::Bool(truth) => Some(*truth),
        Value::String(word) => word.trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_their_texts_are_the_same() {
        let object: Value = serde_json::from_str(
            r#"{"a":132000,"b":"132000","c":-1,"d":"many","e":1.5,"f":null,"g":4294967296,"h":true,"i":"true"}"#,
        )
        .expect("JSON");
        assert_eq!(number(&object, "a"), Some(132_000));
        assert_eq!(number(&object, "b"), Some(132_000));
        for key in ["c", "d", "e", "f", "g", "z"] {
            assert_eq!(number(&object, key), None, "{key}");
        }
        assert_eq!(text(&object, "a").as_deref(), Some("132000"));
        assert_eq!(text(&object, "h"), None);
        assert_eq!(truth(&object, "h"), Some(true));
        assert_eq!(truth(&object, "i"), Some(true));
        assert_eq!(truth(&object, "a"), None);
    }

    #[test]
    fn values_that_are_no_objects_have_no_fields() {
        for json in ["null", "3", "[1]", r#""text""#] {
            let value: Value = serde_json::from_str(json).expect("JSON");
            assert_eq!(text(&value, "a"), None);
        }
    }
}
