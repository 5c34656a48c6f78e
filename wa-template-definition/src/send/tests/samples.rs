//! Definitions, sends that fit them, and their parts.

use serde_json::{Value, json};

pub(super) fn template(components: Value) -> Value {
    let mut definition = json!({ "name": "ticket", "language": "en_US", "category": "UTILITY" });
    definition["components"] = components;
    definition
}

pub(super) fn send(components: Value) -> Value {
    let mut send = json!({ "name": "ticket", "language": { "code": "en_US" } });
    send["components"] = components;
    send
}

/// A send with one thing changed.
pub(super) fn changed(mut send: Value, change: impl FnOnce(&mut Value)) -> Value {
    change(&mut send);
    send
}

pub(super) fn list(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().expect("a list")
}

/// Text header, body with two placeholders, five buttons of which only the last one requires a value.
pub(super) fn numbered() -> Value {
    template(json!([
        { "type": "HEADER", "format": "TEXT", "text": "Ticket {{1}}" },
        { "type": "BODY", "text": "Hi {{1}}, your ticket for {{2}} is ready." },
        { "type": "FOOTER", "text": "Lucky Shrub" },
        { "type": "BUTTONS", "buttons": [
            { "type": "QUICK_REPLY", "text": "Thanks" },
            { "type": "QUICK_REPLY", "text": "Stop" },
            { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550051310" },
            { "type": "URL", "text": "Shop", "url": "https://example.com/" },
            { "type": "URL", "text": "Open", "url": "https://example.com/t/{{1}}", "example": ["x"] }] }
    ]))
}

pub(super) fn numbered_send() -> Value {
    send(json!([
        { "type": "header", "parameters": [{ "type": "text", "text": "77" }] },
        { "type": "body", "parameters": [{ "type": "text", "text": "Pablo" },
                                         { "type": "text", "text": "Friday" }] },
        { "type": "button", "sub_type": "quick_reply", "index": "0",
          "parameters": [{ "type": "payload", "payload": "thanks" }] },
        { "type": "button", "sub_type": "url", "index": "4", "parameters": [{ "type": "text", "text": "9rwn" }] }
    ]))
}

/// The components of [`numbered_send`].
pub(super) const HEADER: usize = 0;
pub(super) const BODY: usize = 1;
pub(super) const REPLY: usize = 2;
pub(super) const LINK: usize = 3;

/// Text header and body with names, one address.
pub(super) fn named() -> Value {
    let mut definition = template(json!([
        { "type": "HEADER", "format": "TEXT", "text": "For {{event}}" },
        { "type": "BODY", "text": "Hi {{name}}, your ticket for {{day}} is ready. See you on {{day}}!" },
        { "type": "BUTTONS", "buttons": [
            { "type": "URL", "text": "Open", "url": "https://example.com/t/{{1}}", "example": ["x"] }] }
    ]));
    definition["parameter_format"] = json!("NAMED");
    definition
}

pub(super) fn named_send() -> Value {
    send(json!([
        { "type": "header", "parameters": [{ "type": "text", "parameter_name": "event", "text": "Opera" }] },
        { "type": "body", "parameters": [{ "type": "text", "parameter_name": "name", "text": "Pablo" },
                                         { "type": "text", "parameter_name": "day", "text": "Friday" }] },
        { "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "9rwn" }] }
    ]))
}

/// A body without placeholders and nothing else.
pub(super) fn plain() -> Value {
    template(json!([{ "type": "BODY", "text": "Your ticket is ready." }]))
}

/// A header of this format above a body without placeholders.
pub(super) fn with_header(format: &str) -> Value {
    template(json!([{ "type": "HEADER", "format": format },
                    { "type": "BODY", "text": "Your ticket is ready." }]))
}

/// A send for [`with_header`]; the object stands under the key of its type.
pub(super) fn header_send(kind: &str, object: Value) -> Value {
    send(json!([{ "type": "header", "parameters": [parameter(kind, object)] }]))
}

/// A body and these buttons behind a quick reply: the first of them has index 1.
pub(super) fn with_buttons(buttons: &[Value]) -> Value {
    let mut list = vec![json!({ "type": "QUICK_REPLY", "text": "No" })];
    list.extend_from_slice(buttons);
    template(
        json!([{ "type": "BODY", "text": "Your ticket is ready." }, { "type": "BUTTONS", "buttons": list }]),
    )
}

/// A send that fills the button at index 1 with these parameters.
pub(super) fn button_send(sub_type: &str, parameters: Value) -> Value {
    let mut component = json!({ "type": "button", "sub_type": sub_type, "index": "1" });
    component["parameters"] = parameters;
    send(Value::Array(vec![component]))
}

/// A send that fills the button at index 1 with this action.
pub(super) fn action_send(sub_type: &str, action: Value) -> Value {
    let mut parameter = json!({ "type": "action" });
    parameter["action"] = action;
    button_send(sub_type, Value::Array(vec![parameter]))
}

/// A parameter whose value stands under the key of its type.
pub(super) fn parameter(kind: &str, value: Value) -> Value {
    let mut parameter = json!({ "type": kind });
    parameter[kind] = value;
    parameter
}

/// A component of this type with one parameter of the same type.
pub(super) fn component(kind: &str, value: Value) -> Value {
    let mut component = json!({ "type": kind });
    component["parameters"] = Value::Array(vec![parameter(kind, value)]);
    component
}
