//! Limited-time offers, order status, tap targets.

use serde_json::Value;

use super::Verdict;
use super::components::{parameters, passes_through, superfluous};
use crate::place::{Part, Place};
use crate::{Definition, rule, value};

#[inline]
pub(super) fn limited_time_offer(verdict: &mut Verdict, definition: &Definition, sent: Option<&Value>) {
    let place = Place::new(Part::LimitedTimeOffer);
    let Some(offer) = definition.limited_time_offer() else {
        if sent.is_some() && !passes_through(definition.section(), "limited_time_offer") {
            superfluous(verdict, place, "limited-time offer");
        }
        return;
    };
    match single(verdict, &place, "limited_time_offer", sent) {
        Found::Nothing if offer.has_expiration() => {
            let fact = "the end of the limited-time offer is missing";
            let fix = "send `limited_time_offer` with `expiration_time_ms`";
            verdict.add(&rule::SEND_COMPONENT_MISSING, place, fact, fix);
        }
        // Whether an offer without timer takes a time is not documented: it is read, not demanded.
        Found::Object(sent) => {
            let time = sent.get("expiration_time_ms").and_then(Value::as_u64);
            verdict.extend(value::expiration(time, &place));
        }
        Found::Nothing | Found::Other => {}
    }
}

#[inline]
pub(super) fn order_status(verdict: &mut Verdict, definition: &Definition, sent: Option<&Value>) {
    let place = Place::new(Part::OrderStatus);
    if !definition.is_order_status() {
        if sent.is_some() {
            superfluous(verdict, place, "order status");
        }
        return;
    }
    match single(verdict, &place, "order_status", sent) {
        Found::Nothing => {
            let fact = "the order status is missing";
            verdict.add(&rule::SEND_COMPONENT_MISSING, place, fact, "send an `order_status` component");
        }
        Found::Object(status) => {
            let text = |path: &str| status.pointer(path).and_then(Value::as_str).unwrap_or_default();
            verdict.extend(value::order_reference(text("/reference_id"), &place));
            verdict.extend(value::order_status(text("/order/status"), &place));
        }
        Found::Other => {}
    }
}

/// Nothing in the definition announces it; some templates take it.
#[inline]
pub(super) fn tap_target(verdict: &mut Verdict, definition: &Definition, sent: Option<&Value>) {
    let Some(component) = sent else { return };
    let place = Place::new(Part::TapTarget);
    if !definition.takes_tap_target() && !definition.has_unknown_parts() {
        return superfluous(verdict, place, "tap target");
    }
    let targets = parameters(component)
        .first()
        .and_then(|parameter| parameter.get("tap_target_configuration")?.as_array())
        .filter(|targets| !targets.is_empty());
    let Some(targets) = targets else {
        return verdict.extend(value::tap_target("", "", &place));
    };
    for target in targets {
        let text = |key: &str| target.get(key).and_then(Value::as_str).unwrap_or_default();
        verdict.extend(value::tap_target(text("url"), text("title"), &place));
    }
}

/// What stands in a component that takes one parameter.
enum Found<'a> {
    /// No component, or no parameter in it.
    Nothing,
    /// The object of its parameter.
    Object(&'a Value),
    /// Something else, which has been reported.
    Other,
}

#[inline]
fn single<'a>(verdict: &mut Verdict, place: &Place, kind: &str, sent: Option<&'a Value>) -> Found<'a> {
    let sent = sent.map(parameters).unwrap_or_default();
    let Some(parameter) = sent.first() else { return Found::Nothing };
    if sent.len() > 1 {
        let fact = format!("the {place} has {} parameters, it takes 1", sent.len());
        verdict.add(&rule::SEND_PARAMETER_COUNT, place.clone(), fact, "send one");
        return Found::Other;
    }
    let object = parameter.get(kind).filter(|object| object.is_object());
    match object {
        Some(object) if super::parameters::kind(parameter) == kind => Found::Object(object),
        _ => {
            let fact = format!("the parameter of the {place} is no `{kind}`");
            let fix = format!("send a parameter of type `{kind}` with `\"{kind}\": {{…}}`");
            verdict.add(&rule::SEND_PARAMETER_KIND, place.clone(), fact, fix);
            Found::Other
        }
    }
}
