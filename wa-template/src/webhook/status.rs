//! What became of a message that was sent.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

use super::ErrorObject;
use super::json;
use super::origin::Origin;
use super::redacted::{Keyword, MessageId, Redacted};

/// A change in the delivery of one message that was sent, for one recipient.
///
/// Statuses arrive in any order, repeatedly, and not all of them: `read` may come without `delivered`. With
/// several devices a message may be reported as failed and as delivered; then it was delivered. A message to a
/// group yields one status for each participant. Prices and conversations are in [`raw`](Self::raw).
/// Source: webhooks/reference/messages/status, Dec 2025.
///
/// # Example
///
/// ```
/// use wa_template::webhook::{Notification, StatusKind};
///
/// let notification: Notification = r#"{ "statuses": [{
///     "id": "gBEGkYiEB1VXAglK1ZEqA1YKPrU",
///     "recipient_id": "16505551234",
///     "status": "delivered",
///     "timestamp": "1518694708"
/// }] }"#.parse()?;
///
/// let status = notification.statuses().next().expect("there is a status");
/// assert_eq!(*status.kind(), StatusKind::Delivered);
/// assert_eq!(status.message_id(), "gBEGkYiEB1VXAglK1ZEqA1YKPrU");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    origin: Arc<Origin>,
    message_id: MessageId,
    kind: StatusKind,
    timestamp: Option<SystemTime>,
    recipient: Recipient,
    callback_data: Option<Redacted<Box<str>>>,
    errors: Vec<ErrorObject>,
    raw: Redacted<Box<Value>>,
}

/// Whom the message was sent to, as far as the platform tells.
#[derive(Clone, Debug, PartialEq)]
struct Recipient {
    id: Option<Redacted<Box<str>>>,
    user_id: Option<Redacted<Box<str>>>,
    participant_id: Option<Redacted<Box<str>>>,
    is_group: bool,
}

impl Status {
    /// The id of the message that was sent, as the answer to the send gave it.
    ///
    /// It holds the customer's number, hardly hidden: handle it like one.
    #[must_use]
    pub fn message_id(&self) -> &str {
        &self.message_id
    }

    /// What happened to the message.
    #[must_use]
    pub fn kind(&self) -> &StatusKind {
        &self.kind
    }

    /// When it happened, to the second.
    #[must_use]
    pub fn timestamp(&self) -> Option<SystemTime> {
        self.timestamp
    }

    /// Whom the message was sent to: a phone number in digits without `+`, or the id of a group.
    ///
    /// The platform's own form of the number may differ from the number that the message was sent to. Missing when
    /// the customer hides the phone number.
    #[must_use]
    pub fn recipient_id(&self) -> Option<&str> {
        self.recipient.id.as_deref()
    }

    /// The recipient's business-scoped user id, such as `US.13491208655302741918`.
    #[must_use]
    pub fn recipient_user_id(&self) -> Option<&str> {
        self.recipient.user_id.as_deref()
    }

    /// The group that the message was sent to; missing when it was sent to one customer.
    #[must_use]
    pub fn group_id(&self) -> Option<&str> {
        self.recipient_id().filter(|_| self.recipient.is_group)
    }

    /// The participant of the group whom the status is about: a phone number in digits without `+`.
    #[must_use]
    pub fn participant_id(&self) -> Option<&str> {
        self.recipient.participant_id.as_deref()
    }

    /// What the sender attached to the message (`biz_opaque_callback_data`).
    #[must_use]
    pub fn callback_data(&self) -> Option<&str> {
        self.callback_data.as_deref()
    }

    /// Why the message failed; empty for other statuses.
    #[must_use]
    pub fn errors(&self) -> &[ErrorObject] {
        &self.errors
    }

    /// The id of the business phone number that sent the message; missing On-Premises.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.origin.phone_number_id()
    }

    /// The status as it came: an object of the `statuses` array, with every field.
    #[must_use]
    pub fn raw(&self) -> &Value {
        &self.raw
    }

    pub(super) fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    /// Reads an element of `statuses`.
    ///
    /// # Errors
    ///
    /// The element itself, when it is not an object or lacks the id or the status.
    pub(super) fn read(origin: &Arc<Origin>, raw: Value) -> Result<Self, Value> {
        let (Some(id), Some(kind)) = (json::id(raw.get("id")), json::id(raw.get("status"))) else {
            return Err(raw);
        };
        Ok(Self {
            origin: Arc::clone(origin),
            message_id: MessageId::new(id),
            kind: StatusKind::new(kind),
            timestamp: json::seconds(raw.get("timestamp")),
            recipient: Recipient::read(&raw),
            callback_data: json::text(raw.get("biz_opaque_callback_data")).map(Redacted::new),
            errors: ErrorObject::read_all(raw.get("errors")),
            raw: Redacted::new(Box::new(raw)),
        })
    }
}

impl Recipient {
    fn read(status: &Value) -> Self {
        let part = |name| json::id(status.get(name)).map(Redacted::new);
        // Old On-Premises clients have the recipient in a `message` object.
        let nested = || status.get("message").and_then(|message| json::id(message.get("recipient_id")));
        Self {
            id: part("recipient_id").or_else(|| nested().map(Redacted::new)),
            user_id: part("recipient_user_id"),
            // One sample of the platform has the words in the other order (groups/webhooks, Dec 2025).
            participant_id: part("recipient_participant_id").or_else(|| part("participant_recipient_id")),
            is_group: status.get("recipient_type").and_then(Value::as_str) == Some("group"),
        }
    }
}

/// What happened to a message.
///
/// An open set: what is not listed, now or in future, is [`StatusKind::Other`].
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StatusKind {
    /// It left the platform for the recipient.
    Sent,
    /// It reached at least one of the recipient's devices.
    Delivered,
    /// The recipient saw it. Reported only if the recipient allows it.
    Read,
    /// The recipient listened to the voice message.
    Played,
    /// It was not delivered; [`Status::errors`] says why.
    Failed,
    /// It was deleted. Known from older documents only.
    Deleted,
    /// Something else, in the platform's word.
    Other(Box<str>),
}

impl StatusKind {
    /// The platform's word for it, such as `delivered`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Read => "read",
            Self::Played => "played",
            Self::Failed => "failed",
            Self::Deleted => "deleted",
            Self::Other(word) => word,
        }
    }

    fn new(word: Box<str>) -> Self {
        match &*word {
            "sent" => Self::Sent,
            "delivered" => Self::Delivered,
            "read" => Self::Read,
            "played" => Self::Played,
            "failed" => Self::Failed,
            "deleted" => Self::Deleted,
            _ => Self::Other(word),
        }
    }
}

/// Shows the platform's word, unless it looks like something else than a word.
impl fmt::Debug for StatusKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Keyword::fmt(self.as_str(), f)
    }
}
