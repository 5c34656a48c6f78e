//! Whole messages, as the customer reads them.

use serde_json::{Value, json};
use wa_template_definition::Definition;

#[track_caller]
fn shown(definition: Value, send: &Value, expected: &[&str]) {
    let definition = Definition::from_value(definition).unwrap();
    assert_eq!(definition.render(send).to_string(), expected.join("\n"));
}

fn trip() -> Value {
    json!({ "name": "trip", "language": "en", "category": "UTILITY", "components": [
        { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Yes" },
            { "type": "QUICK_REPLY", "text": "No" },
            { "type": "URL", "text": "Itinerary", "url": "https://example.com/t/{{1}}" },
            { "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+15550051310" }] },
        { "type": "FOOTER", "text": "Lucky Travel" },
        { "type": "BODY", "text": "Your {{1}} starts {{2}} at {{3}}.\nIt costs {{4}}. Will you join us?" },
        { "type": "HEADER", "format": "TEXT", "text": "Your trip on {{1}}" }] })
}

#[test]
fn a_numbered_message() {
    let send = json!({ "name": "trip", "language": { "code": "en" }, "components": [
        { "type": "button", "sub_type": "url", "index": "2", "parameters": [{ "type": "text", "text": "9rwn" }] },
        { "type": "Header", "parameters": [{ "type": "text", "text": "12/26" }] },
        { "type": "body", "parameters": [
            { "type": "text", "text": "*Ski Trip*" },
            { "type": "date_time", "date_time": { "fallback_value": "29th July 2019, 8:00am", "year": 2019 } },
            { "type": "text", "text": "Squaw Valley 😀" },
            { "type": "currency", "currency": { "fallback_value": "$100.99", "code": "USD", "amount_1000": 100_990 } }
        ] }] });
    shown(
        trip(),
        &send,
        &[
            "Your trip on 12/26",
            "Your *Ski Trip* starts 29th July 2019, 8:00am at Squaw Valley 😀.",
            "It costs $100.99. Will you join us?",
            "Lucky Travel",
            "[ Yes ]",
            "[ No ]",
            "[ Itinerary → https://example.com/t/9rwn ]",
            "[ Call us → +15550051310 ]",
        ],
    );
}

#[test]
fn what_is_not_filled_in_stays() {
    let send =
        json!({ "components": [{ "type": "body", "parameters": [{ "type": "text", "text": "trip" }, {}] }] });
    let expected = [
        "Your trip on {{1}}",
        "Your trip starts {{2}} at {{3}}.",
        "It costs {{4}}. Will you join us?",
        "Lucky Travel",
        "[ Yes ]",
        "[ No ]",
        "[ Itinerary → https://example.com/t/{{1}} ]",
        "[ Call us → +15550051310 ]",
    ];
    shown(trip(), &send, &expected);
    // Components without a type are no body.
    let send = json!({ "components": [{ "parameters": [{ "type": "text", "text": "no" }] }, 7,
        { "type": "body", "parameters": [{ "type": "text", "text": "trip" }, {}] }] });
    shown(trip(), &send, &expected);
    // A value is not read as a text with placeholders of its own.
    let send = json!({ "components": [{ "type": "body", "parameters": [{ "type": "text", "text": "{{2}}" },
        { "type": "text", "text": "now" }] }] });
    let rendered = Definition::from_value(trip()).unwrap().render(&send);
    assert_eq!(rendered.body, "Your {{2}} starts now at {{3}}.\nIt costs {{4}}. Will you join us?");
    assert_eq!(rendered.header.as_deref(), Some("Your trip on {{1}}"));
}

#[test]
fn a_named_message() {
    let definition = json!({ "name": "table", "language": "en", "category": "UTILITY", "parameter_format": "named",
        "components": [
            { "type": "header", "format": "text", "text": "For {{event}}" },
            { "type": "body", "text": "Dear {{name}}, your table on {{day}} is ready. See you on {{day}}!" },
            { "type": "buttons", "buttons": [
                { "type": "url", "text": "Change", "url": "https://example.com/{{1}}" }] }] });
    let send = json!({ "components": [
        { "type": "body", "parameters": [{ "type": "text", "parameter_name": "day", "text": "Friday" },
                                         { "type": "text", "parameter_name": "name", "text": "Pablo" }] },
        { "type": "header", "parameters": [{ "type": "text", "parameter_name": "event", "text": "dinner" }] },
        { "type": "button", "sub_type": "url", "index": 0, "parameters": [{ "type": "text", "text": "r/7" }] }] });
    shown(
        definition,
        &send,
        &[
            "For dinner",
            "Dear Pablo, your table on Friday is ready. See you on Friday!",
            "[ Change → https://example.com/r/7 ]",
        ],
    );
}

#[test]
fn headers_other_than_text() {
    let definition = |format: &str| {
        json!({ "name": "a", "language": "en", "category": "UTILITY", "components": [
            { "type": "HEADER", "format": format }, { "type": "BODY", "text": "Here it is." }] })
    };
    let send = |kind: &str, object: Value| {
        let mut parameter = json!({ "type": kind });
        parameter[kind] = object;
        json!({ "components": [{ "type": "header", "parameters": [parameter] }] })
    };
    for (format, kind, object, expected) in [
        (
            "IMAGE",
            "image",
            json!({ "link": "https://example.com/a.png" }),
            "[image: https://example.com/a.png]",
        ),
        ("VIDEO", "video", json!({ "id": "2871834006348767" }), "[video: 2871834006348767]"),
        (
            "DOCUMENT",
            "document",
            json!({ "link": "https://example.com/a.pdf", "filename": "receipt.pdf" }),
            "[document: receipt.pdf]",
        ),
        (
            "LOCATION",
            "location",
            json!({ "latitude": "1", "longitude": "2", "name": "Philz Coffee", "address": "101 Forest Ave" }),
            "[location: Philz Coffee, 101 Forest Ave]",
        ),
        ("LOCATION", "location", json!({ "latitude": "1", "longitude": "2" }), "[location]"),
        ("HOLOGRAM", "hologram", json!({ "link": "https://example.com/a.3d" }), "[hologram]"),
        // Another kind than the template's shows nothing.
        ("IMAGE", "video", json!({ "id": "1" }), "[image]"),
    ] {
        shown(definition(format), &send(kind, object), &[expected, "Here it is."]);
    }
    shown(definition("IMAGE"), &json!({}), &["[image]", "Here it is."]);
}

#[test]
fn labels_of_kinds_that_are_passed_through() {
    let definition = json!({ "name": "a", "language": "en", "category": "MARKETING", "components": [
        { "type": "BODY", "text": "Our sale has begun." },
        { "type": "BUTTONS", "buttons": [
            { "type": "teleport", "text": "Beam me up!" }, { "type": "teleport", "to": "x" }, 7] }] });
    shown(
        definition,
        &json!(null),
        &["Our sale has begun.", "[ Beam me up! ]", "[ TELEPORT ]", "[ UNKNOWN ]"],
    );
}

#[test]
fn the_text_of_one_time_codes_is_the_platforms() {
    let definition = json!({ "name": "code", "language": "en", "category": "AUTHENTICATION", "components": [
        { "type": "BODY", "add_security_recommendation": true },
        { "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "COPY_CODE", "text": "Copy Code" }] }] });
    let send =
        json!({ "components": [{ "type": "body", "parameters": [{ "type": "text", "text": "J$Fp" }] }] });
    shown(definition, &send, &["J$Fp is your verification code.", "[ Copy Code ]"]);
}
