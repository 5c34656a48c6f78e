//! Taking keys out of an object; what is taken is understood, what stays is kept as it is.

use serde_json::{Map, Value};

use crate::Examples;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nesting {
    Flat,
    Nested,
}

/// Takes the samples of a text. Pages and answers print three shapes for numbered ones: a list of one list, a flat
/// list, a bare string.
pub(super) fn take_examples(
    keys: &mut Map<String, Value>,
    positional: &str,
    named: &str,
    wanted: Nesting,
) -> Examples {
    let Some(Value::Object(example)) = keys.get("example") else {
        return Examples::Absent;
    };
    let examples = if let Some(Value::Array(values)) = example.get(named) {
        Examples::named(values.iter().filter_map(|value| {
            let name = value.get("param_name").and_then(plain)?;
            Some((name, value.get("example").and_then(plain)?))
        }))
    } else if let Some(values) = example.get(positional) {
        let (values, nested) = match values {
            Value::Array(values) => match values.first() {
                Some(Value::Array(inner)) => (inner.iter().map(plain).collect(), true),
                _ => (values.iter().map(plain).collect(), false),
            },
            value => (vec![plain(value)], false),
        };
        if values.is_empty() {
            Examples::Absent
        } else {
            Examples::Positional { values, nested: nested || wanted == Nesting::Flat }
        }
    } else {
        return Examples::Absent;
    };
    keys.remove("example");
    examples
}

/// The handle of a media header's sample, or the address under which it is read back.
pub(super) fn take_handle(keys: &mut Map<String, Value>) -> Option<String> {
    let handle = match keys.get("example")?.get("header_handle")? {
        Value::Array(handles) => handles.first().and_then(plain)?,
        handle => plain(handle)?,
    };
    keys.remove("example");
    Some(handle)
}

/// The one sample of a button: a bare string, or a list of one.
pub(super) fn take_example(keys: &mut Map<String, Value>) -> Option<String> {
    let example = match keys.get("example")? {
        Value::Array(examples) => examples.first().and_then(plain)?,
        example => plain(example)?,
    };
    keys.remove("example");
    Some(example)
}

pub(super) fn take_string(keys: &mut Map<String, Value>, key: &str) -> Option<String> {
    if !keys.get(key)?.is_string() {
        return None;
    }
    match keys.remove(key) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// A sample as text; numbers stand for themselves.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A text whose letter case does not matter, in upper case.
pub(super) fn take_upper(keys: &mut Map<String, Value>, key: &str) -> Option<String> {
    take_string(keys, key).map(|text| text.to_ascii_uppercase())
}

pub(super) fn take_bool(keys: &mut Map<String, Value>, key: &str) -> Option<bool> {
    let value = keys.get(key)?.as_bool()?;
    keys.remove(key);
    Some(value)
}

/// A whole number; answers also print it as a string.
pub(super) fn take_number(keys: &mut Map<String, Value>, key: &str) -> Option<i64> {
    let value = keys.get(key)?;
    let number = value.as_i64().or_else(|| value.as_str()?.parse().ok())?;
    keys.remove(key);
    Some(number)
}

/// Kinds are compared without letter case; answers print them in upper case.
pub(super) fn upper_case_type(mut keys: Map<String, Value>) -> Map<String, Value> {
    if let Some(Value::String(kind)) = keys.get_mut("type") {
        kind.make_ascii_uppercase();
    }
    keys
}
