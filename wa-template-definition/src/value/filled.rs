//! The length of a text after its values are filled in.

use crate::place::{Part, Place};
use crate::{Definition, Violation, limits, rule};

/// The limit that the filled-in text of a part keeps.
#[must_use]
pub fn filled_limit(definition: &Definition, part: Part) -> Option<usize> {
    match part {
        Part::Header => Some(limits::HEADER_TEXT),
        // "When the template consists of a body alone": nothing beside it at all.
        Part::Body if definition.components().len() == 1 => Some(limits::BODY_ALONE_FILLED),
        Part::Body => Some(limits::BODY_TEXT),
        Part::ButtonUrl(_) => Some(limits::URL),
        _ => None,
    }
}

/// The violation of a filled-in text of `found` characters where `limit` are allowed.
#[must_use]
pub fn filled_too_long(place: &Place, found: usize, limit: usize) -> Option<Violation> {
    (found > limit).then(|| {
        let fact = format!("the filled-in text has {found} characters, the limit is {limit}");
        Violation::new(
            &rule::VALUE_TOO_LONG,
            place.clone(),
            fact,
            format!("shorten its values by {}", found - limit),
        )
    })
}
