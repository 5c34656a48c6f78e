//! Whether customers want marketing messages.

use std::time::SystemTime;

use super::customer_report;
use crate::webhook::json::Object;
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

customer_report! {
    /// A customer stopped marketing messages from this business, or wants them again (`user_preferences`).
    ///
    /// It decides whether marketing templates may be sent to this customer.
    /// Sources: `webhooks/reference/user_preferences`, Sep 2026; business-scoped-user-ids, June 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, PreferenceValue};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "user_preferences",
    ///     "value": { "user_preferences": [{ "wa_id": "16505551234", "category": "marketing_messages",
    ///                                       "value": "stop", "timestamp": 1731705721 }] }
    /// }] }] }"#.parse()?;
    ///
    /// let preference = notification.events().find_map(Event::as_user_preference).expect("there is one");
    /// assert_eq!(*preference.value(), PreferenceValue::Stop);
    /// assert_eq!(preference.customer().key(), Some("16505551234"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct UserPreference(Preference);
}

words! {
    /// What a preference is about (`category`).
    pub enum PreferenceCategory {
        /// Marketing messages.
        MarketingMessages = "marketing_messages",
    }
}

words! {
    /// What a customer wants (`value`).
    pub enum PreferenceValue {
        /// No more of these messages.
        Stop = "stop",
        /// These messages again.
        Resume = "resume",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Preference {
    category: Option<PreferenceCategory>,
    value: PreferenceValue,
    detail: Option<Redacted<Box<str>>>,
    timestamp: Option<SystemTime>,
}

impl UserPreference {
    /// What it is about.
    #[must_use]
    pub fn category(&self) -> Option<&PreferenceCategory> {
        self.content.category.as_ref()
    }

    /// What the customer wants.
    #[must_use]
    pub fn value(&self) -> &PreferenceValue {
        &self.content.value
    }

    /// The platform's sentence about it (`detail`).
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.content.detail.as_deref()
    }

    /// When the customer decided (`timestamp`), to the second.
    #[must_use]
    pub fn timestamp(&self) -> Option<SystemTime> {
        self.content.timestamp
    }
}

impl Preference {
    fn read(item: &Object<'_>) -> Option<Self> {
        Some(Self {
            category: item.word("category"),
            value: item.word("value")?,
            detail: item.private("detail"),
            timestamp: item.seconds("timestamp"),
        })
    }
}
