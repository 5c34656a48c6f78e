//! PINs of business phone numbers.

use super::account_report;
use crate::webhook::json::Object;
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

account_report! {
    /// Somebody changed the PIN of a business phone number, or asked to be rid of it (`security`).
    ///
    /// Source: webhooks/reference/security, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, SecurityEvent};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "security",
    ///     "value": { "display_phone_number": "15550783881", "event": "PIN_CHANGED", "requester": "61555822107539" }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_security).expect("there is an update");
    /// assert_eq!(*update.event(), SecurityEvent::PinChanged);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct SecurityUpdate(Security);
}

words! {
    /// What somebody did about a PIN (`event`).
    pub enum SecurityEvent {
        /// It was changed or set.
        PinChanged = "PIN_CHANGED",
        /// Somebody asked for two-step verification to be switched off.
        PinResetRequest = "PIN_RESET_REQUEST",
        /// Two-step verification was switched off.
        PinRequestSuccess = "PIN_REQUEST_SUCCESS",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Security {
    display_phone_number: Option<Redacted<Box<str>>>,
    event: SecurityEvent,
    requester: Option<Redacted<Box<str>>>,
}

impl SecurityUpdate {
    /// The business phone number, in digits (`display_phone_number`).
    #[must_use]
    pub fn display_phone_number(&self) -> Option<&str> {
        self.content.display_phone_number.as_deref()
    }

    /// What was done.
    #[must_use]
    pub fn event(&self) -> &SecurityEvent {
        &self.content.event
    }

    /// The id of the Meta user who did it (`requester`).
    #[must_use]
    pub fn requester(&self) -> Option<&str> {
        self.content.requester.as_deref()
    }
}

impl Security {
    fn read(value: &Object<'_>) -> Option<Self> {
        Some(Self {
            display_phone_number: value.private_id("display_phone_number"),
            event: value.word("event")?,
            requester: value.private_id("requester"),
        })
    }
}
