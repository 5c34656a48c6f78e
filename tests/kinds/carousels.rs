//! Carousels of media cards: as many as were defined, alike or with fields of their own.
#![expect(clippy::duplicated_attributes, reason = "cards are alike")]

use serde_json::{Value, json};
use wa_template::{Image, OrderDetails, Video, WaCard, WaPayload, WaTemplate};

use super::checkout::{checkout, checkout_json};
use super::{address, body, check, header, problems, reply, texts};

#[derive(WaTemplate)]
#[wa(
    name = "carousel_template_media_cards_v1",
    language = "en_US",
    category = "marketing",
    positional,
    body = "Rare succulents for sale! {{customer}}, add these unique plants to your collection. Each of these rare \
            succulents are {{percent}} if you checkout using code {{code}}. Shop now and add some unique and \
            beautiful plants to your collection!",
    carousel(
        card(
            header(image, example = "4::an..."),
            buttons(
                quick_reply("Send me more like this!", "{{more}}"),
                url("Shop", "https://www.luckyshrub.com/rare-succulents/{{plant}}")
            ),
            examples(plant = "BLUE_ELF")
        ),
        card(
            header(image, example = "4::an..."),
            buttons(
                quick_reply("Send me more like this!", "{{more}}"),
                url("Shop", "https://www.luckyshrub.com/rare-succulents{{plant}}")
            ),
            examples(plant = "BUDDHA")
        ),
        card(
            header(image, example = "4::an..."),
            buttons(
                quick_reply("Send me more like this!", "{{more}}"),
                url("Shop", "https://www.luckyshrub.com/rare-succulents{{plant}}")
            ),
            examples(plant = "BLACK_PRINCE")
        ),
    )
)]
struct RareSucculents<'a> {
    #[wa(example = "Pablo")]
    customer: &'a str,
    #[wa(example = "30%")]
    percent: &'a str,
    #[wa(example = "30OFF")]
    code: &'a str,
    #[wa(cards)]
    plants: [Succulent<'a>; 3],
}

#[derive(WaCard)]
struct Succulent<'a> {
    #[wa(header)]
    picture: Image,
    more: Option<&'a str>,
    plant: &'a str,
}

/// Numbered placeholders on the cards.
#[derive(WaTemplate)]
#[wa(
    name = "carousel_video_cards_with_body",
    language = "en_US",
    category = "marketing",
    positional,
    body = "See how our cuttings are raised, in films of a minute each.",
    carousel(
        card(
            header(video, example = "4::aW..."),
            body = "Save {{percent}} on aloes until {{day}} in every one of our stores.",
            buttons(
                url("Watch", "https://www.luckyshrub.com/watch/{{film}}"),
                phone_number("Call", "15550051310")
            ),
            examples(percent = "10%", day = "Sunday", film = "aloe")
        ),
        card(
            header(video, example = "4::aW..."),
            body = "Save {{percent}} on cacti until {{day}} in every one of our stores.",
            buttons(
                url("Watch", "https://www.luckyshrub.com/watch/{{film}}"),
                phone_number("Call", "15550051310")
            ),
            examples(percent = "15%", day = "Monday", film = "aloe")
        )
    )
)]
struct Films {
    #[wa(cards)]
    films: [Film; 2],
}

#[derive(WaCard)]
struct Film {
    #[wa(header)]
    clip: Video,
    #[wa(name = "film")]
    code: String,
    day: &'static str,
    percent: &'static str,
}

#[derive(WaTemplate)]
#[wa(
    name = "carousel_checkout_buttons",
    language = "en_US",
    category = "marketing",
    body = "These were sold out for a while: order one today and you have it the day after tomorrow.",
    carousel(
        card(
            header(image, example = "4::an..."),
            buttons(order_details("Buy now"), quick_reply("Not interested"))
        ),
        card(
            header(image, example = "4::an..."),
            buttons(order_details("Buy now"), quick_reply("Not interested"))
        )
    )
)]
struct BackThisWeek {
    #[wa(card = 1)]
    second: Plain,
    #[wa(card = 0)]
    first: Interest,
}

#[derive(WaCard)]
struct Interest {
    #[wa(header)]
    picture: Image,
    #[wa(button = 0)]
    order: OrderDetails,
    #[wa(button = 1)]
    no: Answer,
}

#[derive(WaPayload)]
enum Answer {
    #[wa(payload = "no-abc.123_xyz-1")]
    No,
}

#[derive(WaCard)]
struct Plain {
    #[wa(header)]
    picture: Image,
    #[wa(button = 0)]
    order: OrderDetails,
    #[wa(button = 1)]
    no: String,
}

/// Cards of different slots, with names on the wire.
#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Two offers for {{customer}} and friends this week:",
    carousel(
        card(
            header(image),
            body = "Get {{percent}} off of everything.",
            buttons(quick_reply("More")),
            examples(percent = "10%")
        ),
        card(
            header(image),
            body = "Bring {{guests}} friends along, {{customer}} said.",
            buttons(quick_reply("More")),
            examples(guests = "3", customer = "Pablo")
        )
    )
)]
struct TwoOffers {
    #[wa(example = "Pablo")]
    customer: &'static str,
    #[wa(card = 0)]
    off: Off,
    #[wa(card = 1)]
    along: Along,
}

#[derive(WaCard)]
struct Off {
    #[wa(header)]
    picture: Image,
    percent: &'static str,
}

