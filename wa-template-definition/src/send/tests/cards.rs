//! The cards of a carousel.

use serde_json::{Value, json};

use super::{Refused, accepted, changed, list, parameter, refused, rules, send, template};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = numbers();
    table.extend(headers_and_bodies());
    table.extend(buttons());
    table.extend(products());
    table
}

/// Three cards with an image, a text with two placeholders, a quick reply and an address.
fn media() -> Value {
    let card = json!({ "components": [
        { "type": "HEADER", "format": "IMAGE" },
        { "type": "BODY", "text": "Use {{1}} to get {{2}} off." },
        { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "More" },
            { "type": "URL", "text": "Shop", "url": "https://example.com/{{1}}", "example": ["x"] }] }] });
    template(
        json!([{ "type": "BODY", "text": "Our plants." }, { "type": "CAROUSEL", "cards": vec![card; 3] }]),
    )
}

fn media_card(index: usize) -> Value {
    json!({ "card_index": index, "components": [
        { "type": "header", "parameters": [{ "type": "image", "image": { "id": "1558081531584829" } }] },
        { "type": "body", "parameters": [{ "type": "text", "text": "10OFF" }, { "type": "text", "text": "10%" }] },
        { "type": "button", "sub_type": "quick_reply", "index": "0",
          "parameters": [{ "type": "payload", "payload": "more" }] },
        { "type": "button", "sub_type": "url", "index": 1, "parameters": [{ "type": "text", "text": "elf" }] }] })
}

const HEADER: usize = 0;
const BODY: usize = 1;
const REPLY: usize = 2;
const LINK: usize = 3;

fn cards(cards: Vec<Value>) -> Value {
    let mut carousel = json!({ "type": "carousel" });
    carousel["cards"] = Value::Array(cards);
    send(Value::Array(vec![carousel]))
}

fn media_send() -> Value {
    cards((0..3).map(media_card).collect())
}

/// [`media_send`] with something done to the components of the second card.
fn second(change: impl FnOnce(&mut Value)) -> Value {
    changed(media_send(), |send| change(&mut send["components"][0]["cards"][1]["components"]))
}

fn numbers() -> Vec<Refused> {
    let broken = |rule, place, change: &dyn Fn(&mut Value)| {
        let send = changed(media_send(), |send| change(&mut send["components"][0]["cards"]));
        refused(rule, place, media(), send)
    };
    let count = |change: &dyn Fn(&mut Value)| broken("send-card-count", "carousel", change);
    let mut table = vec![
        refused("send-component-missing", "carousel", media(), send(json!([]))),
        count(&|cards| drop(list(cards).pop())),
        count(&|cards| drop(list(cards).remove(0))),
        count(&|cards| list(cards).push(media_card(3))),
        count(&|cards| *cards = json!([])),
        count(&|cards| *cards = json!(null)),
        count(&|cards| *cards = json!({ "0": media_card(0) })),
    ];
    for index in [json!(0), json!(2), json!(3), json!(-1), json!(1.5), json!(null), json!("one")] {
        table.push(broken("send-card-index", "carousel.cards[1]", &|cards| {
            cards[1]["card_index"] = index.clone();
        }));
    }
    table.push(broken("send-card-index", "carousel.cards[2]", &|cards| cards[2] = json!("card")));
    let twice = changed(media_send(), |send| {
        let again = send["components"][0].clone();
        list(&mut send["components"]).push(again);
    });
    table.push(refused("send-component-duplicate", "components[1]", media(), twice));
    table
}

