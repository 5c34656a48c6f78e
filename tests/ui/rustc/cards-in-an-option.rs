use wa_template::{Image, WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    name = "summer_offers",
    language = "en",
    category = "marketing",
    body = "Our offers this summer.",
    carousel(
        card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples(percent = "10%")),
        card(header(image), body = "Get {{percent}} off.", buttons(quick_reply("More")), examples(percent = "20%"))
    )
)]
struct SummerOffers<'a> {
    #[wa(cards)]
    cards: [Option<Card<'a>>; 2],
}

#[derive(WaCard)]
struct Card<'a> {
    #[wa(header)]
    image: Image,
    percent: &'a str,
}

fn main() {}
