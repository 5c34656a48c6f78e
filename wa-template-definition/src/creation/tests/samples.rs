//! Definitions that keep all rules, and their parts.

use serde_json::{Value, json};

pub(super) const BODY: &str = "Your order has left our warehouse.";

pub(super) fn template(components: Vec<Value>) -> Value {
    let mut definition = json!({ "name": "order_update", "language": "en_US", "category": "UTILITY" });
    definition["components"] = Value::Array(components);
    definition
}

/// [`template`] with a body only, and this field set or added.
pub(super) fn with(key: &str, value: impl Into<Value>) -> Value {
    set(template(vec![json!({ "type": "BODY", "text": BODY })]), key, value)
}

pub(super) fn set(mut definition: Value, key: &str, value: impl Into<Value>) -> Value {
    definition[key] = value.into();
    definition
}

/// A body with numbered placeholders.
pub(super) fn with_body(text: &str, examples: &[&str]) -> Value {
    let mut body = json!({ "type": "BODY", "text": text });
    if !examples.is_empty() {
        body["example"] = json!({ "body_text": [examples] });
    }
    template(vec![body])
}

pub(super) fn named_examples(examples: &[&str]) -> Value {
    let example = |name: &&str| json!({ "param_name": name, "example": "Pablo" });
    examples.iter().map(example).collect()
}

/// A body with named placeholders.
pub(super) fn with_named_body(text: &str, examples: &[&str]) -> Value {
    let mut body = json!({ "type": "BODY", "text": text });
    body["example"] = json!({ "body_text_named_params": named_examples(examples) });
    set(template(vec![body]), "parameter_format", "NAMED")
}

pub(super) fn with_header(text: &str, examples: &[&str]) -> Value {
    let mut header = json!({ "type": "HEADER", "format": "TEXT", "text": text });
    if !examples.is_empty() {
        header["example"] = json!({ "header_text": examples });
    }
    template(vec![header, json!({ "type": "BODY", "text": BODY })])
}

pub(super) fn with_footer(text: &str) -> Value {
    let footer = json!({ "type": "FOOTER", "text": text });
    template(vec![json!({ "type": "BODY", "text": BODY }), footer])
}

pub(super) fn with_buttons(buttons: Vec<Value>) -> Value {
    template(vec![json!({ "type": "BODY", "text": BODY }), self::buttons(buttons)])
}

pub(super) fn quick_reply(label: &str) -> Value {
    json!({ "type": "QUICK_REPLY", "text": label })
}

pub(super) fn url(address: &str, example: Option<&str>) -> Value {
    let mut button = json!({ "type": "URL", "text": "Open", "url": address });
    if let Some(example) = example {
        button["example"] = json!([example]);
    }
    button
}

pub(super) fn phone_number(number: &str) -> Value {
    json!({ "type": "PHONE_NUMBER", "text": "Call", "phone_number": number })
}

/// A marketing template with [`BODY`] and these components.
pub(super) fn marketing(components: Vec<Value>) -> Value {
    let mut all = vec![json!({ "type": "BODY", "text": BODY })];
    all.extend(components);
    set(template(all), "category", "MARKETING")
}

pub(super) fn buttons(buttons: Vec<Value>) -> Value {
    let mut list = json!({ "type": "BUTTONS" });
    list["buttons"] = Value::Array(buttons);
    list
}

pub(super) fn header(format: &str) -> Value {
    json!({ "type": "HEADER", "format": format })
}

pub(super) fn labelled(kind: &str, label: &str) -> Value {
    json!({ "type": kind, "text": label })
}

pub(super) fn coupon(code: &str) -> Value {
    json!({ "type": "COPY_CODE", "example": code })
}

pub(super) fn authentication() -> Value {
    one_time_password(json!({ "type": "OTP", "otp_type": "COPY_CODE" }))
}

/// An authentication template with this button.
pub(super) fn one_time_password(button: Value) -> Value {
    let components = vec![
        json!({ "type": "BODY", "add_security_recommendation": true }),
        json!({ "type": "FOOTER", "code_expiration_minutes": 10 }),
        buttons(vec![button]),
    ];
    set(template(components), "category", "AUTHENTICATION")
}
