//! What fills a placeholder of the body.

use super::{Currency, DateTime, TextParameter};
use crate::writer::Writer;

/// A value that can stand for a placeholder of the body: any text, a [`Currency`], a [`DateTime`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder of the body",
    label = "neither a text nor a `Currency` nor a `DateTime`",
    note = "use a string, an integer or `char`; wrap a type with `Display` in `wa_template::Displayed`",
    note = "a placeholder always needs a value: for an `Option` decide what the customer reads when it is `None`"
)]
pub trait BodyParameter {
    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>);
}

// Without these attributes rustc lists the impls below every mistake; the notes above say it better.
#[diagnostic::do_not_recommend]
impl<T: TextParameter + ?Sized> BodyParameter for T {
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        self.with_text(|text| writer.text(text));
    }
}

#[diagnostic::do_not_recommend]
impl BodyParameter for Currency {
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        writer.slot(|writer| self.write(writer));
    }
}

#[diagnostic::do_not_recommend]
impl BodyParameter for &Currency {
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        writer.slot(|writer| self.write(writer));
    }
}

#[diagnostic::do_not_recommend]
impl BodyParameter for DateTime {
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        writer.slot(|writer| self.write(writer));
    }
}

#[diagnostic::do_not_recommend]
impl BodyParameter for &DateTime {
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        writer.slot(|writer| self.write(writer));
    }
}
