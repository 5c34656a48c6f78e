use wa_template::{Image, WaCard, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    name = "summer_offers",
    language = "en",
    category = "marketing",
    body = "Our offers this summer.",
    carousel(
        card(
            header(image),
            body = "Get {{percent}} off beach shoes.",
            buttons(quick_reply("Send more like this")),
            examples(percent = "10%")
        ),
        card(
            header(image),
            body = "Hats from {{price}} on.",
            buttons(quick_reply("Send more like this")),
            examples(price = "$20")
        )
    )
)]
struct SummerOffers<'a> {
    #[wa(card = 1)]
    shoes: Shoes<'a>,
    #[wa(card = 0)]
    hats: Hats<'a>,
}

#[derive(WaCard)]
struct Shoes<'a> {
    #[wa(header)]
    image: Image,
    percent: &'a str,
}

#[derive(WaCard)]
struct Hats<'a> {
    #[wa(header)]
    image: Image,
    price: &'a str,
}

fn main() {}
