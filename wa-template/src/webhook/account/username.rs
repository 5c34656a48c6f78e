//! User names of businesses.

use super::account_report;
use crate::webhook::json::Object;
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

account_report! {
    /// The user name of a business phone number changed (`business_username_updates`).
    ///
    /// An earlier copy of the page called the field `business_username_update`; it is read all the same.
    /// Source: business-scoped-user-ids, June 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, UsernameStatus};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "business_username_updates",
    ///     "value": { "display_phone_number": "15550783881", "username": "fernandmoss", "status": "approved" }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_business_username).expect("there is an update");
    /// assert_eq!(*update.status(), UsernameStatus::Approved);
    /// assert_eq!(update.username(), Some("fernandmoss"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct BusinessUsernameUpdate(Username);
}

words! {
    /// What became of a user name (`status`).
    pub enum UsernameStatus {
        /// Customers can see it.
        Approved = "approved",
        /// It is kept for the business and cannot be seen yet.
        Reserved = "reserved",
        /// It is gone.
        Deleted = "deleted",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Username {
    display_phone_number: Option<Redacted<Box<str>>>,
    name: Option<Redacted<Box<str>>>,
    status: UsernameStatus,
}

impl BusinessUsernameUpdate {
    /// The business phone number, in digits (`display_phone_number`).
    #[must_use]
    pub fn display_phone_number(&self) -> Option<&str> {
        self.content.display_phone_number.as_deref()
    }

    /// The user name (`username`); missing once it is deleted.
    #[must_use]
    pub fn username(&self) -> Option<&str> {
        self.content.name.as_deref()
    }

    /// What became of it.
    #[must_use]
    pub fn status(&self) -> &UsernameStatus {
        &self.content.status
    }
}

impl Username {
    fn read(value: &Object<'_>) -> Option<Self> {
        Some(Self {
            display_phone_number: value.private_id("display_phone_number"),
            name: value.private_id("username"),
            status: value.word("status")?,
        })
    }
}
