//! Free text.

use std::time::SystemTime;

use serde_json::Value;

use super::json;
use super::message::message_facts;
use super::redacted::Redacted;
use super::{IncomingMessage, Sender};

/// A message in free text.
///
/// Customers may ignore the buttons of a template and write instead, so every use of buttons needs an answer to
/// this event. Source: webhooks/reference/messages/text, Dec 2025.
///
/// # Example
///
/// ```
/// use wa_template::webhook::Notification;
///
/// let notification: Notification = r#"{ "messages": [{
///     "from": "16505551234",
///     "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf",
///     "timestamp": "1518694235",
///     "type": "text",
///     "text": { "body": "Can I change the date?" }
/// }] }"#.parse()?;
///
/// let message = notification.texts().next().expect("there is a text");
/// assert_eq!(message.body(), "Can I change the date?");
/// assert_eq!(message.in_reply_to(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct TextMessage {
    message: IncomingMessage,
    body: Redacted<Box<str>>,
}

impl TextMessage {
    /// What the customer wrote.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    message_facts!();

    pub(super) fn new(message: IncomingMessage, body: Box<str>) -> Self {
        Self { message, body: Redacted::new(body) }
    }

    /// Reads the content of a text message; `None` if the message is not one.
    pub(super) fn read_body(message: &IncomingMessage) -> Option<Box<str>> {
        json::text(message.content("text")?.get("body"))
    }
}
