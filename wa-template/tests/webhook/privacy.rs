//! What `Debug` shows, and what not.

use std::borrow::Cow;

use serde_json::json;
use wa_template::webhook::{ButtonReply, Event, Notification};
use wa_template::{UnknownPayload, WaPayload};

use crate::support::*;

#[test]
fn debug_leaks_nothing() {
    let mut message = tap();
    message["group_id"] = json!("Y2FwaV9ncm91cDox");
    message["from_user_id"] = json!(USER_ID);
    let mut failed = status("failed");
    failed["biz_opaque_callback_data"] = json!("order=42");
    failed["recipient_participant_id"] = json!("16505551236");
    failed["errors"] = json!([{ "code": 131_026, "title": "to 16505551237", "details": "to 16505551238" }]);
    let image = json!({ "id": THEIR_ID, "from": NUMBER, "type": "image", "image": { "caption": "holiday" } });
    let profile = json!({ "name": NAME, "username": "sheena" });
    let contacts = json!([{ "profile": profile, "wa_id": NUMBER, "parent_user_id": "US.ENT.1181579921" }]);
    let notification = read(&cloud(json!({
        "contacts": contacts,
        "messages": [message, text("free words"), image, "16505551239"],
        "statuses": [failed, with(status("sent"), "/status", json!("16505551240"))],
        "errors": [{ "code": 130_429, "title": "about 16505551241" }],
        "calls": [{ "from": NUMBER }],
    })));
    assert_eq!(notification.events().len(), 8);
    let secrets = [
        "16505551",
        "15550783881",
        USER_ID,
        "US.ENT",
        NAME,
        "sheena",
        "Y2Fw",
        "answer:",
        "Yes, please",
        "free words",
        "holiday",
        "order=42",
        OUR_ID,
        THEIR_ID,
        "wamid",
        "MTY1MDU1NTEyMzQ",
    ];
    for debug in [format!("{notification:?}"), format!("{notification:#?}")] {
        for secret in secrets {
            assert!(!debug.contains(secret), "{secret} is in {debug}");
        }
        for shown in ["\"button\"", "\"failed\"", "131026", "106540352242922", "…NjMyREUA"] {
            assert!(debug.contains(shown), "{shown} is not in {debug}");
        }
    }
    let unknown = notification.button_replies().next().map(ButtonReply::payload::<Never>);
    assert!(!format!("{unknown:?}").contains("answer:"));
}

/// Answers that no button has.
#[derive(Debug)]
enum Never {}

impl WaPayload for Never {
    fn to_payload(&self) -> Cow<'static, str> {
        match *self {}
    }

    fn from_payload(payload: &str) -> Result<Self, UnknownPayload> {
        Err(UnknownPayload::new(payload))
    }
}

#[test]
fn notifications_can_be_handed_to_a_task() {
    fn check<T: Send + Sync + Clone + 'static>() {}
    check::<Notification>();
    check::<Event>();
}
