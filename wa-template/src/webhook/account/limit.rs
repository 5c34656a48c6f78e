//! How many customers may be written to in a day.

use std::fmt;

use crate::webhook::json::Json;
use crate::webhook::redacted::Keyword;

/// How many customers may be written to first within 24 hours.
///
/// Given as a tier such as `TIER_2K`, or as a number. Sources: messaging-limits, Sep 2026;
/// `webhooks/reference/business_capability_update`, late 2025, whose table has tiers and whose sample has a number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct MessagingLimit(Box<str>);

impl MessagingLimit {
    /// The limit as it came: `TIER_250`, `TIER_2K`, `TIER_UNLIMITED`, `2000`, `-1`, …
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many customers; `None` if there is no limit, or if the word is not known.
    #[must_use]
    pub fn customers(&self) -> Option<u64> {
        let number = self.0.strip_prefix("TIER_").unwrap_or(&self.0);
        match number.strip_suffix('K') {
            Some(thousands) => thousands.parse::<u64>().ok()?.checked_mul(1_000),
            None => number.parse().ok(),
        }
    }

    /// Whether there is no limit.
    #[must_use]
    pub fn is_unlimited(&self) -> bool {
        matches!(&*self.0, "TIER_UNLIMITED" | "UNLIMITED" | "-1")
    }

    pub(super) fn read(limit: Json<'_>) -> Option<Self> {
        limit.id().map(Self)
    }
}

impl fmt::Debug for MessagingLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.customers() {
            Some(customers) => write!(f, "{customers}"),
            None if self.is_unlimited() => f.write_str("unlimited"),
            None => Keyword::fmt(&self.0, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_and_numbers_are_limits() {
        for (limit, customers, is_unlimited) in [
            ("TIER_50", Some(50), false),
            ("TIER_250", Some(250), false),
            ("TIER_100K", Some(100_000), false),
            ("TIER_UNLIMITED", None, true),
            ("2000", Some(2_000), false),
            ("-1", None, true),
            ("TIER_NOT_SET", None, false),
            ("TIER_99999999999999999999K", None, false),
        ] {
            let limit = MessagingLimit(limit.into());
            assert_eq!(limit.customers(), customers, "{}", limit.as_str());
            assert_eq!(limit.is_unlimited(), is_unlimited, "{}", limit.as_str());
        }
    }
}
