//! How such calls are refused: code 100 with the reason in the subcode, and in texts for people.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use wa_template_definition::Violation;

use crate::access::Denied;
use crate::refused::Refusal;
use crate::{cloud, ids};

/// Why a call is refused.
pub(crate) enum Refused {
    /// A code with details.
    Code(Refusal),
    /// Code 100 with a subcode.
    Subcode { subcode: Option<u32>, title: String, message: String },
}

impl Refused {
    pub(crate) fn denied(denied: Denied) -> Self {
        Self::Code(cloud::denied(denied))
    }

    pub(crate) fn code(code: u32, details: impl Into<String>) -> Self {
        Self::Code(Refusal::new(code, details))
    }

    pub(crate) fn invalid(details: impl Into<String>) -> Self {
        Self::code(100, details)
    }

    pub(crate) fn subcode(subcode: u32, title: &str, message: impl Into<String>) -> Self {
        Self::Subcode { subcode: Some(subcode), title: title.to_owned(), message: message.into() }
    }

    /// The template breaks a rule of creation.
    pub(crate) fn broken(violation: &Violation) -> Self {
        Self::Subcode {
            subcode: violation.subcode(),
            title: violation.details().summary.to_owned(),
            message: violation.to_string(),
        }
    }

    pub(crate) fn no_object(id: &str) -> Self {
        let message = format!("Object with ID '{id}' does not exist, or the emulator does not know it.");
        Self::subcode(33, "Unsupported request", message)
    }

    pub(crate) fn status(status: &str) -> Self {
        let message = format!("The template is {status}, which does not allow this.");
        Self::subcode(2_388_039, "Template status does not allow the change", message)
    }

    pub(super) fn no_template() -> Self {
        Self::subcode(2_593_002, "Message template not found", "There is no such template to delete.")
    }

    /// `number` makes the trace id.
    pub(super) fn answer(self, number: u64) -> Response {
        match self {
            Self::Code(refusal) => cloud::answer::refused(&refusal, number),
            Self::Subcode { subcode, title, message } => {
                let mut error = json!({
                    "message": "Invalid parameter",
                    "type": "OAuthException",
                    "code": 100,
                    "is_transient": false,
                    "error_user_title": title,
                    "error_user_msg": message,
                    "fbtrace_id": ids::trace(number),
                });
                if let Some(subcode) = subcode {
                    error["error_subcode"] = json!(subcode);
                }
                (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response()
            }
        }
    }
}
