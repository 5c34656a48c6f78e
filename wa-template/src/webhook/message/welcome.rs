//! Chats that were opened.

use crate::webhook::json::Object;
use crate::webhook::message::message;

message! {
    /// A customer opened the chat for the first time and has not written yet (type `request_welcome`).
    ///
    /// Source: business-phone-numbers/conversational-components, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "request_welcome"
    /// }] }"#.parse()?;
    ///
    /// let request = notification.events().find_map(Event::as_welcome).expect("there is a request");
    /// assert_eq!(request.sender().wa_id(), Some("16505551234"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct WelcomeRequest(Nothing);
}

/// The message is all there is.
#[derive(Clone, Debug, PartialEq)]
struct Nothing;

impl Nothing {
    #[expect(clippy::unnecessary_wraps, reason = "as all other kinds of content")]
    fn read(_: &Object<'_>) -> Option<Self> {
        Some(Self)
    }
}
