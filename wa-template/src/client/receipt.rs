//! The answer to a message that the platform accepted.

mod read;

use std::fmt;

use self::read::Accepted;

/// The platform has accepted a message for processing.
///
/// Accepted is not delivered: whether the message arrived is told by status webhooks, which carry the same
/// [`message_id`](Self::message_id) (messages/send-messages, Sep 2026).
///
/// `Debug` shows neither phone numbers nor the whole message id, which contains one.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt {
    message_id: MessageId,
    status: Option<MessageStatus>,
    input: Option<Box<str>>,
    wa_id: Option<Box<str>>,
    user_id: Option<Box<str>>,
    group_id: Option<Box<str>>,
    attempts: u32,
}

impl Receipt {
    /// Reads the answer of either API; `None` if it names no message.
    pub(crate) fn read(answer: &[u8]) -> Option<Self> {
        let Accepted { message, contact } = Accepted::read(answer)?;
        Some(Self {
            message_id: MessageId(message.id?),
            status: message.message_status.map(|word| MessageStatus::from_word(&word)),
            input: contact.input,
            wa_id: contact.wa_id,
            user_id: contact.user_id,
            group_id: message.group_id,
            attempts: 1,
        })
    }

    /// Adds how many times the send was tried.
    pub(crate) fn with_attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// How many times the send was tried, the last time included: 1 unless the client has a
    /// [`RetryPolicy`](super::RetryPolicy).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The id under which status webhooks will speak of this message.
    #[must_use]
    pub fn message_id(&self) -> &MessageId {
        &self.message_id
    }

    /// What the platform does with the message at first, if it said so.
    ///
    /// It does for templates that are being paced; whether it does for all templates, the pages
    /// messages/send-messages and templates/template-pacing (Dec 2025) disagree.
    #[must_use]
    pub fn status(&self) -> Option<&MessageStatus> {
        self.status.as_ref()
    }

    /// The recipient as the request named it.
    #[must_use]
    pub fn input(&self) -> Option<&str> {
        self.input.as_deref()
    }

    /// The recipient's number as `WhatsApp` knows it: digits without a plus sign.
    ///
    /// It can differ from the number in the request, since a digit comes or goes in Brazil and Mexico
    /// (business-phone-numbers/phone-numbers, 2026). It is absent when a user id was addressed.
    #[must_use]
    pub fn wa_id(&self) -> Option<&str> {
        self.wa_id.as_deref()
    }

    /// The recipient's business-scoped user id, if the platform told it (business-scoped-user-ids, Jun 2026).
    #[must_use]
    pub fn user_id(&self) -> Option<&str> {
        self.user_id.as_deref()
    }

    /// The group the message went to, if it went to one (groups/groups-messaging, 2025).
    #[must_use]
    pub fn group_id(&self) -> Option<&str> {
        self.group_id.as_deref()
    }
}

/// Names the message and its status only: everything else identifies a person.
impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receipt")
            .field("message_id", &self.message_id)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// The id of a message, `wamid.…` from the Cloud API.
///
/// It contains the recipient's phone number in Base64, so that it is personal data: `Debug` shows its end only,
/// and there is no `Display`. Its length is not limited, and its inside is the platform's own affair
/// (messages/send-messages, Sep 2026).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MessageId(Box<str>);

impl MessageId {
    /// The whole id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for MessageId {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<MessageId> for String {
    fn from(id: MessageId) -> Self {
        id.0.into()
    }
}

/// Shows the last six characters, which are enough to tell messages apart in a log and hold no phone number.
impl fmt::Debug for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 6;
        // An id this short has no room for a phone number before its end.
        const SHORT: usize = 20;
        let end = match self.0.len().checked_sub(SHOWN) {
            Some(start) if self.0.len() >= SHORT => self.0.get(start..).unwrap_or_default(),
            _ => "",
        };
        write!(f, "MessageId(…{end})")
    }
}

/// What the platform does first with an accepted message (templates/template-pacing, Dec 2025).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageStatus {
    /// It is on its way.
    Accepted,
    /// It is held until the first readers' reactions to a new template are known; then it is sent or dropped.
    HeldForQualityAssessment,
    /// The template is paused. Known from Meta's `OpenAPI` file only.
    Paused,
    /// A status that this release does not know, in the platform's words.
    Other(String),
}

impl MessageStatus {
    fn from_word(word: &str) -> Self {
        match word {
            "accepted" => Self::Accepted,
            "held_for_quality_assessment" => Self::HeldForQualityAssessment,
            "paused" => Self::Paused,
            _ => Self::Other(word.to_owned()),
        }
    }

    /// The platform's word for it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Accepted => "accepted",
            Self::HeldForQualityAssessment => "held_for_quality_assessment",
            Self::Paused => "paused",
            Self::Other(word) => word,
        }
    }
}
