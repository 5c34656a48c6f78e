//! What was reported, as it came.

use std::fmt;
use std::sync::OnceLock;

use serde_json::Value;

use super::{Json, Malformed, Reader};

/// The JSON text of one item, and the tree of it once somebody asks. `Debug` shows nothing of either.
#[derive(Clone)]
pub(in crate::webhook) struct Raw {
    text: Box<str>,
    tree: OnceLock<Box<Value>>,
}

impl Raw {
    pub(in crate::webhook) fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into(), tree: OnceLock::new() }
    }

    pub(in crate::webhook) fn as_str(&self) -> &str {
        &self.text
    }

    pub(in crate::webhook) fn tree(&self) -> &Value {
        self.tree.get_or_init(|| Box::new(Json::new(&self.text).tree()))
    }
}

/// Where in the text of an item one of its strings stands, so that it need not be copied.
///
/// It belongs to one [`Raw`]; `Debug` shows nothing of the text.
#[derive(Clone, Default)]
pub(in crate::webhook) enum Span {
    #[default]
    Missing,
    /// Where it starts, and how long it is.
    At(u32, u32),
    /// What is no plain string, as it is meant: one with escapes stands nowhere like that.
    Owned(Box<str>),
}

impl Span {
    /// Reads the next value of an item that starts at a position; missing if it is neither string nor number.
    #[inline]
    pub(in crate::webhook) fn text(reader: &mut Reader<'_>, start: usize) -> Result<Self, Malformed> {
        let Some(plain) = reader.plain()? else { return Self::odd(reader) };
        let from = plain.start.checked_sub(start).and_then(|from| from.try_into().ok());
        Ok(match (from, plain.len().try_into()) {
            (Some(from), Ok(length)) => Self::At(from, length),
            _ => Self::Owned(reader.cut(plain).into()),
        })
    }

    #[cold]
    fn odd(reader: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(reader.value()?.text().map_or(Self::Missing, |text| Self::Owned(text.into())))
    }

    /// Reads a text that identifies something; missing if it is empty.
    #[inline]
    pub(in crate::webhook) fn id(reader: &mut Reader<'_>, start: usize) -> Result<Self, Malformed> {
        Ok(match Self::text(reader, start)? {
            Self::At(_, 0) => Self::Missing,
            Self::Owned(text) if text.is_empty() => Self::Missing,
            span => span,
        })
    }

    pub(in crate::webhook) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    #[inline]
    pub(in crate::webhook) fn of<'a>(&'a self, raw: &'a Raw) -> Option<&'a str> {
        match self {
            Self::Missing => None,
            Self::At(start, length) => {
                let start = usize::try_from(*start).ok()?;
                raw.text.get(start..start.checked_add(usize::try_from(*length).ok()?)?)
            }
            Self::Owned(text) => Some(text),
        }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_missing() { "None" } else { "<redacted>" })
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || self.tree() == other.tree()
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}
