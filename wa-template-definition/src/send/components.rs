//! Which components a send has.

use serde_json::Value;

use super::{Verdict, buttons, header, parameters};
use crate::component::{Component, HeaderFormat};
use crate::place::{Part, Place};
use crate::{Body, Definition, rule, value};

/// The components of a send by type, each as the list of its parameters.
pub(super) fn check(verdict: &mut Verdict, definition: &Definition, components: &[Value]) {
    // A clone of a library template, or an answer with selected fields: what the template consists of is not known.
    if definition.components().is_empty() {
        return;
    }
    let mut sent = Sent::default();
    for (index, component) in components.iter().enumerate() {
        sent.sort_in(verdict, definition, index, component);
    }
    header::check(verdict, definition, sent.header);
    body(verdict, definition, sent.body);
    // A list of buttons that is only passed through may have any.
    if !has(definition, "buttons") {
        buttons::check(verdict, definition, &sent.buttons);
    }
}

#[derive(Default)]
struct Sent<'a> {
    header: Option<&'a [Value]>,
    body: Option<&'a [Value]>,
    buttons: Vec<&'a Value>,
}

impl<'a> Sent<'a> {
    fn sort_in(
        &mut self,
        verdict: &mut Verdict,
        definition: &Definition,
        index: usize,
        component: &'a Value,
    ) {
        let place = Place::new(Part::Component(index));
        let kind = component.get("type").and_then(Value::as_str).map(str::to_ascii_lowercase);
        let slot = match kind.as_deref() {
            Some("header") => &mut self.header,
            Some("body") => &mut self.body,
            Some("button") => return self.buttons.push(component),
            // Goes with any template that has a URL button; nothing in the definition announces it.
            Some("tap_target_configuration") => return,
            Some(other) if has(definition, other) => return,
            Some("carousel" | "limited_time_offer" | "order_status") => {
                let fact = format!("the template has no {}", kind.unwrap_or_default());
                return verdict.add(&rule::SEND_COMPONENT_UNKNOWN, place, fact, "leave the component out");
            }
            Some(_) | None => {
                let fact = "the send has a component of unknown type";
                let fix = "use `header`, `body` or `button`";
                return verdict.add(&rule::SEND_COMPONENT_UNKNOWN, place, fact, fix);
            }
        };
        let parameters = component.get("parameters").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        if slot.replace(parameters).is_some() {
            let fact = format!("the send has a second {}", kind.unwrap_or_default());
            verdict.add(
                &rule::SEND_COMPONENT_DUPLICATE,
                place,
                fact,
                "send one component with all its parameters",
            );
        }
    }
}

/// Whether the definition has a component of this type that is only passed through.
fn has(definition: &Definition, kind: &str) -> bool {
    definition.components().iter().any(|component| {
        matches!(component, Component::Other(value)
            if value.get("type").and_then(Value::as_str).is_some_and(|other| other.eq_ignore_ascii_case(kind)))
    }) || kind == "order_status" && definition.is_order_status()
}

fn body(verdict: &mut Verdict, definition: &Definition, sent: Option<&[Value]>) {
    // The body of an authentication template has no text of its own, only its read-back form has.
    let Some(text) = definition.body().and_then(Body::text) else {
        return;
    };
    let place = Place::body();
    let filled = parameters::check_text(verdict, definition, text, &place, sent.unwrap_or_default());
    if let (Some(filled), Some(limit)) = (filled, value::filled_limit(definition, Part::Body)) {
        verdict.extend(value::filled_too_long(&place, filled, limit));
    }
}

/// Whether a header format is one that this crate judges.
pub(super) fn judged(format: &HeaderFormat) -> bool {
    !matches!(format, HeaderFormat::Other(_))
}
