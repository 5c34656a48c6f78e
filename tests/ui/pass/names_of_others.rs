//! Modules, types, functions and macros of the user that have the names of std's, of core's and of ours; the crate as a
//! renamed dependency.
#![deny(missing_docs, unreachable_pub, warnings, clippy::pedantic, clippy::nursery)]
#![allow(non_camel_case_types, non_snake_case)]
#![expect(clippy::duplicated_attributes, reason = "cards are alike")]

extern crate wa_template as messages;

/// Not the crate.
pub mod std {}
/// Not the crate.
pub mod core {}
/// Not the crate.
pub mod alloc {}
/// Not the crate.
pub mod wa_template {}
/// Not the attribute's.
pub mod wa {}

/// Neither a text, nor a number, nor an answer.
pub mod shadows {
    /// Not the primitive.
    pub struct str;
    /// Not the primitive.
    pub struct usize;
    /// Not the primitive.
    pub struct u32;
    /// Not the primitive.
    pub struct u8;
    /// Not the primitive.
    pub struct bool;
    /// Not the one of std.
    pub struct String;
    /// Not the one of std.
    pub struct Box;
    /// Not the variant.
    pub const fn Some() {}
    /// Not the variant.
    pub const fn Ok() {}
    /// Not the variant.
    pub struct None;
    /// Not the variant.
    pub struct Err;
    /// Not the one of core.
    pub trait Sized {}
    /// Not the one of core.
    pub trait From {}
    /// Not the one of core.
    pub trait Into {}
    /// Not the one of core.
    pub trait Clone {}
    /// Not ours.
    pub struct Template;
    /// Not ours.
    pub struct Message;
    /// Not ours.
    pub trait CardParameter {}
    /// Not ours.
    pub trait BodyParameter {}
    /// Not ours.
    pub trait PayloadValue {}
}

#[allow(unused_imports)]
use shadows::*;

#[allow(unused_macros)]
macro_rules! concat {
    () => {};
}
#[allow(unused_macros)]
macro_rules! env {
    () => {};
}
#[allow(unused_macros)]
macro_rules! include_bytes {
    () => {};
}

/// A carousel.
#[derive(messages::WaTemplate)]
#[wa(
    crate = "::messages",
    language = "en",
    category = "marketing",
    body = "Two offers for {{customer}} and friends.",
    carousel(
        card(
            header(image),
            body = "The {{room}} room.",
            buttons(quick_reply("More", "{{more}}"), url("Book", "https://www.example.com/{{code}}")),
            examples(room = "garden", code = "g1")
        ),
        card(
            header(image),
            body = "The {{room}} room, again.",
            buttons(
                quick_reply("More, please", "{{more}}"),
                url("Book it", "https://www.example.com/{{code}}")
            ),
            examples(room = "tower", code = "t1")
        ),
    )
)]
pub struct Rooms<'a> {
    /// In the text.
    #[wa(example = "Pablo")]
    pub customer: &'a ::core::primitive::str,
    /// Below it.
    #[wa(cards)]
    pub rooms: [room; 2],
}

/// A card with the name of a placeholder.
#[derive(messages::WaCard)]
#[wa(crate = "::messages")]
pub struct room {
    /// Above the text.
    #[wa(header)]
    pub picture: messages::Image,
    /// In the text.
    pub room: ::std::string::String,
    /// In the address.
    pub code: ::core::primitive::u32,
    /// What comes back.
    pub more: Answer,
}

/// What comes back.
#[derive(messages::WaPayload)]
#[wa(crate = "::messages")]
pub enum Answer {
    /// Nothing of ours.
    None,
    /// Nothing of ours.
    Some(::core::primitive::u32),
}

/// Any message.
#[derive(messages::WaMessage)]
#[wa(crate = "::messages")]
pub enum Option<'a> {
    /// The only one.
    Some(Rooms<'a>),
}

fn main() {
    use messages::{WaMessage as _, WaPayload as _};

    let card = |code| room {
        picture: messages::Image::id("1"),
        room: ::std::string::String::from("garden"),
        code,
        more: Answer::Some(code),
    };
    let rooms = Rooms { customer: "Jessica", rooms: [card(7), card(8)] };
    let message = Option::Some(rooms).to("+16505551234").build();
    assert!(message.is_ok_and(|message| message.json().contains("answer:some:8")));
    assert!(matches!(Answer::from_payload("answer:none"), ::core::result::Result::Ok(Answer::None)));
}
