//! JSON in, JSON out: kinds of components and buttons that only some templates have.

use serde_json::{Value, json};
use wa_template_definition::{
    Body, Button, ButtonKind, Card, Category, Definition, Examples, Flow, Footer, Header, LimitedTimeOffer,
    MediaKind, OneTimePassword, OneTimePasswordKind, PaymentKind, SupportedApp, Text,
};

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// What is put together is written like this, and means the same when it is read.
#[track_caller]
fn written(definition: &Definition, components: &Value) {
    assert_eq!(parsed(&definition.to_json())["components"], *components);
    let read = Definition::from_json(&definition.to_json()).unwrap();
    assert_eq!(read, *definition);
    assert!(!read.has_unknown_parts());
    assert_eq!(read.validate(), []);
}

fn marketing() -> Definition {
    Definition::new("sale", "en", Category::Marketing)
        .with_body(Body::new(Text::parse("Our sale has begun."), Examples::Absent))
}

fn body() -> Value {
    json!({ "type": "BODY", "text": "Our sale has begun." })
}

#[test]
fn offers_and_their_buttons() {
    let definition =
        marketing().with_limited_time_offer(LimitedTimeOffer::new("Ends soon", true)).with_buttons(vec![
            Button::copy_code(Some("25OFF".to_owned())),
            Button::flow("Open", Flow::by_id("123")),
            Button::labelled("Call", ButtonKind::VoiceCall),
            Button::payment_request(PaymentKind::Boleto, "0339"),
            Button::payment_request(PaymentKind::PaymentLink, "https://example.com/"),
            Button::request_contact_info(),
        ]);
    let buttons = json!([
        { "type": "COPY_CODE", "example": "25OFF" },
        { "type": "FLOW", "text": "Open", "flow_id": "123" },
        { "type": "VOICE_CALL", "text": "Call" },
        { "type": "PAYMENT_REQUEST", "text": "Copy Boleto code",
          "payment_setting": { "type": "boleto", "boleto": { "digitable_line": "0339" } } },
        { "type": "PAYMENT_REQUEST", "text": "Open payment link",
          "payment_setting": { "type": "payment_link", "payment_link": { "uri": "https://example.com/" } } },
        { "type": "REQUEST_CONTACT_INFO" }]);
    let offer = json!({ "type": "LIMITED_TIME_OFFER",
                        "limited_time_offer": { "text": "Ends soon", "has_expiration": true } });
    written(&definition, &json!([body(), offer, { "type": "BUTTONS", "buttons": buttons }]));
}

#[test]
fn carousels() {
    let card = |link: &str| {
        let header = Header::media(MediaKind::Image, Some("4::aW".to_owned()));
        let alone = marketing().with_header(header).with_buttons(vec![Button::url(
            "Shop",
            Text::parse(link),
            Some("x".to_owned()),
        )]);
        Card::new(alone.components().to_vec())
    };
    let definition = marketing()
        .with_carousel(vec![card("https://example.com/{{a}}"), card("https://example.com/b/{{b}}")]);
    let card = |link: &str| {
        json!({ "components": [body(),
            { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW"] } },
            { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "Shop", "url": link, "example": ["x"] }] }] })
    };
    let cards = json!([card("https://example.com/{{1}}"), card("https://example.com/b/{{1}}")]);
    written(&definition, &json!([body(), { "type": "CAROUSEL", "cards": cards }]));
}

#[test]
fn one_time_passwords_and_calls() {
    let mut password = OneTimePassword::new(OneTimePasswordKind::ZeroTap);
    password.autofill_text = Some("Autofill".to_owned());
    password.zero_tap_terms_accepted = Some(true);
    password.supported_apps = vec![SupportedApp::new("com.example.app", "K8a/AINcGX7")];
    let definition = Definition::new("code", "en", Category::Authentication)
        .with_body(Body::authentication(true))
        .with_footer(Footer::code_expiration(5))
        .with_buttons(vec![Button::one_time_password(Some("Copy".to_owned()), password)]);
    let button = json!({ "type": "OTP", "otp_type": "ZERO_TAP", "text": "Copy", "autofill_text": "Autofill",
        "zero_tap_terms_accepted": true,
        "supported_apps": [{ "package_name": "com.example.app", "signature_hash": "K8a/AINcGX7" }] });
    written(
        &definition,
        &json!([{ "type": "BODY", "add_security_recommendation": true },
            { "type": "FOOTER", "code_expiration_minutes": 5 }, { "type": "BUTTONS", "buttons": [button] }]),
    );
    written(
        &marketing().with_call_permission_request(),
        &json!([body(), { "type": "CALL_PERMISSION_REQUEST" }]),
    );
}

/// What is not understood stays, wherever it stands.
#[test]
fn odd_forms_are_kept() {
    for component in [
        json!({ "type": "CAROUSEL", "cards": [7, { "components": 8 }, { "colour": "red" }, { "components": [9] }] }),
        json!({ "type": "CAROUSEL", "cards": {} }),
        json!({ "type": "CAROUSEL", "cards": [], "layout": "grid" }),
        json!({ "type": "LIMITED_TIME_OFFER", "limited_time_offer": "soon" }),
        json!({ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": 7, "has_expiration": "yes", "to": 1 } }),
        json!({ "type": "CALL_PERMISSION_REQUEST", "hours": 24 }),
        json!({ "type": "BODY", "add_security_recommendation": "yes" }),
        json!({ "type": "FOOTER", "code_expiration_minutes": "soon" }),
        json!({ "type": "BUTTONS", "buttons": [
            { "type": "OTP", "otp_type": "ONE_TAP", "package_name": "com.example.app", "signature_hash": "x" },
            { "type": "OTP", "otp_type": "ONE_TAP", "supported_apps": [{ "package_name": "com.example.app" }] },
            { "type": "OTP", "otp_type": "ONE_TAP", "supported_apps": "all", "zero_tap_terms_accepted": "yes" },
            { "type": "FLOW", "flow_id": 7, "flow_action": 8 },
            { "type": "PAYMENT_REQUEST", "payment_setting": { "code": "0002" } },
            { "type": "PAYMENT_REQUEST", "payment_setting": { "type": "CARD", "more": [1] } },
            { "type": "COPY_CODE", "example": {} },
            { "type": "VOICE_CALL", "text": "Call", "ttl_minutes": 100 }] }),
    ] {
        let definition =
            json!({ "name": "a", "language": "en", "category": "UTILITY", "components": [component] });
        let read = Definition::from_value(definition.clone()).unwrap();
        assert_eq!(parsed(&read.to_creation_json()), written_form(&definition), "{definition}");
        assert_eq!(Definition::from_json(&read.to_creation_json()).unwrap(), read, "{definition}");
        let _ = read.validate();
    }
}

/// The creation form says what is missing.
fn written_form(definition: &Value) -> Value {
    let mut written = definition.clone();
    let cards = written.pointer_mut("/components/0/cards").and_then(Value::as_array_mut);
    for card in cards.into_iter().flatten() {
        match card {
            Value::Object(keys) => drop(keys.entry("components").or_insert_with(|| json!([]))),
            other => *other = json!({ "card": other.take(), "components": [] }),
        }
    }
    written
}
