//! The length of a text after its values are filled in.

use crate::place::{Part, Place};
use crate::{Definition, Violation, limits, rule};

/// The limit that the filled-in text at a place keeps.
#[must_use]
pub fn filled_limit(definition: &Definition, place: &Place) -> Option<usize> {
    match place.part() {
        Part::Header => Some(limits::HEADER_TEXT),
        Part::Body if place.card().is_some() => Some(limits::CARD_BODY_TEXT),
        Part::Body if definition.limited_time_offer().is_some() => Some(limits::LIMITED_TIME_OFFER_BODY_TEXT),
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

/// The violation of a number of cards that no carousel has.
#[must_use]
pub fn card_count(found: usize) -> Option<Violation> {
    let range = limits::CARDS;
    (!range.contains(&found)).then(|| {
        let fix = format!("send {} to {}", range.start(), range.end());
        Violation::new(&rule::SEND_CARD_COUNT, Place::new(Part::Carousel), format!("{found} cards"), fix)
    })
}

/// The limit of a coupon code: limited-time offers have one of their own.
#[must_use]
pub fn coupon_code_limit(definition: &Definition) -> usize {
    if definition.limited_time_offer().is_some() {
        limits::LIMITED_TIME_OFFER_COUPON_CODE
    } else {
        limits::COUPON_CODE
    }
}
