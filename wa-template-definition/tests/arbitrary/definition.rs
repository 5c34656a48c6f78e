//! JSON that looks like a definition.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{field, list, object, string, text, value, words};

fn example() -> BoxedStrategy<Option<Value>> {
    let samples = || list(string(), 3);
    let named = list(object(vec![("param_name", field(string())), ("example", field(string()))]), 3);
    field(object(vec![
        ("header_text", field(samples())),
        ("body_text", field(prop_oneof![list(samples(), 2), samples(), string()])),
        ("body_text_named_params", field(named)),
        ("header_handle", field(samples())),
    ]))
}

fn button() -> BoxedStrategy<Value> {
    let kinds = &[
        "QUICK_REPLY",
        "quick_reply",
        "URL",
        "url",
        "PHONE_NUMBER",
        "OTP",
        "COPY_CODE",
        "Flow",
        "MPM",
        "SPM",
        "CATALOG",
        "VOICE_CALL",
        "ORDER_DETAILS",
        "PAYMENT_REQUEST",
        "REQUEST_CONTACT_INFO",
        "REMINDER",
    ];
    let url = || text().prop_map(|text| json!(format!("https://example.com/{text}")));
    object(vec![
        ("type", field(words(kinds))),
        ("text", field(text().prop_map(Value::String))),
        ("url", field(url())),
        ("phone_number", field(words(&["+15550051310", "1555", "x"]))),
        ("example", field(prop_oneof![list(string(), 2), string()])),
        ("otp_type", field(words(&["COPY_CODE", "one_tap", "ZERO_TAP"]))),
        ("supported_apps", field(list(app(), 2))),
        ("zero_tap_terms_accepted", field(any::<bool>().prop_map(Value::Bool))),
        ("flow_id", field(string())),
        ("flow_action", field(words(&["navigate", "NAVIGATE", "Data_Exchange", "jump"]))),
        ("navigate_screen", field(string())),
        ("icon", field(words(&["DOCUMENT", "promotion"]))),
        ("payment_setting", field(payment_setting())),
    ])
}

fn app() -> BoxedStrategy<Value> {
    object(vec![
        ("package_name", field(words(&["com.example.app", "app", ""]))),
        ("signature_hash", field(words(&["K8a/AINcGX7", "short"]))),
    ])
}

pub(super) fn payment_setting() -> BoxedStrategy<Value> {
    object(vec![
        ("type", field(words(&["pix_dynamic_code", "boleto", "PAYMENT_LINK"]))),
        ("pix_dynamic_code", field(object(vec![("code", field(string()))]))),
    ])
}

fn part() -> BoxedStrategy<Value> {
    let kinds = &["HEADER", "header", "BODY", "Body", "FOOTER", "footer", "CALL_PERMISSION_REQUEST"];
    let formats = &["TEXT", "text", "IMAGE", "video", "DOCUMENT", "LOCATION", "location", "GIF", "product"];
    let texts = object(vec![
        ("type", field(words(kinds))),
        ("format", field(words(formats))),
        ("text", field(text().prop_map(Value::String))),
        ("example", example()),
        ("code_expiration_minutes", field(prop_oneof![Just(json!(10)), Just(json!("91"))])),
        ("add_security_recommendation", field(any::<bool>().prop_map(Value::Bool))),
    ]);
    let buttons =
        object(vec![("type", field(words(&["BUTTONS", "buttons"]))), ("buttons", field(list(button(), 5)))]);
    prop_oneof![2 => texts, 1 => buttons].boxed()
}

fn component() -> BoxedStrategy<Value> {
    let card = object(vec![("components", field(list(part(), 4)))]);
    let carousel =
        object(vec![("type", field(words(&["CAROUSEL", "carousel"]))), ("cards", field(list(card, 3)))]);
    let offer = object(vec![("text", field(string())), ("has_expiration", field(Just(json!(true))))]);
    let offer =
        object(vec![("type", field(words(&["LIMITED_TIME_OFFER"]))), ("limited_time_offer", field(offer))]);
    prop_oneof![8 => part(), 1 => carousel, 1 => offer, 1 => value()].boxed()
}

/// Objects that look like definitions.
pub(crate) fn definition() -> BoxedStrategy<Value> {
    object(vec![
        ("name", field(words(&["ticket", "Ticket", ""]))),
        ("language", field(words(&["en_US", "en", "xx"]))),
        ("category", field(words(&["UTILITY", "marketing", "Authentication", "OTHER"]))),
        ("parameter_format", field(words(&["NAMED", "named", "POSITIONAL"]))),
        ("components", field(list(component(), 5))),
        (
            "message_send_ttl_seconds",
            field(prop_oneof![Just(json!(600)), Just(json!("120")), Just(json!(-1))]),
        ),
        ("sub_category", field(words(&["CUSTOM", "ORDER_STATUS"]))),
        ("status", field(words(&["APPROVED"]))),
        ("id", field(words(&["1387372356726668"]))),
    ])
    .boxed()
}
