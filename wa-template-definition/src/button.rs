//! Buttons of a definition.

use serde_json::{Map, Value};

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
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// A kind that this crate only passes through.
    Other,
}

impl Button {
    /// A button that sends an answer back.
    #[must_use]
    pub fn quick_reply(label: impl Into<String>) -> Self {
        Self::new(label, ButtonKind::QuickReply)
    }

    /// A button that opens an address; `example` is the sample of its placeholder.
    #[must_use]
    pub fn url(label: impl Into<String>, url: Text, example: Option<String>) -> Self {
        // Whatever its authored name, the placeholder of an address is `{{1}}`, also in a template with names.
        Self::new(label, ButtonKind::Url { url: url.numbered(), example })
    }

    /// A button that calls a number.
    #[must_use]
    pub fn phone_number(label: impl Into<String>, phone_number: impl Into<String>) -> Self {
        Self::new(label, ButtonKind::PhoneNumber { phone_number: phone_number.into() })
    }

    /// A button of which nothing is known: no rule is asked of it.
    #[must_use]
    pub fn unknown() -> Self {
        Self { label: None, kind: ButtonKind::Other, extra: Map::new() }
    }

    fn new(label: impl Into<String>, kind: ButtonKind) -> Self {
        Self { label: Some(label.into()), kind, extra: Map::new() }
    }

    /// The label, if the button has one.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match &self.kind {
            ButtonKind::Other => self.extra.get("text").and_then(Value::as_str),
            ButtonKind::QuickReply | ButtonKind::Url { .. } | ButtonKind::PhoneNumber { .. } => {
                self.label.as_deref()
            }
        }
    }

    /// What it does.
    #[must_use]
    pub fn kind(&self) -> &ButtonKind {
        &self.kind
    }

    /// The kind in the platform's words: `QUICK_REPLY`, `URL`, …
    #[must_use]
    pub fn type_name(&self) -> &str {
        match &self.kind {
            ButtonKind::QuickReply => "QUICK_REPLY",
            ButtonKind::Url { .. } => "URL",
            ButtonKind::PhoneNumber { .. } => "PHONE_NUMBER",
            ButtonKind::Other => self.extra.get("type").and_then(Value::as_str).unwrap_or("UNKNOWN"),
        }
    }

    /// Whether this is the one-time-password button of an authentication template, in the form in which it is
    /// created or in that in which it is read back.
    #[must_use]
    pub fn is_one_time_password(&self) -> bool {
        match &self.kind {
            // Not any address with such a path: a shop may have one, too.
            ButtonKind::Url { url, .. } => url.authored().contains("whatsapp.com/otp/code/"),
            ButtonKind::Other => self.type_name().eq_ignore_ascii_case("OTP"),
            ButtonKind::QuickReply | ButtonKind::PhoneNumber { .. } => false,
        }
    }
}
