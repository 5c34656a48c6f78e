//! Kinds of templates of their own: cards, one-time codes, offers, flows, payments.

use serde_json::{Value, json};

use super::{differ, list, same};

fn template(components: Value) -> Value {
    let mut definition = json!({ "name": "a", "language": "en", "category": "MARKETING" });
    definition["components"] = components;
    definition
}

fn carousel() -> Value {
    let card = json!({ "components": [
        { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::an..."] } },
        { "type": "BODY", "text": "Use {{1}} for this one.", "example": { "body_text": [["10OFF"]] } },
        { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "More" },
            { "type": "URL", "text": "Shop", "url": "https://example.com/{{1}}", "example": ["x"] }] }] });
    template(
        json!([{ "type": "BODY", "text": "Our plants." }, { "type": "CAROUSEL", "cards": [card, card] }]),
    )
}

fn changed(mut definition: Value, change: impl FnOnce(&mut Value)) -> Value {
    change(&mut definition["components"]);
    definition
}

type Change = fn(&mut Value);

#[test]
fn how_cards_are_written_does_not_count() {
    let lower = changed(carousel(), |components| {
        components[1]["type"] = json!("carousel");
        for card in list(&mut components[1]["cards"]) {
            for component in list(&mut card["components"]) {
                component["type"] = json!(component["type"].as_str().unwrap_or_default().to_lowercase());
            }
        }
    });
    same(&carousel(), &lower);
    // Also in a card, components stand in any order.
    let reversed = changed(carousel(), |components| {
        list(&mut components[1]["cards"][1]["components"]).reverse();
    });
    same(&carousel(), &reversed);
    let read_back = changed(carousel(), |components| {
        let card = &mut components[1]["cards"][0]["components"];
        card[0]["example"]["header_handle"] = json!(["https://scontent.example.net/v/t61/image.png"]);
        card[1]["example"]["body_text"] = json!("10OFF");
        card[2]["buttons"][1]["example"] = json!("x");
    });
    same(&carousel(), &read_back);
}

