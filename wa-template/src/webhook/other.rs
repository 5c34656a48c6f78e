//! What has no type of its own.

use std::sync::Arc;
use std::time::SystemTime;

use serde_json::Value;

use super::IncomingMessage;
use super::json::{Json, Raw};
use super::origin::Origin;

/// Something reported that has no type of its own in this crate, with its JSON.
///
/// New kinds of messages, other webhook fields (calls, groups, payments, …), keys that did not exist when this crate
/// was written, and items that are broken. Nothing that arrives is thrown away.
///
/// # Example
///
/// ```
/// use wa_template::webhook::{Event, Notification};
///
/// let notification: Notification = r#"{
///     "object": "whatsapp_business_account",
///     "entry": [{ "id": "102290129340398", "time": 1739321024, "changes": [{
///         "field": "payment_configuration_update",
///         "value": { "configuration_name": "shop", "status": "Needs Testing" }
///     }] }]
/// }"#.parse()?;
///
/// let other = notification.events().find_map(Event::as_other).expect("there is one event");
/// assert_eq!(other.field(), Some("payment_configuration_update"));
/// assert_eq!(other.raw()["configuration_name"], "shop");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    content: Content,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Message(Box<IncomingMessage>),
    /// The origin is `None` only until its change was seen whole.
    Raw(Option<Arc<Origin>>, Raw),
}

impl Other {
    /// The webhook field that reported it, such as `messages` or `flows`; missing On-Premises.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.event_origin()?.field()
    }

    /// What was reported.
    ///
    /// The smallest part that was not understood: an element of a list such as `messages`, `statuses` or `errors`; the
    /// `value` of a change of another field; or the object that holds unknown keys, without what was understood of
    /// it. A number beyond the range of `f64` is a string of its digits here, and what is nested deeper than 127
    /// levels a string of its JSON text.
    #[must_use]
    pub fn raw(&self) -> &Value {
        match &self.content {
            Content::Message(message) => message.raw(),
            Content::Raw(_, raw) => raw.tree(),
        }
    }

    /// What was reported, as JSON text.
    #[must_use]
    pub fn raw_json(&self) -> &str {
        match &self.content {
            Content::Message(message) => message.raw_json(),
            Content::Raw(_, raw) => raw.as_str(),
        }
    }

    /// The message, if it is one: who sent it, when, in answer to what.
    #[must_use]
    pub fn message(&self) -> Option<&IncomingMessage> {
        match &self.content {
            Content::Message(message) => Some(message),
            Content::Raw(..) => None,
        }
    }

    /// When the platform sent the report (`entry[].time`), to the second.
    ///
    /// Present for templates and accounts, missing for messages, which have a time of their own.
    #[must_use]
    pub fn time(&self) -> Option<SystemTime> {
        self.event_origin()?.time()
    }

    /// The id of the business phone number that it belongs to.
    #[must_use]
    pub fn phone_number_id(&self) -> Option<&str> {
        self.event_origin()?.phone_number_id()
    }

    /// The id of the business account (WABA) that it belongs to; missing On-Premises.
    #[must_use]
    pub fn waba_id(&self) -> Option<&str> {
        self.event_origin()?.waba_id()
    }

    pub(super) fn event_origin(&self) -> Option<&Origin> {
        match &self.content {
            Content::Message(message) => Some(message.origin()),
            Content::Raw(origin, _) => origin.as_deref(),
        }
    }

    pub(super) fn event_origin_mut(&mut self) -> Option<&mut Arc<Origin>> {
        match &mut self.content {
            Content::Message(message) => Some(message.origin_mut()),
            Content::Raw(origin, _) => origin.as_mut(),
        }
    }

    /// Where the origin of what is no message belongs.
    pub(super) fn origin_slot(&mut self) -> Option<&mut Option<Arc<Origin>>> {
        match &mut self.content {
            Content::Message(_) => None,
            Content::Raw(origin, _) => Some(origin),
        }
    }

    pub(super) fn new(origin: &Arc<Origin>, json: Json<'_>) -> Self {
        Self::of_text(origin, json.as_str())
    }

    pub(super) fn of_text(origin: &Arc<Origin>, json: impl Into<Box<str>>) -> Self {
        Self { content: Content::Raw(Some(Arc::clone(origin)), Raw::new(json)) }
    }

    pub(super) fn without_origin(json: Json<'_>) -> Self {
        Self { content: Content::Raw(None, Raw::new(json.as_str())) }
    }

    pub(super) fn of_message(message: Box<IncomingMessage>) -> Self {
        Self { content: Content::Message(message) }
    }
}
