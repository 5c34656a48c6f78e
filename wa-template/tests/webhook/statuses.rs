//! What became of messages that were sent.

use serde_json::json;
use wa_template::webhook::{Event, StatusKind};

use crate::support::*;

#[test]
fn statuses_say_what_happened() {
    for (word, kind) in [
        ("sent", StatusKind::Sent),
        ("delivered", StatusKind::Delivered),
        ("read", StatusKind::Read),
        ("played", StatusKind::Played),
        ("failed", StatusKind::Failed),
        ("deleted", StatusKind::Deleted),
        ("warning", StatusKind::Warning),
        ("expired", StatusKind::Other("expired".into())),
    ] {
        let status = only_status(&cloud(json!({ "statuses": [status(word)] })));
        assert_eq!(*status.kind(), kind);
        assert_eq!(status.kind().as_str(), word);
        assert_eq!(status.message_id(), OUR_ID);
        assert_eq!(status.recipient_id(), Some(NUMBER));
        assert_eq!(status.timestamp(), Some(at(1_750_030_073)));
        assert_eq!(status.phone_number_id(), Some("106540352242922"));
        assert_eq!(status.callback_data(), None);
        assert_eq!(status.group_id(), None);
        assert!(status.errors().is_empty());
    }
}

#[test]
fn a_failed_status_says_why() {
    let mut failed = status("failed");
    failed["biz_opaque_callback_data"] = json!("order=42;attempt=1");
    failed["errors"] = json!([
        {
            "code": 131_026,
            "title": "Message undeliverable",
            "message": "Message undeliverable",
            "error_data": { "details": "Message Undeliverable." },
            "href": "/documentation/business-messaging/whatsapp/support/error-codes"
        },
        { "code": "470", "details": "older form" },
        "no object",
    ]);
    let status = only_status(&cloud(json!({ "statuses": [failed] })));
    assert_eq!(*status.kind(), StatusKind::Failed);
    assert_eq!(status.callback_data(), Some("order=42;attempt=1"));
    let [first, second] = status.errors() else { panic!("two errors are objects") };
    assert_eq!(first.code(), Some(131_026));
    assert_eq!(first.title(), Some("Message undeliverable"));
    assert_eq!(first.message(), Some("Message undeliverable"));
    assert_eq!(first.details(), Some("Message Undeliverable."));
    assert_eq!(first.href(), Some("/documentation/business-messaging/whatsapp/support/error-codes"));
    assert_eq!(second.code(), Some(470));
    assert_eq!(second.details(), Some("older form"));
    assert_eq!(second.title(), None);
    assert_eq!(status.raw()["errors"][2], "no object");
}

#[test]
fn a_status_tells_the_recipient_in_all_known_ways() {
    let hidden = json!({ "id": OUR_ID, "status": "read", "recipient_user_id": USER_ID });
    let hidden = only_status(&cloud(json!({ "statuses": [hidden] })));
    assert_eq!((hidden.recipient_id(), hidden.recipient_user_id()), (None, Some(USER_ID)));

    let nested =
        json!({ "id": OUR_ID, "status": "sent", "type": "message", "message": { "recipient_id": NUMBER } });
    assert_eq!(only_status(&json!({ "statuses": [nested] })).recipient_id(), Some(NUMBER));

    for name in ["recipient_participant_id", "participant_recipient_id"] {
        let mut group = with(status("delivered"), "/recipient_id", json!("Y2FwaV9ncm91cDox"));
        group["recipient_type"] = json!("group");
        group[name] = json!(NUMBER);
        let group = only_status(&cloud(json!({ "statuses": [group] })));
        assert_eq!(group.group_id(), Some("Y2FwaV9ncm91cDox"));
        assert_eq!(group.participant_id(), Some(NUMBER));
    }
}

#[test]
fn errors_beside_the_messages_are_reported() {
    let body = json!({ "messages": [tap()], "errors": [{ "code": 1014, "title": "Internal error" }] });
    let notification = read(&body);
    assert_eq!(notification.button_replies().count(), 1);
    let report = notification.events().find_map(Event::as_error).expect("there is an error");
    assert_eq!(report.error().code(), Some(1014));
    assert_eq!(report.raw()["title"], "Internal error");
    assert_eq!(report.phone_number_id(), None);
}
