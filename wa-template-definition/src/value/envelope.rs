//! What stands around the template in a message: recipient, language, callback data.

use crate::place::{Part, Place};
use crate::{Violation, limits, rule};

/// The digits of a phone number in international form.
///
/// Blanks, hyphens, brackets and a leading plus are dropped, as the platform does. The result has no plus.
///
/// # Errors
///
/// The rule [`rule::RECIPIENT_PHONE_NUMBER`]: other characters, more than 15 digits, none at all, or a leading zero,
/// which no country code has: without a country code the platform would put the *business's* one in front.
#[inline]
pub fn phone_digits(number: &str) -> Result<([u8; limits::RECIPIENT_DIGITS], usize), Violation> {
    // The usual form first: nothing to drop.
    usual_digits(number).map_or_else(|| any_digits(number), Ok)
}

/// Those of a number of at least eight digits with nothing between them.
#[inline]
fn usual_digits(number: &str) -> Option<([u8; limits::RECIPIENT_DIGITS], usize)> {
    let plain = number.strip_prefix('+').unwrap_or(number).as_bytes();
    let (first, last): (&[u8; 8], &[u8; 8]) = (plain.first_chunk()?, plain.last_chunk()?);
    // Without a branch, so that the compiler looks at all at once.
    let pairs = first.iter().zip(last);
    let all_digits =
        pairs.fold(true, |all, (one, other)| all & one.is_ascii_digit() & other.is_ascii_digit());
    let mut digits = [0; limits::RECIPIENT_DIGITS];
    let room = digits.get_mut(..plain.len())?;
    // Two words that overlap.
    *room.first_chunk_mut()? = *first;
    *room.last_chunk_mut()? = *last;
    (all_digits && first[0] != b'0').then_some((digits, plain.len()))
}

/// Those of a number in any form.
fn any_digits(number: &str) -> Result<([u8; limits::RECIPIENT_DIGITS], usize), Violation> {
    let refused = |fact: &str, fix: &str| {
        Err(Violation::new(&rule::RECIPIENT_PHONE_NUMBER, Place::new(Part::Definition), fact, fix))
    };
    let mut digits = [0; limits::RECIPIENT_DIGITS];
    let mut length = 0;
    for (index, char) in number.trim().char_indices() {
        match char {
            '0'..='9' => {
                let Some(digit) = digits.get_mut(length) else {
                    let fact = format!("the phone number has more than {} digits", limits::RECIPIENT_DIGITS);
                    return refused(&fact, "send it with its country code only");
                };
                *digit = u8::try_from(char).unwrap_or(b'0');
                length += 1;
            }
            '+' if index == 0 => {}
            ' ' | '-' | '(' | ')' | '\u{a0}' => {}
            _ => {
                return refused(
                    "the phone number has a character that is no digit",
                    "send digits with a leading `+`",
                );
            }
        }
    }
    if length == 0 {
        return refused("the phone number has no digits", "send digits with a leading `+`");
    }
    if digits[0] == b'0' {
        let fix = "put the country code in front, without zeros before it";
        return refused("the phone number begins with a zero, so its country code is missing", fix);
    }
    Ok((digits, length))
}

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
