//! Carousels.

use serde_json::{Value, json};

use super::limits::{LETTERS, limit};
use super::{
    Broken, accepted, broken, buttons, header, labelled, marketing, phone_number, quick_reply, read, rules,
    set, url,
};

pub(super) fn card(components: Vec<Value>) -> Value {
    let mut card = json!({});
    card["components"] = Value::Array(components);
    card
}

pub(super) fn carousel(cards: Vec<Value>) -> Value {
    let mut carousel = json!({ "type": "CAROUSEL" });
    carousel["cards"] = Value::Array(cards);
    marketing(vec![carousel])
}

/// A card with an image, this text and two buttons.
fn media(text: &str) -> Value {
    card(vec![header("IMAGE"), json!({ "type": "BODY", "text": text }), buttons(replies(2))])
}

fn replies(count: usize) -> Vec<Value> {
    vec![quick_reply("More"); count]
}

fn product(button: Value) -> Value {
    card(vec![header("PRODUCT"), buttons(vec![button])])
}

/// Three media cards, and something done to the second.
pub(super) fn second(change: impl FnOnce(&mut Value)) -> Value {
    let mut cards = vec![media("Rare succulents."); 3];
    change(&mut cards[1]["components"]);
    carousel(cards)
}

const HEADER: usize = 0;
pub(super) const BODY: usize = 1;
const BUTTONS: usize = 2;

pub(super) fn broken_definitions() -> Vec<Broken> {
    let mut table = shapes();
    table.extend(alike());
    table.extend(beside());
    table
}

fn shapes() -> Vec<Broken> {
    let without = |component: usize| {
        second(|card| {
            card.as_array_mut().unwrap().remove(component);
        })
    };
    let list = |count| second(|card| card[BUTTONS]["buttons"] = Value::Array(replies(count)));
    let count = |cards| broken("carousel-card-count", "carousel", carousel(cards));
    let products = |button: Value| carousel(vec![product(labelled("SPM", "View")), product(button)]);
    let mut table = vec![
        count(vec![]),
        count(vec![media("One card alone.")]),
        count(vec![media("One of many."); 11]),
        broken("carousel-card-header", "carousel.cards[1].header", without(HEADER)),
        broken("carousel-card-buttons", "carousel.cards[1].buttons", without(BUTTONS)),
        broken("carousel-card-buttons", "carousel.cards[1].buttons", list(3)),
        broken("carousel-card-buttons", "carousel.cards[1].buttons", products(quick_reply("More"))),
        broken(
            "marketing-only",
            "carousel",
            set(carousel(vec![media("Rare succulents."); 2]), "category", "UTILITY"),
        ),
        // The buttons of its cards are the same mistake.
        broken(
            "marketing-only",
            "carousel",
            set(carousel(vec![product(labelled("SPM", "View")); 2]), "category", "UTILITY"),
        ),
        broken(
            "authentication-content",
            "category",
            set(carousel(vec![product(labelled("SPM", "View")); 2]), "category", "AUTHENTICATION"),
        ),
    ];
    let two = json!([labelled("SPM", "View"), url("https://example.com/", None)]);
    let mut cards = vec![product(labelled("SPM", "View")); 2];
    cards[1]["components"][1]["buttons"] = two;
    table.push(broken("carousel-card-buttons", "carousel.cards[1].buttons", carousel(cards)));
    for format in ["TEXT", "DOCUMENT", "LOCATION", "GIF"] {
        let definition = second(|card| {
            card[HEADER] = json!({ "type": "HEADER", "format": format, "text": "Aloe" });
        });
        table.push(broken("carousel-card-header", "carousel.cards[1].header", definition));
    }
    table
}

fn alike() -> Vec<Broken> {
    let other = |card: Value| {
        let mut cards = vec![media("Rare succulents."); 3];
        cards[2] = card;
        broken("carousel-cards-alike", "carousel.cards[2]", carousel(cards))
    };
    let body = || json!({ "type": "BODY", "text": "Rare succulents." });
    let link = || url("https://example.com/", None);
    vec![
        other(card(vec![header("VIDEO"), body(), buttons(replies(2))])),
        other(card(vec![header("IMAGE"), buttons(replies(2))])),
        other(card(vec![header("IMAGE"), body(), buttons(replies(1))])),
        other(card(vec![header("IMAGE"), body(), buttons(vec![quick_reply("More"), link()])])),
        other(card(vec![header("PRODUCT"), body(), buttons(vec![link()])])),
        broken(
            "carousel-cards-alike",
            "carousel.cards[1]",
            carousel(vec![
                card(vec![header("IMAGE"), buttons(vec![link(), quick_reply("More")])]),
                card(vec![header("IMAGE"), buttons(vec![quick_reply("More"), link()])]),
            ]),
        ),
        broken(
            "carousel-cards-alike",
            "carousel.cards[1]",
            carousel(vec![product(labelled("SPM", "View")), product(link())]),
        ),
    ]
}

