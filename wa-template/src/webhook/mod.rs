//! What the platform reports by webhook: taps, messages, delivery statuses, news of templates and accounts.
//!
//! [`Notification::from_slice`] reads the body of one webhook request, in the envelope of the Cloud API
//! (`object`, `entry`, `changes`) or in the flat form of the retired On-Premises client. One notification carries
//! up to 1,000 changes under load (webhooks/overview, Dec 2025), so it is a list of [`Event`]s.
//!
//! | webhook field | events |
//! |---|---|
//! | `messages` (and the flat form) | [`Event::ButtonReply`], [`Event::Text`] and the other kinds of messages; [`Event::Status`]; [`Event::Error`] |
//! | `user_preferences`, `user_id_update` | [`Event::UserPreference`], [`Event::UserIdUpdate`], one for each customer |
//! | `message_template_*_update`, `template_category_update`, `template_correct_category_detection` | [`Event::TemplateStatus`], [`Event::TemplateQuality`], [`Event::TemplateComponents`], [`Event::TemplateCategory`], [`Event::TemplateCategoryDetection`] |
//! | `account_update`, `account_alerts`, `account_review_update` | [`Event::AccountUpdate`], [`Event::AccountAlert`], [`Event::AccountReview`] |
//! | `business_capability_update`, `business_username_updates` | [`Event::BusinessCapability`], [`Event::BusinessUsername`] |
//! | `phone_number_quality_update`, `phone_number_name_update`, `security` | [`Event::PhoneNumberQuality`], [`Event::PhoneNumberName`], [`Event::Security`] |
//! | all others | [`Event::Other`] |
//!
//! Reading is lenient, because the platform adds fields and values without notice and repeats for days what a
//! receiver refuses: an unknown field, an unknown value or a broken item is never an error. Numbers may be texts and
//! texts numbers; words of the platform are open sets; members come in any order. What is not understood comes as
//! [`Event::Other`] with its JSON, and its neighbours are not affected.
//!
//! Customers may hide their phone number. Then a user id stands in its place, and [`Sender::key`] and
//! [`Status::recipient_key`] give whichever of the two is there (business-scoped-user-ids, June 2026).
//!
//! Notifications are repeated and arrive in any order (webhooks/overview, Dec 2025). Recognise repetitions by the
//! message id, for statuses by the message id together with the status.
//!
//! Believe nothing before its signature was checked: [`Verifier`] does both, and `Receiver` (crate feature `axum`) is a
//! whole webhook, with the handshake ([`VerifyToken`]) and an answer in time. [`tracker`] makes one state out of many
//! statuses and remembers who wants no marketing; [`sequence`] sends messages in a forced order.
//!
//! `Debug` of these types shows ids of the business, platform keywords, error codes and times, and nothing a
//! customer wrote or is identified by. Message ids are cut, because their first half holds the customer's number.
//!
//! # Example
//!
//! ```
//! use wa_template::webhook::{Event, Notification, StatusKind};
//!
//! let body = br#"{
//!     "object": "whatsapp_business_account",
//!     "entry": [{ "id": "102290129340398", "changes": [{
//!         "field": "messages",
//!         "value": {
//!             "messaging_product": "whatsapp",
//!             "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
//!             "statuses": [{
//!                 "id": "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0QUQ2MjA4NEYyRkExNjMyREUA",
//!                 "status": "failed",
//!                 "timestamp": "1750030073",
//!                 "recipient_id": "16505551234",
//!                 "biz_opaque_callback_data": "order=42",
//!                 "errors": [{ "code": 131026, "title": "Message undeliverable" }]
//!             }]
//!         }
//!     }] }]
//! }"#;
//!
//! for event in Notification::from_slice(body)?.events() {
//!     match event {
//!         Event::ButtonReply(reply) => println!("tapped {}", reply.text()),
//!         Event::Text(message) => println!("wrote {}", message.body()),
//!         Event::Status(status) if *status.kind() == StatusKind::Failed => {
//!             assert_eq!(status.callback_data(), Some("order=42"));
//!             assert_eq!(status.errors().first().and_then(|error| error.code()), Some(131_026));
//!         }
//!         _ => {}
//!     }
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```

mod account;
mod button;
mod content;
mod customer;
mod envelope;
mod error;
mod event;
mod field;
mod handshake;
mod json;
mod message;
mod notification;
mod origin;
mod other;
mod receiver;
mod redacted;
mod rest;
mod sender;
pub mod sequence;
mod signature;
mod status;
mod template;
mod text;
pub mod tracker;
mod word;

pub use self::account::{
    AccountAlert, AccountEvent, AccountRestriction, AccountReviewUpdate, AccountUpdate,
    BusinessCapabilityUpdate, BusinessUsernameUpdate, MessagingLimit, NameDecision, PhoneNumberEvent,
    PhoneNumberNameUpdate, PhoneNumberQualityUpdate, RestrictionType, ReviewDecision, SecurityEvent,
    SecurityUpdate, UsernameStatus, VolumeTier,
};
pub use self::button::ButtonReply;
pub use self::customer::{PreferenceCategory, PreferenceValue, UserIdUpdate, UserPreference};
pub use self::error::{ErrorObject, ErrorReport};
pub use self::event::Event;
pub use self::handshake::{HandshakeError, VerifyToken};
pub use self::message::{
    CallPermission, CallPermissionReply, CallPermissionSource, ContactCard, ContactPhone, ContactsMessage,
    ContactsOrigin, Context, EditMessage, FlowReply, Identity, IncomingMessage, InteractiveKind,
    InteractiveReply, LocationMessage, Media, MediaKind, MediaMessage, OrderMessage, OrderedProduct,
    ReactionMessage, Referral, ReferredProduct, RevokeMessage, SystemKind, SystemMessage, UnsupportedMessage,
    WelcomeRequest,
};
pub use self::notification::Notification;
pub use self::other::Other;
pub use self::receiver::{BODY_LIMIT, ReceiveError, Verifier};
#[cfg(feature = "axum")]
pub use self::receiver::{Receiver, VerifiedNotification};
pub use self::sender::Sender;
pub use self::signature::{SIGNATURE_HEADER, SignatureError, SignatureKey};
pub use self::status::{
    Conversation, ConversationOrigin, Pricing, PricingCategory, PricingKind, PricingModel, Status, StatusKind,
};
pub use self::template::{
    DisableDate, QualityScore, RejectionReason, TemplateButton, TemplateButtonKind, TemplateCategory,
    TemplateCategoryDetection, TemplateCategoryUpdate, TemplateComponentsUpdate, TemplateEvent, TemplateNote,
    TemplateQualityUpdate, TemplateStatusUpdate, TemplateUse,
};
pub use self::text::TextMessage;
pub use crate::codes::{ErrorClass, ListedCode};
