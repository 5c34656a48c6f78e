// breaks: placeholder-mixed
use wa_template::{WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week for {{1}} and friends.",
    carousel(
        card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples(percent = "10%")),
        card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples(percent = "10%")),
    ),
)]
struct Offers {
    #[wa(body = 1, example = "Pablo")]
    customer: String,
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
