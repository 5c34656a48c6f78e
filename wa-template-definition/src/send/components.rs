//! Which components a send has.

use serde_json::Value;

use super::{Verdict, body, buttons, cards, header, special};
use crate::component::Component;
use crate::place::{Part, Place};
use crate::{Definition, Section, rule};

/// Judges the components of a send against those of the template.
#[inline]
pub(super) fn check(verdict: &mut Verdict, definition: &Definition, components: &[Value]) {
    // A clone of a library template, or an answer with selected fields: what the template consists of is not known.
    if definition.components().is_empty() {
        return;
    }
    let template = definition.section();
    let mut sent = Sent::default();
    for (index, component) in components.iter().enumerate() {
        sent.sort_in(verdict, template, index, component);
    }
    check_section(verdict, definition, template, &sent);
    special::limited_time_offer(verdict, definition, sent.limited_time_offer);
    cards::check(verdict, definition, sent.carousel);
    special::order_status(verdict, definition, sent.order_status);
    special::tap_target(verdict, definition, sent.tap_target);
}

/// Judges header, body and buttons of a template or a card.
#[inline]
pub(super) fn check_section(
    verdict: &mut Verdict,
    definition: &Definition,
    section: Section<'_>,
    sent: &Sent<'_>,
) {
    header::check(verdict, definition, section, sent.header.map(parameters));
    body::check(verdict, definition, section, sent);
    // A list of buttons that is only passed through may have any.
    if !passes_through(section, "buttons") {
        buttons::check(verdict, definition, section, sent);
    }
}

/// The components of a send, or of one card of it, by type.
#[derive(Default)]
pub(super) struct Sent<'a> {
    pub(super) header: Option<&'a Value>,
    pub(super) body: Option<&'a Value>,
    pub(super) buttons: Vec<&'a Value>,
    limited_time_offer: Option<&'a Value>,
    carousel: Option<&'a Value>,
    order_status: Option<&'a Value>,
    tap_target: Option<&'a Value>,
}

impl<'a> Sent<'a> {
    /// The one-time code in the body, if a text stands there.
    #[inline]
    pub(super) fn code(&self) -> Option<&'a str> {
        parameters(self.body?).first()?.get("text")?.as_str()
    }

    /// Sorts in one component of a template or a card.
    #[inline]
    pub(super) fn sort_in(
        &mut self,
        verdict: &mut Verdict,
        section: Section<'_>,
        index: usize,
        component: &'a Value,
    ) {
        let place = section.place(Part::Component(index));
        let kind =
            component.get("type").and_then(Value::as_str).map(str::to_ascii_lowercase).unwrap_or_default();
        let slot = match (kind.as_str(), section.card()) {
            ("header", _) => &mut self.header,
            ("body", _) => &mut self.body,
            ("button", _) => return self.buttons.push(component),
            ("limited_time_offer", None) => &mut self.limited_time_offer,
            ("carousel", None) => &mut self.carousel,
            ("order_status", None) => &mut self.order_status,
            ("tap_target_configuration", None) => &mut self.tap_target,
            (other, _) if passes_through(section, other) => return,
            _ => {
                let fact = "the send has a component of unknown type";
                let fix = "use `header`, `body` or `button`";
                return verdict.add(&rule::SEND_COMPONENT_UNKNOWN, place, fact, fix);
            }
        };
        if slot.replace(component).is_some() {
            let fact = format!("the send has a second {kind}");
            let fix = "send one component with all its parameters";
            verdict.add(&rule::SEND_COMPONENT_DUPLICATE, place, fact, fix);
        }
    }
}

/// The parameters of a component; none if it has no list of them.
#[inline]
pub(super) fn parameters(component: &Value) -> &[Value] {
    component.get("parameters").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Whether there is a component of this type that is only passed through.
#[inline]
pub(super) fn passes_through(section: Section<'_>, kind: &str) -> bool {
    section.components().iter().any(|component| {
        matches!(component, Component::Other(value)
            if value.get("type").and_then(Value::as_str).is_some_and(|other| other.eq_ignore_ascii_case(kind)))
    })
}

/// A component that fills in something that the template does not have.
#[inline]
pub(super) fn superfluous(verdict: &mut Verdict, place: Place, what: &str) {
    let fact = format!("the template has no {what} to fill in");
    verdict.add(&rule::SEND_COMPONENT_UNKNOWN, place, fact, "leave the component out");
}
