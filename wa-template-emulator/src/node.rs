//! Calls on one thing: a template, a file, or a session for an upload.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;

use crate::account::Account;
use crate::files::{media, sample};
use crate::management::{self, Outcome, Refused, admit, parameters, respond};

/// The id of a session goes on behind the question mark of the address.
fn session(node: &str, request: Option<&str>) -> Option<String> {
    if !node.starts_with("upload:") {
        return None;
    }
    Some(request.map_or_else(|| node.to_owned(), |query| format!("{node}?{query}")))
}

pub(crate) async fn get(
    State(account): State<Arc<Account>>,
    Path((_version, node)): Path<(String, String)>,
    request: Request,
) -> Response {
    if let Some(session) = session(&node, request.uri().query()) {
        let outcome = sample::offset(&account, request.headers(), &session);
        return respond(&account, outcome);
    }
    let parameters = parameters(request.uri());
    let outcome = admit(&account, request.headers()).and_then(|()| {
        management::read(&account, &node, &parameters)
            .map_or_else(|| media::read(&account, request.headers(), &node, &parameters), Ok)
    });
    respond(&account, outcome)
}

pub(crate) async fn post(
    State(account): State<Arc<Account>>,
    Path((_version, node)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (head, body) = request.into_parts();
    let outcome: Outcome = match session(&node, head.uri.query()) {
        Some(session) => sample::transfer(&account, &head.headers, &session, body).await,
        None => management::edit(&account, &head.headers, &node, body).await,
    };
    respond(&account, outcome)
}

pub(crate) async fn delete(
    State(account): State<Arc<Account>>,
    Path((_version, node)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let outcome = admit(&account, &headers).and_then(|()| {
        let found = account.book.files(|files, _| files.delete_media(&node));
        if found { Ok(management::success()) } else { Err(Refused::no_object(&node)) }
    });
    respond(&account, outcome)
}
