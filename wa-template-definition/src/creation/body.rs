//! The text.

use super::{Findings, examples, placeholders};
use crate::place::{Part, Place};
use crate::{Body, Category, Definition, Section, Text, limits, rule};

#[inline]
pub(super) fn check(findings: &mut Findings, definition: &Definition, section: Section<'_>) {
    // The text of authentication templates is the platform's. One in a wrong category is refused as a whole.
    let theirs = *definition.category() == Category::Authentication
        || definition.buttons().iter().any(crate::Button::is_one_time_password);
    let Some(text) = section.body().and_then(Body::text).filter(|text| !text.authored().trim().is_empty())
    else {
        if section.card().is_some() {
            // Whether a card has a body is a question of its carousel.
            if section.body().is_some() {
                let fact = "the body of the card is empty";
                let fix = "write its text, or leave the body out of all cards";
                findings.add(&rule::BODY_MISSING, section.place(Part::Body), fact, fix);
            }
            return;
        }
        let (fact, fix) = if definition.field("library_template_name").is_some() {
            return;
        } else if !theirs {
            ("the template has no body text", "write one: `body = \"Your order has left our warehouse.\"`")
        } else if definition.body().is_none() {
            ("the template has no body", "add the component `BODY` without a text: the platform writes it")
        } else {
            return;
        };
        findings.add(&rule::BODY_MISSING, Place::body(), fact, fix);
        return;
    };
    let place = section.place(Part::Body);
    let limit = limit(definition, section);
    findings.too_long(&rule::BODY_TOO_LONG, place.clone(), "the body", text.characters(), limit);
    placeholders::check_text(findings, text, &place);
    if theirs {
        // Written by the platform, or already refused as a whole.
        return;
    }
    placeholders::check_gap(findings, text, &place, &rule::BODY_PLACEHOLDER_GAP);
    edges(findings, text, &place);
    ratio(findings, text, &place);
    if let Some(body) = section.body() {
        examples::check(findings, text, body.examples(), &place, &rule::BODY_EXAMPLE);
        examples::check_nesting(findings, text, body.examples(), &place);
    }
}

/// How long a body may be.
#[inline]
fn limit(definition: &Definition, section: Section<'_>) -> usize {
    if section.card().is_some() {
        limits::CARD_BODY_TEXT
    } else if definition.limited_time_offer().is_some() {
        limits::LIMITED_TIME_OFFER_BODY_TEXT
    } else {
        limits::BODY_TEXT
    }
}

/// A placeholder at the very beginning or end is refused; one with only punctuation outside it is, by several
/// accounts, refused as well.
#[inline]
fn edges(findings: &mut Findings, text: &Text, place: &Place) {
    let placeholders = text.placeholders();
    let fixed: Vec<_> = text.fixed().collect();
    let (Some(first), Some(last)) = (placeholders.first(), placeholders.last()) else {
        return;
    };
    let (Some(before), Some(after)) = (fixed.first(), fixed.last()) else {
        return;
    };
    // A text that is one placeholder begins and ends with it: one cause.
    let edges = [(first, before, "begins", "before"), (last, after, "ends", "after")];
    for (placeholder, outside, verb, side) in edges {
        let place = place.clone().at(placeholder.range.clone());
        let name = &placeholder.authored;
        if outside.trim().is_empty() {
            let fact = format!("the body {verb} with the placeholder `{{{{{name}}}}}`");
            findings.add(&rule::BODY_EDGE_PLACEHOLDER, place, fact, format!("write a word {side} it"));
            if fixed.iter().all(|fixed| fixed.trim().is_empty()) {
                return;
            }
        } else if !outside.chars().any(char::is_alphanumeric) {
            let fact = format!("only punctuation stands {side} the placeholder `{{{{{name}}}}}`");
            findings.add(&rule::BODY_EDGE_PUNCTUATION, place, fact, format!("write a word {side} it"));
        }
    }
}

#[inline]
fn ratio(findings: &mut Findings, text: &Text, place: &Place) {
    let placeholders = text.placeholders().len();
    if placeholders == 0 {
        return;
    }
    // A placeholder counts as one word, whatever is glued to it.
    let words = text.fill(|_| "x".to_owned()).split_whitespace().count();
    let wanted = limits::WORDS_PER_PLACEHOLDER * placeholders + 1;
    if words < wanted {
        let fact =
            format!("the body has {words} words for {placeholders} placeholders, {wanted} are known to pass");
        findings.add(&rule::BODY_PLACEHOLDER_RATIO, place.clone(), fact, "write more fixed words");
    }
}
