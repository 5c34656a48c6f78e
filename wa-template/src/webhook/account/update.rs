//! What happened to an account.

use std::time::SystemTime;

use super::account_report;
use crate::webhook::json::{Json, Object};
use crate::webhook::redacted::{Keyword, Redacted};
use crate::webhook::word::words;

account_report! {
    /// Something happened to an account (`account_update`): restricted, disabled, deleted, shared, …
    ///
    /// What goes with an event and has no accessor here is in [`raw`](Self::raw), below the names that the page gives.
    /// Source: `webhooks/reference/account_update`, Sep 2026.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{AccountEvent, Event, Notification};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "time": 1751247548, "changes": [{
    ///     "field": "account_update",
    ///     "value": { "event": "ACCOUNT_RESTRICTION", "restriction_info": [
    ///         { "restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": 1751334000 }
    ///     ] }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_account_update).expect("there is an update");
    /// assert_eq!(*update.event(), AccountEvent::AccountRestriction);
    /// assert!(update.restrictions().iter().any(|restriction| restriction.forbids_templates()));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct AccountUpdate(Update);
}

words! {
    /// What happened to an account (`event`).
    pub enum AccountEvent {
        /// It was deleted.
        AccountDeleted = "ACCOUNT_DELETED",
        /// It left the platform.
        AccountOffboarded = "ACCOUNT_OFFBOARDED",
        /// It came back to the platform.
        AccountReconnected = "ACCOUNT_RECONNECTED",
        /// It may not do something for a while; see [`AccountUpdate::restrictions`].
        AccountRestriction = "ACCOUNT_RESTRICTION",
        /// It violated a policy; see [`AccountUpdate::violation_type`].
        AccountViolation = "ACCOUNT_VIOLATION",
        /// An ad account was linked.
        AdAccountLinked = "AD_ACCOUNT_LINKED",
        /// The international rate for one-time codes applies to it, or no longer does.
        AuthIntlPriceEligibilityUpdate = "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
        /// The country that the business is mainly in changed; see [`AccountUpdate::country`].
        BusinessPrimaryLocationCountryUpdate = "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
        /// It was disabled, or is no longer; see [`AccountUpdate::ban_state`].
        DisabledUpdate = "DISABLED_UPDATE",
        /// The terms of the Marketing Messages API were accepted.
        MmLiteTermsSigned = "MM_LITE_TERMS_SIGNED",
        /// It was shared with a partner.
        PartnerAdded = "PARTNER_ADDED",
        /// It is no longer shared with a partner.
        PartnerRemoved = "PARTNER_REMOVED",
        /// A partner's app was installed.
        PartnerAppInstalled = "PARTNER_APP_INSTALLED",
        /// A partner's app was removed.
        PartnerAppUninstalled = "PARTNER_APP_UNINSTALLED",
        /// A partner's client was certified, or is no longer.
        PartnerClientCertificationStatusUpdate = "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
        /// It reached another volume discount; see [`AccountUpdate::volume_tier`].
        VolumeBasedPricingTierUpdate = "VOLUME_BASED_PRICING_TIER_UPDATE",
    }
}