fn headers_and_bodies() -> Vec<Refused> {
    let header = |rule, change: &dyn Fn(&mut Value)| {
        refused(rule, "carousel.cards[1].header", media(), second(|card| change(card)))
    };
    let body = |rule, change: &dyn Fn(&mut Value)| {
        refused(rule, "carousel.cards[1].body", media(), second(|card| change(card)))
    };
    let extra = |rule, component: Value| {
        refused(rule, "carousel.cards[1].components[4]", media(), second(|card| list(card).push(component)))
    };
    let video = || parameter("video", json!({ "id": "1" }));
    vec![
        header("send-header-missing", &|card| drop(list(card).remove(HEADER))),
        header("send-header-missing", &|card| card[HEADER]["parameters"] = json!([])),
        header("send-parameter-kind", &|card| card[HEADER]["parameters"][0] = video()),
        header("send-parameter-count", &|card| list(&mut card[HEADER]["parameters"]).push(video())),
        header("value-media", &|card| card[HEADER]["parameters"][0]["image"] = json!({})),
        body("send-parameter-count", &|card| drop(list(card).remove(BODY))),
        body("send-parameter-count", &|card| drop(list(&mut card[BODY]["parameters"]).pop())),
        body("send-parameter-kind", &|card| card[BODY]["parameters"][0] = video()),
        body("send-parameter-named", &|card| card[BODY]["parameters"][0]["parameter_name"] = json!("code")),
        body("value-empty", &|card| card[BODY]["parameters"][1]["text"] = json!("")),
        body("value-white-space", &|card| card[BODY]["parameters"][1]["text"] = json!("a\nb")),
        // "Use  to get  off." has 17 characters, "10%" 3.
        body("value-too-long", &|card| card[BODY]["parameters"][0]["text"] = json!("é".repeat(141))),
        extra("send-component-duplicate", media_card(1)["components"][HEADER].clone()),
        extra("send-component-duplicate", media_card(1)["components"][BODY].clone()),
        extra("send-component-unknown", json!({ "type": "footer" })),
        extra("send-component-unknown", json!({ "type": "carousel", "cards": [] })),
        extra("send-component-unknown", json!({ "type": "limited_time_offer" })),
        extra("send-component-unknown", json!({ "type": "order_status" })),
        extra("send-component-unknown", json!({ "type": "tap_target_configuration" })),
    ]
}

fn buttons() -> Vec<Refused> {
    let button =
        |rule, place, change: &dyn Fn(&mut Value)| refused(rule, place, media(), second(|card| change(card)));
    let (first, link) = ("carousel.cards[1].buttons[0]", "carousel.cards[1].buttons[1]");
    vec![
        button("send-button-missing", link, &|card| drop(list(card).remove(LINK))),
        button("send-button-index", first, &|card| card[LINK]["index"] = json!("0")),
        button("send-button-index", "carousel.cards[1].buttons[2]", &|card| card[LINK]["index"] = json!(2)),
        button("send-button-index", "carousel.cards[1].buttons", &|card| card[LINK]["index"] = json!(null)),
        // Counting restarts in each card.
        button("send-button-index", "carousel.cards[1].buttons[3]", &|card| card[LINK]["index"] = json!("3")),
        button("send-button-kind", first, &|card| card[REPLY]["sub_type"] = json!("flow")),
        button("send-button-kind", link, &|card| card[LINK]["sub_type"] = json!("quick_reply")),
        button("send-button-sub-type", link, &|card| card[LINK]["sub_type"] = json!("link")),
        button("send-component-duplicate", link, &|card| {
            let again = card[LINK].clone();
            list(card).push(again);
        }),
        button("value-payload-empty", first, &|card| card[REPLY]["parameters"] = json!([])),
        button("value-empty", link, &|card| card[LINK]["parameters"] = json!([])),
        button("value-too-long", link, &|card| card[LINK]["parameters"][0]["text"] = json!("é".repeat(1981))),
        button("send-parameter-kind", link, &|card| card[LINK]["parameters"][0]["type"] = json!("payload")),
    ]
}

/// Two cards with a product and this button.
fn product(button: &Value) -> Value {
    let card = json!({ "components": [{ "type": "HEADER", "format": "PRODUCT" },
                                      { "type": "BUTTONS", "buttons": [button] }] });
    template(
        json!([{ "type": "BODY", "text": "Our plants." }, { "type": "CAROUSEL", "cards": vec![card; 2] }]),
    )
}

fn view() -> Value {
    json!({ "type": "SPM", "text": "View" })
}

fn link() -> Value {
    json!({ "type": "URL", "text": "Shop", "url": "https://example.com/{{1}}" })
}

