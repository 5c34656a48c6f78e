use wa_template::{WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(image), buttons(url("See", "https://www.example.com/{{code}}")), examples(code = "a")),
        card(header(image), buttons(url("See", "https://www.example.com/{{code}}")), examples(code = "a")),
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
    code: String,
    #[wa(button = 0)]
    offer: String,
}

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
