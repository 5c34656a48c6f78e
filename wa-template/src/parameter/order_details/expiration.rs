//! Until when an order can be paid.

use super::super::ExpirationParameter;
use super::super::members::Members;
use crate::definition::{limits, value};
use crate::writer::ValueWriter;

/// Until when an order can be paid: at least 300 seconds ahead, which only the platform checks
/// (`payments/payments-in/orderdetailstemplate`, October 2025).
///
/// # Example
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use wa_template::OrderExpiration;
///
/// let tomorrow = OrderExpiration::at(SystemTime::now() + Duration::from_secs(86_400));
/// let fixed = OrderExpiration::timestamp(1_726_627_150).description("The basket is emptied then");
/// # let _ = (tomorrow, fixed);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct OrderExpiration {
    /// `None` for a moment that cannot be written.
    seconds: Option<u64>,
    description: Option<String>,
}

impl OrderExpiration {
    /// At a moment; fractions of a second are dropped. `build()` refuses one before 1970.
    pub fn at(moment: impl ExpirationParameter) -> Self {
        Self {
            seconds: moment.unix_milliseconds().map(|milliseconds| milliseconds / 1_000),
            description: None,
        }
    }

    /// At a number of *seconds* since the beginning of 1970, UTC.
    pub fn timestamp(seconds: u64) -> Self {
        Self { seconds: Some(seconds), description: None }
    }

    /// What happens then, in at most 120 characters (`payments/payments-in/orderdetailstemplate`, October 2025).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    pub(super) fn check(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        writer.problem(value::expiration(self.seconds, &place));
        if let Some(description) = &self.description {
            let (key, limit) = ("order.expiration.description", limits::ORDER_EXPIRATION_DESCRIPTION);
            writer.problem(value::order_description(key, description, limit, &place));
        }
    }

    pub(super) fn write(&self, members: &mut Members<'_, '_>) {
        // A string, unlike the milliseconds of an offer.
        members.text("timestamp", &self.seconds.unwrap_or_default().to_string());
        members.optional_text("description", self.description.as_deref());
    }
}
