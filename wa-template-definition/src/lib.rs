//! The language of WhatsApp message templates, without macros, network or files.
//!
//! A [`Definition`] is one template in one language, as the platform stores it. This crate reads and writes it,
//! says whether it may be created ([`Definition::validate`]), what a send has to fill in ([`Definition::slots`]),
//! whether a send does so ([`Definition::check_send`]), what the customer reads ([`Definition::render`]) and how two
//! definitions differ ([`Definition::differences`]).
//!
//! The derive macro, the runtime, the emulator and the command line all ask this crate, so that each of them gives
//! the same verdict. Every rule stands once in [`rule::RULES`], every limit once in [`limits`].
//!
//! # Compiled on demand
//!
//! A program that only sends asks little of this crate: it reads definitions and judges values. All else is `#[inline]`,
//! every function: it is compiled by the crate that asks for it, and costs the others next to nothing.
//!
//! # Example
//!
//! ```
//! use wa_template_definition::Definition;
//!
//! let definition = Definition::from_json(r#"{
//!     "name": "order_update", "language": "en_US", "category": "UTILITY",
//!     "components": [{ "type": "BODY", "text": "Order {{1}} has left our warehouse.",
//!                      "example": { "body_text": [["860198"]] } }]
//! }"#)?;
//! assert!(definition.validate().is_empty());
//! assert_eq!(definition.slots().len(), 1);
//!
//! let send = serde_json::json!({ "name": "order_update", "language": { "code": "en_US" } });
//! let violations = definition.check_send(&send);
//! assert_eq!(violations[0].code(), Some(132_000));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod button;
mod category;
mod characters;
mod component;
mod creation;
mod definition;
mod difference;
mod examples;
pub mod language;
pub mod limits;
pub mod media;
pub mod name;
mod place;
mod read;
mod render;
pub mod rule;
mod section;
mod send;
mod slot;
pub mod text;
pub mod value;
mod violation;
pub mod wire;
mod write;

pub use crate::button::{
    Button, ButtonKind, Flow, OneTimePassword, OneTimePasswordKind, PaymentKind, SupportedApp,
};
pub use crate::category::{Category, ParameterFormat};
pub use crate::component::{
    Body, Card, Component, Footer, Header, HeaderFormat, LimitedTimeOffer, MediaKind,
};
pub use crate::definition::Definition;
pub use crate::difference::Difference;
pub use crate::examples::Examples;
pub use crate::place::{Part, Place};
pub use crate::render::Rendered;
pub use crate::rule::{Rule, Severity};
pub use crate::section::Section;
pub use crate::slot::{PlaceholderName, Slot, SlotKind};
pub use crate::text::Text;
pub use crate::violation::Violation;
