//! Every kind of template without any prelude, where the user's own types have the names of ours and of std's.
#![no_implicit_prelude]
#![deny(missing_docs, unreachable_pub, warnings, clippy::pedantic, clippy::nursery)]
#![expect(clippy::duplicated_attributes, reason = "cards are alike")]

/// Not the one of std.
pub struct String;
/// Not the one of std.
pub enum Option {}
/// Not the one of std.
pub struct Vec;
/// Not ours.
pub struct Image;
/// Not ours.
pub struct CardTable;
/// Not ours.
pub trait CardSet {}
/// Not ours.
pub trait WaCard {}
/// Not ours.
pub struct Writer;

/// A carousel.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Two offers for {{customer}} and friends.",
    carousel(
        card(
            header(image),
            body = "The {{room}} room.",
            buttons(quick_reply("More"), url("Book", "https://www.example.com/{{code}}")),
            examples(room = "garden", code = "g1")
        ),
        card(
            header(image),
            body = "The {{room}} room.",
            buttons(quick_reply("More"), url("Book", "https://www.example.com/{{code}}")),
            examples(room = "tower", code = "t1")
        ),
    )
)]
pub struct Rooms<'a> {
    /// In the text.
    #[wa(example = "Pablo")]
    pub customer: &'a str,
    /// Below it.
    #[wa(cards)]
    pub rooms: [Room<'a>; 2],
}

/// A card.
#[derive(::wa_template::WaCard)]
pub struct Room<'a> {
    /// Above the text.
    #[wa(header)]
    pub picture: ::wa_template::Image,
    /// In the text.
    pub room: &'a str,
    /// In the address.
    pub code: u32,
    /// What comes back.
    #[wa(button = 0)]
    pub more: Answer,
}

/// What comes back.
#[derive(::wa_template::WaPayload)]
pub enum Answer {
    /// The only possible answer.
    More,
}

/// A carousel with a field per card.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Two products of this week.",
    carousel(card(header(product), buttons(spm("View"))), card(header(product), buttons(spm("View"))))
)]
pub struct Products {
    /// The first.
    #[wa(card = 0)]
    pub first: Product,
    /// The second.
    #[wa(card = 1)]
    pub second: Product,
}

/// A card.
#[derive(::wa_template::WaCard)]
pub struct Product {
    /// Above the text.
    #[wa(header)]
    pub product: ::wa_template::Product,
}

/// An offer that ends.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    limited_time_offer("Expiring offer!", has_expiration),
    body = "Use the code below at checkout.",
    buttons(copy_code("{{coupon}}"), url("Shop", "https://www.example.com/"))
)]
pub struct Offer<'a> {
    /// Until then.
    #[wa(expiration)]
    pub ends: ::std::time::SystemTime,
    /// To copy.
    #[wa(example = "25OFF")]
    pub coupon: &'a str,
    /// What a tap opens.
    #[wa(tap_target)]
    pub target: ::core::option::Option<::wa_template::TapTarget>,
}

/// A one-time code.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    authentication(security_recommendation, code_expiration_minutes = 10),
    buttons(otp(copy_code))
)]
pub struct Code<'a> {
    /// In the text and in the button.
    #[wa(code)]
    pub code: &'a str,
}

/// The status of an order.
#[derive(::wa_template::WaTemplate)]
#[wa(language = "en", category = "utility", order_status, body = "There is news about your order.")]
pub struct News {
    /// The news.
    #[wa(order_status)]
    pub status: ::wa_template::OrderStatus,
}

/// Buttons with values.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Please review your order.",
    buttons(
        order_details("Review and Pay"),
        payment_request(boleto),
        flow("Rate", id = "1"),
        voice_call("Call us"),
        request_contact_info
    )
)]
pub struct Buttons {
    /// The order.
    #[wa(button = 0)]
    pub order: ::wa_template::OrderDetails,
    /// The payment.
    #[wa(button = 1, example = "03399026944140000002628346101018898510000008848")]
    pub payment: ::wa_template::PaymentRequest,
    /// The flow.
    #[wa(button = 2)]
    pub flow: ::wa_template::FlowAction,
    /// The call.
    #[wa(button = 3)]
    pub call: ::wa_template::VoiceCall,
}

/// A list of products.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    header = "Forget something?",
    body = "Your cart is waiting.",
    buttons(mpm("View items"))
)]
pub struct Cart {
    /// The products.
    #[wa(button = 0)]
    pub items: ::wa_template::ProductList,
}

/// A catalogue.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Have a look at our catalogue.",
    buttons(catalog("View catalog"))
)]
pub struct Catalogue<'a> {
    /// Its first product.
    #[wa(button = 0)]
    pub first: &'a str,
}

fn main() {
    let room = |room, code| Room { picture: ::wa_template::Image::id("1"), room, code, more: Answer::More };
    let rooms = Rooms { customer: "Jessica", rooms: [room("garden", 7), room("tower", 2)] };
    ::std::assert!(::wa_template::WaMessage::to(&rooms, "+16505551234").build().is_ok());
    let code = Code { code: "123456" };
    ::std::assert!(::wa_template::WaMessage::to(&code, "+16505551234").build().is_ok());
}
