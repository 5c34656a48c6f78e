//! The buttons of a send: each addressed by its position among all buttons of the template.

use serde_json::Value;

use super::{Verdict, parameters};
use crate::place::{Part, Place};
use crate::{Button, ButtonKind, Definition, rule, value};

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
struct Sent<'a> {
    component: &'a Value,
    sub_type: String,
    index: Option<usize>,
}

pub(super) fn check(verdict: &mut Verdict, definition: &Definition, components: &[&Value]) {
    let buttons = definition.buttons();
    let unknown = buttons.iter().any(|button| takes(button).is_none());
    let mut filled = vec![false; buttons.len()];
    let mut misplaced = Vec::new();
    for &component in components {
        let sent = Sent::read(component);
        if !SUB_TYPES.contains(&sent.sub_type.as_str()) {
            let fact = "the send has a button of unknown `sub_type`";
            let fix = "use `quick_reply` or `url`";
            verdict.add(&rule::SEND_BUTTON_SUB_TYPE, place(sent.index), fact, fix);
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
                value_of(verdict, index, button, sent.component, definition);
            }
            // The platform's own sample of a call button has no index.
            None if unknown && sent.index.is_none() && sent.sub_type == "voice_call" => {}
            _ => misplaced.push(sent),
        }
    }
    report(verdict, buttons, &filled, misplaced);
}

/// Values that stand at a wrong index, and buttons that lack one. A value that fits a button without one is the same
/// mistake seen from two sides.
fn report(verdict: &mut Verdict, buttons: &[Button], filled: &[bool], misplaced: Vec<Sent<'_>>) {
    let requires = |index: &usize| !filled[*index] && requires_value(&buttons[*index]);
    let mut missing: Vec<usize> = (0..buttons.len()).filter(requires).collect();
    let mut others = Vec::new();
    for sent in misplaced {
        let meant = missing.iter().position(|index| takes(&buttons[*index]) == Some(sent.sub_type.as_str()));
        match meant {
            Some(at) => wrong_index(verdict, &sent, Some(missing.remove(at))),
            None => others.push(sent),
        }
    }
    for sent in others {
        match sent.index.and_then(|index| Some((index, buttons.get(index)?))) {
            None => wrong_index(verdict, &sent, None),
            Some((index, _)) if filled[index] => {
                let fact = format!("button {index} is sent twice");
                verdict.add(
                    &rule::SEND_COMPONENT_DUPLICATE,
                    place(sent.index),
                    fact,
                    "send each button once",
                );
            }
            Some((index, button)) if takes(button) == Some("") => {
                let fact = format!("button {index} ({}) has nothing to fill in", button.type_name());
                verdict.add(&rule::SEND_BUTTON_STATIC, place(sent.index), fact, "leave the component out");
            }
            Some((index, button)) => {
                missing.retain(|other| *other != index);
                let fact =
                    format!("button {index} is {}, the send has `{}`", button.type_name(), sent.sub_type);
                let fix = format!("send `sub_type` `{}`", takes(button).unwrap_or_default());
                verdict.add(&rule::SEND_BUTTON_KIND, place(sent.index), fact, fix);
            }
        }
    }
    for index in missing {
        let fact = format!("button {index} of type {} requires a value", buttons[index].type_name());
        let fix = format!("send a `button` component with `\"index\": \"{index}\"`");
        verdict.add(&rule::SEND_BUTTON_MISSING, place(Some(index)), fact, fix);
    }
}

fn wrong_index(verdict: &mut Verdict, sent: &Sent<'_>, meant: Option<usize>) {
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
    verdict.add(&rule::SEND_BUTTON_INDEX, place(sent.index), fact, fix);
}

fn place(index: Option<usize>) -> Place {
    Place::new(index.map_or(Part::Buttons, Part::Button))
}

impl<'a> Sent<'a> {
    fn read(component: &'a Value) -> Self {
        let sub_type = component.get("sub_type").and_then(Value::as_str).unwrap_or_default();
        let index = match component.get("index") {
            // Both forms occur in the platform's samples.
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(number) => number.as_u64().and_then(|number| usize::try_from(number).ok()),
            None => None,
        };
        Self { component, sub_type: sub_type.to_ascii_lowercase(), index }
    }
}

/// The `sub_type` with which a button is sent; empty for one that is never sent, `None` for one of unknown kind.
fn takes(button: &Button) -> Option<&'static str> {
    match button.kind() {
        ButtonKind::QuickReply => Some("quick_reply"),
        ButtonKind::Url { url, .. } if url.placeholders().is_empty() => Some(""),
        ButtonKind::Url { .. } => Some("url"),
        ButtonKind::PhoneNumber { .. } => Some(""),
        ButtonKind::Other => None,
    }
}

fn requires_value(button: &Button) -> bool {
    takes(button) == Some("url")
}

fn value_of(
    verdict: &mut Verdict,
    index: usize,
    button: &Button,
    component: &Value,
    definition: &Definition,
) {
    let parameters = component.get("parameters").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let (kind, key) = match button.kind() {
        ButtonKind::QuickReply => ("payload", "payload"),
        ButtonKind::Url { .. } => ("text", "text"),
        ButtonKind::PhoneNumber { .. } | ButtonKind::Other => return,
    };
    let place = Place::new(Part::Button(index));
    if parameters.len() > 1 {
        let fact = format!("button {index} has {} parameters, it takes 1", parameters.len());
        verdict.add(&rule::SEND_PARAMETER_COUNT, place, fact, "send one");
        return;
    }
    if let Some(parameter) = parameters.first()
        && parameters::kind(parameter) != kind
    {
        let found = parameters::describe(&parameters::kind(parameter));
        let fact = format!("button {index} takes `{kind}`, the send has {found}");
        verdict.add(&rule::SEND_PARAMETER_KIND, place, fact, format!("send a parameter of type `{kind}`"));
        return;
    }
    let text = parameters
        .first()
        .and_then(|parameter| parameter.get(key))
        .and_then(Value::as_str)
        .unwrap_or_default();
    if let ButtonKind::Url { url, .. } = button.kind() {
        verdict.extend(value::text(text, &place));
        if let Some(limit) = value::filled_limit(definition, Part::ButtonUrl(index)) {
            let filled = url.fixed_characters() + text.chars().count();
            verdict.extend(value::filled_too_long(&place, filled, limit));
        }
    } else {
        verdict.extend(value::payload(text, &place));
    }
}
