//! The business account that the emulator plays.

use axum::http::HeaderMap;

use crate::access::{self, Denied};
use crate::book::Book;

/// What all calls share.
pub(crate) struct Account {
    pub(crate) book: Book,
    access_token: Option<String>,
    /// Whether new templates are approved without review.
    pub(crate) approves_at_once: bool,
}

impl Account {
    pub(crate) fn new(access_token: Option<String>, approves_at_once: bool) -> Self {
        Self { book: Book::default(), access_token, approves_at_once }
    }

    /// Whether the caller may act for this account.
    pub(crate) fn admit(&self, headers: &HeaderMap) -> Result<(), Denied> {
        access::check(headers, "Bearer", self.access_token.as_deref())
    }

    /// The same for uploads of samples, which say another word in front of the token.
    pub(crate) fn admit_upload(&self, headers: &HeaderMap) -> Result<(), Denied> {
        access::check(headers, "OAuth", self.access_token.as_deref())
    }
}
