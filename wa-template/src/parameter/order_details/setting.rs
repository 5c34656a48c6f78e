//! How an order can be paid.

use serde_json::Value;

use super::super::members::object;
use crate::definition::value;
use crate::writer::ValueWriter;

/// A way to pay an order: one element of `payment_settings`.
///
/// # Example
///
/// ```
/// use serde_json::json;
/// use wa_template::{PaymentGateway, PaymentSetting, PixKey};
///
/// let in_india = PaymentSetting::payment_gateway(PaymentGateway::Razorpay, "prod-razor-pay-config-05");
/// let in_brazil =
///     PaymentSetting::pix_dynamic_code("00020101021226700014br", "Lucky Shrub", PixKey::cnpj("11222333000181"));
/// // What this crate does not know yet.
/// let other = PaymentSetting::other(json!({ "type": "by_cheque", "by_cheque": {} }));
/// # let _ = (in_india, in_brazil, other);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentSetting(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Its type, and the texts of the object under that name.
    Known(&'static str, Vec<(&'static str, String)>),
    Other(Value),
}

/// A payment gateway of India (`payments/payments-in/pg`, May 2026).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PaymentGateway {
    /// Razorpay.
    Razorpay,
    /// `PayU`.
    PayU,
    /// `BillDesk`.
    BillDesk,
    /// Zaakpay.
    Zaakpay,
}

/// By which the account is known that receives a Pix payment (`payments/payments-br/orderdetailstemplate`, June 2026).
///
/// # Example
///
/// ```
/// use wa_template::PixKey;
///
/// let by_mail = PixKey::email("pix@example.com");
/// # let _ = by_mail;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PixKey {
    key_type: &'static str,
    key: String,
}

impl PaymentSetting {
    /// India: through a payment gateway, by the name of its configuration, at most 60 characters
    /// (`payments/payments-in/pg`, May 2026).
    #[must_use]
    pub fn payment_gateway(gateway: PaymentGateway, configuration_name: impl Into<String>) -> Self {
        let members =
            [("type", gateway.as_str().to_owned()), ("configuration_name", configuration_name.into())];
        Self::known("payment_gateway", members)
    }

    /// India: by a UPI intent, `upi://pay?…`.
    #[must_use]
    pub fn upi_intent_link(link: impl Into<String>) -> Self {
        Self::known("upi_intent_link", [("link", link.into())])
    }

    /// Brazil: by a Pix code that the customer copies, with the name of who is paid and the key of the account.
    #[must_use]
    pub fn pix_dynamic_code(code: impl Into<String>, merchant_name: impl Into<String>, key: PixKey) -> Self {
        let members = [
            ("code", code.into()),
            ("merchant_name", merchant_name.into()),
            ("key", key.key),
            ("key_type", key.key_type.to_owned()),
        ];
        Self::known("pix_dynamic_code", members)
    }

    /// On a page, by its absolute `http` or `https` address.
    #[must_use]
    pub fn payment_link(uri: impl Into<String>) -> Self {
        Self::known("payment_link", [("uri", uri.into())])
    }

    /// Brazil: by a boleto, given by its line of digits.
    #[must_use]
    pub fn boleto(digitable_line: impl Into<String>) -> Self {
        Self::known("boleto", [("digitable_line", digitable_line.into())])
    }

    /// Brazil: by a card that the business has stored, given by its last four digits and the business's id of it.
    #[must_use]
    pub fn offsite_card_pay(last_four_digits: impl Into<String>, credential_id: impl Into<String>) -> Self {
        let members =
            [("last_four_digits", last_four_digits.into()), ("credential_id", credential_id.into())];
        Self::known("offsite_card_pay", members)
    }

    /// Anything else that the platform takes, sent as it is: an object with a `type`.
    #[must_use]
    pub fn other(json: impl Into<Value>) -> Self {
        Self(Kind::Other(json.into()))
    }

    fn known<const N: usize>(kind: &'static str, members: [(&'static str, String); N]) -> Self {
        Self(Kind::Known(kind, members.into()))
    }

    pub(super) fn check(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        writer.problem(match &self.0 {
            Kind::Known(kind, members) => {
                let member = |key: &str| {
                    members.iter().find(|(known, _)| *known == key).map(|(_, text)| text.as_str())
                };
                value::payment(kind, member, &place)
            }
            Kind::Other(json) => value::payment_setting(json, &place),
        });
    }

    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        match &self.0 {
            Kind::Known(kind, texts) => object(writer, |members| {
                members.text("type", kind);
                members.object(kind, |members| {
                    for (key, text) in texts {
                        members.text(key, text);
                    }
                });
            }),
            Kind::Other(json) => writer.raw(&json.to_string()),
        }
    }
}

impl PaymentGateway {
    fn as_str(self) -> &'static str {
        match self {
            Self::Razorpay => "razorpay",
            Self::PayU => "payu",
            Self::BillDesk => "billdesk",
            Self::Zaakpay => "zaakpay",
        }
    }
}

macro_rules! pix_keys {
    ($($(#[$doc:meta])* $function:ident: $key_type:literal,)*) => {
        impl PixKey {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $function(key: impl Into<String>) -> Self {
                    Self { key_type: $key_type, key: key.into() }
                }
            )*
        }
    };
}

pix_keys! {
    /// The tax number of a person.
    cpf: "CPF",
    /// The tax number of a company.
    cnpj: "CNPJ",
    /// A mail address.
    email: "EMAIL",
    /// A phone number.
    phone: "PHONE",
    /// A random key.
    evp: "EVP",
}
