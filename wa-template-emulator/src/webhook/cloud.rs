//! Notifications of the Cloud API (webhooks/reference/messages and webhooks/reference/messages/status, September
//! 2026; business-scoped-user-ids, June 2026; groups/webhooks, late 2025).

use serde_json::{Value, json};

use super::{BUSINESS_NUMBER, PARTICIPANT_NUMBER, PROFILE_NAME, timestamp};
use crate::recipient::Recipient;
use crate::{Accepted, ids};

const BUSINESS_ACCOUNT_ID: &str = "100000000000000";

pub(super) fn message(accepted: &Accepted, number: u64, kind: &str, content: &Value) -> Value {
    let mut message = json!({
        "context": { "from": BUSINESS_NUMBER, "id": accepted.id() },
        "id": ids::incoming(accepted.api(), number),
        "timestamp": timestamp(),
        "type": kind,
        kind: content,
    });
    match accepted.recipient() {
        Recipient::Phone { digits, .. } => message["from"] = json!(digits),
        Recipient::User(id) => message["from_user_id"] = json!(id),
        Recipient::Group(id) => {
            message["from"] = json!(PARTICIPANT_NUMBER);
            message["group_id"] = json!(id);
        }
    }
    let mut value = value(accepted);
    value["contacts"] = json!([contact(accepted.recipient())]);
    value["messages"] = json!([message]);
    envelope(&value)
}

pub(super) fn status(accepted: &Accepted, name: &str) -> Value {
    let mut value = value(accepted);
    let mut status = json!({ "id": accepted.id(), "status": name, "timestamp": timestamp() });
    match accepted.recipient() {
        Recipient::Phone { digits, .. } => status["recipient_id"] = json!(digits),
        Recipient::User(id) => {
            status["recipient_user_id"] = json!(id);
            // Only a user without a visible number is introduced, and not when the message failed.
            if name != "failed" {
                value["contacts"] = json!([contact(accepted.recipient())]);
            }
        }
        Recipient::Group(id) => {
            status["recipient_type"] = json!("group");
            status["recipient_id"] = json!(id);
            status["recipient_participant_id"] = json!(PARTICIPANT_NUMBER);
        }
    }
    if let Some(data) = accepted.callback_data() {
        status["biz_opaque_callback_data"] = json!(data);
    }
    if name == "failed" {
        status["errors"] = json!([{
            "code": 131_026,
            "title": "Message undeliverable",
            "message": "Message undeliverable",
            "error_data": { "details": "The emulator was told that this message failed." },
        }]);
    }
    value["statuses"] = json!([status]);
    envelope(&value)
}

fn value(accepted: &Accepted) -> Value {
    json!({
        "messaging_product": "whatsapp",
        "metadata": {
            "display_phone_number": BUSINESS_NUMBER,
            "phone_number_id": accepted.phone_number_id().unwrap_or_default(),
        },
    })
}

fn contact(recipient: &Recipient) -> Value {
    let profile = json!({ "name": PROFILE_NAME });
    match recipient {
        Recipient::Phone { digits, .. } => json!({ "profile": profile, "wa_id": digits }),
        Recipient::User(id) => json!({ "profile": profile, "user_id": id }),
        Recipient::Group(_) => json!({ "profile": profile, "wa_id": PARTICIPANT_NUMBER }),
    }
}

fn envelope(value: &Value) -> Value {
    json!({
        "object": "whatsapp_business_account",
        "entry": [{
            "id": BUSINESS_ACCOUNT_ID,
            "changes": [{ "value": value, "field": "messages" }],
        }],
    })
}