words! {
    /// What an account may not do (`restriction_type`).
    pub enum RestrictionType {
        /// Write to customers first, that is, send templates.
        BizInitiatedMessaging = "RESTRICTED_BIZ_INITIATED_MESSAGING",
        /// Answer customers.
        CustomerInitiatedMessaging = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING",
        /// Add phone numbers.
        AddPhoneNumber = "RESTRICTED_ADD_PHONE_NUMBER_ACTION",
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Update {
    event: AccountEvent,
    restrictions: Vec<AccountRestriction>,
    violation_type: Option<Keyword>,
    ban_state: Option<Keyword>,
    ban_date: Option<Redacted<Box<str>>>,
    country: Option<Keyword>,
    volume_tier: Option<VolumeTier>,
}

/// Something that an account may not do (`restriction_info`).
#[derive(Clone, Debug, PartialEq)]
pub struct AccountRestriction {
    kind: RestrictionType,
    expiration: Option<SystemTime>,
    remediation: Option<Redacted<Box<str>>>,
}

/// A volume discount that an account reached (`volume_tier_info`).
#[derive(Clone, Debug, PartialEq)]
pub struct VolumeTier {
    tier: Option<Redacted<Box<str>>>,
    pricing_category: Option<Keyword>,
    region: Option<Redacted<Box<str>>>,
    effective_month: Option<Redacted<Box<str>>>,
    updated: Option<SystemTime>,
}

impl AccountUpdate {
    /// What happened.
    #[must_use]
    pub fn event(&self) -> &AccountEvent {
        &self.content.event
    }

    /// What the account may not do (`restriction_info`).
    #[must_use]
    pub fn restrictions(&self) -> &[AccountRestriction] {
        &self.content.restrictions
    }

    /// Which policy was violated (`violation_info.violation_type`), such as `ADULT`.
    #[must_use]
    pub fn violation_type(&self) -> Option<&str> {
        self.content.violation_type.as_deref()
    }

    /// Whether the account is disabled (`ban_info.waba_ban_state`): `SCHEDULE_FOR_DISABLE`, `DISABLE`, `REINSTATE`.
    #[must_use]
    pub fn ban_state(&self) -> Option<&str> {
        self.content.ban_state.as_deref()
    }

    /// Since when, in words (`ban_info.waba_ban_date`), such as `April 17, 2025`.
    #[must_use]
    pub fn ban_date(&self) -> Option<&str> {
        self.content.ban_date.as_deref()
    }

    /// The country that the business is mainly in (`country`), in two letters.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        self.content.country.as_deref()
    }

    /// The volume discount (`volume_tier_info`).
    #[must_use]
    pub fn volume_tier(&self) -> Option<&VolumeTier> {
        self.content.volume_tier.as_ref()
    }
}

impl AccountRestriction {
    /// What the account may not do (`restriction_type`).
    #[must_use]
    pub fn kind(&self) -> &RestrictionType {
        &self.kind
    }

    /// Whether no template can be sent.
    #[must_use]
    pub fn forbids_templates(&self) -> bool {
        self.kind == RestrictionType::BizInitiatedMessaging
    }

    /// When the restriction ends (`expiration`), to the second.
    #[must_use]
    pub fn expiration(&self) -> Option<SystemTime> {
        self.expiration
    }

    /// What to do about it, in words (`remediation`).
    #[must_use]
    pub fn remediation(&self) -> Option<&str> {
        self.remediation.as_deref()
    }

    fn read(restriction: &Object<'_>) -> Option<Self> {
        Some(Self {
            kind: restriction.word("restriction_type")?,
            expiration: restriction.seconds("expiration"),
            remediation: restriction.private("remediation"),
        })
    }
}

impl VolumeTier {
    /// From how many to how many messages, such as `25000001:50000000` (`tier`).
    #[must_use]
    pub fn tier(&self) -> Option<&str> {
        self.tier.as_deref()
    }

    /// For which category of templates, such as `UTILITY` (`pricing_category`).
    #[must_use]
    pub fn pricing_category(&self) -> Option<&str> {
        self.pricing_category.as_deref()
    }

    /// For recipients where (`region`).
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// In which month, such as `2025-11` (`effective_month`).
    #[must_use]
    pub fn effective_month(&self) -> Option<&str> {
        self.effective_month.as_deref()
    }

    /// When the tier was reached (`tier_update_time`), to the second.
    #[must_use]
    pub fn updated(&self) -> Option<SystemTime> {
        self.updated
    }

    fn read(info: &Object<'_>) -> Self {
        Self {
            tier: info.private_id("tier"),
            pricing_category: info.text("pricing_category").map(Keyword::of),
            region: info.private_id("region"),
            effective_month: info.private_id("effective_month"),
            updated: info.seconds("tier_update_time"),
        }
    }
}

impl Update {
    fn read(value: &Object<'_>) -> Option<Self> {
        let restrictions = value.items("restriction_info").filter_map(Json::object);
        let ban = value.object("ban_info");
        let ban = ban.as_ref();
        Some(Self {
            event: value.word("event")?,
            restrictions: restrictions.filter_map(|info| AccountRestriction::read(&info)).collect(),
            violation_type: value
                .object("violation_info")
                .and_then(|info| Some(Keyword::of(info.text("violation_type")?))),
            ban_state: ban.and_then(|ban| ban.text("waba_ban_state")).map(Keyword::of),
            ban_date: ban.and_then(|ban| ban.private("waba_ban_date")),
            country: value.text("country").map(Keyword::of),
            volume_tier: value.object("volume_tier_info").map(|info| VolumeTier::read(&info)),
        })
    }
}
