//! The buttons of a send: each addressed by its position among all buttons of the template.

use serde_json::Value;

use super::components::{self, parameters as parameters_of};
use super::{Verdict, parameters, values};
use crate::place::{Part, Place};
use crate::{Button, ButtonKind, Definition, Section, Violation, rule, value};

/// What the platform accepts as `sub_type` (live error text, January 2026; `payment_request` since spring 2026).
const SUB_TYPES: &[&str] = &[
    "booking_confirmation",
    "catalog",
    "copy_code",
    "flow",
    "mpm",
    "order_details",
    "payment_request",
    "quick_reply",
    "reminder",
    "url",
    "voice_call",
];

/// One button component of a send.
struct Sent {
    sub_type: String,
    index: Option<usize>,
}

#[inline]
pub(super) fn check(
    verdict: &mut Verdict,
    definition: &Definition,
    section: Section<'_>,
    all: &components::Sent<'_>,
) {
    let buttons = section.buttons();
    // The platform's own sample of a call button has no index.
    let call = buttons.iter().position(|button| takes(button).is_none_or(|takes| takes == "voice_call"));
    let mut filled = vec![false; buttons.len()];
    let (mut misplaced, mut other_payments) = (Vec::new(), Vec::new());
    for &component in &all.buttons {
        let mut sent = Sent::read(component);
        if sent.sub_type == "voice_call" && component.get("index").is_none() {
            sent.index = call;
        }
        if !SUB_TYPES.contains(&sent.sub_type.as_str()) {
            let fact = "the send has a button of unknown `sub_type`";
            let fix = "use `quick_reply` or `url`";
            verdict.add(&rule::SEND_BUTTON_SUB_TYPE, place(section, sent.index), fact, fix);
            // It was meant for the button at its index: that one is not missing as well.
            if let Some(filled) = sent.index.and_then(|index| filled.get_mut(index)) {
                *filled = true;
            }
            continue;
        }
        match sent.index.and_then(|index| Some((index, buttons.get(index)?))) {
            Some((index, button))
                if !filled[index] && takes(button).is_none_or(|takes| takes == sent.sub_type) =>
            {
                filled[index] = true;
                let sent = Filled { definition, section, index, button, code: all.code() };
                other_payments.extend(sent.payment_of_another_kind(component));
                sent.check(verdict, component);
            }
            _ => misplaced.push(sent),
        }
    }
    // Payments at a wrong index are told as that.
    if misplaced.is_empty() {
        for violation in other_payments {
            verdict.extend(Some(violation));
        }
    }
    report(verdict, section, &filled, misplaced);
}

/// Values that stand at a wrong index, and buttons that lack one. A value that fits a button without one is the same
/// mistake seen from two sides.
#[inline]
fn report(verdict: &mut Verdict, section: Section<'_>, filled: &[bool], misplaced: Vec<Sent>) {
    let buttons = section.buttons();
    let requires = |index: &usize| !filled[*index] && requires_value(&buttons[*index]);
    let mut missing: Vec<usize> = (0..buttons.len()).filter(requires).collect();
    let mut others = Vec::new();
    for sent in misplaced {
        let meant = missing.iter().position(|index| takes(&buttons[*index]) == Some(sent.sub_type.as_str()));
        match meant {
            Some(at) => wrong_index(verdict, section, &sent, Some(missing.remove(at))),
            None => others.push(sent),
        }
    }
    for sent in others {
        match sent.index.and_then(|index| Some((index, buttons.get(index)?))) {
            None => wrong_index(verdict, section, &sent, None),
            Some((index, _)) if filled[index] => {
                let fact = format!("button {index} is sent twice");
                verdict.add(
                    &rule::SEND_COMPONENT_DUPLICATE,
                    place(section, sent.index),
                    fact,
                    "send each button once",
                );
            }
            Some((index, button)) if takes(button) == Some("") => {
                let fact = format!("button {index} ({}) has nothing to fill in", button.type_name());
                verdict.add(
                    &rule::SEND_BUTTON_STATIC,
                    place(section, sent.index),
                    fact,
                    "leave the component out",
                );
            }
            Some((index, button)) => {
                missing.retain(|other| *other != index);
                let fact =
                    format!("button {index} is {}, the send has `{}`", button.type_name(), sent.sub_type);
                let fix = format!("send `sub_type` `{}`", takes(button).unwrap_or_default());
                verdict.add(&rule::SEND_BUTTON_KIND, place(section, sent.index), fact, fix);
            }
        }
    }
    for index in missing {
        missing_value(verdict, place(section, Some(index)), index, &buttons[index]);
    }
}

#[inline]
fn missing_value(verdict: &mut Verdict, place: Place, index: usize, button: &Button) {
    let fact = format!("button {index} of type {} requires a value", button.type_name());
    let fix = format!("send a `button` component with `\"index\": \"{index}\"` and its value");
    verdict.add(&rule::SEND_BUTTON_MISSING, place, fact, fix);
}

#[inline]
fn wrong_index(verdict: &mut Verdict, section: Section<'_>, sent: &Sent, meant: Option<usize>) {
    let found =
        sent.index.map_or_else(|| "without an index".to_owned(), |index| format!("with index {index}"));
    let fact = match meant {
        Some(meant) => format!("the value of button {meant} is sent {found}"),
        None => format!("a `{}` button is sent {found}, the template has no such button", sent.sub_type),
    };
    let fix = match meant {
        Some(meant) => format!("write `\"index\": \"{meant}\"`"),
        None => "count the buttons of the template from 0".to_owned(),
    };
    verdict.add(&rule::SEND_BUTTON_INDEX, place(section, sent.index), fact, fix);
}

#[inline]
fn place(section: Section<'_>, index: Option<usize>) -> Place {
    section.place(index.map_or(Part::Buttons, Part::Button))
}

