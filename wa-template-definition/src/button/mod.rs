//! Buttons of a definition.

mod kinds;

use serde_json::{Map, Value};

pub use self::kinds::{Flow, OneTimePassword, OneTimePasswordKind, PaymentKind, SupportedApp};

use crate::Text;

/// One button.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    pub(crate) label: Option<String>,
    pub(crate) kind: ButtonKind,
    /// Keys beside those of the kind; of an unknown kind all keys.
    pub(crate) extra: Map<String, Value>,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ButtonKind {
    /// Sends an answer back to the business.
    QuickReply,
    /// Opens an address.
    Url {
        /// The address, with at most one placeholder at its end.
        url: Text,
        /// The sample: the value or the whole address.
        example: Option<String>,
    },
    /// Calls a number.
    PhoneNumber {
        /// The number.
        phone_number: String,
    },
    /// Copies a coupon code.
    CopyCode {
        /// A sample of the code.
        example: Option<String>,
    },
    /// Opens a flow.
    Flow(Flow),
    /// Opens the catalogue.
    Catalog,
    /// Opens a choice of products.
    MultiProduct,
    /// Opens the product of the header.
    SingleProduct,
    /// Calls the business over WhatsApp.
    VoiceCall,
    /// Shows an order and asks for its payment.
    OrderDetails,
    /// Asks for a payment.
    PaymentRequest {
        /// How.
        kind: PaymentKind,
        /// The whole setting, with samples of the values.
        setting: Map<String, Value>,
    },
    /// Asks for the customer's phone number.
    RequestContactInfo,
    /// Delivers a one-time code.
    OneTimePassword(OneTimePassword),
    /// A kind that this crate only passes through.
    Other,
}

impl Button {
    /// A button that sends an answer back.
    #[must_use]
    #[inline]
    pub fn quick_reply(label: impl Into<String>) -> Self {
        Self::new(label, ButtonKind::QuickReply)
    }

    /// A button that opens an address; `example` is the sample of its placeholder.
    #[must_use]
    #[inline]
    pub fn url(label: impl Into<String>, url: Text, example: Option<String>) -> Self {
        // Whatever its authored name, the placeholder of an address is `{{1}}`, also in a template with names.
        Self::new(label, ButtonKind::Url { url: url.numbered(), example })
    }

    /// A button that calls a number.
    #[must_use]
    #[inline]
    pub fn phone_number(label: impl Into<String>, phone_number: impl Into<String>) -> Self {
        Self::new(label, ButtonKind::PhoneNumber { phone_number: phone_number.into() })
    }

    /// A button that copies a coupon code; its label is the platform's.
    #[must_use]
    #[inline]
    pub fn copy_code(example: Option<String>) -> Self {
        Self { label: None, kind: ButtonKind::CopyCode { example }, extra: Map::new() }
    }

    /// A button that opens a flow.
    #[must_use]
    #[inline]
    pub fn flow(label: impl Into<String>, flow: Flow) -> Self {
        Self::new(label, ButtonKind::Flow(flow))
    }

    /// A button of a kind that is nothing but its label: [`ButtonKind::Catalog`], [`ButtonKind::MultiProduct`],
    /// [`ButtonKind::SingleProduct`], [`ButtonKind::VoiceCall`], [`ButtonKind::OrderDetails`].
    #[must_use]
    #[inline]
    pub fn labelled(label: impl Into<String>, kind: ButtonKind) -> Self {
        Self::new(label, kind)
    }

    /// A button that asks for a payment, with a sample of its value; the label follows from the kind.
    #[must_use]
    #[inline]
    pub fn payment_request(kind: PaymentKind, sample: &str) -> Self {
        let setting = kind.setting(sample);
        let label = kind.label().map(ToOwned::to_owned);
        Self { label, kind: ButtonKind::PaymentRequest { kind, setting }, extra: Map::new() }
    }

    /// A button that asks for the customer's phone number; its label is the platform's.
    #[must_use]
    #[inline]
    pub fn request_contact_info() -> Self {
        Self { label: None, kind: ButtonKind::RequestContactInfo, extra: Map::new() }
    }

    /// The button of a one-time code; without a label the platform supplies a translated one.
    #[must_use]
    #[inline]
    pub fn one_time_password(label: Option<String>, password: OneTimePassword) -> Self {
        Self { label, kind: ButtonKind::OneTimePassword(password), extra: Map::new() }
    }

    /// The same button with another label.
    #[must_use]
    #[inline]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// A button of which nothing is known: no rule is asked of it.
    #[must_use]
    #[inline]
    pub fn unknown() -> Self {
        Self { label: None, kind: ButtonKind::Other, extra: Map::new() }
    }

    #[inline]
    fn new(label: impl Into<String>, kind: ButtonKind) -> Self {
        Self { label: Some(label.into()), kind, extra: Map::new() }
    }

    /// The label, if the button has one.
    #[must_use]
    #[inline]
    pub fn label(&self) -> Option<&str> {
        match &self.kind {
            ButtonKind::Other => self.extra.get("text").and_then(Value::as_str),
            _ => self.label.as_deref(),
        }
    }

    /// What it does.
    #[must_use]
    #[inline]
    pub fn kind(&self) -> &ButtonKind {
        &self.kind
    }

    /// The kind in the platform's words: `QUICK_REPLY`, `URL`, …
    #[must_use]
    #[inline]
    pub fn type_name(&self) -> &str {
        match &self.kind {
            ButtonKind::QuickReply => "QUICK_REPLY",
            ButtonKind::Url { .. } => "URL",
            ButtonKind::PhoneNumber { .. } => "PHONE_NUMBER",
            ButtonKind::CopyCode { .. } => "COPY_CODE",
            ButtonKind::Flow(_) => "FLOW",
            ButtonKind::Catalog => "CATALOG",
            ButtonKind::MultiProduct => "MPM",
            ButtonKind::SingleProduct => "SPM",
            ButtonKind::VoiceCall => "VOICE_CALL",
            ButtonKind::OrderDetails => "ORDER_DETAILS",
            ButtonKind::PaymentRequest { .. } => "PAYMENT_REQUEST",
            ButtonKind::RequestContactInfo => "REQUEST_CONTACT_INFO",
            ButtonKind::OneTimePassword(_) => "OTP",
            ButtonKind::Other => self.extra.get("type").and_then(Value::as_str).unwrap_or("UNKNOWN"),
        }
    }

    /// Whether this is the one-time-password button of an authentication template, in the form in which it is
    /// created or in that in which it is read back.
    #[must_use]
    #[inline]
    pub fn is_one_time_password(&self) -> bool {
        match &self.kind {
            // Not any address with such a path: a shop may have one, too.
            ButtonKind::Url { url, .. } => url.authored().contains("whatsapp.com/otp/code/"),
            ButtonKind::OneTimePassword(_) => true,
            _ => false,
        }
    }
}
