//! The id of an upload that has been announced.

use std::fmt;

use reqwest::Url;

use crate::client::error::SendError;
use crate::client::path::append;

const ODD: &str = "the id of the upload session must be the one that the platform gave: `upload:…`";

/// An upload that has been announced to the platform and may be under way.
///
/// Keep its [`id`](Self::id) to go on after a crash. It is signed: whoever has it can write to the session, so that
/// `Debug` does not show it.
///
/// ```
/// use wa_template::client::UploadSession;
///
/// let session = UploadSession::from_id("upload:MTphdHRhY2g?sig=ARZq");
/// assert_eq!(session.id(), "upload:MTphdHRhY2g?sig=ARZq");
/// assert_eq!(format!("{session:?}"), "UploadSession(..)");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UploadSession(Box<str>);

impl UploadSession {
    /// The session with this id, which was kept from an earlier run. Whether it can be used is seen when it is.
    pub fn from_id(id: impl Into<String>) -> Self {
        Self(id.into().into())
    }

    /// The whole id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Its address below the version's. An id is `upload:`, Base64, and a signature as a query; anything that could
    /// lead elsewhere is refused.
    pub(super) fn address(&self, version: &Url) -> Result<Url, SendError> {
        let (path, query) = self.0.split_once('?').unwrap_or((&self.0, ""));
        let plain = |byte: u8| {
            byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_' | b'.' | b'=' | b'+' | b'~')
        };
        let segments: Vec<_> = path.split('/').collect();
        let odd = |segment: &&str| {
            segment.is_empty() || !segment.bytes().all(plain) || segment.bytes().all(|byte| byte == b'.')
        };
        let signed = query.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'#');
        if !path.starts_with("upload:") || segments.iter().any(odd) || !signed {
            return Err(SendError::not_sent(ODD));
        }
        let mut url = append(version, &segments)?;
        if !query.is_empty() {
            url.set_query(Some(query));
        }
        Ok(url)
    }
}

impl fmt::Debug for UploadSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UploadSession(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(id: &str) -> Option<String> {
        let version = Url::parse("https://graph.facebook.com/v25.0").expect("an address");
        UploadSession::from_id(id).address(&version).ok().map(String::from)
    }

    #[test]
    fn ids_stay_as_they_are() {
        for id in ["upload:MTphdHRh==?sig=ARZ_q-k", "upload:a/b+c=?sig=1&x=2", "upload:abc"] {
            assert_eq!(address(id), Some(format!("https://graph.facebook.com/v25.0/{id}")));
        }
    }

    #[test]
    fn ids_that_lead_elsewhere_are_refused() {
        for id in [
            "",
            "106540352242922",
            "https://example.com/upload:a",
            "upload:a/../../b",
            "upload:a//b",
            "upload:a\\b",
            "upload:a%2fb",
            "upload:a?sig=1#x",
            "upload:a b",
            "upload:a?sig=1\nx",
        ] {
            assert_eq!(address(id), None, "{id:?}");
        }
    }
}
