//! Limits and names of business phone numbers.

use super::{MessagingLimit, account_report};
use crate::webhook::json::Object;
use crate::webhook::redacted::Redacted;
use crate::webhook::word::words;

account_report! {
    /// The limit or the throughput of a business phone number changed (`phone_number_quality_update`).
    ///
    /// Source: `webhooks/reference/phone_number_quality_update`, late 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification, PhoneNumberEvent};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "phone_number_quality_update",
    ///     "value": { "display_phone_number": "15550783881", "event": "ONBOARDING", "current_limit": "TIER_250" }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_phone_number_quality).expect("there is an update");
    /// assert_eq!(*update.event(), PhoneNumberEvent::Onboarding);
    /// assert_eq!(update.current_limit().and_then(|limit| limit.customers()), Some(250));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct PhoneNumberQualityUpdate(Quality);
}

account_report! {
    /// The display name of a business phone number was judged (`phone_number_name_update`).
    ///
    /// Source: `webhooks/reference/phone_number_name_update`, late 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, NameDecision, Notification};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "phone_number_name_update",
    ///     "value": { "display_phone_number": "15550783881", "decision": "APPROVED",
    ///                "requested_verified_name": "Fern & Moss", "rejection_reason": null }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_phone_number_name).expect("there is an update");
    /// assert_eq!(*update.decision(), NameDecision::Approved);
    /// assert_eq!(update.requested_name(), Some("Fern & Moss"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct PhoneNumberNameUpdate(Name);
}

words! {
    /// What happened to a business phone number (`event`).
    pub enum PhoneNumberEvent {
        /// It was registered.
        Onboarding = "ONBOARDING",
        /// It may send faster now.
        ThroughputUpgrade = "THROUGHPUT_UPGRADE",
        /// Customers do not like its messages. Older notifications only.
        Flagged = "FLAGGED",
        /// That is over. Older notifications only.
        Unflagged = "UNFLAGGED",
        /// It may write to more customers. Older notifications only.
        Upgrade = "UPGRADE",
        /// It may write to fewer customers. Older notifications only.
        Downgrade = "DOWNGRADE",
    }
}

words! {
    /// What became of a display name (`decision`).
    pub enum NameDecision {
        /// It is shown from now on.
        Approved = "APPROVED",
        /// It was refused.
        Rejected = "REJECTED",
        /// It is still being judged.
        Pending = "PENDING",
        /// It was put off.
        Deferred = "DEFERRED",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Quality {
    display_phone_number: Option<Redacted<Box<str>>>,
    event: PhoneNumberEvent,
    current_limit: Option<MessagingLimit>,
    old_limit: Option<MessagingLimit>,
    business_limit: Option<MessagingLimit>,
}

#[derive(Clone, Debug, PartialEq)]
struct Name {
    display_phone_number: Option<Redacted<Box<str>>>,
    decision: NameDecision,
    requested: Option<Redacted<Box<str>>>,
    rejection_reason: Option<Redacted<Box<str>>>,
}

impl PhoneNumberQualityUpdate {
    /// The business phone number, in digits (`display_phone_number`).
    #[must_use]
    pub fn display_phone_number(&self) -> Option<&str> {
        self.content.display_phone_number.as_deref()
    }

    /// What happened.
    #[must_use]
    pub fn event(&self) -> &PhoneNumberEvent {
        &self.content.event
    }

    /// The limit from now on (`current_limit`).
    #[must_use]
    pub fn current_limit(&self) -> Option<&MessagingLimit> {
        self.content.current_limit.as_ref()
    }

    /// The limit before (`old_limit`).
    #[must_use]
    pub fn old_limit(&self) -> Option<&MessagingLimit> {
        self.content.old_limit.as_ref()
    }

    /// The limit of the whole business (`max_daily_conversations_per_business`).
    #[must_use]
    pub fn business_limit(&self) -> Option<&MessagingLimit> {
        self.content.business_limit.as_ref()
    }
}

impl PhoneNumberNameUpdate {
    /// The business phone number, in digits (`display_phone_number`).
    #[must_use]
    pub fn display_phone_number(&self) -> Option<&str> {
        self.content.display_phone_number.as_deref()
    }

    /// What became of the name.
    #[must_use]
    pub fn decision(&self) -> &NameDecision {
        &self.content.decision
    }

    /// The name that was asked for (`requested_verified_name`).
    #[must_use]
    pub fn requested_name(&self) -> Option<&str> {
        self.content.requested.as_deref()
    }

    /// Why it was refused (`rejection_reason`).
    #[must_use]
    pub fn rejection_reason(&self) -> Option<&str> {
        self.content.rejection_reason.as_deref()
    }
}

impl Quality {
    fn read(value: &Object<'_>) -> Option<Self> {
        let limit = |name| value.get(name).and_then(MessagingLimit::read);
        Some(Self {
            display_phone_number: value.private_id("display_phone_number"),
            event: value.word("event")?,
            current_limit: limit("current_limit"),
            old_limit: limit("old_limit"),
            business_limit: limit("max_daily_conversations_per_business"),
        })
    }
}

impl Name {
    fn read(value: &Object<'_>) -> Option<Self> {
        Some(Self {
            display_phone_number: value.private_id("display_phone_number"),
            decision: value.word("decision")?,
            requested: value.private("requested_verified_name"),
            rejection_reason: value.private("rejection_reason"),
        })
    }
}
