//! What customers say about marketing messages.

use std::fmt;
use std::time::SystemTime;

use crate::webhook::{Event, PreferenceCategory, PreferenceValue, Status, UserPreference};

/// "The user has stopped marketing messages from this business" (support/error-codes, September 2026).
const STOPPED: u32 = 131_050;

/// A customer wants marketing messages from the business, or no longer wants them.
///
/// It comes as a webhook of the field `user_preferences` (`webhooks/reference/user_preferences`, September 2026), and as a
/// status: a message that failed with code 131050 went to somebody who had stopped them.
///
/// # Example
///
/// ```
/// use wa_template::webhook::Notification;
/// use wa_template::webhook::tracker::Preference;
///
/// let notification: Notification = r#"{ "entry": [{ "changes": [{ "field": "user_preferences", "value": {
///     "user_preferences": [{ "wa_id": "16505551234", "category": "marketing_messages", "value": "stop",
///                            "timestamp": 1731705721 }] } }] }] }"#.parse()?;
///
/// let preferences: Vec<_> = notification.events().filter_map(Preference::told_by).collect();
/// assert_eq!(preferences[0].customers().collect::<Vec<_>>(), ["16505551234"]);
/// assert!(!preferences[0].wants_marketing());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Preference {
    /// By number, and by user id: the same customer.
    customers: Vec<Box<str>>,
    wants_marketing: bool,
    time: Option<SystemTime>,
}

impl Preference {
    /// A customer, known by user id or by phone number in any form, said in another way to want no marketing messages.
    #[must_use]
    pub fn stop(customer: impl Into<String>, time: SystemTime) -> Self {
        Self { customers: vec![customer.into().into()], wants_marketing: false, time: Some(time) }
    }

    /// A customer, known by user id or by phone number in any form, said in another way to want marketing messages.
    #[must_use]
    pub fn resume(customer: impl Into<String>, time: SystemTime) -> Self {
        Self { wants_marketing: true, ..Self::stop(customer, time) }
    }

    /// The wish that an event tells, if it does.
    #[must_use]
    pub fn told_by(event: &Event) -> Option<Self> {
        match event {
            Event::Status(status) => Self::of_status(status),
            Event::UserPreference(preference) => Self::of_report(preference),
            _ => None,
        }
    }

    /// The ids of the customer: the phone number in digits, the business-scoped user id, or both.
    pub fn customers(&self) -> impl Iterator<Item = &str> {
        self.customers.iter().map(|id| &**id)
    }

    /// Whether the customer wants them.
    #[must_use]
    pub fn wants_marketing(&self) -> bool {
        self.wants_marketing
    }

    /// When the customer said so, to the second; for a failed message, when it failed.
    #[must_use]
    pub fn time(&self) -> Option<SystemTime> {
        self.time
    }

    fn of_status(status: &Status) -> Option<Self> {
        if !status.errors().iter().any(|error| error.code() == Some(STOPPED)) {
            return None;
        }
        // A group has no wishes of its own, but its participants have.
        let ids = match status.group_id() {
            Some(_) => [status.participant_id(), status.participant_user_id()],
            None => [status.recipient_id(), status.recipient_user_id()],
        };
        Self::of(ids, false, status.timestamp())
    }

    /// `None` for wishes about something else, and for words to come.
    fn of_report(preference: &UserPreference) -> Option<Self> {
        let marketing = PreferenceCategory::MarketingMessages;
        if preference.category().is_some_and(|category| *category != marketing) {
            return None;
        }
        let wants_marketing = match preference.value() {
            PreferenceValue::Stop => false,
            PreferenceValue::Resume => true,
            PreferenceValue::Other(_) => return None,
        };
        let customer = preference.customer();
        Self::of([customer.wa_id(), customer.user_id()], wants_marketing, preference.timestamp())
    }

    /// `None` if nobody is named.
    fn of(ids: [Option<&str>; 2], wants_marketing: bool, time: Option<SystemTime>) -> Option<Self> {
        let customers: Vec<_> = ids.into_iter().flatten().map(Box::from).collect();
        (!customers.is_empty()).then_some(Self { customers, wants_marketing, time })
    }
}

/// Without the customer.
impl fmt::Debug for Preference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Preference")
            .field("wants_marketing", &self.wants_marketing)
            .field("time", &self.time)
            .finish_non_exhaustive()
    }
}
