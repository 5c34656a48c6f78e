//! To whom a message goes.

use std::fmt;

use crate::definition::Violation;
use crate::definition::value::{self, PhoneDigits};

/// To whom a message goes.
///
/// A `&str` or `String` is a phone number in international form: `+` and digits, or digits only as webhooks give
/// them; blanks, hyphens and brackets are dropped. It is sent with `+`: without the country code the platform would
/// put the *business's* one in front (`business-phone-numbers/phone-numbers`). A number that cannot be one is refused
/// by `build()`.
///
/// # Example
///
/// ```
/// use wa_template::Recipient;
///
/// let phone = Recipient::from("+1 (650) 555-1234");
/// let group = Recipient::group("Y2FwaV9ncm91cDo");
/// let user = Recipient::user("US.13491208655302741918");
/// # let _ = (phone, group, user);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient {
    pub(crate) kind: Kind,
}

/// One word behind each, so that a recipient is returned in registers: in memory it took longer than a value.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Phone(PhoneDigits),
    Group(Box<Box<str>>),
    User(Box<Box<str>>),
    /// Not a phone number. The text itself is dropped: nobody needs it, and it may be somebody's data.
    Invalid(Box<Violation>),
}

const _: () = assert!(size_of::<Recipient>() <= 16, "a recipient is returned in registers");

impl Recipient {
    /// A group, by the id that the Groups API gave.
    #[must_use]
    pub fn group(id: impl Into<String>) -> Self {
        Self { kind: Kind::Group(boxed(id)) }
    }

    /// A user by business-scoped id, `US.13491208655302741918` for example: for customers who hide their number.
    #[must_use]
    pub fn user(id: impl Into<String>) -> Self {
        Self { kind: Kind::User(boxed(id)) }
    }

    /// What makes it unusable, if anything does.
    pub(crate) fn violation(&self) -> Option<Violation> {
        match &self.kind {
            Kind::Phone(_) => None,
            Kind::Group(id) | Kind::User(id) => value::opaque_id(id),
            Kind::Invalid(violation) => Some((**violation).clone()),
        }
    }
}

fn boxed(id: impl Into<String>) -> Box<Box<str>> {
    Box::new(id.into().into())
}

impl From<&str> for Recipient {
    fn from(number: &str) -> Self {
        let kind = match value::phone_digits(number) {
            Ok(digits) => Kind::Phone(digits),
            Err(violation) => Kind::Invalid(Box::new(violation)),
        };
        Self { kind }
    }
}

impl From<String> for Recipient {
    fn from(number: String) -> Self {
        Self::from(number.as_str())
    }
}

impl From<&String> for Recipient {
    fn from(number: &String) -> Self {
        Self::from(number.as_str())
    }
}

/// Names the kind only: numbers and ids are personal data.
impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            Kind::Phone(_) => "Recipient(phone number)",
            Kind::Group(_) => "Recipient(group)",
            Kind::User(_) => "Recipient(user)",
            Kind::Invalid(_) => "Recipient(invalid phone number)",
        })
    }
}
