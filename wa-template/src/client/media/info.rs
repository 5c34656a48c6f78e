//! What the platform says about a file.

use std::fmt;

use serde_json::Value;

use super::reference::MediaId;
use crate::client::json;

/// What the platform says about a file (`business-phone-numbers/media`, December 2025).
#[derive(Clone, PartialEq)]
pub struct MediaInfo {
    id: Option<MediaId>,
    url: Box<str>,
    mime_type: Option<Box<str>>,
    sha256: Option<Box<str>>,
    file_size: Option<u64>,
    raw: Value,
}

impl MediaInfo {
    /// `None` if it names no address, without which it is of no use.
    pub(super) fn from_json(raw: Value) -> Option<Self> {
        let file_size = raw.get("file_size").and_then(|size| match size {
            // A string on the platform's page, a number elsewhere.
            Value::String(digits) => digits.trim().parse().ok(),
            number => number.as_u64(),
        });
        Some(Self {
            id: json::text(&raw, "id").map(MediaId::new),
            url: json::text(&raw, "url")?,
            mime_type: json::text(&raw, "mime_type"),
            sha256: json::text(&raw, "sha256"),
            file_size,
            raw,
        })
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> Option<&MediaId> {
        self.id.as_ref()
    }

    /// Its address, which lives 5 minutes and answers only to the access token.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its MIME type, `image/jpeg` for example.
    #[must_use]
    pub fn mime_type(&self) -> Option<&str> {
        self.mime_type.as_deref()
    }

    /// The SHA-256 of its content, as the platform writes it.
    #[must_use]
    pub fn sha256(&self) -> Option<&str> {
        self.sha256.as_deref()
    }

    /// Its length in bytes.
    #[must_use]
    pub fn file_size(&self) -> Option<u64> {
        self.file_size
    }

    /// The whole answer.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.raw
    }
}

/// Leaves out the address, which is signed, and the hash, which tells a customer's file.
impl fmt::Debug for MediaInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MediaInfo")
            .field("id", &self.id)
            .field("mime_type", &self.mime_type)
            .field("file_size", &self.file_size)
            .finish_non_exhaustive()
    }
}
