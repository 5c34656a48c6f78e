//! Structs that `macro_rules!` writes: fields, types, texts, attributes and answers come as fragments of every kind.
use wa_template::{Currency, Image, WaCard, WaMessage, WaPayload, WaTemplate};

macro_rules! template {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident<$life:lifetime> in $language:literal: $category:expr,
        $body:expr, $header:literal,
        buttons($($label:literal => $answer:path),* ; $more:expr => $payload:expr),
        $($field_vis:vis $field:ident: $ty:ty = $example:expr),* $(,)?
    ) => {
        $(#[$meta])*
        #[derive(WaTemplate)]
        #[wa(
            language = $language,
            category = $category,
            header = $header,
            body = $body,
            buttons($(quick_reply($label, $answer),)* quick_reply($more, $payload)),
        )]
        $vis struct $name<$life> {
            $(#[wa(example = $example)] $field_vis $field: $ty,)*
            #[wa(skip)]
            _life: ::core::marker::PhantomData<&$life ()>,
        }
    };
}

template! {
    /// An order.
    #[derive(Clone)]
    pub(crate) struct Order<'a> in "en": "utility",
    "Your order {{number}} of {{day}} is on its way.", "Order {{number}}",
    buttons("Yes" => Answer::Yes, "No" => self::Answer::No; "More" => Answer::More),
    pub(crate) number: &'a str = "860198",
    day: String = "Monday",
}

#[derive(WaPayload)]
enum Answer {
    Yes,
    No,
    More,
}

macro_rules! numbered {
    ($name:ident { $($number:literal $field:ident: $ty:ty),* } $($key:tt)*) => {
        #[derive(WaTemplate)]
        #[wa(language = "en", category = "marketing", $($key)*)]
        struct $name {
            $(#[wa(body = $number, example = "x")] $field: $ty,)*
            #[wa(header)]
            image: Image,
        }
    };
}

numbered!(Offer { 1 plant: &'static str, 2 price: Currency } header(image), body = "Get {{1}} for {{2}} only.");

macro_rules! cards {
    ($name:ident of $card:ident { $($(#[$attribute:meta])* $field:ident: $ty:ty),* } $percent:ident: $text:literal) => {
        #[derive(WaCard)]
        struct $card {
            $($(#[$attribute])* $field: $ty,)*
            $percent: u8,
        }

        #[derive(WaTemplate)]
        #[wa(
            language = "en",
            category = "marketing",
            body = "Our offers of this week.",
            carousel(
                card(header(image), body = $text, buttons(quick_reply("More")), examples($percent = "10")),
                card(header(image), body = $text, buttons(quick_reply("More")), examples($percent = "20")),
            )
        )]
        struct $name {
            #[wa(cards)]
            cards: [$card; 2],
        }
    };
}

cards!(Offers of Card { #[wa(header)] picture: Image } percent: "Get {{percent}} percent off.");

fn main() {
    let order = Order { number: "7", day: "Monday".to_owned(), _life: ::core::marker::PhantomData };
    assert!(order.clone().to("+16505551234").build().is_ok());
    let offer = Offer { plant: "aloe", price: Currency::new("USD", 5_000, "$5"), image: Image::id("1") };
    assert!(offer.to("+16505551234").build().is_ok());
    let card = |percent| Card { picture: Image::id("1"), percent };
    assert!(Offers { cards: [card(10), card(20)] }.to("+16505551234").build().is_ok());
}
