//! What the customer copies.

use super::TextParameter;
use crate::definition::{limits, value};
use crate::writer::{ValueWriter, Writer};

/// A value that can be the coupon code of a copy-code button: any text of ASCII letters and digits, at most 20
/// (`templates/marketing-templates/coupon-templates`, December 2025) or 15 in a limited-time offer
/// (`templates/marketing-templates/limited-time-offer-templates`, May 2026).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a coupon code",
    label = "not a text",
    note = "use a string or an integer; wrap a type with `Display` in `wa_template::Displayed`",
    note = "a copy-code button always needs a code: for an `Option` decide what the customer copies when it is `None`"
)]
pub trait CouponCodeParameter {
    #[doc(hidden)]
    fn write_coupon_code(&self, writer: &mut ValueWriter<'_>);

    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        writer.slot(|writer| self.write_coupon_code(writer));
    }
}

#[diagnostic::do_not_recommend]
impl<T: TextParameter + ?Sized> CouponCodeParameter for T {
    fn write_coupon_code(&self, writer: &mut ValueWriter<'_>) {
        self.with_text(|code| {
            // A limited-time offer sets another limit, by the filled-in text to which its piece belongs.
            let limit = writer.limit().unwrap_or(limits::COUPON_CODE);
            let place = writer.place();
            writer.problem(value::coupon_code(code, limit, &place));
            writer.unchecked_text(code);
        });
    }
}
