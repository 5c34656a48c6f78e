//! Enums that derive: nothing that the user calls `String`, `Option`, `Cow` or `WaMessage` gets in the way, with no
//! prelude at all, and the crate under another path.
#![no_implicit_prelude]
#![deny(missing_docs, unreachable_pub, warnings, clippy::pedantic, clippy::nursery)]

/// Where the crate is.
pub mod vendored {
    pub use ::wa_template as messages;
}

/// Something else by the crate's own name.
pub mod wa_template {}

/// Not the one of std.
pub struct String;
/// Not the one of std.
pub enum Option {}
/// Not the one of std.
pub enum Result {}
/// Not the one of std.
pub trait Cow {}
/// Not ours.
pub struct Template;
/// Not ours.
pub trait WaMessage {}
/// Not ours.
pub trait WaPayload {}
/// Not ours.
pub trait PayloadValue {}

/// What comes back.
#[derive(vendored::messages::WaPayload)]
#[wa(crate = "crate::vendored::messages")]
pub enum Answer {
    /// Without a value.
    Thanks,
    /// Derived code is no use of it.
    #[deprecated]
    Later,
    /// With one.
    Confirm(u32),
    /// With one that has a name.
    #[wa(payload = "move-to")]
    Move {
        /// A day.
        r#type: u8,
    },
}

/// A template.
#[derive(vendored::messages::WaTemplate)]
#[wa(
    crate = "crate::vendored::messages",
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Thanks", Answer::Thanks), quick_reply("Later"))
)]
pub struct Order<'a> {
    /// Of the second button.
    #[wa(button = 1)]
    pub later: &'a Answer,
}

/// Any message.
#[derive(vendored::messages::WaMessage)]
#[wa(crate = "crate::vendored::messages")]
pub enum Outgoing<'a> {
    /// Without a name.
    Order(Order<'a>),
    /// With a name.
    Again {
        /// The same.
        r#type: &'a Order<'a>,
    },
}

fn main() {
    use vendored::messages::{WaMessage, WaPayload};

    let order = Order { later: &Answer::Move { r#type: 3 } };
    let again = Outgoing::Again { r#type: &order };
    let message = again.to("+16505551234").build();
    ::std::assert!(message.is_ok_and(|message| message.json().contains("move-to:3")));
    let order = Outgoing::Order(Order { later: &Answer::Confirm(42) });
    ::std::assert!(
        order.to("+16505551234").build().is_ok_and(|message| message.json().contains("confirm:42"))
    );
    ::std::assert!(Answer::from_payload("answer:thanks").is_ok());
}
