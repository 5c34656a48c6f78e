//! Messages with cards, offers, codes, orders, as the customer reads them.

use serde_json::{Value, json};
use wa_template_definition::Definition;

#[track_caller]
fn shown(components: Value, sent: Value, expected: &[&str]) {
    let mut definition = json!({ "name": "a", "language": "en", "category": "MARKETING" });
    definition["components"] = components;
    let mut send = json!({ "name": "a", "language": { "code": "en" } });
    send["components"] = sent;
    let rendered = Definition::from_value(definition).unwrap().render(&send);
    assert_eq!(rendered.to_string(), expected.join("\n"));
}

fn card(index: usize, image: &str, product: &str) -> Value {
    json!({ "card_index": index, "components": [
        { "type": "button", "sub_type": "url", "index": "1", "parameters": [{ "type": "text", "text": product }] },
        { "type": "body", "parameters": [{ "type": "text", "text": product }] },
        { "type": "header", "parameters": [{ "type": "image", "image": { "id": image } }] }] })
}

#[test]
fn a_carousel() {
    let defined = json!({ "components": [
        { "type": "HEADER", "format": "IMAGE" },
        { "type": "BODY", "text": "Take the {{1}}.\nIt is rare." },
        { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "More" },
            { "type": "URL", "text": "Shop", "url": "https://example.com/{{1}}" }] }] });
    let components = json!([{ "type": "BODY", "text": "Hello {{1}}!" },
        { "type": "CAROUSEL", "cards": [defined, defined] }]);
    let body = json!({ "type": "body", "parameters": [{ "type": "text", "text": "Pablo" }] });
    let cards = json!({ "type": "Carousel", "cards": [card(0, "11", "elf"), card(1, "22", "temple")] });
    shown(
        components.clone(),
        json!([cards, body]),
        &[
            "Hello Pablo!",
            "(1) [image: 11]",
            "    Take the elf.",
            "    It is rare.",
            "    [ More ]",
            "    [ Shop → https://example.com/elf ]",
            "(2) [image: 22]",
            "    Take the temple.",
            "    It is rare.",
            "    [ More ]",
            "    [ Shop → https://example.com/temple ]",
        ],
    );
    // Only the cards that are sent are shown.
    shown(components, json!([body]), &["Hello Pablo!"]);
}

#[test]
fn more_product_cards_than_defined() {
    let defined = json!({ "components": [{ "type": "HEADER", "format": "PRODUCT" },
        { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] });
    let components = json!([{ "type": "BODY", "text": "Our plants." },
        { "type": "CAROUSEL", "cards": [defined, defined] }]);
    let card = |index: usize, id: &str| {
        json!({ "card_index": index, "components": [{ "type": "header", "parameters": [
            { "type": "product", "product": { "product_retailer_id": id, "catalog_id": "1" } }] }] })
    };
    let cards = json!([card(0, "a"), card(1, "b"), card(2, "c")]);
    shown(
        components,
        json!([{ "type": "carousel", "cards": cards }]),
        &[
            "Our plants.",
            "(1) [product: a]",
            "    [ View ]",
            "(2) [product: b]",
            "    [ View ]",
            "(3) [product: c]",
            "    [ View ]",
        ],
    );
}

#[test]
fn an_offer_with_a_coupon() {
    let components = json!([
        { "type": "BUTTONS", "buttons": [{ "type": "COPY_CODE", "example": "250FF" },
            { "type": "URL", "text": "Book", "url": "https://example.com/?code={{1}}" }] },
        { "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Expiring offer!", "has_expiration": true } },
        { "type": "BODY", "text": "Use {{1}} for our trips." },
        { "type": "HEADER", "format": "IMAGE" }]);
    let sent = json!([
        { "type": "header", "parameters": [{ "type": "image", "image": { "link": "https://example.com/a.png" } }] },
        { "type": "body", "parameters": [{ "type": "text", "text": "CARIBE25" }] },
        { "type": "limited_time_offer", "parameters": [{ "type": "limited_time_offer",
            "limited_time_offer": { "expiration_time_ms": 1_798_761_600_000_i64 } }] },
        { "type": "button", "sub_type": "copy_code", "index": 0,
          "parameters": [{ "type": "coupon_code", "coupon_code": "CARIBE25" }] },
        { "type": "button", "sub_type": "url", "index": 1, "parameters": [{ "type": "text", "text": "n3mt" }] }]);
    let buttons = ["[ Copy offer code: CARIBE25 ]", "[ Book → https://example.com/?code=n3mt ]"];
    shown(
        components.clone(),
        sent,
        &[
            "[image: https://example.com/a.png]",
            "[offer: Expiring offer!]",
            "Use CARIBE25 for our trips.",
            buttons[0],
            buttons[1],
        ],
    );
    shown(
        components,
        json!([]),
        &[
            "[image]",
            "[offer: Expiring offer!]",
            "Use {{1}} for our trips.",
            "[ Copy offer code ]",
            "[ Book → https://example.com/?code={{1}} ]",
        ],
    );
}

#[test]
fn an_order_status() {
    shown(
        json!([{ "type": "BODY", "text": "Your order {{1}} has been shipped." }, { "type": "FOOTER", "text": "Lucky Shrub" }]),
        json!([{ "type": "body", "parameters": [{ "type": "text", "text": "77" }] },
            { "type": "order_status", "parameters": [{ "type": "order_status",
              "order_status": { "reference_id": "77", "order": { "status": "shipped" } } }] }]),
        &["Your order 77 has been shipped.", "Lucky Shrub"],
    );
}

#[test]
fn one_time_codes() {
    let sent = json!([{ "type": "body", "parameters": [{ "type": "text", "text": "J$Fp" }] },
        { "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "J$Fp" }] }]);
    let expected = ["J$Fp is your verification code.", "This code expires in 10 minutes.", "[ Copy code ]"];
    let created = json!([{ "type": "BODY" }, { "type": "FOOTER", "code_expiration_minutes": 10 },
        { "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "ONE_TAP" }] }]);
    shown(created, sent, &expected);
}

#[test]
fn labels_of_every_kind() {
    let setting = json!({ "type": "boleto", "boleto": { "digitable_line": "0339" } });
    let components = json!([{ "type": "BODY", "text": "Choose." }, { "type": "BUTTONS", "buttons": [
        { "type": "FLOW", "text": "Open flow", "flow_id": "1" },
        { "type": "CATALOG", "text": "View catalog" },
        { "type": "MPM", "text": "View items" },
        { "type": "VOICE_CALL", "text": "Call Now" },
        { "type": "ORDER_DETAILS", "text": "Buy now" },
        { "type": "PAYMENT_REQUEST", "text": "Copy Boleto code", "payment_setting": setting },
        { "type": "REQUEST_CONTACT_INFO" },
        { "type": "COPY_CODE", "text": "Copy", "example": "x" }] }]);
    shown(
        components,
        json!([]),
        &[
            "Choose.",
            "[ Open flow ]",
            "[ View catalog ]",
            "[ View items ]",
            "[ Call Now ]",
            "[ Buy now ]",
            "[ Copy Boleto code ]",
            "[ Share Contact Info ]",
            "[ Copy ]",
        ],
    );
}
