//! What all messages from customers have in common.

mod call_permission;
mod contacts;
mod context;
mod edit;
mod event;
mod flow;
mod interactive;
mod location;
mod media;
mod order;
mod reaction;
mod referral;
mod system;
mod unsupported;
mod welcome;

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

pub use self::call_permission::{CallPermission, CallPermissionReply, CallPermissionSource};
pub use self::contacts::{ContactCard, ContactPhone, ContactsMessage, ContactsOrigin};
pub use self::context::{Context, ReferredProduct};
pub use self::edit::{EditMessage, RevokeMessage};
pub(super) use self::event::event;
pub use self::flow::FlowReply;
pub use self::interactive::{InteractiveKind, InteractiveReply};
pub use self::location::LocationMessage;
pub use self::media::{Media, MediaKind, MediaMessage};
pub use self::order::{OrderMessage, OrderedProduct};
pub use self::reaction::ReactionMessage;
pub use self::referral::Referral;
pub use self::system::{SystemKind, SystemMessage};
pub use self::unsupported::UnsupportedMessage;
pub use self::welcome::WelcomeRequest;
use super::json::{Json, Object, Raw};
use super::origin::Origin;
use super::redacted::{Keyword, MessageId, Redacted};
use super::sender::Contacts;
use super::{ErrorObject, Sender};

/// A message from a customer, of whatever kind.
///
/// Messages that have an [`Event`](super::Event) of their own offer the same facts directly. For kinds that did not
/// exist when this crate was written, this is where to find who sent what in answer to which message:
///
/// ```
/// use wa_template::webhook::Notification;
///
/// let notification: Notification = r#"{ "messages": [{
///     "from": "16505551234",
///     "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf",
///     "timestamp": "1518694235",
///     "type": "hologram",
///     "hologram": { "depth": 3 }
/// }] }"#.parse()?;
///
/// let message = notification.messages().next().expect("there is a message");
/// assert_eq!(message.kind(), Some("hologram"));
/// assert_eq!(message.sender().key(), Some("16505551234"));
/// assert_eq!(message.raw()["hologram"]["depth"], 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingMessage {
    origin: Arc<Origin>,
    id: MessageId,
    kind: Option<Keyword>,
    sender: Sender,
    timestamp: Option<SystemTime>,
    group_id: Option<Redacted<Box<str>>>,
    context: Option<Box<Context>>,
    referral: Option<Box<Referral>>,
    identity: Option<Box<Identity>>,
    errors: Vec<ErrorObject>,
    raw: Raw,
}

/// What an On-Premises client tells about the fingerprint of the sender's identity (`identity`).
///
/// Present if the identity check is switched on. Source: docs/whatsapp/api/webhooks/inbound (archived).
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    hash: Option<Redacted<Box<str>>>,
    created: Option<SystemTime>,
    is_acknowledged: Option<bool>,
}

impl Identity {
    /// The fingerprint (`hash`).
    #[must_use]
    pub fn hash(&self) -> Option<&str> {
        self.hash.as_deref()
    }

    /// Since when the identity is known (`created_timestamp`), to the thousandth of a second.
    #[must_use]
    pub fn created(&self) -> Option<SystemTime> {
        self.created
    }

    /// Whether the business has acknowledged the identity (`acknowledged`).
    #[must_use]
    pub fn is_acknowledged(&self) -> Option<bool> {
        self.is_acknowledged
    }

    fn read(message: &Object<'_>) -> Option<Self> {
        let identity = message.object("identity")?;
        Some(Self {
            hash: identity.private_id("hash"),
            created: identity.get("created_timestamp").and_then(Json::milliseconds),
            is_acknowledged: identity.truth("acknowledged"),
        })
    }
}

impl IncomingMessage {
    /// The id of the message: `wamid.…` on the Cloud API, a shorter one without prefix On-Premises.
    ///
    /// A repeated notification repeats the id. It holds the customer's number, hardly hidden: handle it like one.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The kind of message in the platform's word (`type`): `button`, `text`, `interactive`, `image`, …
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// Who sent the message.
    #[must_use]
    pub fn sender(&self) -> &Sender {
        &self.sender
    }

    /// When the message was sent, to the second.
    #[must_use]
    pub fn timestamp(&self) -> Option<SystemTime> {
        self.timestamp
    }

    /// What the message refers to: a message that it answers, a product, or that it was forwarded.
    #[must_use]
    pub fn context(&self) -> Option<&Context> {
        self.context.as_deref()
    }

    /// The id of the message that this one answers (`context.id`).
    ///
    /// Missing unless the customer tapped a button or quoted a message, and sometimes even then.
    #[must_use]
    pub fn in_reply_to(&self) -> Option<&str> {
        self.context()?.message_id()
    }

