//! New user ids.

use std::time::SystemTime;

use super::customer_report;
use crate::webhook::json::Object;
use crate::webhook::redacted::Redacted;

customer_report! {
    /// The business-scoped user id of a customer changed (`user_id_update`), because of a new phone number for example.
    ///
    /// Source: business-scoped-user-ids, June 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "user_id_update",
    ///     "value": { "user_id_update": [{ "timestamp": "1785542400", "user_id": {
    ///         "previous": "US.13491208655302741918", "current": "US.20491208655302741920" } }] }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_user_id_update).expect("there is an update");
    /// assert_eq!(update.previous_user_id(), Some("US.13491208655302741918"));
    /// assert_eq!(update.current_user_id(), Some("US.20491208655302741920"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct UserIdUpdate(Update);
}

#[derive(Clone, Debug, PartialEq)]
struct Update {
    user_id: Change,
    parent_user_id: Change,
    detail: Option<Redacted<Box<str>>>,
    timestamp: Option<SystemTime>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Change {
    previous: Option<Redacted<Box<str>>>,
    current: Option<Redacted<Box<str>>>,
}

impl UserIdUpdate {
    /// The user id until now (`user_id.previous`).
    #[must_use]
    pub fn previous_user_id(&self) -> Option<&str> {
        self.content.user_id.previous.as_deref()
    }

    /// The user id from now on (`user_id.current`).
    #[must_use]
    pub fn current_user_id(&self) -> Option<&str> {
        self.content.user_id.current.as_deref()
    }

    /// The id shared by linked portfolios until now (`parent_user_id.previous`).
    #[must_use]
    pub fn previous_parent_user_id(&self) -> Option<&str> {
        self.content.parent_user_id.previous.as_deref()
    }

    /// The id shared by linked portfolios from now on (`parent_user_id.current`).
    #[must_use]
    pub fn current_parent_user_id(&self) -> Option<&str> {
        self.content.parent_user_id.current.as_deref()
    }

    /// The platform's sentence about it (`detail`).
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.content.detail.as_deref()
    }

    /// When it changed (`timestamp`), to the second.
    #[must_use]
    pub fn timestamp(&self) -> Option<SystemTime> {
        self.content.timestamp
    }
}

impl Update {
    fn read(item: &Object<'_>) -> Option<Self> {
        let (user_id, parent_user_id) = (Change::read(item, "user_id"), Change::read(item, "parent_user_id"));
        let is_empty = user_id == Change::default() && parent_user_id == Change::default();
        (!is_empty).then(|| Self {
            user_id,
            parent_user_id,
            detail: item.private("detail"),
            timestamp: item.seconds("timestamp"),
        })
    }
}

impl Change {
    fn read(item: &Object<'_>, name: &str) -> Self {
        let Some(change) = item.object(name) else { return Self::default() };
        Self { previous: change.private_id("previous"), current: change.private_id("current") }
    }
}
