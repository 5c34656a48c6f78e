//! What is paid and what is taken off.

use super::super::members::Members;
use crate::definition::{limits, value};
use crate::writer::ValueWriter;

/// A sum of the order's currency, in hundredths of its unit: 12.34 rupees are `Amount::hundredths(1234)`.
///
/// Not in thousandths, as a [`Currency`](crate::Currency) of the body is.
///
/// # Example
///
/// ```
/// use wa_template::Amount;
///
/// let price = Amount::hundredths(1234);
/// assert_eq!(price.as_hundredths(), 1234);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(i64);

impl Amount {
    /// A sum in hundredths. `build()` refuses negative ones.
    #[must_use]
    pub const fn hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// The sum in hundredths.
    #[must_use]
    pub const fn as_hundredths(self) -> i64 {
        self.0
    }

    pub(super) fn write(self, members: &mut Members<'_, '_>) {
        members.number("value", self.0);
        // The only offset that the platform knows: hundredths.
        members.number("offset", 100);
    }
}

/// The tax or the shipping of an order: a sum, and perhaps what it is for. An [`Amount`] alone becomes one by itself.
///
/// # Example
///
/// ```
/// use wa_template::{Amount, OrderCharge};
///
/// let tax = OrderCharge::new(Amount::hundredths(500)).description("GST");
/// # let _ = tax;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[must_use]
pub struct OrderCharge {
    pub(super) amount: Amount,
    description: Option<String>,
}

impl OrderCharge {
    /// A sum without description.
    pub fn new(amount: Amount) -> Self {
        Self { amount, description: None }
    }

    /// What it is for, in at most 60 characters (`payments/payments-in/orderdetailstemplate`, October 2025).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// `key` is `tax` or `shipping`.
    pub(super) fn check(&self, key: &str, writer: &mut ValueWriter<'_>) {
        description(writer, format_args!("order.{key}.description"), self.description.as_deref());
    }

    pub(super) fn write(&self, members: &mut Members<'_, '_>) {
        self.amount.write(members);
        members.optional_text("description", self.description.as_deref());
    }
}

impl From<Amount> for OrderCharge {
    fn from(amount: Amount) -> Self {
        Self::new(amount)
    }
}

/// What is taken off an order: a sum, and perhaps why. An [`Amount`] alone becomes one by itself.
///
/// # Example
///
/// ```
/// use wa_template::{Amount, OrderDiscount};
///
/// let discount = OrderDiscount::new(Amount::hundredths(15_000)).description("10% off").program_name("Diwali");
/// # let _ = discount;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[must_use]
pub struct OrderDiscount {
    pub(super) amount: Amount,
    description: Option<String>,
    program_name: Option<String>,
}

impl OrderDiscount {
    /// A sum, which is zero or more although it is taken off.
    pub fn new(amount: Amount) -> Self {
        Self { amount, description: None, program_name: None }
    }

    /// Why, in at most 60 characters (`payments/payments-in/orderdetailstemplate`, October 2025).
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The name of the programme to which it belongs (`discount_program_name`), in at most 60 characters
    /// (`payments/payments-in/orderdetailstemplate`, October 2025).
    pub fn program_name(mut self, name: impl Into<String>) -> Self {
        self.program_name = Some(name.into());
        self
    }

    pub(super) fn check(&self, writer: &mut ValueWriter<'_>) {
        description(writer, "order.discount.description", self.description.as_deref());
        description(writer, "order.discount.discount_program_name", self.program_name.as_deref());
    }

    pub(super) fn write(&self, members: &mut Members<'_, '_>) {
        self.amount.write(members);
        members.optional_text("description", self.description.as_deref());
        members.optional_text("discount_program_name", self.program_name.as_deref());
    }
}

impl From<Amount> for OrderDiscount {
    fn from(amount: Amount) -> Self {
        Self::new(amount)
    }
}

fn description(writer: &mut ValueWriter<'_>, key: impl std::fmt::Display, text: Option<&str>) {
    let place = writer.place();
    let limit = limits::ORDER_DESCRIPTION;
    writer.problem(text.and_then(|text| value::order_description(key, text, limit, &place)));
}
