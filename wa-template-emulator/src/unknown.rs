//! Calls that the emulator does not answer.

use axum::Json;
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Names the call, so that a test shows what is missing. The query is left out: it may hold a token.
pub(crate) fn answer(method: &Method, uri: &Uri) -> Response {
    let path = uri.path();
    let message = format!(
        "Unsupported {} request: the emulator has no `{method} {path}`",
        method.as_str().to_ascii_lowercase()
    );
    let details = "It answers sends, and the calls for templates and media that its documentation lists.";
    let body = json!({ "error": {
        "message": message,
        "type": "GraphMethodException",
        "code": 100,
        "error_data": { "messaging_product": "whatsapp", "details": details },
    } });
    (StatusCode::NOT_FOUND, Json(body)).into_response()
}
