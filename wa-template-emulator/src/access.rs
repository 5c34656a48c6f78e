//! Who may send.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

/// Why a caller may not send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    /// There is no bearer token.
    Missing,
    /// There is one, but not the account's.
    Wrong,
}

/// Checks the bearer token against the wanted one; without a wanted one, any that is not empty will do.
pub(crate) fn check(headers: &HeaderMap, wanted: Option<&str>) -> Result<(), Denied> {
    let found = bearer(headers).ok_or(Denied::Missing)?;
    if wanted.is_none_or(|wanted| wanted == found) { Ok(()) } else { Err(Denied::Wrong) }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
