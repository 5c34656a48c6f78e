//! What holds for every body.

use proptest::prelude::*;
use serde_json::{Value, json};
use wa_template::webhook::{ButtonReply, Event, Notification};

use crate::support::*;

/// Calls every accessor, so that a property test reaches all of them.
fn visit(notification: &Notification) {
    for event in notification.events() {
        let _ = (
            event.phone_number_id(),
            event.waba_id(),
            event.message().map(|message| message.sender().name()),
        );
        match event {
            Event::ButtonReply(reply) => drop((reply.payload::<Answer>(), reply.text(), reply.in_reply_to())),
            Event::Text(text) => assert!(text.body().len() < usize::MAX),
            Event::Status(status) => {
                drop((status.kind().clone(), status.group_id(), status.errors().to_vec()));
            }
            Event::Error(report) => drop(report.error().clone()),
            Event::Other(other) => drop((other.raw().clone(), other.field(), other.time())),
            _ => {}
        }
    }
    assert!(!format!("{notification:?}").is_empty());
}

/// Keys and values that the platform uses, so that arbitrary JSON gets past the first check.
const WORDS: [&str; 36] = [
    "object",
    "entry",
    "changes",
    "field",
    "value",
    "messages",
    "statuses",
    "errors",
    "contacts",
    "metadata",
    "id",
    "time",
    "timestamp",
    "type",
    "button",
    "text",
    "body",
    "payload",
    "context",
    "from",
    "from_user_id",
    "wa_id",
    "user_id",
    "profile",
    "name",
    "username",
    "status",
    "sent",
    "recipient_id",
    "recipient_type",
    "group",
    "group_id",
    "code",
    "title",
    "details",
    "error_data",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => proptest::sample::select(&WORDS[..]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 128, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((word(), inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Every place in a notification where something else may stand.
const PLACES: [&str; 14] = [
    "/entry",
    "/entry/0",
    "/entry/0/id",
    "/entry/0/changes/0",
    "/entry/0/changes/0/field",
    "/entry/0/changes/0/value",
    "/entry/0/changes/0/value/metadata",
    "/entry/0/changes/0/value/contacts",
    "/entry/0/changes/0/value/messages",
    "/entry/0/changes/0/value/messages/0",
    "/entry/0/changes/0/value/messages/0/button",
    "/entry/0/changes/0/value/messages/0/context",
    "/entry/0/changes/0/value/statuses/0",
    "/entry/0/changes/0/value/statuses/0/status",
];

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(body in proptest::collection::vec(any::<u8>(), 0..256)) {
        if let Ok(notification) = Notification::from_slice(&body) {
            visit(&notification);
        }
    }

    #[test]
    fn arbitrary_escapes_never_panic(text in r#"(\\|u|d|8|c|0|"){0,24}"#) {
        let _ = format!(r#"{{"messages":["{text}"]}}"#).parse::<Notification>();
    }

    #[test]
    fn arbitrary_json_is_an_error_only_if_it_is_no_object(body in any_json()) {
        let notification = Notification::from_slice(body.to_string().as_bytes());
        prop_assert_eq!(notification.is_ok(), body.is_object());
        notification.iter().for_each(visit);
    }

    #[test]
    fn arbitrary_parts_never_panic(part in any_json(), place in proptest::sample::select(&PLACES[..])) {
        let body = cloud(json!({ "contacts": contacts(), "messages": [tap()], "statuses": [status("sent")] }));
        visit(&read(&with(body, place, part)));
    }

    #[test]
    fn arbitrary_items_keep_their_neighbours(item in any_json()) {
        let mut reply = tap();
        reply["id"] = json!("before");
        let notification = read(&cloud(json!({
            "contacts": contacts(),
            "messages": [reply, item, text("after")],
            "statuses": [status("sent"), item, status("read")],
        })));
        prop_assert_eq!(notification.events().len(), 6);
        let first = notification.button_replies().next().map(ButtonReply::message_id);
        prop_assert_eq!(first, Some("before"));
        prop_assert!(notification.texts().any(|text| text.body() == "after"));
        prop_assert!(notification.statuses().count() >= 2);
    }
}
