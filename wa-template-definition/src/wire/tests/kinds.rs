//! One definition of every kind.

use serde_json::{Value, json};

use super::{Filled, card_pieces, components, definition, pieces};

fn template(components: Value) -> Value {
    let mut definition = json!({ "name": "a", "language": "en", "category": "MARKETING" });
    definition["components"] = components;
    definition
}

fn with_header(format: &str) -> Value {
    template(json!([{ "type": "HEADER", "format": format, "text": "For {{1}}" },
                    { "type": "BODY", "text": "Hello {{1}}, this is for you." }]))
}

fn with_button(button: Value) -> Value {
    template(json!([{ "type": "BODY", "text": "Hello." },
        { "type": "BUTTONS", "buttons": vec![json!({ "type": "QUICK_REPLY", "text": "No" }), button] }]))
}

fn one_time_code(button: Value) -> Value {
    template(json!([{ "type": "BODY" }, { "type": "BUTTONS", "buttons": vec![button] }]))
}

fn carousel(header: &str, body: Option<&str>, buttons: &[Value]) -> Value {
    let mut inside = vec![json!({ "type": "HEADER", "format": header })];
    inside.extend(body.map(|text| json!({ "type": "BODY", "text": text })));
    inside.push(json!({ "type": "BUTTONS", "buttons": buttons }));
    let cards = vec![json!({ "components": inside }); 3];
    template(
        json!([{ "type": "BODY", "text": "Our plants, {{1}}." }, { "type": "CAROUSEL", "cards": cards }]),
    )
}

/// Each with the number of components when everything required is filled in, and when everything is.
fn kinds() -> Vec<(Value, usize, usize)> {
    let labelled = |kind: &str| with_button(json!({ "type": kind, "text": "View" }));
    let link = || json!({ "type": "URL", "text": "Open", "url": "https://example.com/{{1}}" });
    let offer = |has_expiration: bool| {
        template(json!([{ "type": "BODY", "text": "Hello." },
            { "type": "LIMITED_TIME_OFFER",
              "limited_time_offer": { "text": "Ends", "has_expiration": has_expiration } },
            { "type": "BUTTONS", "buttons": [{ "type": "COPY_CODE", "example": "25OFF" }, link()] }]))
    };
    let mut status = template(json!([{ "type": "BODY", "text": "Order {{1}} is on its way." }]));
    status["sub_category"] = json!("ORDER_STATUS");
    let mut kinds: Vec<_> = ["TEXT", "IMAGE", "VIDEO", "GIF", "DOCUMENT", "LOCATION", "PRODUCT"]
        .into_iter()
        .map(|format| (with_header(format), 2, 2))
        .collect();
    kinds.extend([
        (with_button(link()), 1, 3),
        (with_button(json!({ "type": "URL", "text": "Open", "url": "https://example.com/" })), 0, 2),
        (with_button(json!({ "type": "COPY_CODE", "example": "25OFF" })), 1, 2),
        (with_button(json!({ "type": "FLOW", "text": "Open", "flow_id": "1" })), 0, 2),
        (labelled("CATALOG"), 0, 2),
        (labelled("MPM"), 1, 2),
        (labelled("SPM"), 0, 1),
        (labelled("VOICE_CALL"), 0, 2),
        (labelled("ORDER_DETAILS"), 1, 2),
        (labelled("REQUEST_CONTACT_INFO"), 0, 1),
        (
            with_button(json!({ "type": "PAYMENT_REQUEST", "text": "Copy Boleto code",
                "payment_setting": { "type": "boleto", "boleto": { "digitable_line": "0339" } } })),
            1,
            2,
        ),
        (one_time_code(json!({ "type": "OTP", "otp_type": "COPY_CODE" })), 2, 2),
        (
            one_time_code(json!({ "type": "URL", "text": "Copy code",
                "url": "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}" })),
            2,
            2,
        ),
        (offer(true), 3, 4),
        (offer(false), 2, 3),
        (
            template(json!([{ "type": "BODY", "text": "Hello." }, { "type": "CALL_PERMISSION_REQUEST" }])),
            0,
            0,
        ),
        (status, 2, 2),
        (
            carousel(
                "IMAGE",
                Some("Use {{1}} for {{2}}."),
                &[json!({ "type": "QUICK_REPLY", "text": "No" }), link()],
            ),
            2,
            2,
        ),
        (carousel("VIDEO", None, &[json!({ "type": "ORDER_DETAILS", "text": "Buy now" })]), 2, 2),
        (carousel("PRODUCT", None, &[json!({ "type": "SPM", "text": "View" })]), 2, 2),
        (carousel("PRODUCT", None, &[link()]), 2, 2),
    ]);
    kinds
}

