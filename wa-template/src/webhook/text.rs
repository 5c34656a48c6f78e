//! Free text.

use super::json::Object;
use super::message::message;
use super::redacted::Redacted;

message! {
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
    pub struct TextMessage(Text);
}

#[derive(Clone, Debug, PartialEq)]
struct Text {
    body: Redacted<Box<str>>,
}

impl TextMessage {
    /// What the customer wrote (`body`).
    #[must_use]
    pub fn body(&self) -> &str {
        &self.content.body
    }
}

impl Text {
    fn read(message: &Object<'_>) -> Option<Self> {
        Some(Self { body: message.object("text")?.private("body")? })
    }
}
