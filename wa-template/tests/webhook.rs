//! What applications get to see of webhook notifications.
#![cfg(feature = "webhook")]

use std::borrow::Cow;
use std::path::Path;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use serde_json::{Value, json};
use wa_template::webhook::{ButtonReply, Event, Notification, Other, Status, StatusKind, TextMessage};
use wa_template::{UnknownPayload, WaPayload};

const NUMBER: &str = "16505551234";
const USER_ID: &str = "US.13491208655302741918";
const NAME: &str = "Sheena Nelson";
const OUR_ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0QUQ2MjA4NEYyRkExNjMyREUA";
const THEIR_ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQUFERjg0NDEzNDdFODU3MUMxMAA=";

#[derive(Clone, Copy, Debug, PartialEq)]
enum Answer {
    Yes,
    No,
}

// By hand, because the derive is a feature of its own.
impl WaPayload for Answer {
    fn to_payload(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Yes => "answer:yes",
            Self::No => "answer:no",
        })
    }

    fn from_payload(payload: &str) -> Result<Self, UnknownPayload> {
        match payload {
            "answer:yes" => Ok(Self::Yes),
            "answer:no" => Ok(Self::No),
            other => Err(UnknownPayload::new(other)),
        }
    }
}

/// The body of a Cloud notification with one change of the field `messages`.
fn cloud(content: Value) -> Value {
    let mut value = json!({
        "messaging_product": "whatsapp",
        "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" }
    });
    let Value::Object(content) = content else { panic!("the content of a change is an object") };
    value.as_object_mut().expect("it is an object").extend(content);
    change("messages", &value)
}

fn change(field: &str, value: &Value) -> Value {
    json!({
        "object": "whatsapp_business_account",
        "entry": [{ "id": "102290129340398", "changes": [{ "field": field, "value": value }] }]
    })
}

fn tap() -> Value {
    json!({
        "context": { "from": "15550783881", "id": OUR_ID },
        "from": NUMBER,
        "id": THEIR_ID,
        "timestamp": "1750091045",
        "type": "button",
        "button": { "payload": "answer:yes", "text": "Yes, please" }
    })
}

fn text(body: &str) -> Value {
    json!({ "from": NUMBER, "id": THEIR_ID, "timestamp": "1750091045", "type": "text", "text": { "body": body } })
}

fn status(kind: &str) -> Value {
    json!({ "id": OUR_ID, "status": kind, "timestamp": "1750030073", "recipient_id": NUMBER })
}

fn contacts() -> Value {
    json!([{ "profile": { "name": NAME }, "wa_id": NUMBER }])
}

/// The same JSON with `value` instead of what is at `pointer`.
fn with(mut json: Value, pointer: &str, value: Value) -> Value {
    *json.pointer_mut(pointer).expect("the pointer is right") = value;
    json
}

/// The same JSON without the member at `pointer`.
fn without(mut json: Value, pointer: &str, member: &str) -> Value {
    let object = json.pointer_mut(pointer).and_then(Value::as_object_mut).expect("the pointer is right");
    object.remove(member).expect("the member is there");
    json
}

#[track_caller]
fn read(body: &Value) -> Notification {
    Notification::from_slice(body.to_string().as_bytes()).expect("it is a JSON object")
}

/// The only event of a notification.
#[track_caller]
fn only(body: &Value) -> Event {
    let mut events = read(body).into_iter();
    let event = events.next().expect("there is an event");
    assert!(events.next().is_none(), "there are more events");
    event
}

#[track_caller]
fn only_status(body: &Value) -> Status {
    only(body).as_status().expect("it is a status").clone()
}

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[test]
fn a_tap_gives_back_the_answer_from_the_cloud() {
    let event = only(&cloud(json!({ "contacts": contacts(), "messages": [tap()] })));
    assert_eq!(event.phone_number_id(), Some("106540352242922"));
    assert_eq!(event.waba_id(), Some("102290129340398"));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.raw_payload(), Some("answer:yes"));
    assert_eq!(reply.text(), "Yes, please");
    assert_eq!(reply.in_reply_to(), Some(OUR_ID));
    assert_eq!(reply.message_id(), THEIR_ID);
    assert_eq!(reply.timestamp(), Some(at(1_750_091_045)));
    assert_eq!(reply.sender().wa_id(), Some(NUMBER));
    assert_eq!(reply.sender().user_id(), None);
    assert_eq!(reply.sender().name(), Some(NAME));
    assert_eq!(reply.phone_number_id(), Some("106540352242922"));
    assert_eq!(reply.message().display_phone_number(), Some("15550783881"));
    assert_eq!(reply.group_id(), None);
    assert_eq!(*reply.raw(), tap());
}