impl Sent {
    #[inline]
    fn read(component: &Value) -> Self {
        let sub_type = component.get("sub_type").and_then(Value::as_str).unwrap_or_default();
        let index = match component.get("index") {
            // Both forms occur in the platform's samples.
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(number) => number.as_u64().and_then(|number| usize::try_from(number).ok()),
            None => None,
        };
        Self { sub_type: sub_type.to_ascii_lowercase(), index }
    }
}

/// The `sub_type` with which a button is sent; empty for one that is never sent, `None` for one of unknown kind.
#[inline]
fn takes(button: &Button) -> Option<&'static str> {
    Some(match button.kind() {
        // Whatever its kind, and in the form in which it is read back as well.
        _ if button.is_one_time_password() => "url",
        ButtonKind::QuickReply => "quick_reply",
        ButtonKind::Url { url, .. } if !url.placeholders().is_empty() => "url",
        ButtonKind::CopyCode { .. } => "copy_code",
        ButtonKind::Flow(_) => "flow",
        ButtonKind::Catalog => "catalog",
        ButtonKind::MultiProduct => "mpm",
        ButtonKind::VoiceCall => "voice_call",
        ButtonKind::OrderDetails => "order_details",
        ButtonKind::PaymentRequest { .. } => "payment_request",
        ButtonKind::Url { .. }
        | ButtonKind::PhoneNumber { .. }
        | ButtonKind::SingleProduct
        | ButtonKind::RequestContactInfo
        | ButtonKind::OneTimePassword(_) => "",
        ButtonKind::Other => return None,
    })
}

#[inline]
fn requires_value(button: &Button) -> bool {
    let optional = matches!(
        button.kind(),
        ButtonKind::QuickReply | ButtonKind::Flow(_) | ButtonKind::Catalog | ButtonKind::VoiceCall
    );
    !optional && takes(button).is_some_and(|takes| !takes.is_empty())
}

/// A button of the template for which something was sent.
struct Filled<'d> {
    definition: &'d Definition,
    section: Section<'d>,
    index: usize,
    button: &'d Button,
    /// The one-time code that stands in the body.
    code: Option<&'d str>,
}

impl Filled<'_> {
    #[inline]
    fn payment_of_another_kind(&self, component: &Value) -> Option<Violation> {
        let ButtonKind::PaymentRequest { kind, .. } = self.button.kind() else { return None };
        let place = self.section.place(Part::Button(self.index));
        values::payment_of_another_kind(kind, &place, component.pointer("/parameters/0/action")?)
    }

    #[inline]
    fn check(&self, verdict: &mut Verdict, component: &Value) {
        let sent = parameters_of(component);
        let place = self.section.place(Part::Button(self.index));
        let kind = match self.button.kind() {
            _ if self.button.is_one_time_password() => "text",
            ButtonKind::QuickReply => "payload",
            ButtonKind::Url { .. } => "text",
            ButtonKind::CopyCode { .. } => "coupon_code",
            ButtonKind::VoiceCall => return values::voice_call(verdict, &place, sent),
            ButtonKind::Catalog | ButtonKind::Flow(_) if sent.is_empty() => return,
            ButtonKind::Other => return,
            _ => "action",
        };
        if sent.is_empty() && matches!(kind, "coupon_code" | "action") {
            return missing_value(verdict, place, self.index, self.button);
        }
        if sent.len() > 1 {
            let fact = format!("button {} has {} parameters, it takes 1", self.index, sent.len());
            verdict.add(&rule::SEND_PARAMETER_COUNT, place, fact, "send one");
            return;
        }
        if let Some(parameter) = sent.first()
            && parameters::kind(parameter) != kind
        {
            let found = parameters::describe(&parameters::kind(parameter));
            let fact = format!("button {} takes `{kind}`, the send has {found}", self.index);
            verdict.add(
                &rule::SEND_PARAMETER_KIND,
                place,
                fact,
                format!("send a parameter of type `{kind}`"),
            );
            return;
        }
        let value = sent.first().and_then(|parameter| parameter.get(kind)).unwrap_or(&Value::Null);
        if kind == "action" && !value.is_object() {
            let fact = format!("the parameter of button {} has no `action` object", self.index);
            verdict.add(&rule::SEND_PARAMETER_KIND, place, fact, "add `\"action\": {…}`");
            return;
        }
        self.value(verdict, &place, value);
    }

    #[inline]
    fn value(&self, verdict: &mut Verdict, place: &Place, sent: &Value) {
        let text = sent.as_str().unwrap_or_default();
        match self.button.kind() {
            // The same code as in the body has been judged there.
            _ if self.button.is_one_time_password() && self.code == Some(text) => {}
            _ if self.button.is_one_time_password() => verdict.extend(value::one_time_code(text, place)),
            ButtonKind::QuickReply => verdict.extend(value::payload(text, place)),
            ButtonKind::Url { url, .. } => {
                verdict.extend(value::text(text, place));
                let address = self.section.place(Part::ButtonUrl(self.index));
                if let Some(limit) = value::filled_limit(self.definition, &address) {
                    let filled = url.fixed_characters() + text.chars().count();
                    verdict.extend(value::filled_too_long(place, filled, limit));
                }
            }
            ButtonKind::CopyCode { .. } => values::coupon_code(verdict, self.definition, place, text),
            ButtonKind::Flow(_) => values::flow(verdict, place, sent),
            ButtonKind::Catalog => values::catalog(verdict, place, sent),
            ButtonKind::MultiProduct => values::product_list(verdict, place, sent),
            ButtonKind::OrderDetails => values::order_details(verdict, place, sent),
            ButtonKind::PaymentRequest { .. } => values::payment_request(verdict, place, sent),
            _ => {}
        }
    }
}
