//! What has no type of its own.

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

use super::IncomingMessage;
use super::origin::Origin;
use super::redacted::Redacted;

/// Something reported that has no type of its own in this crate, with its JSON.
///
/// Other kinds of messages, other webhook fields (templates, accounts, preferences), fields that did not exist
/// when this crate was written, and items that are broken. Nothing that arrives is thrown away.
///
/// # Example
///
/// ```
/// use wa_template::webhook::{Event, Notification};
///
/// let notification: Notification = r#"{
///     "object": "whatsapp_business_account",
///     "entry": [{ "id": "102290129340398", "time": 1739321024, "changes": [{
///         "field": "account_review_update",
///         "value": { "decision": "APPROVED" }
///     }] }]
/// }"#.parse()?;
///
/// let other = notification.events().find_map(Event::as_other).expect("there is one event");
/// assert_eq!(other.field(), Some("account_review_update"));
/// assert_eq!(other.raw()["decision"], "APPROVED");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    origin: Arc<Origin>,
    content: Content,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Message(IncomingMessage),
    Raw(Redacted<Box<Value>>),
}

impl Other {
    /// The webhook field that reported it, such as `messages` or `account_update`; missing On-Premises.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.origin.field()
    }

    /// What was reported.
    ///
    /// The smallest part that was not understood: an element of `messages`, `statuses` or `errors`; the `value` of a
    /// change of another field; or the object that holds unknown keys, without what was understood of it.
    #[must_use]
    pub fn raw(&self) -> &Value {
        match &self.content {
            Content::Message(message) => message.raw(),
            Content::Raw(raw) => raw,
        }
    }

    /// The message, if it is one: who sent it, when, in answer to what.
    #[must_use]
    pub fn message(&self) -> Option<&IncomingMessage> {
        match &self.content {
            Content::Message(message) => Some(message),
            Content::Raw(_) => None,
        }
    }

    /// When the platform sent the report (`entry[].time`), to the second.
    ///
    /// Present for templates and accounts, missing for messages, which have a time of their own.
    #[must_use]
    pub fn time(&self) -> Option<SystemTime> {
        self.origin.time()
    }

    /// The id of the business phone number that it belongs to.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.origin.phone_number_id()
    }

    /// The id of the business account (WABA) that it belongs to; missing On-Premises.
    #[must_use]
    pub fn waba_id(&self) -> Option<&str> {
        self.origin.waba_id()
    }

    pub(super) fn origin(&self) -> &Arc<Origin> {
        &self.origin
    }

    pub(super) fn new(origin: &Arc<Origin>, raw: Value) -> Self {
        Self { origin: Arc::clone(origin), content: Content::Raw(Redacted::new(Box::new(raw))) }
    }

    pub(super) fn of_message(message: IncomingMessage) -> Self {
        Self { origin: Arc::clone(message.origin()), content: Content::Message(message) }
    }
}
