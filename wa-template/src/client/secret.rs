//! Access tokens, kept out of every text that may be logged.

use std::fmt;
use std::sync::Arc;

use reqwest::header::HeaderValue;

use super::error::SendError;

/// What stands in an answer where the server repeated the token.
const REDACTED: &[u8] = b"[redacted]";

/// A shorter token is not looked for in answers: it would be found inside ordinary words.
const SHORTEST_SCRUBBED: usize = 8;

/// An access token; `Debug` does not show it, and nothing else prints it.
#[derive(Clone)]
pub(crate) struct Secret(Arc<str>);

impl Secret {
    pub(crate) fn new(token: impl Into<String>) -> Self {
        Self(token.into().into())
    }

    /// The value of the header `Authorization`, marked as sensitive.
    pub(crate) fn bearer(&self) -> Result<HeaderValue, SendError> {
        self.authorization("Bearer")
    }

    /// The same with another word in front of the token.
    pub(crate) fn authorization(&self, scheme: &str) -> Result<HeaderValue, SendError> {
        if self.0.is_empty() {
            return Err(SendError::not_sent("the access token is empty"));
        }
        let Ok(mut value) = HeaderValue::from_str(&format!("{scheme} {}", self.0)) else {
            // The error of `from_str` says no more, so that it is no source worth keeping.
            return Err(SendError::not_sent("the access token holds a character that no header can carry"));
        };
        value.set_sensitive(true);
        Ok(value)
    }

    /// Takes the token out of an answer: some authentication errors repeat the token they refuse.
    pub(crate) fn scrub(&self, answer: Vec<u8>) -> Vec<u8> {
        let token = self.0.as_bytes();
        if token.len() < SHORTEST_SCRUBBED {
            return answer;
        }
        let mut scrubbed = Vec::new();
        let mut rest = answer.as_slice();
        // The first byte is looked at by itself: comparing slices is a call, and nearly every answer has no token.
        while let Some(at) =
            rest.windows(token.len()).position(|window| window.first() == token.first() && window == token)
        {
            let (before, after) = rest.split_at(at);
            scrubbed.extend_from_slice(before);
            scrubbed.extend_from_slice(REDACTED);
            rest = after.get(token.len()..).unwrap_or_default();
        }
        // An answer that was cut off may end with a part of it.
        let part =
            (SHORTEST_SCRUBBED..token.len()).rev().find_map(|length| rest.strip_suffix(token.get(..length)?));
        if scrubbed.is_empty() && part.is_none() {
            return answer;
        }
        scrubbed.extend_from_slice(part.unwrap_or(rest));
        if part.is_some() {
            scrubbed.extend_from_slice(REDACTED);
        }
        scrubbed
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn scrubbed(token: &str, answer: &str) -> String {
        String::from_utf8(Secret::new(token).scrub(answer.as_bytes().to_vec())).expect("UTF-8 stays UTF-8")
    }

    #[test]
    fn scrubbing_takes_out_every_occurrence() {
        assert_eq!(scrubbed("EAAtoken", "no token here"), "no token here");
        assert_eq!(scrubbed("EAAtoken", "EAAtoken"), "[redacted]");
        assert_eq!(scrubbed("EAAtoken", "a EAAtoken EAAtokenb"), "a [redacted] [redacted]b");
    }

    #[test]
    fn scrubbing_takes_out_what_is_left_of_a_token_at_the_end() {
        assert_eq!(scrubbed("EAAtoken9876", "a EAAtoken98"), "a [redacted]");
        assert_eq!(scrubbed("EAAtoken9876", "EAAtoken9876 EAAtoken"), "[redacted] [redacted]");
        assert_eq!(scrubbed("EAAtoken9876", "a EAAtok"), "a EAAtok");
    }

    #[test]
    fn scrubbing_leaves_short_tokens_alone() {
        assert_eq!(scrubbed("e", "the error"), "the error");
        assert_eq!(scrubbed("", "the error"), "the error");
    }

    #[test]
    fn debug_is_silent() {
        let secret = Secret::new("EAAtoken");
        assert!(!format!("{secret:?}").contains("EAA"));
        let header = secret.bearer().expect("an ordinary token");
        assert!(!format!("{header:?}").contains("EAA"));
    }

    #[test]
    fn unusable_tokens_are_not_sent() {
        for token in ["", "two\nlines", "nul\0"] {
            let error = Secret::new(token).bearer().expect_err("an unusable token");
            assert!(error.is_not_sent());
            assert!(!error.to_string().contains("lines"), "{error}");
        }
    }
}
