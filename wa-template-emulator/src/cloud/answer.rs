//! What the Cloud API answers.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::recipient::Recipient;
use crate::refused::Refusal;
use crate::{Accepted, ids};

/// The titles of the codes that are answered (support/error-codes, September 2026; 132018 as seen in live answers).
const TITLES: &[(u32, &str)] = &[
    (0, "AuthException"),
    (100, "Invalid parameter"),
    (190, "Access token has expired or is invalid"),
    (131_008, "Required parameter is missing"),
    (131_009, "Parameter value is not valid"),
    (131_053, "Media upload error"),
    (131_059, "Invalid cursor"),
    (131_062, "Business-scoped User ID (BSUID) recipients are not supported for this message"),
    (132_000, "Number of parameters does not match the expected number of params"),
    (132_001, "Template name does not exist in the translation"),
    (132_005, "Translated text too long"),
    (132_007, "Template content policy violated"),
    (132_012, "Parameter format does not match format in the created template"),
    (132_015, "Template is Paused"),
    (132_016, "Template is Disabled"),
    (132_018, "There’s an issue with the parameters in your template"),
    (134_100, "Only marketing messages supported"),
];

/// "Accepted for processing": all that the platform ever says at once (messages/send-messages, September 2026).
pub(super) fn accepted(accepted: &Accepted) -> Response {
    let mut message = json!({ "id": accepted.id(), "message_status": "accepted" });
    if let Recipient::Group(id) = accepted.recipient() {
        message["group_id"] = json!(id);
    }
    let body = json!({
        "messaging_product": "whatsapp",
        "contacts": [contact(accepted.recipient())],
        "messages": [message],
    });
    Json(body).into_response()
}

fn contact(recipient: &Recipient) -> Value {
    match recipient {
        Recipient::Phone { input, digits } => json!({ "input": input, "wa_id": digits }),
        Recipient::User(id) => json!({ "input": id, "user_id": id }),
        Recipient::Group(id) => json!({ "input": id, "wa_id": id }),
    }
}

/// `number` makes the trace id.
pub(crate) fn refused(refusal: &Refusal, number: u64) -> Response {
    let code = refusal.code;
    let body = json!({ "error": {
        "message": format!("(#{code}) {}", title(code)),
        "type": "OAuthException",
        "code": code,
        "error_data": { "messaging_product": "whatsapp", "details": refusal.details },
        "fbtrace_id": ids::trace(number),
    } });
    (status(code), Json(body)).into_response()
}

fn title(code: u32) -> &'static str {
    let found = TITLES.iter().find(|(known, _)| *known == code);
    found.map_or("Message refused", |(_, title)| title)
}

/// The status that the error page lists for a code (support/error-codes, December 2025).
fn status(code: u32) -> StatusCode {
    match code {
        0 | 190 => StatusCode::UNAUTHORIZED,
        132_001 => StatusCode::NOT_FOUND,
        _ => StatusCode::BAD_REQUEST,
    }
}

#[cfg(test)]
mod tests {
    use wa_template_definition::rule::{RULES, Stage};

    use super::TITLES;

    #[test]
    fn every_code_of_a_send_has_a_title() {
        let of_sends = RULES.iter().filter(|rule| rule.stage != Stage::Creation);
        for rule in of_sends {
            let known = |code| TITLES.iter().any(|(known, _)| *known == code);
            assert!(rule.code.is_none_or(known), "{} has code {:?}", rule.id, rule.code);
        }
    }
}