fn beside() -> Vec<Broken> {
    let with = |component: Value| {
        let mut definition = carousel(vec![media("Rare succulents."); 2]);
        definition["components"].as_array_mut().unwrap().push(component);
        definition
    };
    let beside = |component| broken("carousel-beside", "carousel", with(component));
    vec![
        beside(header("IMAGE")),
        beside(json!({ "type": "FOOTER", "text": "Lucky Shrub" })),
        beside(buttons(replies(1))),
        broken("component-duplicate", "components[2]", with(json!({ "type": "carousel", "cards": [] }))),
    ]
}

#[test]
fn carousels_that_are_accepted() {
    accepted(&carousel(vec![media("Rare succulents."); 2]));
    accepted(&second(|card| card[BODY]["text"] = json!("Other words,\nother\nlines 😀 *bold*")));
    for button in [labelled("SPM", "View"), url("https://example.com/{{1}}", Some("x"))] {
        accepted(&carousel(vec![product(button); 3]));
    }
    let video = |buttons: Vec<Value>| card(vec![header("video"), super::buttons(buttons)]);
    for list in [
        vec![phone_number("+15550051310"), quick_reply("More")],
        vec![url("https://example.com/", None), url("https://example.com/{{1}}", Some("x"))],
        vec![labelled("ORDER_DETAILS", "Buy now"), quick_reply("More")],
    ] {
        accepted(&carousel(vec![video(list); 2]));
    }
    // Labels and addresses may differ, and each body has placeholders of its own.
    let mut cards = vec![card(vec![header("IMAGE"), json!({}), buttons(vec![quick_reply("More")])]); 3];
    for (index, card) in cards.iter_mut().enumerate() {
        card["components"][1] = json!({ "type": "BODY", "text": "Use code {{1}} for this one.",
                                        "example": { "body_text": [[index.to_string()]] } });
        card["components"][2]["buttons"][0]["text"] = json!(format!("More of {index}"));
    }
    accepted(&carousel(cards));
}

#[test]
fn limits_of_carousels() {
    limit("carousel-card-count", 10, |count| carousel(vec![media("Rare succulents."); count]));
    accepted(&carousel(vec![media("Rare succulents."); 2]));
    for letter in LETTERS.into_iter().chain(["😀"]) {
        limit("body-too-long", 160, |length| {
            second(|card| card[BODY]["text"] = json!(letter.repeat(length)))
        });
    }
    limit("carousel-card-lines", 2, |breaks| {
        second(|card| card[BODY]["text"] = json!(vec!["a"; breaks + 1].join("\n")))
    });
    limit("carousel-card-buttons", 2, |count| {
        let of = |count| card(vec![header("IMAGE"), buttons(replies(count))]);
        carousel(vec![of(count.min(2)), of(count)])
    });
    // The message above the cards is an ordinary body.
    limit("body-too-long", 1024, |length| {
        let mut definition = carousel(vec![media("Rare succulents."); 2]);
        definition["components"][0]["text"] = json!("é".repeat(length));
        definition
    });
}

#[test]
fn cards_are_compared_with_the_first_sound_one() {
    let bare = card(vec![buttons(replies(2))]);
    assert_eq!(rules(&carousel(vec![bare, media("a"), media("b")])), ["carousel-card-header"]);
    let mut definition = carousel(vec![media("a"); 3]);
    definition["components"][1]["cards"][0] = json!("no card");
    assert_eq!(rules(&definition), ["carousel-card-header"]);
    let mut other = carousel(vec![media("a"); 2]);
    other["components"][1]["cards"][1]["components"][HEADER] = header("VIDEO");
    let violations = read(&other).validate();
    assert_eq!(violations[0].fact(), "card 1 has another kind of header than card 0");
}
