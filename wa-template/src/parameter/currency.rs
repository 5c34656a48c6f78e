//! Sums of money.

use crate::definition::value;
use crate::writer::ValueWriter;

/// A sum of money in the body.
///
/// The Cloud API always shows the text; clients of the On-Premises API format the amount for the customer's locale
/// (`messages/template-messages`).
///
/// # Example
///
/// ```
/// use wa_template::Currency;
///
/// let price = Currency::new("USD", 100_990, "$100.99");
/// assert_eq!(price.fallback(), "$100.99");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Currency {
    code: String,
    amount_1000: i64,
    fallback: String,
}

impl Currency {
    /// A sum: its ISO 4217 code, the amount in *thousandths* of the unit (100.99 dollars are 100 990), and the text
    /// that is shown. `build()` refuses a code that is not three upper-case letters.
    #[must_use]
    pub fn new(code: impl Into<String>, thousandths: i64, fallback: impl Into<String>) -> Self {
        Self { code: code.into(), amount_1000: thousandths, fallback: fallback.into() }
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The amount in thousandths of the unit.
    #[must_use]
    pub fn thousandths(&self) -> i64 {
        self.amount_1000
    }

    /// The text that is shown.
    #[must_use]
    pub fn fallback(&self) -> &str {
        &self.fallback
    }

    pub(crate) fn write(&self, writer: &mut ValueWriter<'_>) {
        writer.instead_of_text();
        writer.problem(value::currency(&self.code, &writer.place()));
        writer.raw("\"type\":\"currency\",\"currency\":{\"fallback_value\":\"");
        writer.text(&self.fallback);
        writer.raw("\",\"code\":\"");
        writer.unchecked_text(&self.code);
        writer.raw("\",\"amount_1000\":");
        writer.number(self.amount_1000);
        writer.raw("}");
    }
}
