//! What a payment-request button asks for.

use super::members::Members;
use crate::definition::value;
use crate::writer::{ValueWriter, Writer};

/// What a payment-request button asks for (`payments/payments-br/payment-request-cta`, June 2026). It must be of the
/// method for which the button was created.
///
/// # Example
///
/// ```
/// use wa_template::PaymentRequest;
///
/// let by_pix = PaymentRequest::pix_dynamic_code("00020101021226700014br.gov.bcb.pix");
/// let by_link = PaymentRequest::payment_link("https://pay.example.com/7");
/// # let _ = (by_pix, by_link);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PaymentRequest {
    kind: &'static str,
    key: &'static str,
    text: String,
}

impl PaymentRequest {
    /// A Pix code, which the customer copies.
    #[must_use]
    pub fn pix_dynamic_code(code: impl Into<String>) -> Self {
        Self { kind: "pix_dynamic_code", key: "code", text: code.into() }
    }

    /// A boleto by its line of digits, which the customer copies.
    #[must_use]
    pub fn boleto(digitable_line: impl Into<String>) -> Self {
        Self { kind: "boleto", key: "digitable_line", text: digitable_line.into() }
    }

    /// A page on which the customer pays, by its absolute `http` or `https` address.
    #[must_use]
    pub fn payment_link(uri: impl Into<String>) -> Self {
        Self { kind: "payment_link", key: "uri", text: uri.into() }
    }

    pub(crate) fn write(&self, wanted: &str, writer: &mut ValueWriter<'_>) {
        let member = |key: &str| Some(self.text.as_str()).filter(|_| key == self.key);
        let place = writer.place();
        let broken = value::payment(self.kind, member, &place);
        writer.problem(broken.or_else(|| value::payment_of_another_kind(self.kind, wanted, &place)));
        let mut members = Members::new(writer);
        members.text("type", self.kind);
        members.object(self.kind, |members| members.text(self.key, &self.text));
    }
}

/// A value that can be what a payment-request button asks for: [`PaymentRequest`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be what a payment-request button asks for",
    label = "not a `PaymentRequest`",
    note = "use `wa_template::PaymentRequest`: `::pix_dynamic_code(\"…\")`, `::boleto(\"…\")` or `::payment_link(\"https://…\")`"
)]
pub trait PaymentRequestParameter {
    #[doc(hidden)]
    fn payment_request(&self) -> &PaymentRequest;

    /// Fills the next slot with it, that of a button made for this kind. Called by what the derive writes.
    #[doc(hidden)]
    fn fill_slot(&self, writer: &mut Writer<'_>, kind: &str) {
        writer.slot(|writer| self.payment_request().write(kind, writer));
    }
}

#[diagnostic::do_not_recommend]
impl PaymentRequestParameter for PaymentRequest {
    fn payment_request(&self) -> &PaymentRequest {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: PaymentRequestParameter + ?Sized> PaymentRequestParameter for &T {
    fn payment_request(&self) -> &PaymentRequest {
        (**self).payment_request()
    }
}
