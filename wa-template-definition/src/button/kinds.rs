//! Kinds of buttons that have more than a label and a value.

use serde_json::{Map, Value};

/// A button that opens a flow (`flows/guides/sendingaflow`).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Flow {
    /// The flow by id.
    pub id: Option<String>,
    /// The flow by name.
    pub name: Option<String>,
    /// The flow itself, JSON in a string.
    pub json: Option<String>,
    /// `NAVIGATE` (what is meant when nothing is said) or `DATA_EXCHANGE`, in upper case.
    pub action: Option<String>,
    /// The id of the first screen.
    pub navigate_screen: Option<String>,
    /// `DOCUMENT`, `PROMOTION` or `REVIEW`, in upper case.
    pub icon: Option<String>,
}

/// The button of a one-time code (`templates/authentication-templates`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OneTimePassword {
    /// How the code reaches the customer's application.
    pub kind: OneTimePasswordKind,
    /// The label of the button that fills the code in.
    pub autofill_text: Option<String>,
    /// The applications that may receive the code.
    pub supported_apps: Vec<SupportedApp>,
    /// Whether the terms of zero-tap delivery were accepted.
    pub zero_tap_terms_accepted: Option<bool>,
}

/// How a one-time code reaches the customer's application.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OneTimePasswordKind {
    /// The customer copies it.
    CopyCode,
    /// The customer taps once.
    OneTap,
    /// The application takes it.
    ZeroTap,
    /// A kind that this crate does not know, in upper case.
    Other(String),
}

/// An application that may receive a one-time code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SupportedApp {
    /// Its package name, `com.example.app`.
    pub package_name: String,
    /// The hash of its signing key, 11 characters.
    pub signature_hash: String,
}

/// How a payment is asked for (`payments/payments-br/payment-request-cta`, June 2026). The names are case-sensitive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PaymentKind {
    /// A Pix code to copy.
    PixDynamicCode,
    /// A boleto to copy.
    Boleto,
    /// A link to open.
    PaymentLink,
    /// A kind that this crate does not know.
    Other(String),
}

impl Flow {
    /// A flow by id.
    #[must_use]
    #[inline]
    pub fn by_id(id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }
}

impl OneTimePassword {
    /// A code of this kind, for no application yet.
    #[must_use]
    #[inline]
    pub fn new(kind: OneTimePasswordKind) -> Self {
        Self { kind, autofill_text: None, supported_apps: Vec::new(), zero_tap_terms_accepted: None }
    }
}

impl OneTimePasswordKind {
    /// The kind in upper case, as definitions carry it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::CopyCode => "COPY_CODE",
            Self::OneTap => "ONE_TAP",
            Self::ZeroTap => "ZERO_TAP",
            Self::Other(other) => other,
        }
    }

    #[inline]
    pub(crate) fn parse(text: &str) -> Self {
        let upper = text.to_ascii_uppercase();
        [Self::CopyCode, Self::OneTap, Self::ZeroTap]
            .into_iter()
            .find(|kind| kind.as_str() == upper)
            .unwrap_or(Self::Other(upper))
    }
}

impl SupportedApp {
    /// An application.
    #[must_use]
    #[inline]
    pub fn new(package_name: impl Into<String>, signature_hash: impl Into<String>) -> Self {
        Self { package_name: package_name.into(), signature_hash: signature_hash.into() }
    }
}

impl PaymentKind {
    /// The three that are documented.
    pub const KNOWN: [Self; 3] = [Self::PixDynamicCode, Self::Boleto, Self::PaymentLink];

    /// The name as definitions carry it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PixDynamicCode => "pix_dynamic_code",
            Self::Boleto => "boleto",
            Self::PaymentLink => "payment_link",
            Self::Other(other) => other,
        }
    }

    #[inline]
    pub(crate) fn parse(text: &str) -> Self {
        Self::KNOWN
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .unwrap_or_else(|| Self::Other(text.to_owned()))
    }

    /// The label that the platform demands.
    #[must_use]
    #[inline]
    pub fn label(&self) -> Option<&'static str> {
        match self {
            Self::PixDynamicCode => Some("Copy Pix code"),
            Self::Boleto => Some("Copy Boleto code"),
            Self::PaymentLink => Some("Open payment link"),
            Self::Other(_) => None,
        }
    }

    /// The `payment_setting` of a definition, with a sample of the value.
    #[inline]
    pub(crate) fn setting(&self, sample: &str) -> Map<String, Value> {
        let key = match self {
            Self::PixDynamicCode => "code",
            Self::Boleto => "digitable_line",
            Self::PaymentLink | Self::Other(_) => "uri",
        };
        let inner = Map::from_iter([(key.to_owned(), sample.into())]);
        Map::from_iter([("type".to_owned(), self.as_str().into()), (self.as_str().to_owned(), inner.into())])
    }
}
