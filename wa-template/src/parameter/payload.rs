//! What comes back when a quick reply is tapped.

use super::TextParameter;
use crate::writer::{ValueWriter, Writer};

/// A value that can be the payload of a quick reply: any text, an enum that derives
/// [`WaPayload`](macro@crate::WaPayload), or an `Option` of one. Without a payload the button's label comes back.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of a quick reply",
    label = "neither a text nor an enum of answers",
    note = "use a string, an integer, or an enum with `#[derive(WaPayload)]`",
    note = "a type parameter needs the bound `wa_template::PayloadParameter`"
)]
pub trait PayloadParameter {
    #[doc(hidden)]
    fn write_payload(&self, writer: &mut ValueWriter<'_>);

    /// Whether the payload is left out, so that the label comes back.
    #[doc(hidden)]
    fn is_absent(&self) -> bool {
        false
    }

    /// Fills the next slot with it. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>) {
        if self.is_absent() {
            writer.skip();
        } else {
            writer.slot(|writer| self.write_payload(writer));
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: TextParameter + ?Sized> PayloadParameter for T {
    fn write_payload(&self, writer: &mut ValueWriter<'_>) {
        self.with_text(|text| writer.payload(text));
    }
}

/// `None` leaves the payload out.
#[diagnostic::do_not_recommend]
impl<T: PayloadParameter> PayloadParameter for Option<T> {
    fn write_payload(&self, writer: &mut ValueWriter<'_>) {
        if let Some(payload) = self {
            payload.write_payload(writer);
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(PayloadParameter::is_absent)
    }
}
