//! Inside of cards.

use serde_json::json;

use super::cards::{BODY, card, carousel, second};
use super::{Broken, broken, buttons, header, named_examples, phone_number, quick_reply, url};

/// What is wrong inside a card is said there.
pub(super) fn broken_definitions() -> Vec<Broken> {
    let body = |rule, text: &str, examples: &[&str]| {
        let definition = second(|card| {
            card[BODY]["text"] = json!(text);
            if !examples.is_empty() {
                card[BODY]["example"] = json!({ "body_text": [examples] });
            }
        });
        broken(rule, "carousel.cards[1].body", definition)
    };
    let button = |rule, place, button: serde_json::Value| {
        let mut cards = vec![card(vec![header("IMAGE"), buttons(vec![button.clone()])]); 2];
        let fine = match button["type"].as_str() {
            Some("URL") => url("https://example.com/", None),
            Some("PHONE_NUMBER") => phone_number("+15550051310"),
            _ => quick_reply("More"),
        };
        cards[0]["components"][1]["buttons"][0] = fine;
        broken(rule, place, carousel(cards))
    };
    let named = second(|card| {
        card[BODY] = json!({ "type": "BODY", "text": "Grüße 😀 an {{name}} von uns allen.",
            "example": { "body_text_named_params": named_examples(&["name"]) } });
    });
    let mut mixed = second(|card| {
        card[BODY] = json!({ "type": "BODY", "text": "Grüße 😀 an {{name}} von uns allen.",
            "example": { "body_text_named_params": named_examples(&["name"]) } });
    });
    mixed["components"][0] = json!({ "type": "BODY", "text": "Hello {{1}}, welcome back.",
                                     "example": { "body_text": [["Pablo"]] } });
    vec![
        body("body-missing", "", &[]),
        body("body-too-long", &"é".repeat(161), &[]),
        body("carousel-card-lines", "One\ntwo\nthree\nfour", &[]),
        body("placeholder-braces", "Grüße 😀, take {{1 of them.", &[]).at("Grüße 😀, take ", "{{"),
        body("body-placeholder-gap", "Grüße 😀 an {{2}} von uns allen.", &["x"]).at("Grüße 😀 an ", "{{2}}"),
        body("body-edge-placeholder", "Größe 😀 der Pflanze: {{1}}", &["x"])
            .at("Größe 😀 der Pflanze: ", "{{1}}"),
        body("body-example", "Grüße 😀 an {{1}} von uns allen.", &[]).at("Grüße 😀 an ", "{{1}}"),
        broken("placeholder-format-missing", "parameter_format", named),
        broken("placeholder-mixed", "carousel.cards[1].body", mixed).at("Grüße 😀 an ", "{{name}}"),
        button("button-label-missing", "carousel.cards[1].buttons[0].text", quick_reply("")),
        button("button-label-style", "carousel.cards[1].buttons[0].text", quick_reply("Größe {{1}}"))
            .at("Größe ", "{{1}}"),
        button("button-url-format", "carousel.cards[1].buttons[0].url", url("example.com", None)),
        button(
            "button-url-placeholder",
            "carousel.cards[1].buttons[0].url",
            url("https://example.com/é/{{2}}", Some("x")),
        )
        .at("https://example.com/é/", "{{2}}"),
        button(
            "button-url-example",
            "carousel.cards[1].buttons[0].url",
            url("https://example.com/é/{{1}}", None),
        )
        .at("https://example.com/é/", "{{1}}"),
        button("button-phone-number-format", "carousel.cards[1].buttons[0].phone_number", phone_number("x")),
        broken(
            "buttons-empty",
            "carousel.cards[1].buttons",
            carousel(vec![
                card(vec![json!({ "type": "HEADER", "format": "HOLOGRAM" })]),
                card(vec![json!({ "type": "HEADER", "format": "HOLOGRAM" }), buttons(vec![])]),
            ]),
        ),
    ]
}
