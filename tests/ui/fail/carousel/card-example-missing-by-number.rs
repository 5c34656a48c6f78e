// breaks: body-example
use wa_template::{WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(image), body = "Get {{1}} off.", buttons(quick_reply("More")), examples("10%")),
        card(header(image), body = "Get {{1}} off.", buttons(quick_reply("More"))),
    ),
)]
struct Offers {
    #[wa(cards)]
    cards: [Card; 2],
}

#[derive(WaCard)]
struct Card {
    #[wa(header)]
    picture: wa_template::Image,
    #[wa(body = 1)]
    percent: String,
}

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
