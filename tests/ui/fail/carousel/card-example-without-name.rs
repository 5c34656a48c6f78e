use wa_template::{WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples(percent = "10%")),
        card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples("10%")),
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
    percent: String,
}

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
