//! What became of a message that was sent.

mod conversation;
mod kind;
mod pricing;
mod recipient;

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

pub use self::conversation::{Conversation, ConversationOrigin};
pub use self::kind::StatusKind;
pub use self::pricing::{Pricing, PricingCategory, PricingKind, PricingModel};
use self::recipient::Recipient;
use super::json::{Json, Malformed, Raw, Reader, Span};
use super::origin::Origin;
use super::redacted::MessageId;
use super::{ErrorObject, Event, Other};

/// A change in the delivery of one message that was sent, for one recipient.
///
/// Statuses arrive in any order, repeatedly, and not all of them: `read` may come without `delivered`. With
/// several devices a message may be reported as failed and as delivered; then it was delivered. A message to a
/// group yields one status for each participant.
/// Sources: webhooks/reference/messages/status, Sep 2026; business-scoped-user-ids, June 2026; groups/webhooks,
/// late 2025; docs/whatsapp/api/webhooks/outbound (archived).
///
/// # Example
///
/// ```
/// use wa_template::webhook::{Notification, PricingCategory, StatusKind};
///
/// let notification: Notification = r#"{ "statuses": [{
///     "id": "gBEGkYiEB1VXAglK1ZEqA1YKPrU",
///     "recipient_id": "16505551234",
///     "status": "delivered",
///     "timestamp": "1518694708",
///     "pricing": { "pricing_model": "PMP", "type": "regular", "category": "utility" }
/// }] }"#.parse()?;
///
/// let status = notification.statuses().next().expect("there is a status");
/// assert_eq!(*status.kind(), StatusKind::Delivered);
/// assert_eq!(status.message_id(), "gBEGkYiEB1VXAglK1ZEqA1YKPrU");
/// let pricing = status.pricing().expect("it says what it costs");
/// assert_eq!(pricing.category(), Some(&PricingCategory::Utility));
/// assert_eq!(pricing.is_billable(), Some(true));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone)]
pub struct Status {
    /// `None` only until its change was seen whole.
    origin: Option<Arc<Origin>>,
    kind: StatusKind,
    facts: Facts,
    raw: Raw,
}

/// What a status tells. All but the id may be missing.
#[derive(Clone, Default)]
struct Facts {
    message_id: Span,
    timestamp: Option<SystemTime>,
    recipient: Recipient,
    callback_data: Span,
    conversation: Option<Conversation>,
    pricing: Option<Pricing>,
    template_id: Span,
    errors: Vec<ErrorObject>,
}

impl Status {
    /// The id of the message that was sent (`id`), as the answer to the send gave it.
    ///
    /// It holds the customer's number, hardly hidden: handle it like one.
    #[must_use]
    pub fn message_id(&self) -> &str {
        self.facts.message_id.of(&self.raw).unwrap_or_default()
    }

    /// What happened to the message (`status`).
    #[must_use]
    pub fn kind(&self) -> &StatusKind {
        &self.kind
    }

    /// When it happened (`timestamp`), to the second.
    #[must_use]
    pub fn timestamp(&self) -> Option<SystemTime> {
        self.facts.timestamp
    }

    /// Whom the message was sent to (`recipient_id`): a phone number in digits without `+`, or the id of a group.
    ///
    /// The platform's own form of the number may differ from the number that the message was sent to. Missing when
    /// the customer hides the phone number.
    #[must_use]
    pub fn recipient_id(&self) -> Option<&str> {
        self.facts.recipient.id.of(&self.raw)
    }

    /// The recipient's business-scoped user id (`recipient_user_id`), such as `US.13491208655302741918`.
    #[must_use]
    pub fn recipient_user_id(&self) -> Option<&str> {
        self.facts.recipient.user_id.of(&self.raw)
    }

    /// The recipient's user id that is shared by linked business portfolios (`recipient_parent_user_id`).
    #[must_use]
    pub fn recipient_parent_user_id(&self) -> Option<&str> {
        self.facts.recipient.rare.as_ref()?.parent_user_id.of(&self.raw)
    }

    /// What to file the recipient under: the phone number or the id of the group, or the user id if the number is
    /// hidden.
    #[must_use]
    pub fn recipient_key(&self) -> Option<&str> {
        self.recipient_id().or(self.recipient_user_id())
    }

    /// The fingerprint of the recipient's identity (`recipient_identity_key_hash`), if the identity check is on.
    #[must_use]
    pub fn recipient_identity_key_hash(&self) -> Option<&str> {
        self.facts.recipient.rare.as_ref()?.identity_key_hash.of(&self.raw)
    }

    /// The group that the message was sent to; missing when it was sent to one customer.
    #[must_use]
    pub fn group_id(&self) -> Option<&str> {
        self.recipient_id().filter(|_| self.facts.recipient.is_group)
    }

    /// The participant of the group whom the status is about: a phone number in digits without `+`.
    ///
    /// `recipient_participant_id`, `participant_recipient_id` in one sample.
    #[must_use]
    pub fn participant_id(&self) -> Option<&str> {
        self.facts.recipient.rare.as_ref()?.participant_id.of(&self.raw)
    }

    /// The participant's business-scoped user id (`recipient_participant_user_id`).
    #[must_use]
    pub fn participant_user_id(&self) -> Option<&str> {
        self.facts.recipient.rare.as_ref()?.participant_user_id.of(&self.raw)
    }

