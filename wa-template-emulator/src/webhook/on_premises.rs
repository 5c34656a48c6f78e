//! Notifications of the On-Premises API (docs/whatsapp/api/webhooks/inbound and outbound, archived).

use serde_json::{Value, json};

use super::{BUSINESS_NUMBER, PARTICIPANT_NUMBER, PROFILE_NAME, timestamp};
use crate::recipient::Recipient;
use crate::{Accepted, ids};

pub(super) fn message(accepted: &Accepted, number: u64, kind: &str, content: &Value) -> Value {
    let mut message = json!({
        "context": { "from": BUSINESS_NUMBER, "id": accepted.id() },
        "id": ids::incoming(accepted.api(), number),
        "timestamp": timestamp(),
        "type": kind,
        kind: content,
    });
    let from = match accepted.recipient() {
        Recipient::Phone { digits, .. } => digits,
        Recipient::User(id) => id,
        Recipient::Group(id) => {
            message["group_id"] = json!(id);
            PARTICIPANT_NUMBER
        }
    };
    message["from"] = json!(from);
    json!({
        "contacts": [{ "profile": { "name": PROFILE_NAME }, "wa_id": from }],
        "messages": [message],
    })
}

pub(super) fn status(accepted: &Accepted, name: &str) -> Value {
    let recipient = match accepted.recipient() {
        Recipient::Phone { digits, .. } => digits,
        Recipient::User(id) | Recipient::Group(id) => id,
    };
    let mut status = json!({
        "id": accepted.id(),
        "recipient_id": recipient,
        "status": name,
        "timestamp": timestamp(),
    });
    if name == "failed" {
        status["errors"] = json!([{ "code": 1026, "title": "Receiver incapable" }]);
    }
    json!({ "statuses": [status] })
}
