//! Limited-time offers.

use serde_json::{Value, json};

use super::limits::{LETTERS, limit};
use super::{
    BODY, Broken, accepted, broken, buttons, coupon, header, marketing, quick_reply, rules, set, template,
    url,
};

fn offer(text: &str) -> Value {
    json!({ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": text, "has_expiration": true } })
}

/// An offer with these components beside it.
fn with(components: Vec<Value>) -> Value {
    let mut all = vec![offer("Expiring offer!")];
    all.extend(components);
    marketing(all)
}

fn shop() -> Value {
    url("https://example.com/{{1}}", Some("x"))
}

pub(super) fn broken_definitions() -> Vec<Broken> {
    let text = |offer: Value| {
        let offer = json!({ "type": "LIMITED_TIME_OFFER", "limited_time_offer": offer });
        broken("limited-time-offer-text", "limited_time_offer", marketing(vec![offer]))
    };
    let mut table = vec![
        text(json!({})),
        text(json!({ "text": "", "has_expiration": true })),
        text(json!({ "text": 7 })),
        text(json!({ "text": "Expiring offers!!", "has_expiration": false })),
        text(json!({ "text": "😀".repeat(17) })),
        broken(
            "limited-time-offer-footer",
            "footer",
            with(vec![json!({ "type": "FOOTER", "text": "Lucky Shrub" })]),
        ),
        broken(
            "limited-time-offer-buttons",
            "buttons[1]",
            with(vec![buttons(vec![shop(), coupon("25OFF")])]),
        ),
        broken(
            "limited-time-offer-buttons",
            "buttons[2]",
            with(vec![buttons(vec![coupon("25OFF"), shop(), shop()])]),
        ),
        // Quick replies may stand before both.
        broken(
            "limited-time-offer-buttons",
            "buttons[2]",
            with(vec![buttons(vec![quick_reply("No"), shop(), coupon("25OFF")])]),
        ),
        broken("marketing-only", "limited_time_offer", set(with(vec![]), "category", "UTILITY")),
        broken("component-duplicate", "components[2]", with(vec![offer("Again")])),
        broken("body-too-long", "body", long_body("é", 601)),
        broken("button-coupon-code", "buttons[0].example", with_code(&"a".repeat(16))),
    ];
    for format in ["DOCUMENT", "LOCATION", "GIF"] {
        table.push(broken("limited-time-offer-header", "header", with(vec![header(format)])));
    }
    let text = json!({ "type": "HEADER", "format": "TEXT", "text": "News" });
    table.push(broken("limited-time-offer-header", "header", with(vec![text])));
    table
}

fn long_body(letter: &str, length: usize) -> Value {
    let body = json!({ "type": "BODY", "text": letter.repeat(length) });
    set(template(vec![body, offer("Ends soon")]), "category", "MARKETING")
}

fn with_code(code: &str) -> Value {
    with(vec![buttons(vec![coupon(code), shop()])])
}

#[test]
fn offers_that_are_accepted() {
    for header in [header("IMAGE"), header("video")] {
        accepted(&with(vec![header, buttons(vec![coupon("25OFF"), shop()])]));
    }
    for buttons in [
        buttons(vec![shop()]),
        buttons(vec![coupon("25OFF")]),
        // In Brazil, since spring 2026.
        buttons(vec![json!({ "type": "PAYMENT_REQUEST", "text": "Copy Pix code",
            "payment_setting": { "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "0002" } } })]),
    ] {
        accepted(&with(vec![buttons]));
    }
    accepted(&with(vec![]));
    // Whether the time is shown need not be said, and letter case does not matter.
    accepted(&marketing(vec![
        json!({ "type": "limited_time_offer", "limited_time_offer": { "text": "Now!" } }),
    ]));
    // A category that nobody knows is the one thing that is said.
    assert_eq!(rules(&set(with(vec![]), "category", "FUTURE")), ["category-unknown"]);
}

#[test]
fn limits_of_offers() {
    for letter in LETTERS.into_iter().chain(["😀"]) {
        limit("limited-time-offer-text", 16, |length| marketing(vec![offer(&letter.repeat(length))]));
        limit("body-too-long", 600, |length| long_body(letter, length));
    }
    limit("button-coupon-code", 15, |length| with_code(&"A".repeat(length)));
}

#[test]
fn every_mistake_of_an_offer_is_reported() {
    let definition = json!({ "name": "offer", "language": "en", "category": "UTILITY", "components": [
        { "type": "HEADER", "format": "LOCATION" },
        { "type": "BODY", "text": BODY },
        { "type": "FOOTER", "text": "Lucky Shrub" },
        { "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "" } },
        { "type": "BUTTONS", "buttons": [shop(), coupon("25 OFF")] } ] });
    assert_eq!(
        rules(&definition),
        [
            "marketing-only",
            "limited-time-offer-text",
            "limited-time-offer-footer",
            "limited-time-offer-header",
            "limited-time-offer-buttons",
            "button-coupon-code"
        ]
    );
}
