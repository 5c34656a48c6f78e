//! The body of a call.

use axum::body::{Body, to_bytes};
use serde_json::{Map, Value};

/// More than this is not read. The longest template message is far shorter.
const BODY_BYTES: usize = 1024 * 1024;

/// Why a body cannot be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It has more than [`BODY_BYTES`], or the connection broke off.
    TooLong,
    /// It is not JSON.
    NotJson,
}

impl Unreadable {
    pub(crate) fn details(self) -> &'static str {
        match self {
            Self::TooLong => "The body has more than 1 MiB, or it broke off.",
            Self::NotJson => "The body is not valid JSON.",
        }
    }
}

pub(crate) async fn json(body: Body) -> Result<Value, Unreadable> {
    let bytes = to_bytes(body, BODY_BYTES).await.map_err(|_| Unreadable::TooLong)?;
    serde_json::from_slice(&bytes).map_err(|_| Unreadable::NotJson)
}

/// A value that is there; `null` stands for one that is not.
pub(crate) fn given<'a>(keys: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    keys.get(key).filter(|value| !value.is_null())
}

/// Whether a value is this word; letter case does not matter in words of the platform's.
pub(crate) fn is_word(value: &Value, word: &str) -> bool {
    value.as_str().is_some_and(|text| text.eq_ignore_ascii_case(word))
}