fn product_card(index: usize) -> Value {
    let product = json!({ "product_retailer_id": "vrpj01fvwp", "catalog_id": "194836987003835" });
    json!({ "card_index": index, "components": [{ "type": "header", "parameters": [parameter("product", product)] }] })
}

fn product_send(count: usize) -> Value {
    cards((0..count).map(product_card).collect())
}

fn products() -> Vec<Refused> {
    let broken = |rule, place, change: &dyn Fn(&mut Value)| {
        let send =
            changed(product_send(3), |send| change(&mut send["components"][0]["cards"][2]["components"]));
        refused(rule, place, product(&view()), send)
    };
    let button = |sub_type: &str| json!({ "type": "button", "sub_type": sub_type, "index": 0, "parameters": [{ "type": "action", "action": {} }] });
    let mut table = vec![
        broken("send-header-missing", "carousel.cards[2].header", &|card| *card = json!([])),
        broken("send-parameter-kind", "carousel.cards[2].header", &|card| {
            card[0]["parameters"][0] = parameter("image", json!({ "id": "1" }));
        }),
        broken("value-product", "carousel.cards[2].header", &|card| {
            card[0]["parameters"][0]["product"]["catalog_id"] = json!("");
        }),
        broken("send-button-sub-type", "carousel.cards[2].buttons[0]", &|card| {
            list(card).push(button("spm"));
        }),
        broken("send-button-static", "carousel.cards[2].buttons[0]", &|card| list(card).push(button("mpm"))),
    ];
    for count in [0, 1, 11] {
        table.push(refused("send-card-count", "carousel", product(&view()), product_send(count)));
    }
    table
}

#[test]
fn media_cards_that_are_accepted() {
    accepted(&media(), &media_send());
    // Values of quick replies are optional here, too, and the order of components is free.
    accepted(&media(), &second(|card| drop(list(card).remove(REPLY))));
    accepted(&media(), &second(|card| list(card).reverse()));
    let upper = second(|card| {
        for component in list(card) {
            component["type"] = json!(component["type"].as_str().unwrap_or_default().to_uppercase());
        }
    });
    accepted(&media(), &upper);
    for letter in ["a", "é", "😀"] {
        // "Use  to get  off." has 17 characters, "10%" 3.
        accepted(&media(), &second(|card| card[BODY]["parameters"][0]["text"] = json!(letter.repeat(140))));
    }
    let swapped = changed(media_send(), |send| list(&mut send["components"][0]["cards"]).swap(0, 1));
    assert_eq!(rules(&media(), &swapped), ["send-card-index", "send-card-index"]);
}

#[test]
fn named_cards() {
    let named = changed(media(), |definition| {
        definition["parameter_format"] = json!("NAMED");
        for card in list(&mut definition["components"][1]["cards"]) {
            card["components"][1]["text"] = json!("Use {{code}} to get {{part}} off.");
        }
    });
    let send = changed(media_send(), |send| {
        for card in list(&mut send["components"][0]["cards"]) {
            card["components"][BODY]["parameters"][0]["parameter_name"] = json!("part");
            card["components"][BODY]["parameters"][1]["parameter_name"] = json!("code");
        }
    });
    accepted(&named, &send);
    assert_eq!(rules(&named, &media_send()), ["send-parameter-name"; 6]);
}

#[test]
fn product_cards_come_in_any_allowed_number() {
    for count in 2..=10 {
        accepted(&product(&view()), &product_send(count));
    }
    // Those beyond the defined ones are like the last.
    assert_eq!(rules(&product(&link()), &product_send(4)), ["send-button-missing"; 4]);
    let linked = |count: usize| {
        let card = |index| {
            changed(product_card(index), |card| {
                list(&mut card["components"])
                    .push(json!({ "type": "button", "sub_type": "url", "index": "0",
                    "parameters": [{ "type": "text", "text": "elf" }] }));
            })
        };
        cards((0..count).map(card).collect())
    };
    accepted(&product(&link()), &linked(10));
}

#[test]
fn carousels_of_unknown_form_are_not_judged() {
    let odd = changed(media(), |definition| definition["components"][1]["layout"] = json!("grid"));
    accepted(&odd, &media_send());
    accepted(&odd, &send(json!([])));
}
