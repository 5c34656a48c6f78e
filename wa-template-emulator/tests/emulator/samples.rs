//! Templates, and sends that fill them in.

use serde_json::{Value, json};
use wa_template_emulator::{Definition, Emulator};

use crate::http::{CLOUD, ON_PREMISES, send};

/// A fictional customer: the area code is given to nobody.
pub(crate) const CUSTOMER: &str = "+1 (555) 010-0100";
pub(crate) const DIGITS: &str = "15550100100";

pub(crate) fn definition(json: &Value) -> Definition {
    Definition::from_json(&json.to_string()).unwrap()
}

/// Numbered placeholders in header, body and address; the address is behind the third button.
pub(crate) fn tour() -> Definition {
    definition(&json!({
        "name": "harbour_tour", "language": "en_GB", "category": "UTILITY", "components": [
            { "type": "HEADER", "format": "TEXT", "text": "Tour on {{1}}",
              "example": { "header_text": ["3 May"] } },
            { "type": "BODY", "text": "We meet at {{1}} by the {{2}} gate. Are you coming?",
              "example": { "body_text": [["nine", "north"]] } },
            { "type": "FOOTER", "text": "Harbour Tours" },
            { "type": "BUTTONS", "buttons": [
                { "type": "QUICK_REPLY", "text": "Coming" },
                { "type": "QUICK_REPLY", "text": "Not this time" },
                { "type": "URL", "text": "Map", "url": "https://example.com/m/{{1}}", "example": ["q7"] },
            ] },
        ] }))
}

/// An image above a text without placeholders, and no button.
pub(crate) fn poster() -> Definition {
    definition(&json!({
        "name": "poster", "language": "es", "category": "MARKETING", "components": [
            { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::sample"] } },
            { "type": "BODY", "text": "El programa de mayo ya está aquí." },
        ] }))
}

/// Two cards with a picture and the same buttons.
pub(crate) fn boats() -> Definition {
    let card = json!({ "components": [
        { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::sample"] } },
        { "type": "BUTTONS", "buttons": [
            { "type": "QUICK_REPLY", "text": "Rent" }, { "type": "QUICK_REPLY", "text": "Ask" },
        ] },
    ] });
    definition(&json!({
        "name": "boats", "language": "en", "category": "MARKETING", "components": [
            { "type": "BODY", "text": "Our boats this May:" },
            { "type": "CAROUSEL", "cards": [card, card] },
        ] }))
}

pub(crate) fn emulator() -> Emulator {
    let emulator = Emulator::start().unwrap();
    emulator.add_all([tour(), poster(), boats()]);
    emulator
}

/// A good send of [`tour`] with a payload for the first quick reply and none for the second.
pub(crate) fn tour_send() -> Value {
    json!({
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": CUSTOMER, "type": "template",
        "template": {
            "name": "harbour_tour", "language": { "code": "en_GB" }, "components": [
                { "type": "header", "parameters": [text("4 May")] },
                { "type": "body", "parameters": [text("ten"), text("south")] },
                { "type": "button", "sub_type": "quick_reply", "index": "0",
                  "parameters": [{ "type": "payload", "payload": "tour:coming:17" }] },
                { "type": "button", "sub_type": "url", "index": "2", "parameters": [text("k3")] },
            ],
        },
    })
}

/// The same send as [`tour_send`] in the form of the On-Premises API.
pub(crate) fn tour_send_on_premises() -> Value {
    let mut send = tour_send();
    send.as_object_mut().unwrap().remove("messaging_product");
    send["template"]["namespace"] = json!("0000aaaa_11bb_22cc_33dd_444444eeeeee");
    send["template"]["language"]["policy"] = json!("deterministic");
    send
}

/// A good send of [`poster`].
pub(crate) fn poster_send() -> Value {
    json!({
        "messaging_product": "whatsapp", "to": CUSTOMER, "type": "template",
        "template": {
            "name": "poster", "language": { "code": "es" }, "components": [
                { "type": "header", "parameters": [
                    { "type": "image", "image": { "link": "https://example.com/may.png" } }] },
            ],
        },
    })
}

/// A good send of [`boats`]: a payload for the first button of each card.
pub(crate) fn boats_send() -> Value {
    let card = |index: usize, payload: &str| {
        json!({ "card_index": index, "components": [
            { "type": "header", "parameters": [
                { "type": "image", "image": { "link": "https://example.com/boat.png" } }] },
            { "type": "button", "sub_type": "quick_reply", "index": "0",
              "parameters": [{ "type": "payload", "payload": payload }] },
        ] })
    };
    json!({
        "messaging_product": "whatsapp", "to": CUSTOMER, "type": "template",
        "template": {
            "name": "boats", "language": { "code": "en" }, "components": [
                { "type": "carousel", "cards": [card(0, "rent:skiff"), card(1, "rent:sloop")] },
            ],
        },
    })
}

pub(crate) fn text(text: &str) -> Value {
    json!({ "type": "text", "text": text })
}

pub(crate) fn sent_by_cloud(emulator: &Emulator, body: &Value) -> wa_template_emulator::Accepted {
    let answer = send(emulator, CLOUD, body);
    assert_eq!(answer.status, 200, "{}", answer.json);
    emulator.accepted().pop().unwrap()
}

pub(crate) fn sent_on_premises(emulator: &Emulator, body: &Value) -> wa_template_emulator::Accepted {
    let answer = send(emulator, ON_PREMISES, body);
    assert_eq!(answer.status, 201, "{}", answer.json);
    emulator.accepted().pop().unwrap()
}
