//! Messages that were changed or taken back.

use crate::webhook::json::Object;
use crate::webhook::message::Media;
use crate::webhook::message::message;
use crate::webhook::redacted::{Keyword, MessageId, Redacted};

message! {
    /// A customer changed a message (type `edit`).
    ///
    /// Source: webhooks/reference/messages/edit, 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "edit",
    ///     "edit": { "original_message_id": "ABGGFmkiWVVPAgo-sKD87hgxPHdF",
    ///               "message": { "type": "text", "text": { "body": "Tuesday, I mean" } } }
    /// }] }"#.parse()?;
    ///
    /// let edit = notification.events().find_map(Event::as_edit).expect("there is a change");
    /// assert_eq!(edit.original_message_id(), "ABGGFmkiWVVPAgo-sKD87hgxPHdF");
    /// assert_eq!(edit.text(), Some("Tuesday, I mean"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct EditMessage(Edit);
}

message! {
    /// A customer took a message back (type `revoke`).
    ///
    /// Source: webhooks/reference/messages/revoke, 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "revoke",
    ///     "revoke": { "original_message_id": "ABGGFmkiWVVPAgo-sKD87hgxPHdF" }
    /// }] }"#.parse()?;
    ///
    /// let revoke = notification.events().find_map(Event::as_revoke).expect("a message is taken back");
    /// assert_eq!(revoke.original_message_id(), "ABGGFmkiWVVPAgo-sKD87hgxPHdF");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct RevokeMessage(Revoke);
}

#[derive(Clone, Debug, PartialEq)]
struct Edit {
    original: MessageId,
    kind: Option<Keyword>,
    body: Option<Redacted<Box<str>>>,
    media: Option<Media>,
}

#[derive(Clone, Debug, PartialEq)]
struct Revoke {
    original: MessageId,
}

impl EditMessage {
    /// The id of the message that was changed (`original_message_id`).
    #[must_use]
    pub fn original_message_id(&self) -> &str {
        &self.content.original
    }

    /// The kind of the message that was changed (`message.type`): `text`, `image`, …
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.content.kind.as_deref()
    }

    /// What the message says now: the text of a text, or what is written below a file.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.content.body.as_deref().or_else(|| self.media()?.caption())
    }

    /// The file of the message, if it has one.
    #[must_use]
    pub fn media(&self) -> Option<&Media> {
        self.content.media.as_ref()
    }
}

impl RevokeMessage {
    /// The id of the message that was taken back (`original_message_id`).
    #[must_use]
    pub fn original_message_id(&self) -> &str {
        &self.content.original
    }
}

impl Edit {
    fn read(message: &Object<'_>) -> Option<Self> {
        let edit = message.object("edit")?;
        let changed = edit.object("message");
        let changed = changed.as_ref();
        Some(Self {
            original: edit.message_id("original_message_id")?,
            kind: changed.and_then(|message| message.text("type")).map(Keyword::of),
            body: changed.and_then(|message| message.object("text")?.private("body")),
            media: changed.and_then(Media::read),
        })
    }
}

impl Revoke {
    fn read(message: &Object<'_>) -> Option<Self> {
        Some(Self { original: message.object("revoke")?.message_id("original_message_id")? })
    }
}
