//! The business account that the emulator plays.

use axum::http::HeaderMap;

use crate::access::{self, Denied};
use crate::book::Book;

/// What all calls share.
pub(crate) struct Account {
    pub(crate) book: Book,
    access_token: Option<String>,
}

impl Account {
    pub(crate) fn new(access_token: Option<String>) -> Self {
        Self { book: Book::default(), access_token }
    }

    /// Whether the caller may send for this account.
    pub(crate) fn admit(&self, headers: &HeaderMap) -> Result<(), Denied> {
        access::check(headers, self.access_token.as_deref())
    }
}
