//! The cards of a send.

use serde_json::Value;

use super::Verdict;
use super::components::{Sent, check_section, passes_through, superfluous};
use crate::place::{Part, Place};
use crate::{Definition, Section, limits, rule};

#[inline]
pub(super) fn check(verdict: &mut Verdict, definition: &Definition, sent: Option<&Value>) {
    let place = Place::new(Part::Carousel);
    let defined: Vec<Section<'_>> = definition.cards().collect();
    let Some(component) = sent else {
        if !defined.is_empty() {
            let fact = "the carousel is missing";
            verdict.add(&rule::SEND_COMPONENT_MISSING, place, fact, "send a `carousel` with all its cards");
        }
        return;
    };
    let Some(last) = defined.last().copied() else {
        if !passes_through(definition.section(), "carousel") {
            superfluous(verdict, place, "carousel");
        }
        return;
    };
    let cards = component.get("cards").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if !count(verdict, definition, &defined, cards.len()) {
        return;
    }
    for (index, card) in cards.iter().enumerate() {
        if card.get("card_index").and_then(Value::as_u64) != u64::try_from(index).ok() {
            let fact = format!("card {index} does not have `card_index` {index}");
            let fix = "number the cards from 0 in their order";
            verdict.add(&rule::SEND_CARD_INDEX, Place::new(Part::Card).in_card(index), fact, fix);
            continue;
        }
        // More product cards than defined are like the last one.
        let section = defined.get(index).copied().unwrap_or(last).as_card(index);
        let components = card.get("components").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let mut sent = Sent::default();
        for (index, component) in components.iter().enumerate() {
            sent.sort_in(verdict, section, index, component);
        }
        check_section(verdict, definition, section, &sent);
    }
}

/// Media cards are sent in the number in which they were defined, product cards in any allowed one.
#[inline]
fn count(verdict: &mut Verdict, definition: &Definition, defined: &[Section<'_>], found: usize) -> bool {
    let (right, fix) = if definition.has_product_cards() {
        let range = limits::CARDS;
        (range.contains(&found), format!("send {} to {}", range.start(), range.end()))
    } else {
        (found == defined.len(), format!("send {}", defined.len()))
    };
    if !right {
        let fact = format!("the carousel has {} cards, the send has {found}", defined.len());
        verdict.add(&rule::SEND_CARD_COUNT, Place::new(Part::Carousel), fact, fix);
    }
    right
}
