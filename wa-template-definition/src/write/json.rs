//! JSON with its keys in order.

use std::fmt::Write as _;

use serde_core::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Map, Value};

/// JSON that keeps the order of its keys; further ones follow in alphabetical order. A further one of the same name
/// is what was read, of a type that could not be understood: it stands instead.
#[derive(PartialEq)]
pub(super) enum Json {
    Object(Vec<(&'static str, Json)>, Map<String, Value>),
    Array(Vec<Json>),
    Value(Value),
}

#[inline]
pub(super) fn string(text: impl Into<String>) -> Json {
    Json::Value(Value::String(text.into()))
}

#[inline]
pub(super) fn value(value: impl Into<Value>) -> Json {
    Json::Value(value.into())
}

#[inline]
pub(super) fn object(keys: Vec<(&'static str, Json)>) -> Json {
    Json::Object(keys, Map::new())
}

#[inline]
pub(super) fn upper_case_type(mut value: Value) -> Value {
    if let Some(Value::String(kind)) = value.get_mut("type") {
        kind.make_ascii_uppercase();
    }
    value
}

impl Json {
    /// Appends it, without blanks. Each expansion of the derive writes a definition, and there, without optimisation,
    /// `serde_json` takes ten times as long over its texts.
    #[inline]
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Object(keys, extra) => {
                out.push('{');
                let first = out.len();
                for (key, value) in keys.iter().filter(|(key, _)| !extra.contains_key(*key)) {
                    member(out, first, key);
                    value.write(out);
                }
                for (key, value) in extra {
                    member(out, first, key);
                    write_value(out, value);
                }
                out.push('}');
            }
            Self::Array(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    value.write(out);
                }
                out.push(']');
            }
            Self::Value(value) => write_value(out, value),
        }
    }
}

/// Appends the key of a member, with the comma before it if it is not the first.
#[inline]
fn member(out: &mut String, first: usize, key: &str) {
    if out.len() > first {
        out.push(',');
    }
    write_text(out, key);
    out.push(':');
}

#[inline]
fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::String(text) => write_text(out, text),
        other => out.push_str(&other.to_string()),
    }
}

#[inline]
fn write_text(out: &mut String, text: &str) {
    let start = out.len();
    // `Debug` escapes whatever JSON does, and more, and the standard library is always optimised. Where it escaped
    // nothing, nothing has to be. Writing into a string does not fail.
    let _ = write!(out, "{text:?}");
    if out.len() != start + text.len() + 2 {
        out.truncate(start);
        out.push_str(&Value::from(text).to_string());
    }
}

impl Serialize for Json {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(keys, extra) => {
                let mut map = serializer.serialize_map(None)?;
                for (key, value) in keys.iter().filter(|(key, _)| !extra.contains_key(*key)) {
                    map.serialize_entry(key, value)?;
                }
                for (key, value) in extra {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::Array(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Value(value) => value.serialize(serializer),
        }
    }
}
