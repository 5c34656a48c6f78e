//! The body of one webhook request.

use std::slice;
use std::str::FromStr;
use std::vec;

use serde::de::{Error as _, IgnoredAny};

use super::{ButtonReply, Event, IncomingMessage, Status, TextMessage, envelope};

/// Everything one webhook request reports.
///
/// It owns its data, so that it can be handed to a queue or a task after the request was answered. The platform
/// wants the answer within 250 ms in the median (webhooks/overview, Dec 2025).
///
/// # Example
///
/// ```
/// use wa_template::webhook::Notification;
///
/// let notification = Notification::from_slice(br#"{
///     "contacts": [{ "profile": { "name": "Kerry Fisher" }, "wa_id": "16505551234" }],
///     "messages": [{
///         "from": "16505551234",
///         "id": "ABGGFmkiWVVPAgo-sKD87hgxPHdF",
///         "timestamp": "1591210827",
///         "type": "button",
///         "button": { "payload": "No-Button-Payload", "text": "No" }
///     }]
/// }"#)?;
///
/// let reply = notification.button_replies().next().expect("there is one tap");
/// assert_eq!(reply.raw_payload(), Some("No-Button-Payload"));
/// assert_eq!(reply.sender().name(), Some("Kerry Fisher"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Notification {
    events: Vec<Event>,
}

impl Notification {
    /// Reads the body of a webhook request.
    ///
    /// Verify the signature over the same bytes before: this function trusts what it reads.
    ///
    /// Bytes that are not UTF-8 become replacement characters: a text that was cut in the middle of a letter must
    /// not cost the other events.
    ///
    /// # Errors
    ///
    /// Only when the bytes are not JSON, or not a JSON object. The error does not repeat anything of the body.
    pub fn from_slice(body: &[u8]) -> Result<Self, serde_json::Error> {
        match str::from_utf8(body) {
            Ok(body) => Self::read(body),
            Err(_) => Self::read(&String::from_utf8_lossy(body)),
        }
    }

    fn read(body: &str) -> Result<Self, serde_json::Error> {
        match envelope::events(body) {
            Ok(events) => Ok(Self { events }),
            Err(_) => Err(match serde_json::from_str::<IgnoredAny>(body) {
                Ok(_) => serde_json::Error::custom("a notification is a JSON object"),
                Err(error) => error,
            }),
        }
    }

    /// What happened, in the order of the body: messages, statuses, errors, the rest of each change.
    ///
    /// May be empty. The order says nothing about the order in which things happened; the timestamps do.
    pub fn events(&self) -> slice::Iter<'_, Event> {
        self.events.iter()
    }

    /// The messages from customers, of whatever kind.
    pub fn messages(&self) -> impl Iterator<Item = &IncomingMessage> {
        self.events().filter_map(Event::message)
    }

    /// The taps on quick-reply buttons of templates.
    pub fn button_replies(&self) -> impl Iterator<Item = &ButtonReply> {
        self.events().filter_map(Event::as_button_reply)
    }

    /// The messages in free text.
    pub fn texts(&self) -> impl Iterator<Item = &TextMessage> {
        self.events().filter_map(Event::as_text)
    }

    /// What became of messages that were sent.
    pub fn statuses(&self) -> impl Iterator<Item = &Status> {
        self.events().filter_map(Event::as_status)
    }
}

/// Reads the body of a webhook request, as [`Notification::from_slice`] does.
impl FromStr for Notification {
    type Err = serde_json::Error;

    fn from_str(body: &str) -> Result<Self, Self::Err> {
        Self::read(body)
    }
}

/// The events by value, in the order of [`Notification::events`].
impl IntoIterator for Notification {
    type Item = Event;
    type IntoIter = vec::IntoIter<Event>;

    fn into_iter(self) -> Self::IntoIter {
        self.events.into_iter()
    }
}