#[test]
fn changes_of_cards_are_named() {
    let changes: &[(&[&str], Change)] = &[
        (&["carousel.cards[1].header.format"], |card| card[0]["format"] = json!("VIDEO")),
        (&["carousel.cards[1].body.text"], |card| card[1]["text"] = json!("Take {{1}} for this one.")),
        (&["carousel.cards[1].body.example.body_text[0][0]"], |card| {
            card[1]["example"]["body_text"][0][0] = json!("5OFF");
        }),
        (
            &[
                "carousel.cards[1].body",
                "carousel.cards[1].body.example.body_text[0][0]",
                "carousel.cards[1].body.text",
            ],
            |card| drop(list(card).remove(1)),
        ),
        (&["carousel.cards[1].buttons[0].text"], |card| card[2]["buttons"][0]["text"] = json!("Less")),
        (&["carousel.cards[1].buttons[1].url"], |card| {
            card[2]["buttons"][1]["url"] = json!("https://example.org/{{1}}");
        }),
    ];
    for (places, change) in changes {
        let other = changed(carousel(), |components| change(&mut components[1]["cards"][1]["components"]));
        differ(&carousel(), &other, places);
    }
    let product = |count: usize| {
        let card = json!({ "components": [{ "type": "HEADER", "format": "PRODUCT" },
            { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] });
        template(
            json!([{ "type": "BODY", "text": "Our plants." }, { "type": "CAROUSEL", "cards": vec![card; count] }]),
        )
    };
    differ(
        &product(2),
        &product(3),
        &[
            "carousel.cards[2]",
            "carousel.cards[2].buttons",
            "carousel.cards[2].buttons[0].text",
            "carousel.cards[2].buttons[0].type",
            "carousel.cards[2].header",
            "carousel.cards[2].header.format",
        ],
    );
}

#[test]
fn what_is_unknown_in_cards_counts() {
    let odd = |card: Value| template(json!([{ "type": "CAROUSEL", "cards": [card] }]));
    differ(
        &odd(json!({ "components": 7 })),
        &odd(json!({ "components": 8 })),
        &["carousel.cards[0].components"],
    );
    differ(
        &odd(json!({ "components": [], "colour": "red" })),
        &odd(json!({ "components": [], "colour": "blue" })),
        &["carousel.cards[0].colour"],
    );
}

fn with_button(button: Value) -> Value {
    template(json!([{ "type": "BODY", "text": "Choose." }, { "type": "BUTTONS", "buttons": vec![button] }]))
}

#[test]
fn changes_of_buttons_are_named() {
    let flow = || {
        json!({ "type": "FLOW", "text": "Open", "flow_id": "1", "flow_action": "navigate", "navigate_screen": "A",
                "icon": "DOCUMENT" })
    };
    let payment = || {
        json!({ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting":
            { "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "0002" } } })
    };
    let coupon = || json!({ "type": "COPY_CODE", "example": "25OFF" });
    let changes: Vec<(Value, &[&str], Change)> = vec![
        (flow(), &["buttons[0].text"], |button| button["text"] = json!("Start")),
        (flow(), &["buttons[0].flow_id"], |button| button["flow_id"] = json!("2")),
        (flow(), &["buttons[0].flow_name"], |button| button["flow_name"] = json!("survey")),
        (flow(), &["buttons[0].flow_action"], |button| button["flow_action"] = json!("data_exchange")),
        (flow(), &["buttons[0].navigate_screen"], |button| button["navigate_screen"] = json!("a")),
        (flow(), &["buttons[0].icon"], |button| button["icon"] = json!("REVIEW")),
        (payment(), &["buttons[0].payment_setting.pix_dynamic_code.code"], |button| {
            button["payment_setting"]["pix_dynamic_code"]["code"] = json!("0003");
        }),
        (coupon(), &["buttons[0].example"], |button| button["example"] = json!("30OFF")),
        (coupon(), &["buttons[0].example", "buttons[0].type"], |button| {
            *button = json!({ "type": "REQUEST_CONTACT_INFO" });
        }),
    ];
    for (button, places, change) in changes {
        let mut other = button.clone();
        change(&mut other);
        differ(&with_button(button), &with_button(other), places);
    }
    // Letter case of the action and the icon, and a list of one sample.
    let mut lower = flow();
    lower["flow_action"] = json!("NAVIGATE");
    lower["icon"] = json!("document");
    same(&with_button(flow()), &with_button(lower));
    same(&with_button(coupon()), &with_button(json!({ "type": "copy_code", "example": ["25OFF"] })));
    for kind in ["CATALOG", "MPM", "SPM", "VOICE_CALL", "ORDER_DETAILS"] {
        let labelled = |kind: &str| with_button(json!({ "type": kind, "text": "View" }));
        same(&labelled(kind), &labelled(&kind.to_lowercase()));
        differ(&labelled(kind), &labelled("QUICK_REPLY"), &["buttons[0].type"]);
    }
}

#[test]
fn changes_of_offers_and_headers_are_named() {
    let offer = |text: &str, has_expiration: bool| {
        template(json!([{ "type": "BODY", "text": "Now!" }, { "type": "limited_time_offer",
            "limited_time_offer": { "text": text, "has_expiration": has_expiration } }]))
    };
    differ(&offer("Ends", true), &offer("Soon", true), &["limited_time_offer.limited_time_offer.text"]);
    differ(
        &offer("Ends", true),
        &offer("Ends", false),
        &["limited_time_offer.limited_time_offer.has_expiration"],
    );
    let header = |format: &str| template(json!([{ "type": "HEADER", "format": format }]));
    differ(&header("GIF"), &header("VIDEO"), &["header.format"]);
    same(&header("PRODUCT"), &header("product"));
}

/// The button is not compared: an answer shows it as an address.
#[test]
fn every_kind_of_one_time_code_is_read_back_as_an_address() {
    for (kind, extra) in [
        ("COPY_CODE", json!({})),
        ("ONE_TAP", json!({ "autofill_text": "Autofill" })),
        ("ZERO_TAP", json!({ "zero_tap_terms_accepted": true })),
    ] {
        let mut button = json!({ "type": "OTP", "otp_type": kind, "supported_apps": [
            { "package_name": "com.example.luckyshrub", "signature_hash": "K8a/AINcGX7" }] });
        button.as_object_mut().unwrap().extend(extra.as_object().cloned().unwrap());
        let address = format!("https://www.whatsapp.com/otp/code/?otp_type={kind}&code=otp{{{{1}}}}");
        let code = |body: Value, button: Value| {
            let components = json!([body, { "type": "BUTTONS", "buttons": [button] }]);
            let mut definition = template(components);
            definition["category"] = json!("AUTHENTICATION");
            definition
        };
        let created = code(json!({ "type": "BODY" }), button);
        let read_back = code(
            json!({ "type": "BODY", "text": "*{{1}}* is your verification code.",
                    "example": { "body_text": [["123456"]] } }),
            json!({ "type": "URL", "text": "Copy code", "url": address, "example": [address] }),
        );
        same(&created, &read_back);
    }
}