    /// The participant's user id that is shared by linked portfolios (`recipient_participant_parent_user_id`).
    #[must_use]
    pub fn participant_parent_user_id(&self) -> Option<&str> {
        self.facts.recipient.rare.as_ref()?.participant_parent_user_id.of(&self.raw)
    }

    /// What the sender attached to the message (`biz_opaque_callback_data`).
    #[must_use]
    pub fn callback_data(&self) -> Option<&str> {
        self.facts.callback_data.of(&self.raw)
    }

    /// The conversation that the message is counted in, where there is one.
    #[must_use]
    pub fn conversation(&self) -> Option<&Conversation> {
        self.facts.conversation.as_ref()
    }

    /// How the message is charged; on `sent` and one of `delivered` and `read`.
    #[must_use]
    pub fn pricing(&self) -> Option<&Pricing> {
        self.facts.pricing.as_ref()
    }

    /// The id of the template that the platform made of the message (`template_id`); Direct Send only.
    #[must_use]
    pub fn template_id(&self) -> Option<&str> {
        self.facts.template_id.of(&self.raw)
    }

    /// Why the message failed; empty for other statuses.
    #[must_use]
    pub fn errors(&self) -> &[ErrorObject] {
        &self.facts.errors
    }

    /// The id of the business phone number that sent the message; missing On-Premises.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.origin.as_ref()?.phone_number_id()
    }

    /// The id of the business account (WABA) that sent the message; missing On-Premises.
    #[must_use]
    pub fn waba_id(&self) -> Option<&str> {
        self.origin.as_ref()?.waba_id()
    }

    /// The status as it came: an object of the `statuses` array, with every field.
    #[must_use]
    pub fn raw(&self) -> &Value {
        self.raw.tree()
    }

    /// The status as it came, as JSON text.
    #[must_use]
    pub fn raw_json(&self) -> &str {
        self.raw.as_str()
    }

    pub(super) fn event_origin(&self) -> Option<&Origin> {
        self.origin.as_deref()
    }

    pub(super) fn event_origin_mut(&mut self) -> Option<&mut Arc<Origin>> {
        self.origin.as_mut()
    }

    pub(super) fn origin_slot(&mut self) -> &mut Option<Arc<Origin>> {
        &mut self.origin
    }

    /// Reads the element of `statuses` that comes next, in one walk over its text. What is no object or lacks the id or
    /// the status is another event.
    pub(super) fn read(events: &mut Vec<Event>, reader: &mut Reader<'_>) -> Result<(), Malformed> {
        let start = reader.position()?;
        if reader.peek()? != b'{' {
            events.push(Event::Other(Other::without_origin(reader.value()?)));
            return Ok(());
        }
        let (mut kind, mut facts) = (None, Facts::default());
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            match &*key {
                "status" => kind = reader.word()?,
                key => facts.read(key, reader, start)?,
            }
        }
        let text = reader.since(start);
        events.push(match kind {
            Some(kind) if !facts.message_id.is_missing() => {
                Event::Status(Self { origin: None, kind, facts, raw: Raw::new(text) })
            }
            _ => Event::Other(Other::without_origin(Json::nested(text))),
        });
        Ok(())
    }
}

impl Facts {
    /// Reads the member whose value comes next, of a status that starts at a position.
    #[inline]
    fn read(&mut self, key: &str, reader: &mut Reader<'_>, start: usize) -> Result<(), Malformed> {
        match key {
            "id" => self.message_id = Span::id(reader, start)?,
            "timestamp" => self.timestamp = reader.seconds()?,
            "biz_opaque_callback_data" => self.callback_data = Span::text(reader, start)?,
            "template_id" => self.template_id = Span::id(reader, start)?,
            "pricing" if reader.peek()? == b'{' => {
                self.pricing.insert(Pricing::default()).read(reader)?;
            }
            "conversation" if reader.peek()? == b'{' => {
                let (conversation, pricing) = Conversation::read(reader)?;
                self.conversation = Some(conversation);
                // One sample has `pricing` inside of `conversation` (groups/webhooks, late 2025).
                if let (None, Some(pricing)) = (&self.pricing, pricing.filter(|pricing| pricing.is_object()))
                {
                    self.pricing.insert(Pricing::default()).read(&mut Reader::new(pricing.as_str()))?;
                }
            }
            "errors" => {
                self.errors.clear();
                ErrorObject::read_list(&mut self.errors, reader)?;
            }
            _ => self.recipient.read(key, reader, start)?,
        }
        Ok(())
    }
}

/// All facts come from the text, so that it decides.
impl PartialEq for Status {
    fn eq(&self, other: &Self) -> bool {
        self.origin == other.origin && self.raw == other.raw
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Status")
            .field("origin", &self.origin)
            .field("message_id", &MessageId::new(self.message_id().into()))
            .field("kind", &self.kind)
            .field("timestamp", &self.timestamp())
            .field("recipient", &self.facts.recipient)
            .field("callback_data", &self.facts.callback_data)
            .field("conversation", &self.conversation())
            .field("pricing", &self.pricing())
            .field("errors", &self.errors())
            .finish_non_exhaustive()
    }
}
