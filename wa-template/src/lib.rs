//! WhatsApp message templates, checked at compile time.
//!
//! A template is a struct: `#[derive(WaTemplate)]` turns it into a definition whose placeholders, buttons and limits the
//! compiler verifies, and whose values become the exact request body.
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use wa_template::{WaMessage, WaPayload, WaTemplate};
//!
//! #[derive(WaTemplate)]
//! #[wa(
//!     name = "order_update",
//!     language = "en_US",
//!     category = "utility",
//!     body = "Hi {{customer}}, your order {{number}} ships today.",
//!     buttons(
//!         quick_reply("Thanks", Answer::Thanks),
//!         url("Track", "https://www.example.com/track/{{number}}"),
//!     )
//! )]
//! struct OrderUpdate<'a> {
//!     #[wa(example = "Pablo")]
//!     customer: &'a str,
//!     #[wa(example = "860198")]
//!     number: u32,
//! }
//!
//! #[derive(WaPayload)]
//! enum Answer {
//!     Thanks,
//! }
//!
//! let message = OrderUpdate { customer: "Jessica", number: 7 }.to("+16505551234").build()?;
//! assert!(message.json().contains(r#""text":"Jessica""#));
//! # }
//! # Ok::<(), wa_template::InvalidMessage>(())
//! ```
//!
//! A mistake is a compile error at the smallest token, with the text to type:
//!
//! ```text
//! error: placeholder `{{custmer}}` has no field
//!         --> src/main.rs:7:19
//!        help: a field with a similar name exists: `customer`
//!  --> src/main.rs:7:12
//!   |
//! 7 |     body = "Hello {{custmer}}, your order {{number}} ships today.",
//!   |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//! ```
//!
//! # From a struct to an answer
//!
//! 1. [`WaMessage::to`] addresses a message, [`Draft::build`] checks every value and makes the [`Message`].
//! 2. `CloudApi::send` (feature `client`) sends it once. Its `SendError` tells *rejected*, *not sent* and *unknown*
//!    apart, because a message that may have arrived must not be sent again.
//! 3. `webhook::Notification` (feature `webhook`) reads what comes back; a tap on a button is the enum again.
//!
//! All attributes are described at [`WaTemplate`](derive@WaTemplate), [`WaPayload`](derive@WaPayload) and
//! [`WaMessage`](derive@WaMessage); all rules, each with its source, in [`definition::rule`]. Tests send to the crate
//! `wa-template-emulator` instead of the platform.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `derive` | yes | the macros |
//! | `client` | yes | `CloudApi`, `OnPremisesApi`: sending with reqwest |
//! | `rustls` | yes | HTTPS for the clients, with rustls and ring |
//! | `tower` | | the clients as `tower_service::Service` |
//! | `tracing` | | a span for each send, without anybody's data |
//! | `media` | | `MediaApi`, `UploadApi`: files for messages, samples for templates |
//! | `templates` | | `TemplateApi`: listing, creating, editing and deleting templates |
//! | `webhook` | | `webhook`: signatures, notifications, what became of messages, sequences |
//! | `axum` | | `webhook::Receiver`: a webhook as a part of an axum server |
//!
//! Without any the crate makes JSON and depends on `serde_core` and `serde_json` only, and on x86-64 on `safe_arch`.
#![cfg_attr(docsrs, feature(doc_cfg))]

// The derives write `::wa_template::…`, also in this crate's own tests and examples.
extern crate self as wa_template;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod buffer;
mod card;
#[cfg(any(feature = "client", feature = "webhook"))]
mod codes;
mod draft;
mod envelope;
mod escape;
mod invalid;
mod message;
mod parameter;
mod payload;
mod pieces;
mod recipient;
mod template;
mod traits;
mod writer;

#[cfg(feature = "client")]
pub mod client;
#[cfg(feature = "webhook")]
pub mod webhook;

/// The language of templates: definitions, rules, slots. A re-export of `wa-template-definition`.
pub use wa_template_definition as definition;

pub use crate::card::{CardParameter, CardSet, WaCard};
pub use crate::draft::Draft;
pub use crate::invalid::{InvalidMessage, InvalidValue};
pub use crate::message::{Message, OnPremisesMessage};
pub use crate::parameter::{
    Amount, BodyParameter, Calendar, CatalogParameter, CouponCodeParameter, Currency, DateTime, DayOfWeek,
    Displayed, Document, DocumentParameter, ExpirationParameter, FlowAction, FlowActionParameter, Gif,
    GifParameter, Image, ImageParameter, ImporterAddress, Location, LocationParameter, OneTimeCodeParameter,
    OrderCharge, OrderDetails, OrderDetailsParameter, OrderDiscount, OrderExpiration, OrderItem, OrderKind,
    OrderState, OrderStatus, OrderStatusParameter, PayloadParameter, PaymentGateway, PaymentRequest,
    PaymentRequestParameter, PaymentSetting, PixKey, Product, ProductList, ProductListParameter,
    ProductParameter, ShippingAddress, ShippingInfo, TapTarget, TapTargetParameter, TextParameter, Video,
    VideoParameter, VoiceCall, VoiceCallParameter,
};
pub use crate::payload::{PayloadValue, UnknownPayload, WaPayload};
pub use crate::recipient::Recipient;
pub use crate::template::Template;
pub use crate::traits::{WaMessage, WaTemplate};

#[cfg(feature = "derive")]
#[doc = include_str!("../docs/derive_wa_template.md")]
pub use wa_template_derive::WaTemplate;

#[cfg(feature = "derive")]
#[doc = include_str!("../docs/derive_wa_card.md")]
pub use wa_template_derive::WaCard;

#[cfg(feature = "derive")]
#[doc = include_str!("../docs/derive_wa_payload.md")]
pub use wa_template_derive::WaPayload;

#[cfg(feature = "derive")]
#[doc = include_str!("../docs/derive_wa_message.md")]
pub use wa_template_derive::WaMessage;

/// The examples of the README are tests.
#[cfg(all(doctest, feature = "derive", feature = "webhook"))]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(feature = "templates")]
pub use crate::client::TemplateApi;
#[cfg(feature = "media")]
pub use crate::client::{ApiError, MediaApi, UploadApi};
#[cfg(feature = "client")]
pub use crate::client::{CloudApi, OnPremisesApi, Receipt, SendError};