#[test]
fn a_tap_gives_back_the_answer_from_on_premises() {
    let event = only(&json!({ "contacts": contacts(), "messages": [tap()] }));
    assert_eq!(event.waba_id(), None);
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.in_reply_to(), Some(OUR_ID));
    assert_eq!(reply.sender().name(), Some(NAME));
    assert_eq!(reply.phone_number_id(), None);
}

#[test]
fn a_tap_with_a_hidden_phone_number_has_a_user_id() {
    let mut message = without(tap(), "", "from");
    message["from_user_id"] = json!(USER_ID);
    let profile = json!({ "name": NAME, "username": "@sheena" });
    let contacts = json!([{ "profile": profile, "user_id": USER_ID, "parent_user_id": "US.ENT.1181579921" }]);
    let event = only(&cloud(json!({ "contacts": contacts, "messages": [message] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.sender().wa_id(), None);
    assert_eq!(reply.sender().user_id(), Some(USER_ID));
    assert_eq!(reply.sender().parent_user_id(), Some("US.ENT.1181579921"));
    assert_eq!(reply.sender().name(), Some(NAME));
    assert_eq!(reply.sender().username(), Some("sheena"));
}

#[test]
fn a_tap_without_context_is_a_tap() {
    let event = only(&cloud(json!({ "contacts": contacts(), "messages": [without(tap(), "", "context")] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.in_reply_to(), None);
}

#[test]
fn a_tap_without_payload_is_known_by_its_label() {
    let label = with(tap(), "/button/text", json!("answer:no"));
    for (message, raw) in [
        (with(label.clone(), "/button/payload", json!(null)), None),
        (without(label.clone(), "/button", "payload"), None),
        (with(label.clone(), "/button/payload", json!("")), Some("")),
    ] {
        let event = only(&cloud(json!({ "messages": [message] })));
        let reply = event.as_button_reply().expect("it is a tap");
        assert_eq!(reply.raw_payload(), raw);
        assert_eq!(reply.payload(), Ok(Answer::No));
    }
}

#[test]
fn a_tap_without_label_is_a_tap() {
    let event = only(&cloud(json!({ "messages": [without(tap(), "/button", "text")] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
    assert_eq!(reply.text(), "");
}

#[test]
fn an_unknown_payload_is_an_error_value() {
    let event = only(&cloud(json!({ "messages": [with(tap(), "/button/payload", json!("STOP"))] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.payload::<Answer>(), Err(UnknownPayload::new("STOP")));
}

#[test]
fn an_interactive_reply_is_not_a_tap_on_a_template() {
    let interactive =
        json!({ "type": "button_reply", "button_reply": { "id": "answer:yes", "title": "Yes" } });
    let message =
        json!({ "from": NUMBER, "id": THEIR_ID, "type": "interactive", "interactive": interactive });
    let event = only(&cloud(json!({ "contacts": contacts(), "messages": [message] })));
    let other = event.as_other().expect("it has no type of its own");
    assert_eq!(other.field(), Some("messages"));
    assert_eq!(*other.raw(), message);
    let message = event.message().expect("it is a message");
    assert_eq!(message.kind(), Some("interactive"));
    assert_eq!(message.sender().name(), Some(NAME));
    assert_eq!(message.id(), THEIR_ID);
}

#[test]
fn a_text_is_an_event_of_its_own() {
    let free = text("Can I change the date?");
    let mut answer = free.clone();
    answer["context"] = json!({ "from": "15550783881", "id": OUR_ID });
    let mut forwarded = free.clone();
    forwarded["context"] = json!({ "forwarded": true });
    for (message, in_reply_to) in [(free, None), (answer, Some(OUR_ID)), (forwarded, None)] {
        let event = only(&cloud(json!({ "contacts": contacts(), "messages": [message] })));
        assert_eq!(event.as_button_reply(), None);
        let text = event.as_text().expect("it is a text");
        assert_eq!(text.body(), "Can I change the date?");
        assert_eq!(text.in_reply_to(), in_reply_to);
        assert_eq!(text.sender().wa_id(), Some(NUMBER));
        assert_eq!(text.message_id(), THEIR_ID);
    }
}

#[test]
fn a_text_in_a_group_tells_the_group() {
    let mut message = text("Hello all");
    message["group_id"] = json!("Y2FwaV9ncm91cDoxODA1NTU1MDE3MjoxMjAzNjMyMjI3NzE5NjMwNjcZD");
    let event = only(&cloud(json!({ "messages": [message] })));
    let group = event.as_text().expect("it is a text").group_id();
    assert_eq!(group, Some("Y2FwaV9ncm91cDoxODA1NTU1MDE3MjoxMjAzNjMyMjI3NzE5NjMwNjcZD"));
}

#[test]
fn a_name_belongs_to_the_contact_with_the_same_id() {
    let contacts = json!([
        { "profile": { "name": "Pablo M." }, "wa_id": "16505551235" },
        { "profile": { "name": NAME }, "wa_id": NUMBER, "user_id": USER_ID },
    ]);
    let event = only(&cloud(json!({ "contacts": contacts, "messages": [tap()] })));
    let sender = event.as_button_reply().expect("it is a tap").sender();
    assert_eq!(sender.name(), Some(NAME));
    assert_eq!(sender.user_id(), Some(USER_ID));

    let stranger = json!([{ "profile": { "name": "Pablo M." }, "wa_id": "16505551235" }]);
    let event = only(&cloud(json!({ "contacts": stranger, "messages": [tap()] })));
    assert_eq!(event.as_button_reply().expect("it is a tap").sender().name(), None);
}

#[test]
fn ids_and_times_may_be_numbers() {
    let contacts = json!([{ "profile": { "name": NAME }, "wa_id": 16_505_551_234_u64 }]);
    let message = with(tap(), "/timestamp", json!(1_750_091_045));
    let event = only(&cloud(json!({ "contacts": contacts, "messages": [message] })));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.timestamp(), Some(at(1_750_091_045)));
    assert_eq!(reply.sender().name(), Some(NAME));
}

#[test]
fn statuses_say_what_happened() {
    for (word, kind) in [
        ("sent", StatusKind::Sent),
        ("delivered", StatusKind::Delivered),
        ("read", StatusKind::Read),
        ("played", StatusKind::Played),
        ("failed", StatusKind::Failed),
        ("deleted", StatusKind::Deleted),
        ("warning", StatusKind::Other("warning".into())),
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

#[test]
fn a_batch_keeps_the_neighbours_of_a_broken_item() {
    let messages = json!([tap(), 7, { "type": "text", "text": { "body": "no id" } }, text("after")]);
    let statuses = json!([status("sent"), { "id": OUR_ID, "status": ["sent"] }, status("read")]);
    let good = cloud(json!({ "messages": messages, "statuses": statuses }));
    let body = json!({
        "object": "whatsapp_business_account",
        "entry": [
            null,
            good["entry"][0],
            { "id": "102290129340398", "changes": ["broken", { "field": "messages", "value": [] }] },
            good["entry"][0],
        ]
    });
    let notification = read(&body);
    assert_eq!(notification.button_replies().count(), 2);
    assert_eq!(notification.texts().count(), 2);
    assert_eq!(notification.statuses().count(), 4);
    let others: Vec<_> = notification.events().filter_map(Event::as_other).map(Other::raw).collect();
    assert_eq!(others.len(), 1 + 3 + 2 + 3);
    assert!(others.contains(&&json!(7)));
    assert!(others.contains(&&json!("broken")));
}

#[test]
fn an_unknown_field_is_kept() {
    let value = json!({ "decision": "APPROVED", "metadata": { "phone_number_id": "106540352242922" } });
    let mut body = change("account_review_update", &value);
    body["entry"][0]["time"] = json!(1_739_321_024);
    let event = only(&body);
    let other = event.as_other().expect("it has no type of its own");
    assert_eq!(other.field(), Some("account_review_update"));
    assert_eq!(*other.raw(), value);
    assert_eq!(other.time(), Some(at(1_739_321_024)));
    assert_eq!(other.waba_id(), Some("102290129340398"));
    assert_eq!(other.phone_number_id(), Some("106540352242922"));
    assert_eq!(other.message(), None);
}

#[test]
fn messages_under_another_field_are_not_answered() {
    let event = only(&change("standby", &json!({ "messages": [tap()] })));
    assert_eq!(event.as_other().expect("it has no type of its own").raw()["messages"][0], tap());
}

#[test]
fn unknown_keys_are_kept_on_every_level() {
    let mut body = cloud(json!({ "messages": [tap()], "calls": [1] }));
    body["beta"] = json!("root");
    body["entry"][0]["beta"] = json!("entry");
    body["entry"][0]["changes"][0]["beta"] = json!("change");
    let notification = read(&body);
    assert_eq!(notification.button_replies().count(), 1);
    let others: Vec<_> = notification.events().filter_map(Event::as_other).map(Other::raw).collect();
    assert_eq!(others.len(), 4);
    assert!(others.iter().any(|other| other["calls"] == json!([1])));
    for level in ["root", "entry", "change"] {
        assert!(others.iter().any(|other| other["beta"] == level), "{level}");
    }
}

#[test]
fn a_field_on_the_entry_counts() {
    let value = json!({ "event": "PARTNER_APP_INSTALLED" });
    let entry = json!({ "id": "1", "changes": [{ "value": value }], "field": "account_update", "object": "whatsapp" });
    let event = only(&json!({ "entry": [entry] }));
    assert_eq!(event.as_other().and_then(|other| other.field()), Some("account_update"));
}

#[test]
fn single_items_may_stand_where_lists_belong() {
    let value = json!({ "messages": tap(), "contacts": { "wa_id": NUMBER, "profile": { "name": NAME } } });
    let event = only(&json!({ "entry": { "changes": { "field": "messages", "value": value } } }));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.sender().name(), Some(NAME));
}

#[test]
fn an_empty_notification_has_no_events() {
    for body in ["{}", r#"{"object":"whatsapp_business_account","entry":[]}"#, r#"{"messages":[]}"#] {
        let notification: Notification = body.parse().expect("it is a JSON object");
        assert_eq!(notification.events().len(), 0, "{body}");
    }
}

#[test]
fn what_is_not_a_json_object_is_an_error() {
    for body in ["", "hello", "{", "[]", "null", "\"16505551234\"", "16505551234", "{} {}", "\u{feff}{}"] {
        let error = body.parse::<Notification>().expect_err(body);
        assert!(!format!("{error} {error:?}").contains(NUMBER));
    }
    assert!(Notification::from_slice(b"{\"a\":\"\xff\"}").is_err());
}

#[test]
fn deep_nesting_is_an_error() {
    let nested = |levels: usize| format!("{}1{}", "{\"messages\":".repeat(levels), "}".repeat(levels));
    assert!(nested(127).parse::<Notification>().is_ok());
    assert!(nested(128).parse::<Notification>().is_err());
    assert!(nested(100_000).parse::<Notification>().is_err());
    assert!("[".repeat(1_000_000).parse::<Notification>().is_err());
}

#[test]
fn half_an_emoji_costs_nothing() {
    let body =
        cloud(json!({ "messages": [text("CUT"), tap()] })).to_string().replace("CUT", r"Thanks \ud83d");
    let notification: Notification = body.parse().expect("it is JSON");
    assert_eq!(notification.texts().next().map(TextMessage::body), Some("Thanks \u{fffd}"));
    assert_eq!(notification.button_replies().count(), 1);
}

#[test]
fn a_repeated_key_counts_as_given_last() {
    let body = r#"{ "messages": [{
        "id": "ABGGFmkiWVVPAgo-sKD87hgxPHdF", "type": "text", "type": "button",
        "button": { "payload": "answer:no", "payload": "answer:yes", "text": "Yes" }
    }] }"#;
    let notification: Notification = body.parse().expect("it is a JSON object");
    let reply = notification.button_replies().next().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
}

#[test]
fn huge_lists_are_read_whole() {
    let contacts: Vec<_> =
        (0..20_000).map(|number| json!({ "wa_id": format!("1650555{number:05}") })).collect();
    let messages: Vec<_> = (0..20_000)
        .map(|number| json!({ "id": format!("{number}"), "from": "16505551234", "type": "text", "text": [] }))
        .collect();
    let notification = read(&cloud(json!({ "contacts": contacts, "messages": messages })));
    assert_eq!(notification.events().len(), 20_000);
}

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

/// Which kind of event a recorded notification must have, judged by the name of its file.
fn is_expected(name: &str, event: &Event) -> bool {
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| name.starts_with(prefix));
    if name.contains("button_quick_reply") || name.contains("quick_reply_callback") {
        event.as_button_reply().is_some_and(|reply| !reply.text().is_empty() && reply.timestamp().is_some())
    } else if starts(&["cloud_message_text", "on_premises_message_text"]) {
        event.as_text().is_some_and(|text| !text.body().is_empty() && text.timestamp().is_some())
    } else if name.contains("_status_") && !starts(&["cloud_template_", "template_status"]) {
        event.as_status().is_some_and(|status| status.timestamp().is_some())
    } else {
        true
    }
}

#[test]
fn recorded_notifications_are_understood() {
    let Some(folder) = std::env::var_os("WA_TEMPLATE_VECTORS") else {
        println!("WA_TEMPLATE_VECTORS is not set: no recorded notifications to read");
        return;
    };
    let files = std::fs::read_dir(Path::new(&folder).join("webhooks")).expect("the folder can be read");
    let mut failures = Vec::new();
    let mut seen = 0;
    for file in files {
        let path = file.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        seen += 1;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match Notification::from_slice(&std::fs::read(&path).expect("the file can be read")) {
            Ok(notification) if notification.events().any(|event| is_expected(&name, event)) => {
                visit(&notification);
            }
            Ok(notification) => failures.push(format!("{name}: {notification:?}")),
            Err(error) => failures.push(format!("{name}: {error}")),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(seen > 0, "the folder holds no notifications");
}
