//! Warnings about an account.

use super::account_report;
use crate::webhook::json::Object;
use crate::webhook::redacted::{Keyword, Redacted};

account_report! {
    /// The platform warns about an account, a portfolio or a phone number (`account_alerts`).
    ///
    /// Source: `webhooks/reference/account_alerts`, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "account_alerts",
    ///     "value": { "entity_type": "BUSINESS", "entity_id": "506914307656634",
    ///                "alert_info": { "alert_severity": "WARNING", "alert_type": "SOMETHING_NEW" } }
    /// }] }] }"#.parse()?;
    ///
    /// let alert = notification.events().find_map(Event::as_account_alert).expect("there is an alert");
    /// assert_eq!(alert.severity(), Some("WARNING"));
    /// assert_eq!(alert.kind(), Some("SOMETHING_NEW"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct AccountAlert(Alert);
}

#[derive(Clone, Debug, PartialEq)]
struct Alert {
    entity_type: Option<Keyword>,
    entity_id: Option<Redacted<Box<str>>>,
    severity: Option<Keyword>,
    status: Option<Keyword>,
    kind: Option<Keyword>,
    description: Option<Redacted<Box<str>>>,
}

impl AccountAlert {
    /// What it is about (`entity_type`): `BUSINESS`, `WABA`, `PHONE_NUMBER`, …
    #[must_use]
    pub fn entity_type(&self) -> Option<&str> {
        self.content.entity_type.as_deref()
    }

    /// The id of what it is about (`entity_id`).
    #[must_use]
    pub fn entity_id(&self) -> Option<&str> {
        self.content.entity_id.as_deref()
    }

    /// How serious it is (`alert_severity`): `INFORMATIONAL`, `WARNING`, `CRITICAL`, …
    #[must_use]
    pub fn severity(&self) -> Option<&str> {
        self.content.severity.as_deref()
    }

    /// Whether it still holds (`alert_status`): `ACTIVE`, `NONE`, …
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.content.status.as_deref()
    }

    /// What it is (`alert_type`).
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.content.kind.as_deref()
    }

    /// What it is, in words (`alert_description`).
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.content.description.as_deref()
    }
}

impl Alert {
    fn read(value: &Object<'_>) -> Option<Self> {
        // Lenient: the members of `alert_info` may as well stand beside it.
        let info = value.object("alert_info");
        let info = info.as_ref().unwrap_or(value);
        let alert = Self {
            entity_type: value.text("entity_type").map(Keyword::of),
            entity_id: value.private_id("entity_id"),
            severity: info.text("alert_severity").map(Keyword::of),
            status: info.text("alert_status").map(Keyword::of),
            kind: info.text("alert_type").map(Keyword::of),
            description: info.private("alert_description"),
        };
        (alert.kind.is_some() || alert.severity.is_some()).then_some(alert)
    }
}
