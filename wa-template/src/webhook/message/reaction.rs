//! Reactions.

use crate::webhook::json::Object;
use crate::webhook::message::message;
use crate::webhook::redacted::{MessageId, Redacted};

message! {
    /// An emoji that a customer put on a message, or took away again (type `reaction`).
    ///
    /// Source: webhooks/reference/messages/reaction, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "reaction",
    ///     "reaction": { "message_id": "gBGGFlA5FpafAgkOuJbRq54qwbM", "emoji": "👍" }
    /// }] }"#.parse()?;
    ///
    /// let reaction = notification.events().find_map(Event::as_reaction).expect("there is a reaction");
    /// assert_eq!(reaction.to(), "gBGGFlA5FpafAgkOuJbRq54qwbM");
    /// assert_eq!(reaction.emoji(), Some("👍"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct ReactionMessage(Reaction);
}

#[derive(Clone, Debug, PartialEq)]
struct Reaction {
    to: MessageId,
    emoji: Option<Redacted<Box<str>>>,
}

impl ReactionMessage {
    /// The id of the message that the customer reacts to (`message_id`).
    #[must_use]
    pub fn to(&self) -> &str {
        &self.content.to
    }

    /// The emoji (`emoji`); `None` if the customer took the reaction back.
    #[must_use]
    pub fn emoji(&self) -> Option<&str> {
        self.content.emoji.as_deref()
    }
}

impl Reaction {
    fn read(message: &Object<'_>) -> Option<Self> {
        let reaction = message.object("reaction")?;
        Some(Self { to: reaction.message_id("message_id")?, emoji: reaction.private_id("emoji") })
    }
}
