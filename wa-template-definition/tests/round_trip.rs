//! JSON in, JSON out: as it was read, and in the form in which templates are created.

use serde_json::{Value, json};
use wa_template_definition::{
    Body, Button, Category, Component, Definition, Examples, Footer, Header, HeaderFormat, MediaKind,
    ParameterFormat, PlaceholderName, Text,
};

fn read(definition: &Value) -> Definition {
    Definition::from_json(&definition.to_string()).unwrap_or_else(|error| panic!("{error}: {definition}"))
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

fn with(components: &Value) -> Value {
    json!({ "name": "ticket", "language": "en_US", "category": "UTILITY", "components": components })
}

/// What is read is kept; this is the creation form of it.
#[track_caller]
fn created(definition: &Value, creation: &Value) {
    let read_definition = read(definition);
    assert_eq!(parsed(&read_definition.to_json()), *definition);
    assert_eq!(parsed(&read_definition.to_creation_json()), *creation);
    assert_eq!(read(creation), read_definition, "the creation form means the same");
    assert_eq!(parsed(&read(creation).to_creation_json()), *creation, "and is its own creation form");
}

/// Components of a definition and those of its creation form.
#[track_caller]
fn components(definition: &Value, creation: &Value) {
    created(&with(definition), &with(creation));
}

#[test]
fn the_creation_form_stays_as_it_is() {
    let definition = json!([
        { "type": "HEADER", "format": "TEXT", "text": "For {{event}}",
          "example": { "header_text_named_params": [{ "param_name": "event", "example": "Opera" }] } },
        { "type": "BODY", "text": "Grüße 😀 \"an\" {{name}}\n\\ von uns",
          "example": { "body_text_named_params": [{ "param_name": "name", "example": "Pablo" }] } },
        { "type": "FOOTER", "text": "Lucky Shrub" },
        { "type": "BUTTONS", "buttons": [
            { "type": "QUICK_REPLY", "text": "Yes" },
            { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}", "example": ["x"] },
            { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550051310" }] }]);
    components(&definition, &definition);
}

#[test]
fn letter_case_becomes_upper() {
    created(
        &json!({ "name": "ticket", "language": "en_US", "category": "utility", "parameter_format": "named",
            "components": [{ "type": "header", "format": "image" }, { "type": "Body", "text": "hello" },
                { "type": "buttons", "buttons": [{ "type": "quick_reply", "text": "yes" },
                    { "type": "copy_code", "example": "x" }] },
                { "type": "call_permission_request" }] }),
        &json!({ "name": "ticket", "language": "en_US", "category": "UTILITY", "parameter_format": "NAMED",
            "components": [{ "type": "HEADER", "format": "IMAGE" }, { "type": "BODY", "text": "hello" },
                { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "yes" },
                    { "type": "COPY_CODE", "example": "x" }] },
                { "type": "CALL_PERMISSION_REQUEST" }] }),
    );
}

#[test]
fn samples_are_nested_as_the_platform_wants_them() {
    let body = |example: Value| json!([{ "type": "BODY", "text": "Use {{1}} here.", "example": example }]);
    for example in [json!("10OFF"), json!(["10OFF"]), json!([["10OFF"]]), json!([["10OFF"], ["5OFF"]])] {
        components(&body(json!({ "body_text": example })), &body(json!({ "body_text": [["10OFF"]] })));
    }
    components(&body(json!({ "body_text": [10] })), &body(json!({ "body_text": [["10"]] })));
    components(&body(json!({ "body_text": ["a", null] })), &body(json!({ "body_text": [["a", null]] })));
    let header = |example: Value| json!([{ "type": "HEADER", "format": "TEXT", "text": "For {{1}}", "example": { "header_text": example } }]);
    for example in [json!("Pablo"), json!(["Pablo"]), json!([["Pablo"]])] {
        components(&header(example), &header(json!(["Pablo"])));
    }
    let media = |example: Value| json!([{ "type": "HEADER", "format": "IMAGE", "example": example }]);
    for handle in [json!("4::aW"), json!(["4::aW"]), json!(["4::aW", "4::aX"])] {
        components(&media(json!({ "header_handle": handle })), &media(json!({ "header_handle": ["4::aW"] })));
    }
    let url = |example: Value| {
        json!([{ "type": "BUTTONS", "buttons": [
            { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}", "example": example }] }])
    };
    for example in [json!("x"), json!(["x"]), json!(["x", "y"])] {
        components(&url(example), &url(json!(["x"])));
    }
}

#[test]
fn what_only_answers_have_is_not_created() {
    let answer = json!({ "id": "1387372356726668", "name": "ticket", "language": "en_US", "category": "UTILITY",
        "status": "APPROVED", "previous_category": "ACCOUNT_UPDATE", "correct_category": "UTILITY",
        "rejected_reason": "NONE", "quality_score": { "score": "GREEN" }, "message_send_ttl_seconds": 600,
        "components": [{ "type": "BODY", "text": "Hello." }] });
    let definition = read(&answer);
    assert_eq!(parsed(&definition.to_json()), answer);
    let mut creation = with(&json!([{ "type": "BODY", "text": "Hello." }]));
    creation["message_send_ttl_seconds"] = json!(600);
    assert_eq!(parsed(&definition.to_creation_json()), creation);
    assert_eq!(definition.field("status"), Some(&json!("APPROVED")));
}

#[test]
fn what_is_not_understood_is_kept() {
    let unknown = json!({ "name": "ticket", "language": "en_US", "category": "UTILITY",
        "degrees_of_freedom_spec": { "creative_features_spec": {} }, "future": [1, null, { "a": 1.5 }],
        "components": [
            { "type": "HEADER", "format": "HOLOGRAM", "depth": 3 },
            { "type": "BODY", "text": "Hello.", "tone": "kind" },
            { "type": "FOOTER", "text": "Lucky Shrub", "code_expiration_minutes": 10 },
            { "type": "MERRY_GO_ROUND", "cards": [{ "components": [] }] },
            { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "Open", "url": "https://example.com/",
                "app_deep_link": { "meta_app_id": 634_974_688_087_057_i64 } }, { "type": "TELEPORT", "to": "x" }] },
            { "type": "BUTTONS", "buttons": [], "layout": "new" },
            { "type": "BUTTONS", "rows": [] },
            { "no": "type" },
            "a string", 7, null, []] });
    created(&unknown, &unknown);
    let kinds = read(&unknown);
    let others = kinds.components().iter().filter(|component| matches!(component, Component::Other(_)));
    assert_eq!(others.count(), 8);
    assert!(kinds.has_unknown_parts());
    assert!(kinds.validate().is_empty(), "{:?}", kinds.validate());
}

/// Keys of an unexpected type count as absent, but are not lost.
#[test]
fn keys_of_a_wrong_type_are_kept() {
    for (key, value) in [
        ("name", json!(7)),
        ("language", json!(["en"])),
        ("category", json!(null)),
        ("parameter_format", json!("SIDEWAYS")),
        ("parameter_format", json!(true)),
        ("components", json!("[]")),
        ("components", json!({})),
        ("components", json!(null)),
    ] {
        let mut definition = with(&json!([]));
        definition.as_object_mut().unwrap().remove("components");
        definition[key] = value.clone();
        assert_eq!(parsed(&read(&definition).to_creation_json()), definition, "{key}");
        assert_eq!(read(&definition).field(key), Some(&value), "{key}");
    }
    let odd = json!([
        { "type": "HEADER", "format": 7, "text": 8, "example": 9 },
        { "type": "BODY", "text": ["x"], "example": { "body_text": {} } },
        { "type": "FOOTER", "text": 1 },
        { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": 1, "url": 2, "example": {} },
            { "type": "PHONE_NUMBER", "phone_number": 15_550_051_310_i64 }, { "type": 3 }] }]);
    let definition = with(&odd);
    let creation = parsed(&read(&definition).to_creation_json());
    for path in [
        "/components/0/format",
        "/components/0/text",
        "/components/1/text",
        "/components/2/text",
        "/components/3/buttons/0/url",
        "/components/3/buttons/1/phone_number",
        "/components/3/buttons/2/type",
    ] {
        assert_eq!(creation.pointer(path), definition.pointer(path), "{path}");
    }
    // No key stands twice, as one written after the other would.
    let json = read(&definition).to_creation_json();
    for key in ["format", "phone_number", "url"] {
        assert_eq!(json.matches(&format!("\"{key}\":")).count(), 1, "{json}");
    }
}

#[test]
fn keys_stand_in_the_order_of_the_samples() {
    let definition = read(&with(&json!([
        { "example": { "body_text": [["a"]] }, "text": "Use {{1}} here.", "type": "BODY" },
        { "buttons": [{ "example": ["x"], "url": "https://example.com/{{1}}", "text": "Open", "type": "URL" }],
          "type": "BUTTONS" }])));
    assert_eq!(
        definition.to_creation_json(),
        concat!(
            r#"{"name":"ticket","language":"en_US","category":"UTILITY","components":["#,
            r#"{"type":"BODY","text":"Use {{1}} here.","example":{"body_text":[["a"]]}},"#,
            r#"{"type":"BUTTONS","buttons":[{"type":"URL","text":"Open","url":"https://example.com/{{1}}","#,
            r#""example":["x"]}]}]}"#
        )
    );
}

#[test]
fn definitions_are_put_together() {
    let sample = Examples::positional([Some("77".to_owned())]);
    let definition = Definition::new("ticket", "en_US", Category::parse("utility"))
        .with_parameter_format(ParameterFormat::Positional)
        .with_header(Header::media(MediaKind::Document, Some("4::aW".to_owned())))
        .with_body(Body::new(Text::parse("Your ticket {{code}} is ready.").numbered(), sample))
        .with_footer(Footer::new(Text::parse("Lucky Shrub")))
        .with_buttons(vec![
            Button::quick_reply("Thanks"),
            Button::url("Open", Text::parse("https://example.com/{{code}}"), Some("x".to_owned())),
            Button::phone_number("Call", "+15550051310"),
        ])
        .with_field("message_send_ttl_seconds", 600);
    let written = json!({ "name": "ticket", "language": "en_US", "category": "UTILITY",
        "parameter_format": "POSITIONAL", "message_send_ttl_seconds": 600, "components": [
            { "type": "HEADER", "format": "DOCUMENT", "example": { "header_handle": ["4::aW"] } },
            { "type": "BODY", "text": "Your ticket {{1}} is ready.", "example": { "body_text": [["77"]] } },
            { "type": "FOOTER", "text": "Lucky Shrub" },
            { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Thanks" },
                { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}", "example": ["x"] },
                { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550051310" }] }] });
    assert_eq!(parsed(&definition.to_json()), written);
    assert_eq!(definition, read(&written));
    assert!(definition.validate().is_empty(), "{:?}", definition.validate());
    // What has been changed is not what was read any more.
    let changed = read(&written).with_field("sub_category", "ORDER_STATUS");
    assert_eq!(parsed(&changed.to_json())["sub_category"], "ORDER_STATUS");
    assert_ne!(changed, definition);
}

#[test]
fn definitions_that_mean_something_else_are_not_equal() {
    let one = with(&json!([{ "type": "BODY", "text": "Hello." }]));
    let mut others = vec![with(&json!([{ "type": "BODY", "text": "Hallo." }])), with(&json!([]))];
    for (key, value) in [("name", "other"), ("language", "en"), ("category", "MARKETING"), ("new", "x")] {
        let mut other = one.clone();
        other[key] = json!(value);
        others.push(other);
    }
    for other in others {
        assert_ne!(read(&one), read(&other), "{other}");
    }
    assert_eq!(read(&one), read(&one));
}

#[test]
fn samples_are_found_by_name_and_by_number() {
    let definition = json!([{ "type": "HEADER", "format": "TEXT", "text": "{{a}}", "example": {
        "header_text_named_params": [{ "param_name": "b", "example": "2" }, { "param_name": "a", "example": "1" }] } },
        { "type": "BODY", "text": "{{1}} {{2}}", "example": { "body_text": [["x", null, "z"]] } }]);
    let definition = read(&with(&definition));
    let Some(HeaderFormat::Text { examples, .. }) = definition.header().map(Header::format) else {
        panic!("a text header");
    };
    let name = |name: &str| PlaceholderName::Name(name.to_owned());
    assert_eq!(examples.get(&name("a")), Some("1"));
    assert_eq!(examples.get(&name("c")), None);
    assert_eq!(examples.get(&PlaceholderName::Number(1)), None);
    assert_eq!(examples.count(), 2);
    let examples = definition.body().map(Body::examples).unwrap();
    let number = |number| examples.get(&PlaceholderName::Number(number));
    assert_eq!(
        [number(0), number(1), number(2), number(3), number(4)],
        [None, Some("x"), None, Some("z"), None]
    );
    assert_eq!(examples.get(&name("1")), None);
    assert_eq!(examples.count(), 2);
}

#[test]
fn what_is_not_a_definition_is_refused() {
    for json in ["", "{", "[]", "7", "null", "\"text\"", "{}x"] {
        assert!(Definition::from_json(json).is_err(), "{json}");
    }
    let error = Definition::from_value(json!([])).unwrap_err().to_string();
    assert_eq!(error, "a template definition is a JSON object");
}
