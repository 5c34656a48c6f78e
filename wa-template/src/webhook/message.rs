//! What all messages from customers have in common.

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

use super::Sender;
use super::json;
use super::origin::Origin;
use super::redacted::{Keyword, MessageId, Redacted};
use super::sender::Contacts;

/// A message from a customer, of whatever kind.
///
/// Messages that have an [`Event`](super::Event) of their own offer the same facts directly. For all others
/// (pictures, orders, answers to a Flow, …) this is where to find who sent what in answer to which message:
///
/// ```
/// use wa_template::webhook::Notification;
///
/// let notification: Notification = r#"{ "messages": [{
///     "from": "16505551234",
///     "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf",
///     "timestamp": "1518694235",
///     "type": "reaction",
///     "reaction": { "message_id": "gBGGFlA5FpafAgkOuJbRq54qwbM", "emoji": "👍" }
/// }] }"#.parse()?;
///
/// let message = notification.events().find_map(|event| event.message()).expect("there is a message");
/// assert_eq!(message.kind(), Some("reaction"));
/// assert_eq!(message.sender().wa_id(), Some("16505551234"));
/// assert_eq!(message.raw()["reaction"]["emoji"], "👍");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingMessage {
    origin: Arc<Origin>,
    id: MessageId,
    kind: Option<Keyword>,
    sender: Sender,
    timestamp: Option<SystemTime>,
    in_reply_to: Option<MessageId>,
    group_id: Option<Redacted<Box<str>>>,
    raw: Redacted<Box<Value>>,
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

    /// The id of the message that this one answers (`context.id`).
    ///
    /// Missing unless the customer tapped a button or quoted a message, and sometimes even then.
    #[must_use]
    pub fn in_reply_to(&self) -> Option<&str> {
        self.in_reply_to.as_deref()
    }

    /// The group that the message was written in; missing in a conversation with one customer.
    #[must_use]
    pub fn group_id(&self) -> Option<&str> {
        self.group_id.as_deref()
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
        &self.raw
    }

    pub(super) fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// Reads an element of `messages`.
    ///
    /// # Errors
    ///
    /// The element itself, when it is not an object or has no id.
    pub(super) fn read(origin: &Arc<Origin>, contacts: &Contacts, raw: Value) -> Result<Self, Value> {
        let Some(id) = json::id(raw.get("id")) else {
            return Err(raw);
        };
        Ok(Self {
            origin: Arc::clone(origin),
            id: MessageId::new(id),
            kind: json::id(raw.get("type")).map(Keyword::new),
            sender: Sender::read(&raw, contacts),
            timestamp: json::seconds(raw.get("timestamp")),
            in_reply_to: json::id(raw.get("context").and_then(|context| context.get("id")))
                .map(MessageId::new),
            group_id: json::id(raw.get("group_id")).map(Redacted::new),
            raw: Redacted::new(Box::new(raw)),
        })
    }

    /// The content of a message of this kind: the object that is named like the kind.
    ///
    /// A message that does not say its kind is of the kind whose content it has.
    pub(super) fn content(&self, kind: &str) -> Option<&Value> {
        self.raw.get(kind).filter(|_| self.kind().is_none_or(|own| own == kind))
    }
}

/// Gives a kind of message, in its `impl` block, the facts that all messages share.
macro_rules! message_facts {
    () => {
        /// What this message has in common with all others, and its JSON.
        #[must_use]
        pub fn message(&self) -> &IncomingMessage {
            &self.message
        }

        /// The id of this message; a repeated notification repeats it.
        #[must_use]
        pub fn message_id(&self) -> &str {
            self.message.id()
        }

        /// Who sent the message.
        #[must_use]
        pub fn sender(&self) -> &Sender {
            self.message.sender()
        }

        /// When the message was sent, to the second.
        #[must_use]
        pub fn timestamp(&self) -> Option<SystemTime> {
            self.message.timestamp()
        }

        /// The id of the message that this one answers; see [`IncomingMessage::in_reply_to`].
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
        pub fn raw(&self) -> &Value {
            self.message.raw()
        }
    };
}
pub(super) use message_facts;
