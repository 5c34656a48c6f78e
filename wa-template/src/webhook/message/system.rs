//! Changes of a customer's number or identity.

use crate::webhook::json::Object;
use crate::webhook::message::message;
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

message! {
    /// The customer has a new phone number, a new user id or a new identity (type `system`).
    ///
    /// The sender of the message is the customer as known before.
    /// Sources: webhooks/reference/messages/system, Dec 2025; business-scoped-user-ids, June 2026;
    /// docs/whatsapp/api/webhooks/inbound (archived).
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, SystemKind};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "system",
    ///     "system": { "type": "user_changed_number", "wa_id": "16505551235" }
    /// }] }"#.parse()?;
    ///
    /// let change = notification.events().find_map(Event::as_system).expect("there is a change");
    /// assert_eq!(*change.kind(), SystemKind::UserChangedNumber);
    /// assert_eq!(change.sender().wa_id(), Some("16505551234"));
    /// assert_eq!(change.new_wa_id(), Some("16505551235"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct SystemMessage(Change);
}

words! {
    /// What changed (`system.type`).
    pub enum SystemKind {
        /// The phone number; see [`SystemMessage::new_wa_id`].
        UserChangedNumber = "user_changed_number",
        /// The user id; see [`SystemMessage::new_user_id`].
        UserChangedUserId = "user_changed_user_id",
        /// The identity: the customer may be somebody else now. `user_identity_changed` On-Premises.
        IdentityChanged = "customer_identity_changed" | "user_identity_changed",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Change {
    kind: SystemKind,
    body: Option<Redacted<Box<str>>>,
    wa_id: Option<Redacted<Box<str>>>,
    user_id: Option<Redacted<Box<str>>>,
    parent_user_id: Option<Redacted<Box<str>>>,
    identity: Option<Redacted<Box<str>>>,
}

impl SystemMessage {
    /// What changed.
    #[must_use]
    pub fn kind(&self) -> &SystemKind {
        &self.content.kind
    }

    /// The platform's sentence about it (`body`).
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        self.content.body.as_deref()
    }

    /// The new phone number in digits (`wa_id`, On-Premises `new_wa_id`).
    #[must_use]
    pub fn new_wa_id(&self) -> Option<&str> {
        self.content.wa_id.as_deref()
    }

    /// The new business-scoped user id (`user_id`).
    #[must_use]
    pub fn new_user_id(&self) -> Option<&str> {
        self.content.user_id.as_deref()
    }

    /// The new user id that is shared by linked business portfolios (`parent_user_id`).
    #[must_use]
    pub fn new_parent_user_id(&self) -> Option<&str> {
        self.content.parent_user_id.as_deref()
    }

    /// The fingerprint of the new identity (`identity`).
    #[must_use]
    pub fn new_identity(&self) -> Option<&str> {
        self.content.identity.as_deref()
    }
}

impl Change {
    fn read(message: &Object<'_>) -> Option<Self> {
        let system = message.object("system")?;
        Some(Self {
            kind: system.word("type")?,
            body: system.private("body"),
            wa_id: system.private_id("wa_id").or_else(|| system.private_id("new_wa_id")),
            user_id: system.private_id("user_id"),
            parent_user_id: system.private_id("parent_user_id"),
            identity: system.private_id("identity"),
        })
    }
}
