//! Lenient reading of JSON values: numbers where strings belong, single items where arrays belong.

use std::time::{Duration, SystemTime};

use serde_json::Value;

/// A string, or a number as it is written: telephone numbers and codes were seen as both.
pub(super) fn text(value: Option<&Value>) -> Option<Box<str>> {
    match value? {
        Value::String(text) => Some(text.as_str().into()),
        Value::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

/// A text that identifies something. An empty one identifies nothing and counts as missing.
pub(super) fn id(value: Option<&Value>) -> Option<Box<str>> {
    text(value).filter(|id| !id.is_empty())
}

/// A whole number, also one in a string.
pub(super) fn number(value: Option<&Value>) -> Option<u64> {
    match value? {
        Value::String(digits) => digits.parse().ok(),
        value => value.as_u64(),
    }
}

/// A time in seconds since 1970; `None` if this machine cannot represent it.
pub(super) fn seconds(value: Option<&Value>) -> Option<SystemTime> {
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(number(value)?))
}

/// The elements of an array. Anything else counts as the only element; `null` is as good as missing.
pub(super) fn items(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(items)) => items,
        Some(Value::Null) | None => Vec::new(),
        Some(item) => vec![item],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn times_are_strings_or_numbers() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_030_073);
        assert_eq!(seconds(Some(&json!("1750030073"))), Some(time));
        assert_eq!(seconds(Some(&json!(1_750_030_073))), Some(time));
        for odd in [json!("soon"), json!(-1), json!(1.5), json!(""), json!([1]), json!(null), json!(u64::MAX)]
        {
            assert_eq!(seconds(Some(&odd)), None, "{odd}");
        }
        assert_eq!(seconds(None), None);
    }

    #[test]
    fn texts_may_be_numbers_and_ids_are_not_empty() {
        assert_eq!(text(Some(&json!(16_505_551_234_u64))).as_deref(), Some("16505551234"));
        assert_eq!(text(Some(&json!(""))).as_deref(), Some(""));
        assert_eq!(id(Some(&json!(""))), None);
        assert_eq!(id(Some(&json!({}))), None);
    }

    #[test]
    fn a_single_item_is_a_list_of_one() {
        assert_eq!(items(Some(json!([1, 2]))).len(), 2);
        assert_eq!(items(Some(json!({"id": 1}))).len(), 1);
        assert!(items(Some(json!(null))).is_empty());
        assert!(items(None).is_empty());
    }
}