#[derive(WaCard)]
struct Along {
    guests: u8,
    customer: &'static str,
    #[wa(header)]
    picture: Image,
}

/// The carousel component with its cards.
pub(super) fn cards(components: &[Value]) -> Value {
    let card = |(index, components)| json!({ "card_index": index, "components": components });
    let cards: Vec<_> = components.iter().enumerate().map(card).collect();
    json!({ "type": "carousel", "cards": cards })
}

fn image(id: &str) -> Value {
    header("image", &json!({ "id": id }))
}

#[test]
fn media_cards() {
    let plant = |picture, more, plant| Succulent { picture: Image::id(picture), more: Some(more), plant };
    let mut message = RareSucculents {
        customer: "Pablo",
        percent: "20%",
        code: "20OFF",
        plants: [
            plant("1558081531584829", "more-aloes", "blue-elf"),
            plant("861236878885705", "more-crassulas", "buddhas-temple"),
            plant("1587064918516321", "more-echeverias", "black-prince"),
        ],
    };
    let values = texts(&["Pablo", "20%", "20OFF"]);
    let card = |picture, more, plant| json!([image(picture), reply(0, more), address(1, plant)]);
    let mut expected = [
        card("1558081531584829", "more-aloes", "blue-elf"),
        card("861236878885705", "more-crassulas", "buddhas-temple"),
        card("1587064918516321", "more-echeverias", "black-prince"),
    ];
    check(&message, &json!([values, cards(&expected)]));
    // Without its payload a quick reply has no component; the other button keeps its index.
    message.plants[1].more = None;
    expected[1] = json!([image("861236878885705"), address(1, "buddhas-temple")]);
    body(&message, &json!([values, cards(&expected)]));
}

#[test]
fn cards_with_a_text() {
    let film = |id: &str, percent, day, code: &str| Film {
        clip: Video::id(id),
        code: code.to_owned(),
        day,
        percent,
    };
    let mut message = Films {
        films: [
            film("1558081531584829", "10%", "Sunday", "aloe"),
            film("861236878885705", "15%", "Monday", "cactus"),
        ],
    };
    let card = |id: &str, percent, day, code| {
        json!([header("video", &json!({ "id": id })), texts(&[percent, day]), address(0, code)])
    };
    let expected = [
        card("1558081531584829", "10%", "Sunday", "aloe"),
        card("861236878885705", "15%", "Monday", "cactus"),
    ];
    check(&message, &json!([cards(&expected)]));
    message.films[1].percent = "";
    assert_eq!(problems(&message).len(), 1);
    let long = "x".repeat(160);
    message.films[1].percent = Box::leak(long.into_boxed_str());
    assert_eq!(problems(&message)[0].1, "value-too-long");
}

#[test]
fn one_field_per_card() {
    let message = BackThisWeek {
        second: Plain {
            picture: Image::id("861236878885705"),
            order: checkout("abc.123_xyz-2"),
            no: "no-abc.123_xyz-2".to_owned(),
        },
        first: Interest {
            picture: Image::id("1558081531584829"),
            order: checkout("abc.123_xyz-1"),
            no: Answer::No,
        },
    };
    let expected = [
        json!([image("1558081531584829"), checkout_json("abc.123_xyz-1"), reply(1, "no-abc.123_xyz-1")]),
        json!([image("861236878885705"), checkout_json("abc.123_xyz-2"), reply(1, "no-abc.123_xyz-2")]),
    ];
    check(&message, &json!([cards(&expected)]));
}

#[derive(WaTemplate)]
#[wa(
    name = "seeds_or_pots",
    language = "en",
    category = "marketing",
    body = "Seeds or pots, which may we send you?",
    carousel(
        card(
            header(image),
            buttons(quick_reply("These", Order::Seeds), quick_reply("Neither", Order::Nothing))
        ),
        card(
            header(image),
            buttons(quick_reply("These", Order::Pots), quick_reply("Neither", Order::Nothing))
        )
    )
)]
struct SeedsOrPots {
    #[wa(cards)]
    cards: [Picture; 2],
}

#[derive(WaCard)]
struct Picture {
    #[wa(header)]
    picture: Image,
}

#[derive(WaPayload)]
enum Order {
    Seeds,
    Pots,
    Nothing,
}

#[test]
fn payloads_that_the_template_gives() {
    let message = SeedsOrPots { cards: ["1", "2"].map(|id| Picture { picture: Image::id(id) }) };
    let expected = [
        json!([image("1"), reply(0, "order:seeds"), reply(1, "order:nothing")]),
        json!([image("2"), reply(0, "order:pots"), reply(1, "order:nothing")]),
    ];
    body(&message, &json!([cards(&expected)]));
}

#[test]
fn cards_with_different_names() {
    let message = TwoOffers {
        customer: "Jessica",
        off: Off { picture: Image::id("1"), percent: "15%" },
        along: Along { guests: 4, customer: "Maria", picture: Image::id("2") },
    };
    let named = |values: &[(&str, &str)]| {
        let values: Vec<_> = values
            .iter()
            .map(|(name, text)| json!({ "type": "text", "text": text, "parameter_name": name }))
            .collect();
        json!({ "type": "body", "parameters": values })
    };
    let expected = [
        json!([image("1"), named(&[("percent", "15%")])]),
        json!([image("2"), named(&[("guests", "4"), ("customer", "Maria")])]),
    ];
    body(&message, &json!([named(&[("customer", "Jessica")]), cards(&expected)]));
}
