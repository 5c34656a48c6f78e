//! What customers say about marketing messages.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::webhook::{Event, Status};

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
/// let preferences: Vec<_> = notification.events().flat_map(Preference::all_in).collect();
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
    /// A customer's wish that came in another way, in words for example. Phone numbers may be written in any form.
    #[must_use]
    pub fn new(customer: impl Into<String>, wants_marketing: bool, time: SystemTime) -> Self {
        Self { customers: vec![customer.into().into()], wants_marketing, time: Some(time) }
    }

    /// The wishes that an event tells, of one customer or of several.
    #[must_use]
    pub fn all_in(event: &Event) -> Vec<Self> {
        match event {
            Event::Status(status) => Self::of_status(status).into_iter().collect(),
            Event::Other(other) if other.field() == Some("user_preferences") => Self::of_value(other.raw()),
            _ => Vec::new(),
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
        let number = match status.group_id() {
            Some(_) => status.participant_id(),
            None => status.recipient_id(),
        };
        let ids = [number, status.recipient_user_id()];
        let customers: Vec<_> = ids.into_iter().flatten().map(Box::from).collect();
        (!customers.is_empty()).then_some(Self {
            customers,
            wants_marketing: false,
            time: status.timestamp(),
        })
    }

    fn of_value(value: &Value) -> Vec<Self> {
        let preferences = value.get("user_preferences").and_then(Value::as_array);
        preferences.into_iter().flatten().filter_map(Self::read).collect()
    }

    /// `None` for wishes about something else, and for words to come.
    fn read(preference: &Value) -> Option<Self> {
        let text = |name: &str| match preference.get(name)? {
            Value::String(text) if !text.is_empty() => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        if text("category").is_some_and(|category| category != "marketing_messages") {
            return None;
        }
        let wants_marketing = match &*text("value")? {
            "stop" => false,
            "resume" => true,
            _ => return None,
        };
        let customers: Vec<_> = ["wa_id", "user_id"].into_iter().filter_map(text).map(Box::from).collect();
        let seconds = text("timestamp").and_then(|seconds| seconds.parse().ok());
        let time = seconds.and_then(|seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
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
