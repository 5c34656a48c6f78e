//! The body of a send.

use serde_json::Value;

use super::components::{self, Sent};
use super::{Verdict, parameters};
use crate::place::Part;
use crate::{Body, Definition, Section, rule, value};

#[inline]
pub(super) fn check(verdict: &mut Verdict, definition: &Definition, section: Section<'_>, sent: &Sent<'_>) {
    let place = section.place(Part::Body);
    let values = sent.body.map(components::parameters).unwrap_or_default();
    if section.buttons().iter().any(crate::Button::is_one_time_password) {
        return one_time_code(verdict, section, values, sent);
    }
    let Some(text) = section.body().and_then(Body::text) else {
        // A body of which only the platform knows the text, or none at all.
        if section.body().is_none() && !values.is_empty() {
            let fact = "the send fills in a body, there is none";
            verdict.add(&rule::SEND_PARAMETER_COUNT, place, fact, "leave the body out");
        }
        return;
    };
    let filled = parameters::check_text(verdict, definition, text, &place, values);
    if let (Some(filled), Some(limit)) = (filled, value::filled_limit(definition, &place)) {
        verdict.extend(value::filled_too_long(&place, filled, limit));
    }
}

/// The code stands in the body and in the button, and is the same.
#[inline]
fn one_time_code(verdict: &mut Verdict, section: Section<'_>, values: &[Value], sent: &Sent<'_>) {
    let place = section.place(Part::Body);
    let Some(code) = parameters::single_text(verdict, &place, values) else { return };
    if let Some(violation) = value::one_time_code(code, &place) {
        return verdict.extend(Some(violation));
    }
    let in_button = sent.buttons.first().and_then(|button| button.pointer("/parameters/0/text")?.as_str());
    // One that cannot be sent at all is reported at the button.
    if in_button.is_some_and(|other| other != code && value::one_time_code(other, &place).is_none()) {
        verdict.extend(Some(value::one_time_codes_differ(&place)));
    }
}
