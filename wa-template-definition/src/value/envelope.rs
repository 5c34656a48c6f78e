//! What stands around the template in a message: recipient, language, callback data.

use crate::place::{Part, Place};
use crate::{Violation, limits, rule};

/// The violation of a group id or user id that cannot be one.
#[must_use]
pub fn opaque_id(id: &str) -> Option<Violation> {
    let bad = id.is_empty() || id.contains(|char: char| char.is_whitespace() || char.is_control());
    bad.then(|| {
        let fact = "the id of the recipient is empty or has blanks";
        Violation::new(
            &rule::RECIPIENT_ID,
            Place::new(Part::Definition),
            fact,
            "send the id as the platform gave it",
        )
    })
}

/// The violation of an authentication template that goes to a user id or a group; `what` is "user id" or "group".
#[must_use]
pub fn recipient_of_authentication(what: &str) -> Violation {
    let fact = format!("an authentication template cannot go to a {what}");
    let fix = "send it to a phone number";
    Violation::new(&rule::RECIPIENT_AUTHENTICATION, Place::new(Part::Definition), fact, fix)
}

/// The violation of the id of a quoted message that cannot be one.
#[must_use]
pub fn message_id(id: &str) -> Option<Violation> {
    let bad = id.is_empty() || id.contains(|char: char| char.is_whitespace() || char.is_control());
    bad.then(|| {
        let fact = "the id of the quoted message is empty or has blanks";
        let fix = "send the id as the receipt or webhook gave it";
        Violation::new(&rule::MESSAGE_ID, Place::new(Part::Definition), fact, fix)
    })
}

/// The violation of an On-Premises template namespace that cannot be one. Its usual form is `8_4_4_4_12` hexadecimal
/// digits, but samples print words: anything without blanks is taken.
#[must_use]
pub fn namespace(namespace: &str) -> Option<Violation> {
    let bad =
        namespace.is_empty() || namespace.contains(|char: char| char.is_whitespace() || char.is_control());
    bad.then(|| {
        let fact = "the template namespace is empty or has blanks";
        let fix = "send the account's `message_template_namespace`";
        Violation::new(&rule::ON_PREMISES_NAMESPACE, Place::new(Part::Definition), fact, fix)
    })
}

/// The violation of something that the On-Premises API does not know.
#[must_use]
pub fn not_on_premises(what: &str) -> Violation {
    let fact = format!("the On-Premises API knows no {what}");
    Violation::new(
        &rule::ON_PREMISES_UNKNOWN,
        Place::new(Part::Definition),
        fact,
        "leave it out, or use the Cloud API",
    )
}

/// The violation of callback data that is too long.
#[must_use]
pub fn callback_data(data: &str) -> Option<Violation> {
    let length = data.chars().count();
    (length > limits::CALLBACK_DATA).then(|| {
        let fact =
            format!("the callback data has {length} characters, the limit is {}", limits::CALLBACK_DATA);
        Violation::new(
            &rule::CALLBACK_DATA_TOO_LONG,
            Place::new(Part::Definition),
            fact,
            "send a key, not the data",
        )
    })
}

/// The violation of a language that the template does not have.
#[must_use]
pub fn language(wanted: &str, available: &[&str]) -> Option<Violation> {
    (!available.contains(&wanted)).then(|| {
        let fact = format!("the template has no language `{}`", wanted.escape_default());
        let fix = format!("send one of {}", available.join(", "));
        Violation::new(&rule::LANGUAGE_MISSING, Place::new(Part::Language), fact, fix)
    })
}
