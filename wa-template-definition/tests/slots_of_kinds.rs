//! For each kind of template, what a send must or may fill in.

use serde_json::{Value, json};
use wa_template_definition::{Definition, MediaKind, SlotKind};

/// Slots as kind, path of the place, and whether they are required.
type Expected<'e> = &'e [(SlotKind, &'e str, bool)];

#[track_caller]
fn slots(definition: &Value, expected: Expected<'_>) {
    let definition = Definition::from_value(definition.clone()).unwrap();
    assert!(!definition.has_unknown_parts());
    let slots = definition.slots();
    let found: Vec<_> = slots.iter().map(|slot| (slot.kind, slot.place.to_string(), slot.required)).collect();
    let expected: Vec<_> =
        expected.iter().map(|(kind, place, required)| (*kind, (*place).to_owned(), *required)).collect();
    assert_eq!(found, expected);
    for slot in &slots {
        // Only placeholders have names, and a range of the text in which they stand.
        assert_eq!(slot.placeholder.is_some(), slot.place.range().is_some(), "{slot:?}");
        assert_eq!(slot.placeholder.is_some(), slot.authored.is_some(), "{slot:?}");
    }
}

fn template(components: Value) -> Value {
    let mut definition = json!({ "name": "a", "language": "en", "category": "MARKETING" });
    definition["components"] = components;
    definition
}

fn with_button(button: Value) -> Value {
    template(json!([{ "type": "BODY", "text": "Hello." },
        { "type": "BUTTONS", "buttons": vec![json!({ "type": "PHONE_NUMBER", "text": "Call", "phone_number": "1" }), button] }]))
}

#[test]
fn headers() {
    for (format, expected) in [
        ("TEXT", SlotKind::HeaderText),
        ("IMAGE", SlotKind::HeaderMedia(MediaKind::Image)),
        ("video", SlotKind::HeaderMedia(MediaKind::Video)),
        ("GIF", SlotKind::HeaderMedia(MediaKind::Gif)),
        ("DOCUMENT", SlotKind::HeaderMedia(MediaKind::Document)),
        ("LOCATION", SlotKind::HeaderLocation),
        ("PRODUCT", SlotKind::HeaderProduct),
    ] {
        let definition = template(json!([{ "type": "BODY", "text": "See {{1}} and {{2}}." },
            { "type": "HEADER", "format": format, "text": "For {{1}}" }]));
        let body = SlotKind::BodyText;
        slots(&definition, &[(expected, "header", true), (body, "body", true), (body, "body", true)]);
    }
    slots(&template(json!([{ "type": "HEADER", "format": "TEXT", "text": "News" }])), &[]);
}

#[test]
fn buttons() {
    let button = "buttons[1]";
    for (kind, expected) in [
        ("QUICK_REPLY", Some((SlotKind::QuickReplyPayload(1), false))),
        ("COPY_CODE", Some((SlotKind::CouponCode(1), true))),
        ("FLOW", Some((SlotKind::FlowAction(1), false))),
        ("CATALOG", Some((SlotKind::CatalogThumbnail(1), false))),
        ("MPM", Some((SlotKind::ProductList(1), true))),
        ("SPM", None),
        ("VOICE_CALL", Some((SlotKind::VoiceCall(1), false))),
        ("ORDER_DETAILS", Some((SlotKind::OrderDetails(1), true))),
        ("PAYMENT_REQUEST", Some((SlotKind::PaymentRequest(1), true))),
        ("REQUEST_CONTACT_INFO", None),
        ("PHONE_NUMBER", None),
    ] {
        let setting = json!({ "type": "boleto", "boleto": { "digitable_line": "0339" } });
        let definition = with_button(json!({ "type": kind, "text": "View", "payment_setting": setting }));
        let expected: Vec<_> =
            expected.map(|(kind, required)| (kind, button, required)).into_iter().collect();
        slots(&definition, &expected);
        for (kind, ..) in expected {
            assert_eq!(kind.button(), Some(1));
        }
    }
}

#[test]
fn addresses_and_tap_targets() {
    let tap = (SlotKind::TapTarget, "tap_target_configuration", false);
    let link = |address: &str| with_button(json!({ "type": "URL", "text": "Open", "url": address }));
    slots(&link("https://example.com/"), &[tap]);
    slots(&link("https://example.com/{{1}}"), &[(SlotKind::UrlSuffix(1), "buttons[1].url", true), tap]);
    for (format, taps) in [("TEXT", true), ("IMAGE", true), ("VIDEO", false), ("LOCATION", false)] {
        let mut definition = link("https://example.com/");
        let header = json!({ "type": "HEADER", "format": format, "text": "News" });
        definition["components"].as_array_mut().unwrap().push(header);
        let found = Definition::from_value(definition).unwrap().slots();
        assert_eq!(found.iter().any(|slot| slot.kind == SlotKind::TapTarget), taps, "{format}");
    }
}

#[test]
fn one_time_codes_in_both_forms() {
    let code =
        |body: Value, button: Value| template(json!([body, { "type": "BUTTONS", "buttons": [button] }]));
    let expected =
        &[(SlotKind::OneTimeCode, "body", true), (SlotKind::OneTimeCodeButton(0), "buttons[0]", true)];
    slots(&code(json!({ "type": "BODY" }), json!({ "type": "OTP", "otp_type": "ZERO_TAP" })), expected);
    let read_back = code(
        json!({ "type": "BODY", "text": "*{{1}}* is your verification code." }),
        json!({ "type": "URL", "text": "Copy code",
                "url": "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}" }),
    );
    slots(&read_back, expected);
}

#[test]
fn offers_orders_and_calls() {
    let offer = |has_expiration: bool| {
        template(json!([
            { "type": "BUTTONS", "buttons": [{ "type": "COPY_CODE", "example": "25OFF" }] },
            { "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Ends", "has_expiration": has_expiration } },
            { "type": "BODY", "text": "Use {{1}} now." }]))
    };
    let (body, coupon) = ((SlotKind::BodyText, "body", true), (SlotKind::CouponCode(0), "buttons[0]", true));
    slots(&offer(false), &[body, coupon]);
    slots(&offer(true), &[body, (SlotKind::OfferExpiration, "limited_time_offer", true), coupon]);
    let mut status = template(json!([{ "type": "BODY", "text": "Order {{1}} is on its way." }]));
    slots(&status, &[body]);
    status["sub_category"] = json!("order_status");
    slots(&status, &[body, (SlotKind::OrderStatus, "order_status", true)]);
    slots(&template(json!([{ "type": "BODY", "text": "Hi." }, { "type": "call_permission_request" }])), &[]);
}

#[test]
fn cards_follow_their_carousel() {
    let card = |header: &str, button: Value| {
        json!({ "components": [{ "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "No" }, button] },
            { "type": "BODY", "text": "Use {{1}}, {{2}}." }, { "type": "HEADER", "format": header }] })
    };
    let link = || json!({ "type": "URL", "text": "Open", "url": "https://example.com/{{1}}" });
    let image = SlotKind::HeaderMedia(MediaKind::Image);
    let definition = template(
        json!([{ "type": "CAROUSEL", "cards": [card("IMAGE", link()), card("PRODUCT", json!({ "type": "SPM", "text": "View" }))] },
        { "type": "BODY", "text": "Our {{1}}." }]),
    );
    slots(
        &definition,
        &[
            (SlotKind::BodyText, "body", true),
            (SlotKind::Carousel, "carousel", true),
            (image, "carousel.cards[0].header", true),
            (SlotKind::BodyText, "carousel.cards[0].body", true),
            (SlotKind::BodyText, "carousel.cards[0].body", true),
            (SlotKind::QuickReplyPayload(0), "carousel.cards[0].buttons[0]", false),
            (SlotKind::UrlSuffix(1), "carousel.cards[0].buttons[1].url", true),
            (SlotKind::HeaderProduct, "carousel.cards[1].header", true),
            (SlotKind::BodyText, "carousel.cards[1].body", true),
            (SlotKind::BodyText, "carousel.cards[1].body", true),
            (SlotKind::QuickReplyPayload(0), "carousel.cards[1].buttons[0]", false),
        ],
    );
    let read = Definition::from_value(definition).unwrap();
    let of_card = read.section_at(Some(1)).unwrap().slots();
    assert_eq!(of_card, read.slots()[7..]);
    assert!(read.section_at(Some(2)).is_none());
}

#[test]
fn unknown_parts_have_no_slots() {
    for (component, count) in [
        (json!({ "type": "BUTTONS", "buttons": [{ "type": "REMINDER", "text": "Remind me" }] }), 0),
        (json!({ "type": "HEADER", "format": "HOLOGRAM" }), 0),
        (json!({ "type": "CAROUSEL", "cards": [{ "components": [{ "type": "HOLOGRAM" }] }] }), 1),
        (json!({ "type": "CAROUSEL", "cards": [], "layout": "grid" }), 0),
        (json!({ "type": "LIMITED_TIME_OFFER", "text": "Ends" }), 0),
        (json!({ "type": "CALL_PERMISSION_REQUEST", "hours": 24 }), 0),
    ] {
        let definition = template(json!([{ "type": "BODY", "text": "Hello." }, component]));
        let definition = Definition::from_value(definition).unwrap();
        assert!(definition.has_unknown_parts(), "{definition:?}");
        assert_eq!(definition.slots().len(), count, "{definition:?}");
    }
}
