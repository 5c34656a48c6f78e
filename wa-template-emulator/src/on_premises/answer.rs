//! What the On-Premises API answers.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::Accepted;
use crate::refused::Refusal;

/// The titles of the codes that are answered (docs/whatsapp/api/errors, archived).
const TITLES: &[(u32, &str)] = &[
    (1002, "Recipient type is not valid"),
    (1005, "Access denied"),
    (1008, "Required parameter is missing"),
    (1009, "Parameter value is not valid"),
    (1010, "Parameter is not required"),
    (1025, "Request not valid"),
    (2000, "Template parameter count mismatch"),
    (2001, "Template missing"),
    (2005, "Translated text too long"),
    (2006, "Template white space policy violated"),
    (2007, "Template format character policy violated"),
    (2012, "Template parameter format mismatch"),
    (2014, "Template namespace is empty"),
    (2061, "Template is paused"),
    (2062, "Template is disabled"),
];

/// Answered with 201, as a client of the last versions did; earlier ones answered 200.
pub(super) fn accepted(accepted: &Accepted) -> Response {
    let body = json!({ "messages": [{ "id": accepted.id() }], "meta": meta() });
    (StatusCode::CREATED, Json(body)).into_response()
}

pub(super) fn refused(refusal: &Refusal) -> Response {
    let code = refusal.code;
    let error = json!({ "code": code, "title": title(code), "details": refusal.details });
    let body = json!({ "errors": [error], "meta": meta() });
    (status(code), Json(body)).into_response()
}

fn meta() -> Value {
    json!({ "api_status": "stable", "version": "2.41.2" })
}

fn title(code: u32) -> &'static str {
    let found = TITLES.iter().find(|(known, _)| *known == code);
    found.map_or("Message refused", |(_, title)| title)
}

fn status(code: u32) -> StatusCode {
    match code {
        1005 => StatusCode::FORBIDDEN,
        2001 => StatusCode::NOT_FOUND,
        _ => StatusCode::BAD_REQUEST,
    }
}
