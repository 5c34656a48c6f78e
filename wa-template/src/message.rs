//! Finished request bodies, ready for a client or a queue.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The version of the form in which messages are serialised; a reader refuses any other.
const FORM: u32 = 1;

/// What both kinds of messages hold.
#[derive(Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct Content {
    version: u32,
    template: Cow<'static, str>,
    language: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    callback_data: Option<Box<str>>,
    json: String,
}

/// The parts a finished message is made of.
pub(crate) struct Parts {
    pub(crate) template: &'static str,
    pub(crate) language: &'static str,
    pub(crate) callback_data: Option<Box<str>>,
    pub(crate) json: String,
}

impl From<Parts> for Arc<Content> {
    fn from(parts: Parts) -> Self {
        Arc::new(Content {
            version: FORM,
            template: Cow::Borrowed(parts.template),
            language: Cow::Borrowed(parts.language),
            callback_data: parts.callback_data,
            json: parts.json,
        })
    }
}

macro_rules! message {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name {
            content: Arc<Content>,
        }

        impl $name {
            pub(crate) fn new(parts: Parts) -> Self {
                Self { content: parts.into() }
            }

            /// The exact request body.
            #[must_use]
            pub fn json(&self) -> &str {
                &self.content.json
            }

            /// The name of the template that this message fills in.
            #[must_use]
            pub fn template_name(&self) -> &str {
                &self.content.template
            }

            /// The code of the language in which the customer reads the message, `en_US` for example.
            #[must_use]
            pub fn language(&self) -> &str {
                &self.content.language
            }

            /// The text that every status webhook of this message will carry, if one was given.
            #[must_use]
            pub fn callback_data(&self) -> Option<&str> {
                self.content.callback_data.as_deref()
            }
        }

        /// Names template and language only: the body holds the recipient's number and the values.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("template", &self.content.template)
                    .field("language", &self.content.language)
                    .field("bytes", &self.content.json.len())
                    .finish_non_exhaustive()
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                self.content.json.as_bytes()
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.content.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let content = Content::deserialize(deserializer)?;
                if content.version != FORM {
                    return Err(serde::de::Error::custom(format_args!(
                        "a message of form {} cannot be read, this release reads form {FORM}",
                        content.version
                    )));
                }
                Ok(Self { content: Arc::new(content) })
            }
        }
    };
}

message! {
    /// A finished request body of the Cloud API; made by [`Draft::build`](crate::Draft::build).
    ///
    /// It owns its text, and cloning it copies nothing.
    ///
    /// # Serialised form
    ///
    /// So that any queue can carry it, a message serialises as an object of five keys, version 1:
    /// `version` (the number 1), `template` (name), `language` (code), `callback_data` (string, left out when none was
    /// given) and `json` (the request body, as a string). A reader refuses another version and unknown keys.
    /// The body holds the recipient's number and the values: treat the serialised form as personal data.
    Message
}

message! {
    /// A finished request body of the On-Premises API; made by
    /// [`Draft::build_on_premises`](crate::Draft::build_on_premises).
    ///
    /// Its serialised form is that of [`Message`](crate::Message). It is a type of its own, because neither API
    /// understands the other's body.
    OnPremisesMessage
}