    /// The group that the message was written in (`group_id`); missing in a conversation with one customer.
    #[must_use]
    pub fn group_id(&self) -> Option<&str> {
        self.group_id.as_deref()
    }

    /// The ad or post that brought the customer here; on the first message only.
    #[must_use]
    pub fn referral(&self) -> Option<&Referral> {
        self.referral.as_deref()
    }

    /// The fingerprint of the sender's identity, On-Premises; the Cloud API has it in
    /// [`Sender::identity_key_hash`].
    #[must_use]
    pub fn identity(&self) -> Option<&Identity> {
        self.identity.as_deref()
    }

    /// What is wrong with the message (`errors`); not empty for kinds that the platform does not support.
    #[must_use]
    pub fn errors(&self) -> &[ErrorObject] {
        &self.errors
    }

    /// The id of the business phone number that received the message; missing On-Premises.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.origin.phone_number_id()
    }

    /// The business phone number that received the message, in digits; missing On-Premises.
    #[must_use]
    pub fn display_phone_number(&self) -> Option<&str> {
        self.origin.display_phone_number()
    }

    /// The message as it came: an object of the `messages` array, with every field.
    #[must_use]
    pub fn raw(&self) -> &Value {
        self.raw.tree()
    }

    /// The message as it came, as JSON text.
    #[must_use]
    pub fn raw_json(&self) -> &str {
        self.raw.as_str()
    }

    pub(super) fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(super) fn origin_mut(&mut self) -> &mut Arc<Origin> {
        &mut self.origin
    }

    /// Reads an element of `messages`; `None` if it has no id.
    pub(super) fn read(
        origin: &Arc<Origin>,
        contacts: &Contacts,
        json: Json<'_>,
        message: &Object<'_>,
    ) -> Option<Self> {
        Some(Self {
            origin: Arc::clone(origin),
            id: message.message_id("id")?,
            kind: message.text("type").filter(|kind| !kind.is_empty()).map(Keyword::of),
            sender: Sender::of_message(message, contacts),
            timestamp: message.seconds("timestamp"),
            group_id: message.private_id("group_id"),
            context: message.object("context").map(|context| Box::new(Context::read(&context))),
            referral: message.object("referral").map(|referral| Box::new(Referral::read(&referral))),
            identity: Identity::read(message).map(Box::new),
            errors: ErrorObject::read_of(message),
            raw: Raw::new(json.as_str()),
        })
    }
}

/// Defines a kind of message: its content, and the facts that all messages share.
macro_rules! message {
    ($(#[$about:meta])* pub struct $name:ident($content:ty);) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            message: $crate::webhook::IncomingMessage,
            content: $content,
        }

        impl $name {
            /// What this message has in common with all others, and its JSON.
            #[must_use]
            pub fn message(&self) -> &$crate::webhook::IncomingMessage {
                &self.message
            }

            /// The id of this message; a repeated notification repeats it.
            #[must_use]
            pub fn message_id(&self) -> &str {
                self.message.id()
            }

            /// Who sent the message.
            #[must_use]
            pub fn sender(&self) -> &$crate::webhook::Sender {
                self.message.sender()
            }

            /// When the message was sent, to the second.
            #[must_use]
            pub fn timestamp(&self) -> Option<::std::time::SystemTime> {
                self.message.timestamp()
            }

            /// The id of the message that this one answers; see
            /// [`IncomingMessage::in_reply_to`](crate::webhook::IncomingMessage::in_reply_to).
            #[must_use]
            pub fn in_reply_to(&self) -> Option<&str> {
                self.message.in_reply_to()
            }

            /// The group that the message was written in; missing in a conversation with one customer.
            #[must_use]
            pub fn group_id(&self) -> Option<&str> {
                self.message.group_id()
            }

            /// The id of the business phone number that received the message; missing On-Premises.
            #[must_use]
            pub fn phone_number_id(&self) -> Option<&str> {
                self.message.phone_number_id()
            }

            /// The message as it came, with every field.
            #[must_use]
            pub fn raw(&self) -> &::serde_json::Value {
                self.message.raw()
            }

            pub(in crate::webhook) fn event_origin(&self) -> Option<&$crate::webhook::origin::Origin> {
                Some(self.message.origin())
            }

            pub(in crate::webhook) fn event_origin_mut(
                &mut self,
            ) -> Option<&mut ::std::sync::Arc<$crate::webhook::origin::Origin>> {
                Some(self.message.origin_mut())
            }

            /// Takes a message over if its content is what its kind promises; else gives it back.
            pub(in crate::webhook) fn read(
                message: $crate::webhook::IncomingMessage,
                json: &$crate::webhook::json::Object<'_>,
            ) -> Result<Self, Box<$crate::webhook::IncomingMessage>> {
                match <$content>::read(json) {
                    Some(content) => Ok(Self { message, content }),
                    None => Err(Box::new(message)),
                }
            }
        }
    };
}
pub(super) use message;
