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

/// Every kind of message with a secret in each of its texts.
fn messages_full_of_secrets() -> serde_json::Value {
    let secret = "s3cret words";
    let media = json!({ "id": secret, "mime_type": secret, "sha256": secret, "url": secret, "file": secret,
                        "caption": secret, "filename": secret });
    let contents = [
        ("button", json!({ "payload": secret, "text": secret })),
        ("text", json!({ "body": secret })),
        (
            "interactive",
            json!({ "type": "list_reply", "list_reply": { "id": secret, "title": secret, "description": secret } }),
        ),
        (
            "interactive",
            json!({ "type": "nfm_reply", "nfm_reply": { "name": secret, "body": secret,
                    "response_json": "{\"flow_token\":\"s3cret\"}" } }),
        ),
        (
            "interactive",
            json!({ "type": "call_permission_reply",
                    "call_permission_reply": { "response": secret, "response_source": secret } }),
        ),
        (
            "order",
            json!({ "catalog_id": secret, "text": secret, "product_items": [
                    { "product_retailer_id": secret, "item_price": 31_337, "quantity": 31_337, "currency": secret }] }),
        ),
        ("image", media.clone()),
        (
            "location",
            json!({ "latitude": 31_337, "longitude": 31.337, "name": secret, "address": secret, "url": secret }),
        ),
        (
            "contacts",
            json!([{ "name": { "formatted_name": secret, "first_name": secret, "last_name": secret },
                     "org": { "company": secret }, "emails": [secret], "vcard": secret,
                     "phones": [{ "phone": secret, "wa_id": secret, "user_id": secret, "type": secret }] }]),
        ),
        ("reaction", json!({ "message_id": secret, "emoji": secret })),
        (
            "system",
            json!({ "type": secret, "body": secret, "wa_id": secret, "user_id": secret, "identity": secret }),
        ),
        ("edit", json!({ "original_message_id": secret, "message": { "type": "image", "image": media } })),
        (
            "edit",
            json!({ "original_message_id": secret, "message": { "type": "text", "text": { "body": secret } } }),
        ),
        ("revoke", json!({ "original_message_id": secret })),
        ("unsupported", json!({ "type": secret })),
        ("hologram", json!({ "depth": secret })),
    ];
    let messages = contents.into_iter().map(|(kind, content)| {
        let mut message = json!({
            "id": secret, "from": secret, "from_user_id": secret, "group_id": secret, "type": kind,
            "context": { "id": secret, "from": secret, "mentions": [secret],
                         "referred_product": { "catalog_id": secret, "product_retailer_id": secret } },
            "referral": { "source_type": secret, "source_id": secret, "headline": secret, "body": secret,
                          "ctwa_clid": secret, "welcome_message": { "text": secret } },
            "identity": { "hash": secret },
            "errors": [{ "code": 7, "title": secret, "message": secret, "error_data": { "details": secret } }],
        });
        message[kind] = content;
        message
    });
    json!({ "messages": messages.collect::<Vec<_>>() })
}

#[test]
fn debug_of_no_kind_leaks_anything() {
    let secret = "s3cret words";
    let customer =
        json!({ "wa_id": secret, "user_id": secret, "detail": secret, "category": secret, "value": secret });
    let update = json!({ "detail": secret, "user_id": { "previous": secret, "current": secret } });
    let sent = json!({ "id": secret, "status": secret, "recipient_id": secret, "recipient_user_id": secret,
        "recipient_parent_user_id": secret, "recipient_identity_key_hash": secret, "template_id": secret,
        "biz_opaque_callback_data": secret, "recipient_participant_id": secret,
        "conversation": { "id": secret, "origin": { "type": secret } },
        "pricing": { "pricing_model": secret, "type": secret, "category": secret },
        "errors": [{ "code": 7, "title": secret, "href": secret }] });
    let template = json!({ "message_template_name": secret, "message_template_language": secret, "event": secret,
        "reason": secret, "disable_info": { "disable_date": secret },
        "other_info": { "title": secret, "description": secret },
        "rejection_info": { "reason": secret, "recommendation": secret } });
    let account = json!({ "event": secret, "violation_info": { "violation_type": secret }, "country": secret,
        "ban_info": { "waba_ban_state": secret, "waba_ban_date": secret }, "volume_tier_info": { "tier": secret },
        "restriction_info": [{ "restriction_type": secret, "remediation": secret }] });
    let number = json!({ "display_phone_number": secret, "event": secret, "current_limit": secret, "decision": secret,
        "requested_verified_name": secret, "rejection_reason": secret, "requester": secret, "username": secret,
        "status": secret, "max_daily_conversations_per_business": secret, "entity_id": secret,
        "alert_info": { "alert_type": secret, "alert_description": secret } });
    let bodies = [
        cloud(messages_full_of_secrets()),
        cloud(json!({ "statuses": [sent], "beta": secret })),
        change(
            "user_preferences",
            &json!({ "user_preferences": [customer], "contacts": [{ "wa_id": secret }] }),
        ),
        change("user_id_update", &json!({ "user_id_update": [update] })),
        change("message_template_status_update", &template),
        change("account_update", &account),
        change("account_alerts", &number),
        change("account_review_update", &number),
        change("business_capability_update", &number),
        change("business_username_updates", &number),
        change("phone_number_quality_update", &number),
        change("phone_number_name_update", &number),
        change("security", &number),
        change(secret, &number),
    ];
    for body in bodies {
        let notification = read(&body);
        let kinds = notification.events().filter(|event| event.as_other().is_none()).count();
        assert_eq!(kinds > 0, body["entry"][0]["changes"][0]["field"] != secret);
        for debug in [format!("{notification:?}"), format!("{notification:#?}")] {
            for secret in ["s3cret", "31337", "31.337"] {
                assert!(!debug.contains(secret), "{secret} is in {debug}");
            }
        }
    }
}
