use wa_template::{WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(product), buttons(spm("View"))),
        card(header(product), buttons(spm("View"))),
    ),
)]
struct Offers {
    #[wa(cards)]
    cards: [Card; 1],
}

#[derive(WaCard)]
struct Card {
    #[wa(header)]
    product: wa_template::Product,
}

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
}
