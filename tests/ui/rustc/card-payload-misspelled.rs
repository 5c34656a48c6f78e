use wa_template::{Image, WaCard, WaPayload, WaTemplate};

#[derive(WaPayload)]
enum Answer {
    More,
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Our offers of this week.",
    carousel(
        card(header(image), buttons(quick_reply("More", Answer::Mor))),
        card(header(image), buttons(quick_reply("More", Answer::More))),
    ),
)]
struct Offers {
    #[wa(cards)]
    cards: [Card; 2],
}

#[derive(WaCard)]
struct Card {
    #[wa(header)]
    picture: Image,
}

fn main() {
    let _ = <Offers as WaTemplate>::TEMPLATE.name();
    let _ = Answer::More;
}
