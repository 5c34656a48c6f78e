//! Finished request bodies, ready for a client or a queue.

mod form;

use std::fmt;
use std::sync::Arc;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use self::form::Form;
use crate::template::Template;

/// What a message is a message of; cloning it copies nothing.
#[derive(Clone)]
enum Origin {
    /// A template, and the index of the language.
    Template(&'static Template, usize),
    /// The names of the template and the language, as they were read.
    Names(Arc<(String, String)>),
}

impl Origin {
    fn template(&self) -> &str {
        match self {
            Self::Template(template, _) => template.name(),
            Self::Names(names) => &names.0,
        }
    }

    fn language(&self) -> &str {
        match self {
            Self::Template(template, index) => template.languages().get(*index).copied().unwrap_or_default(),
            Self::Names(names) => &names.1,
        }
    }
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        (self.template(), self.language()) == (other.template(), other.language())
    }
}

impl Eq for Origin {}

macro_rules! message {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name {
            origin: Origin,
            callback_data: Option<Arc<str>>,
            json: Arc<[u8]>,
        }

        impl $name {
            /// Of a body that is UTF-8, made of texts only, in the language at an index.
            #[inline]
            pub(crate) fn new(
                template: &'static Template,
                language: usize,
                callback_data: Option<Arc<str>>,
                json: Arc<[u8]>,
            ) -> Self {
                Self { origin: Origin::Template(template, language), callback_data, json }
            }

            /// The exact request body, as a text. Clients take its bytes, by `AsRef<[u8]>`.
            #[must_use]
            pub fn json(&self) -> &str {
                // It was made of texts only. Checking that here, where people read, spares every send the check.
                std::str::from_utf8(&self.json).unwrap_or_default()
            }

            /// The name of the template that this message fills in.
            #[must_use]
            pub fn template_name(&self) -> &str {
                self.origin.template()
            }

            /// The code of the language in which the customer reads the message, `en_US` for example.
            #[must_use]
            pub fn language(&self) -> &str {
                self.origin.language()
            }

            /// The text that every status webhook of this message will carry, if one was given.
            #[must_use]
            pub fn callback_data(&self) -> Option<&str> {
                self.callback_data.as_deref()
            }
        }

        /// Names template and language only: the body holds the recipient's number and the values.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    .field("template", &self.template_name())
                    .field("language", &self.language())
                    .field("bytes", &self.json.len())
                    .finish_non_exhaustive()
            }
        }

        impl AsRef<[u8]> for $name {
            fn as_ref(&self) -> &[u8] {
                &self.json
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let form = Form {
                    template: self.template_name(),
                    language: self.language(),
                    callback_data: self.callback_data(),
                    json: self.json(),
                };
                form.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let form = Form::deserialize(deserializer)?;
                Ok(Self {
                    origin: Origin::Names(Arc::new((form.template, form.language))),
                    callback_data: form.callback_data.map(Arc::from),
                    json: form.json.into_bytes().into(),
                })
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
