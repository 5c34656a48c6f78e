//! What proves who the customer is.

use crate::definition::value;
use crate::writer::{ValueWriter, Writer};

/// A value that can be a one-time code: a text of at most 15 characters (`templates/authentication-templates`,
/// June 2026).
///
/// Everything with `AsRef<str>` is one: strings of all kinds and types of your own. Integers are not: `042` and `42`
/// are the same number, but not the same code.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a one-time code",
    label = "not a text",
    note = "use a string, or implement `AsRef<str>` for a type of your own",
    note = "a number has lost its leading zeros: keep the code as the text that the customer types"
)]
pub trait OneTimeCodeParameter {
    #[doc(hidden)]
    fn write_one_time_code(&self, writer: &mut ValueWriter<'_>);

    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        writer.slot(|writer| self.write_one_time_code(writer));
    }
}

#[diagnostic::do_not_recommend]
impl<T: AsRef<str> + ?Sized> OneTimeCodeParameter for T {
    fn write_one_time_code(&self, writer: &mut ValueWriter<'_>) {
        let code = self.as_ref();
        let place = writer.place();
        writer.problem(value::one_time_code(code, &place));
        writer.unchecked_text(code);
    }
}
