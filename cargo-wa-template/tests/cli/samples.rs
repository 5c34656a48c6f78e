//! Templates, and messages that fill them in.

use serde_json::{Value, json};

/// A template without fault.
pub(crate) fn tour() -> Value {
    json!({
        "name": "harbour_tour", "language": "en_GB", "category": "UTILITY", "components": [
            { "type": "HEADER", "format": "TEXT", "text": "Tour on {{1}}",
              "example": { "header_text": ["3 May"] } },
            { "type": "BODY", "text": "We meet at {{1}} by the {{2}} gate. Are you coming?",
              "example": { "body_text": [["nine", "north"]] } },
            { "type": "FOOTER", "text": "Harbour Tours" },
            { "type": "BUTTONS", "buttons": [
                { "type": "QUICK_REPLY", "text": "Coming" },
                { "type": "URL", "text": "Map", "url": "https://example.com/m/{{1}}", "example": ["q7"] },
            ] },
        ] })
}

/// A template with one error, in its footer.
pub(crate) fn signed() -> Value {
    json!({
        "name": "greeting", "language": "en", "category": "UTILITY", "components": [
            { "type": "BODY", "text": "Welcome, we are glad to see you." },
            { "type": "FOOTER", "text": "Yours, {{1}}" },
        ] })
}

/// A template with one warning that can be silenced: only punctuation stands behind the placeholder.
pub(crate) fn dotted() -> Value {
    json!({
        "name": "dotted", "language": "en", "category": "UTILITY", "components": [
            { "type": "BODY", "text": "Your number in the queue is {{1}}.",
              "example": { "body_text": [["17"]] } },
        ] })
}

/// A message that fills in [`tour`].
pub(crate) fn tour_send() -> Value {
    json!({
        "messaging_product": "whatsapp", "to": "+15550100100", "type": "template",
        "template": {
            "name": "harbour_tour", "language": { "code": "en_GB" }, "components": [
                { "type": "header", "parameters": [text("4 May")] },
                { "type": "body", "parameters": [text("ten"), text("south")] },
                { "type": "button", "sub_type": "url", "index": "1", "parameters": [text("k3")] },
            ],
        },
    })
}

/// A message that lacks a value of the body of [`tour`].
pub(crate) fn short_send() -> Value {
    let mut send = tour_send();
    send["template"]["components"][1]["parameters"] = json!([text("ten")]);
    send
}

/// The same template in another language.
pub(crate) fn translated(mut template: Value, language: &str) -> Value {
    template["language"] = json!(language);
    template
}

/// The answer with which the platform lists templates.
pub(crate) fn listed(templates: &[Value]) -> String {
    json!({ "data": templates, "paging": { "cursors": { "before": "MAZDZD", "after": "MjQZD" } } })
        .to_string()
}

fn text(text: &str) -> Value {
    json!({ "type": "text", "text": text })
}
