//! Nothing that the user calls `String`, `Option`, `Result` or `Vec` gets in the way, with no prelude at all.
#![no_implicit_prelude]
#![deny(missing_docs, unreachable_pub, warnings, clippy::pedantic, clippy::nursery)]

/// Not the one of std.
#[derive(::std::fmt::Debug)]
pub struct String;
/// Not the one of std.
pub enum Option {}
/// Not the one of std.
pub enum Result {}
/// Not the one of std.
pub struct Vec;
/// Not ours.
pub struct Message;
/// Not ours.
pub struct Writer;
/// Not the one of core.
pub trait Default {}

/// A template.
#[derive(::wa_template::WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(image),
    body = "Your order {{number}} has left our warehouse.",
    buttons(quick_reply("Thanks", Answer::Thanks), url("Track", "https://www.example.com/{{number}}"))
)]
pub struct Order<'a> {
    /// Above the text.
    #[wa(header)]
    pub image: ::wa_template::Image,
    /// In the text and in the address.
    #[wa(example = "860198")]
    pub number: &'a str,
}

/// What comes back.
#[derive(::wa_template::WaPayload)]
pub enum Answer {
    /// The only possible answer.
    Thanks,
}

fn main() {
    let order = Order { image: ::wa_template::Image::id("1"), number: "7" };
    let message = ::wa_template::WaMessage::to(&order, "+16505551234").build();
    ::std::assert!(message.is_ok());
    ::std::assert!(<Answer as ::wa_template::WaPayload>::from_payload("answer:thanks").is_ok());
}
