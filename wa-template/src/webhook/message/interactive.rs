//! Choices from buttons and lists of messages that are no templates.

use crate::webhook::json::Object;
use crate::webhook::message::message;
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

message! {
    /// A choice from a free-form interactive message: a reply button or a row of a list (type `interactive`).
    ///
    /// A tap on a quick reply of a *template* is a [`ButtonReply`](crate::webhook::ButtonReply).
    /// Source: webhooks/reference/messages/interactive, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "interactive",
    ///     "interactive": { "type": "list_reply", "list_reply": { "id": "day:2", "title": "Tuesday" } }
    /// }] }"#.parse()?;
    ///
    /// let reply = notification.events().find_map(Event::as_interactive).expect("there is a choice");
    /// assert_eq!(reply.id(), Some("day:2"));
    /// assert_eq!(reply.title(), Some("Tuesday"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct InteractiveReply(Choice);
}

words! {
    /// What a customer chose from (`interactive.type`).
    pub enum InteractiveKind {
        /// Reply buttons.
        Button = "button_reply",
        /// The rows of a list.
        List = "list_reply",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Choice {
    kind: InteractiveKind,
    id: Option<Redacted<Box<str>>>,
    title: Option<Redacted<Box<str>>>,
    description: Option<Redacted<Box<str>>>,
}

impl InteractiveReply {
    /// What the customer chose from.
    #[must_use]
    pub fn kind(&self) -> &InteractiveKind {
        &self.content.kind
    }

    /// The id that the sender gave to the button or row (`id`).
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.content.id.as_deref()
    }

    /// The label of the button or row (`title`).
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.content.title.as_deref()
    }

    /// The second line of the row (`description`), if it has one.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.content.description.as_deref()
    }
}

impl Choice {
    fn read(message: &Object<'_>) -> Option<Self> {
        let interactive = message.object("interactive")?;
        let kind = interactive.word("type").or_else(|| {
            let known = [InteractiveKind::Button, InteractiveKind::List];
            known.into_iter().find(|kind| interactive.has(kind.as_str()))
        })?;
        if let InteractiveKind::Other(_) = kind {
            return None;
        }
        let reply = interactive.object(kind.as_str())?;
        let choice = Self {
            kind,
            id: reply.private("id"),
            title: reply.private("title"),
            description: reply.private("description"),
        };
        (choice.id.is_some() || choice.title.is_some()).then_some(choice)
    }
}
