//! Whom a message is for.

use serde_json::Value;
use wa_template_definition::{Violation, value};

/// The recipient of an accepted message.
#[derive(Clone)]
pub(crate) enum Recipient {
    /// A phone number.
    Phone {
        /// As it was sent.
        input: String,
        /// Its digits.
        digits: String,
    },
    /// A user known by the id that the platform gave this business.
    User(String),
    /// A group.
    Group(String),
}

impl Recipient {
    pub(crate) fn phone(input: String) -> Result<Self, Violation> {
        let digits = value::phone_digits(&input)?.to_string();
        Ok(Self::Phone { input, digits })
    }

    pub(crate) fn user(id: String) -> Result<Self, Violation> {
        match value::opaque_id(&id) {
            Some(violation) => Err(violation),
            None => Ok(Self::User(id)),
        }
    }

    pub(crate) fn group(id: String) -> Result<Self, Violation> {
        match value::opaque_id(&id) {
            Some(violation) => Err(violation),
            None => Ok(Self::Group(id)),
        }
    }

    /// As it was sent.
    pub(crate) fn input(&self) -> &str {
        match self {
            Self::Phone { input, .. } => input,
            Self::User(id) | Self::Group(id) => id,
        }
    }
}

/// The text of a recipient. The platform was once seen to take a phone number as a JSON number.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
