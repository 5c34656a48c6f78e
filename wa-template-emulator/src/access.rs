//! Who may send.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

/// Why a caller may not send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    /// There is no token behind the right word.
    Missing,
    /// There is one, but not the account's.
    Wrong,
}

/// Checks the token behind this word against the wanted one; without a wanted one, any that is not empty will do.
pub(crate) fn check(headers: &HeaderMap, scheme: &str, wanted: Option<&str>) -> Result<(), Denied> {
    let found = token(headers, scheme).ok_or(Denied::Missing)?;
    if wanted.is_none_or(|wanted| wanted == found) { Ok(()) } else { Err(Denied::Wrong) }
}

fn token<'h>(headers: &'h HeaderMap, wanted: &str) -> Option<&'h str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case(wanted) && !token.is_empty()).then_some(token)
}
