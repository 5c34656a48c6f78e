//! Cards with lifetimes, type parameters, raw identifiers; one field per card; lists of every kind.
use std::borrow::Cow;

use wa_template::{BodyParameter, Image, Product, TextParameter, WaCard, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Offers for {{customer}} and friends this week:",
    carousel(
        card(
            header(image),
            body = "Get {{type}} off.",
            buttons(quick_reply("More", "{{more}}")),
            examples(r#type = "10%")
        ),
        card(
            header(image),
            body = "Get {{type}} more.",
            buttons(quick_reply("More", "{{more}}")),
            examples(r#type = "10%")
        ),
    )
)]
struct Offers<'a, 'b: 'a, T: BodyParameter>
where
    T: Clone,
{
    #[wa(example = "Pablo")]
    customer: T,
    #[wa(cards)]
    cards: &'a [Offer<'a, 'b, u32>; 2],
}

#[derive(WaCard)]
struct Offer<'a, 'b: 'a, T>
where
    T: TextParameter,
{
    #[wa(header)]
    picture: &'a Image,
    r#type: &'a Cow<'b, str>,
    more: Option<T>,
    #[wa(skip)]
    _own: std::rc::Rc<()>,
}

/// The type of the cards comes from a macro, and so do its tokens.
macro_rules! template {
    ($name:ident, $cards:ty, $($target:tt)*) => {
        #[derive(WaTemplate)]
        #[wa(
            language = "en",
            category = "marketing",
            body = "Picked by our gardeners.",
            carousel(card(header(product), buttons(spm("View"))), card(header(product), buttons(spm("View"))))
        )]
        struct $name<'a> {
            #[wa($($target)*)]
            cards: $cards,
            #[wa(skip)]
            _life: &'a (),
        }
    };
}

template!(InAVec, Vec<Plant<'a>>, cards);
template!(InASlice, &'a [Plant<'a>], cards);
template!(InABox, Box<[Plant<'a>]>, cards);
template!(InAnArray, [Plant<'a>; 3], cards);
template!(ByReference, Vec<&'a Plant<'a>>, cards);

#[derive(WaCard)]
struct Plant<'a> {
    #[wa(header)]
    product: &'a Product,
}

mod shop {
    #[derive(wa_template::WaTemplate)]
    #[wa(
        language = "en",
        category = "marketing",
        body = "Two offers of this week.",
        carousel(
            card(header(image), body = "For {{1}} only.", buttons(quick_reply("More")), examples("Jo")),
            card(
                header(image),
                body = "For {{1}} and {{2}} friends.",
                buttons(quick_reply("More")),
                examples("Jo", "3")
            ),
        )
    )]
    pub(crate) struct Mixed {
        #[wa(card = 0)]
        pub(crate) one: super::card::One,
        #[wa(card = 1)]
        pub(crate) two: super::card::Two<3>,
    }
}

mod card {
    #[derive(wa_template::WaCard)]
    pub(crate) struct One {
        #[wa(header)]
        pub(crate) picture: wa_template::Image,
        #[wa(body = 1)]
        pub(crate) who: &'static str,
    }

    #[derive(wa_template::WaCard)]
    pub(crate) struct Two<const N: usize> {
        #[wa(body = 2)]
        pub(crate) count: u8,
        #[wa(body = 1)]
        pub(crate) who: String,
        #[wa(header)]
        pub(crate) picture: wa_template::Image,
        #[wa(skip)]
        pub(crate) _own: [u8; N],
    }
}

fn main() {
    let (picture, percent) = (Image::id("1"), Cow::Borrowed("10%"));
    let offer = || Offer { picture: &picture, r#type: &percent, more: None, _own: std::rc::Rc::default() };
    let message =
        Offers { customer: "Jessica", cards: &[offer(), offer()] }.to("+16505551234").build().unwrap();
    assert!(message.json().contains(r#""text":"10%","parameter_name":"type""#));

    let product = Product::new("aloe", "1");
    let plant = || Plant { product: &product };
    assert!(InAVec { cards: vec![plant(), plant()], _life: &() }.to("+16505551234").build().is_ok());
    assert!(InASlice { cards: &[plant(), plant()], _life: &() }.to("+16505551234").build().is_ok());
    assert!(InABox { cards: Box::new([plant()]), _life: &() }.to("+16505551234").build().is_err());
    assert!(InAnArray { cards: [plant(), plant(), plant()], _life: &() }.to("+16505551234").build().is_ok());
    assert!(ByReference { cards: vec![&plant(), &plant()], _life: &() }.to("+16505551234").build().is_ok());

    let one = card::One { picture: Image::id("1"), who: "Jessica" };
    let two = card::Two { picture: Image::id("1"), who: "Jessica".to_owned(), count: 2, _own: [0; 3] };
    assert!(shop::Mixed { one, two }.to("+16505551234").build().is_ok());

    // What cannot be sent is named as in the card struct, for each card.
    let one = card::One { picture: Image::link("no address"), who: "" };
    let two = card::Two { picture: Image::link("no address"), who: String::new(), count: 2, _own: [0; 3] };
    let refused = shop::Mixed { one, two }.to("+16505551234").build().unwrap_err();
    let fields: Vec<_> = refused.problems().iter().map(|problem| problem.field()).collect();
    assert_eq!(fields, [Some("picture"), Some("who"), Some("picture"), Some("who")]);
}
