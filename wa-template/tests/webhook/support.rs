//! Samples of notifications, and ways to read them.

use std::borrow::Cow;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use wa_template::webhook::{Event, Notification, Status};
use wa_template::{UnknownPayload, WaPayload};

pub(crate) const NUMBER: &str = "16505551234";

pub(crate) const USER_ID: &str = "US.13491208655302741918";

pub(crate) const NAME: &str = "Sheena Nelson";

pub(crate) const OUR_ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0QUQ2MjA4NEYyRkExNjMyREUA";

pub(crate) const THEIR_ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQ1RjBBMjM5QzdCRDY0RTE4MjVGMAA=";

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Answer {
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
pub(crate) fn cloud(content: Value) -> Value {
    let mut value = json!({
        "messaging_product": "whatsapp",
        "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" }
    });
    let Value::Object(content) = content else { panic!("the content of a change is an object") };
    value.as_object_mut().expect("it is an object").extend(content);
    change("messages", &value)
}

pub(crate) fn change(field: &str, value: &Value) -> Value {
    json!({
        "object": "whatsapp_business_account",
        "entry": [{ "id": "102290129340398", "changes": [{ "field": field, "value": value }] }]
    })
}

pub(crate) fn tap() -> Value {
    json!({
        "context": { "from": "15550783881", "id": OUR_ID },
        "from": NUMBER,
        "id": THEIR_ID,
        "timestamp": "1750091045",
        "type": "button",
        "button": { "payload": "answer:yes", "text": "Yes, please" }
    })
}

pub(crate) fn text(body: &str) -> Value {
    json!({ "from": NUMBER, "id": THEIR_ID, "timestamp": "1750091045", "type": "text", "text": { "body": body } })
}

pub(crate) fn status(kind: &str) -> Value {
    json!({ "id": OUR_ID, "status": kind, "timestamp": "1750030073", "recipient_id": NUMBER })
}

pub(crate) fn contacts() -> Value {
    json!([{ "profile": { "name": NAME }, "wa_id": NUMBER }])
}

/// The same JSON with `value` instead of what is at `pointer`.
pub(crate) fn with(mut json: Value, pointer: &str, value: Value) -> Value {
    *json.pointer_mut(pointer).expect("the pointer is right") = value;
    json
}

/// The same JSON without the member at `pointer`.
pub(crate) fn without(mut json: Value, pointer: &str, member: &str) -> Value {
    let object = json.pointer_mut(pointer).and_then(Value::as_object_mut).expect("the pointer is right");
    object.remove(member).expect("the member is there");
    json
}

#[track_caller]
pub(crate) fn read(body: &Value) -> Notification {
    Notification::from_slice(body.to_string().as_bytes()).expect("it is a JSON object")
}

/// The only event of a notification.
#[track_caller]
pub(crate) fn only(body: &Value) -> Event {
    let mut events = read(body).into_iter();
    let event = events.next().expect("there is an event");
    assert!(events.next().is_none(), "there are more events");
    event
}

#[track_caller]
pub(crate) fn only_status(body: &Value) -> Status {
    only(body).as_status().expect("it is a status").clone()
}

pub(crate) fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}
