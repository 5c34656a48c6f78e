use wa_template::{WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(image), buttons(quick_reply("More"))),
        card(header(image), buttons(quick_reply("More"))),
    ),
)]
struct Offers {
    #[wa(card = 0)]
    first: Card,
    #[wa(card = 1)]
    second: Card,
    #[wa(card = 2)]
    third: Card,
}

#[derive(WaCard)]
struct Card {
    #[wa(header)]
    picture: wa_template::Image,
}

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
