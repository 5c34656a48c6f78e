//! Messages that the platform does not hand on.

use crate::webhook::ErrorObject;
use crate::webhook::json::Object;
use crate::webhook::message::message;
use crate::webhook::redacted::Keyword;

message! {
    /// A message of a kind that the platform does not hand on (types `unsupported` and, older, `unknown`).
    ///
    /// Source: webhooks/reference/messages/unsupported, June 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "unsupported",
    ///     "errors": [{ "code": 131051 }], "unsupported": { "type": "poll_creation" }
    /// }] }"#.parse()?;
    ///
    /// let message = notification.events().find_map(Event::as_unsupported).expect("there is one");
    /// assert_eq!(message.kind(), Some("poll_creation"));
    /// assert_eq!(message.errors()[0].code(), Some(131_051));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct UnsupportedMessage(Unsupported);
}

#[derive(Clone, Debug, PartialEq)]
struct Unsupported {
    kind: Option<Keyword>,
}

impl UnsupportedMessage {
    /// What the customer sent, in the platform's word (`unsupported.type`): `edit`, `poll_creation`, `hsm`, …
    ///
    /// Given since 2025, and not always.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.content.kind.as_deref()
    }

    /// Why it is not handed on: code 131051, 131060 or 130501, On-Premises 501.
    #[must_use]
    pub fn errors(&self) -> &[ErrorObject] {
        self.message.errors()
    }
}

impl Unsupported {
    #[expect(clippy::unnecessary_wraps, reason = "as all other kinds of content")]
    fn read(message: &Object<'_>) -> Option<Self> {
        let kind = message
            .object("unsupported")
            .and_then(|unsupported| Some(Keyword::of(unsupported.text("type")?)));
        Some(Self { kind })
    }
}
