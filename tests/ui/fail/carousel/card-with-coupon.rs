use wa_template::{WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(image), buttons(copy_code("{{code}}"))),
        card(header(image), buttons(quick_reply("More"))),
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
}

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
