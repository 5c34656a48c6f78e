//! What a business may do.

use super::{MessagingLimit, account_report};
use crate::webhook::json::Object;

account_report! {
    /// The limits of a business changed (`business_capability_update`).
    ///
    /// Source: `webhooks/reference/business_capability_update`, late 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "entry": [{ "id": "102290129340398", "changes": [{
    ///     "field": "business_capability_update",
    ///     "value": { "max_daily_conversations_per_business": "TIER_2K", "max_phone_numbers_per_waba": 25 }
    /// }] }] }"#.parse()?;
    ///
    /// let update = notification.events().find_map(Event::as_business_capability).expect("there is an update");
    /// assert_eq!(update.messaging_limit().and_then(|limit| limit.customers()), Some(2_000));
    /// assert_eq!(update.max_phone_numbers_per_waba(), Some(25));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct BusinessCapabilityUpdate(Capability);
}

#[derive(Clone, Debug, PartialEq)]
struct Capability {
    limit: Option<MessagingLimit>,
    limit_per_phone: Option<MessagingLimit>,
    phone_numbers_per_waba: Option<u64>,
    phone_numbers_per_business: Option<u64>,
}

impl BusinessCapabilityUpdate {
    /// How many customers the whole business may write to first within 24 hours
    /// (`max_daily_conversations_per_business`).
    #[must_use]
    pub fn messaging_limit(&self) -> Option<&MessagingLimit> {
        self.content.limit.as_ref()
    }

    /// The same for each phone number (`max_daily_conversation_per_phone`); older notifications only.
    #[must_use]
    pub fn messaging_limit_per_phone(&self) -> Option<&MessagingLimit> {
        self.content.limit_per_phone.as_ref()
    }

    /// How many phone numbers an account may have (`max_phone_numbers_per_waba`).
    #[must_use]
    pub fn max_phone_numbers_per_waba(&self) -> Option<u64> {
        self.content.phone_numbers_per_waba
    }

    /// How many phone numbers the business may have (`max_phone_numbers_per_business`).
    #[must_use]
    pub fn max_phone_numbers_per_business(&self) -> Option<u64> {
        self.content.phone_numbers_per_business
    }
}

impl Capability {
    fn read(value: &Object<'_>) -> Option<Self> {
        let limit = |name| value.get(name).and_then(MessagingLimit::read);
        let capability = Self {
            limit: limit("max_daily_conversations_per_business"),
            limit_per_phone: limit("max_daily_conversation_per_phone"),
            phone_numbers_per_waba: value.number("max_phone_numbers_per_waba"),
            phone_numbers_per_business: value.number("max_phone_numbers_per_business"),
        };
        let is_empty = capability.limit.is_none()
            && capability.limit_per_phone.is_none()
            && capability.phone_numbers_per_waba.is_none()
            && capability.phone_numbers_per_business.is_none();
        (!is_empty).then_some(capability)
    }
}