#[test]
fn pieces_of_every_kind_make_a_send_that_is_accepted() {
    for (json, required, all) in kinds() {
        for format in ["POSITIONAL", "NAMED"] {
            let named = format == "NAMED";
            let mut json = json.clone();
            json["parameter_format"] = json!(format);
            // Addresses keep their number.
            let json = if named { renamed(&json) } else { json };
            let definition = definition(&json);
            assert!(!definition.has_unknown_parts(), "{json}");
            for (filled, count) in [(Filled::Required, required), (Filled::All, all)] {
                let components = components(&definition, filled);
                assert_eq!(components.as_array().map(Vec::len), Some(count), "{components} for {json}");
                let send = json!({ "name": "a", "language": { "code": "en" }, "components": components });
                assert_eq!(definition.check_send(&send), [], "{send} for {json}");
                let rendered = definition.render(&send).to_string();
                assert!(!rendered.contains("{{"), "{rendered}");
            }
        }
    }
}

/// The placeholders of header and body get names.
fn renamed(json: &Value) -> Value {
    let mut json = json.clone();
    let names = |text: &mut Value| {
        if let Some(old) = text.as_str() {
            *text = json!(old.replace("{{1}}", "{{first}}").replace("{{2}}", "{{second}}"));
        }
    };
    for component in json["components"].as_array_mut().expect("components") {
        component.get_mut("text").map(names);
        for card in component.get_mut("cards").and_then(Value::as_array_mut).into_iter().flatten() {
            for component in card["components"].as_array_mut().expect("components") {
                component.get_mut("text").map(names);
            }
        }
    }
    json
}

#[test]
fn cards_have_pieces_of_their_own() {
    let buttons = [json!({ "type": "URL", "text": "Open", "url": "https://example.com/{{1}}" })];
    let definition = definition(&carousel("IMAGE", Some("Use {{1}} for this."), &buttons));
    let all = |pieces: Vec<super::Piece>| {
        pieces.into_iter().map(|piece| piece.slot.place.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(all(pieces(&definition, |_| true)), ["body", "carousel"]);
    for card in 0..3 {
        let expected =
            ["header", "body", "buttons[0].url"].map(|part| format!("carousel.cards[{card}].{part}"));
        assert_eq!(all(card_pieces(&definition, card, |_| true)), expected);
    }
    assert_eq!(card_pieces(&definition, 3, |_| true), []);
    assert_eq!(card_pieces(&definition, 0, |_| false), []);
}

#[test]
fn a_send_is_written_like_the_samples() {
    let json = |definition: &Value| components(&self::definition(definition), Filled::All).to_string();
    let mut offer = template(json!([{ "type": "BODY", "text": "Hello." }, { "type": "LIMITED_TIME_OFFER",
        "limited_time_offer": { "text": "Ends", "has_expiration": true } }]));
    assert_eq!(
        json(&offer),
        json!([{ "type": "limited_time_offer", "parameters": [{ "type": "limited_time_offer",
            "limited_time_offer": { "expiration_time_ms": 1_798_761_600_000_i64 } }] }])
        .to_string()
    );
    offer["components"] = json!([{ "type": "BODY", "text": "Hello." },
        { "type": "BUTTONS", "buttons": [{ "type": "VOICE_CALL", "text": "Call" }] }]);
    assert_eq!(
        json(&offer),
        json!([{ "type": "button", "sub_type": "voice_call", "index": "0", "parameters": [
            { "type": "ttl_minutes", "ttl_minutes": 100 }, { "type": "payload", "payload": "v" }] }])
        .to_string()
    );
}
