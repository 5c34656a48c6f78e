//! What a message costs.

use crate::webhook::json::{Malformed, Reader};
use crate::webhook::word::{Word, words};

/// How a message is charged (`pricing`).
///
/// Present on `sent` and one of `delivered` and `read`. Sources: webhooks/reference/messages/status and pricing,
/// Sep 2026; groups/pricing, late 2025.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pricing {
    is_billable: Option<bool>,
    model: Option<PricingModel>,
    kind: Option<PricingKind>,
    category: Option<PricingCategory>,
}

words! {
    /// What is charged (`pricing_model`).
    pub enum PricingModel {
        /// Each conversation; until 30 June 2025.
        PerConversation = "CBP",
        /// Each message; since 1 July 2025.
        PerMessage = "PMP",
    }
}

words! {
    /// Whether a message is charged, and if not, why (`pricing.type`).
    pub enum PricingKind {
        /// It is charged.
        Regular = "regular",
        /// Free, because the customer wrote within the last 24 hours.
        FreeCustomerService = "free_customer_service",
        /// Free, because the conversation began at a free entry point.
        FreeEntryPoint = "free_entry_point",
    }
}

words! {
    /// The rate that applies (`pricing.category`).
    pub enum PricingCategory {
        /// A one-time code.
        Authentication = "authentication",
        /// A one-time code, at the international rate.
        AuthenticationInternational = "authentication-international" | "authentication_international",
        /// A marketing template.
        Marketing = "marketing",
        /// A marketing template by the Marketing Messages API.
        MarketingLite = "marketing_lite",
        /// A conversation that began at a free entry point.
        ReferralConversion = "referral_conversion",
        /// A message that is no template.
        Service = "service",
        /// A utility template.
        Utility = "utility",
        /// A marketing template to a group.
        GroupMarketing = "group_marketing",
        /// A utility template to a group.
        GroupUtility = "group_utility",
        /// A message to a group that is no template.
        GroupService = "group_service",
    }
}

impl Pricing {
    /// Whether the message is charged: derived from [`kind`](Self::kind), or `billable` where there is no kind.
    ///
    /// The platform is about to withdraw `billable` (pricing, Sep 2026).
    #[must_use]
    pub fn is_billable(&self) -> Option<bool> {
        match &self.kind {
            Some(PricingKind::Regular) => Some(true),
            Some(PricingKind::FreeCustomerService | PricingKind::FreeEntryPoint) => Some(false),
            Some(PricingKind::Other(_)) | None => self.is_billable,
        }
    }

    /// What is charged: each message or each conversation (`pricing_model`).
    #[must_use]
    pub fn model(&self) -> Option<&PricingModel> {
        self.model.as_ref()
    }

    /// Whether the message is charged, and if not, why (`type`); missing where conversations are charged.
    #[must_use]
    pub fn kind(&self) -> Option<&PricingKind> {
        self.kind.as_ref()
    }

    /// The rate that applies (`category`).
    #[must_use]
    pub fn category(&self) -> Option<&PricingCategory> {
        self.category.as_ref()
    }

    /// Reads the members of the object that comes next.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), Malformed> {
        reader.enter(b'{')?;
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first)? {
            match &*key {
                "billable" => self.is_billable = reader.value()?.truth(),
                "pricing_model" => self.model = reader.text()?.map(Word::of),
                "type" => self.kind = reader.text()?.map(Word::of),
                "category" => self.category = reader.text()?.map(Word::of),
                _ => drop(reader.value()?),
            }
        }
        Ok(())
    }
}
