//! Sends that fit their template, and sends with one mistake.

mod accepted;
mod buttons;
mod cards;
mod components;
mod expected;
mod header;
mod kinds;
mod offers;
mod one_time_codes;
mod orders;
mod payments;
mod products;
mod samples;
mod values;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use self::expected::{EXPECTED, NOT_OF_A_SEND};
use self::samples::{
    BODY, HEADER, LINK, REPLY, action_send, button_send, changed, component, header_send, list, named,
    named_send, numbered, numbered_send, parameter, plain, send, template, with_buttons, with_header,
};
use crate::rule::{RULES, Stage};
use crate::{Definition, Violation};

/// A send with one mistake.
struct Refused {
    rule: &'static str,
    /// The path of the place.
    place: &'static str,
    definition: Value,
    send: Value,
}

fn refused(rule: &'static str, place: &'static str, definition: Value, send: Value) -> Refused {
    Refused { rule, place, definition, send }
}

impl Refused {
    /// What is not as expected.
    fn problem(&self) -> Option<String> {
        let violations = read(&self.definition).check_send(&self.send);
        let [violation] = violations.as_slice() else {
            let rules: Vec<_> = violations.iter().map(ToString::to_string).collect();
            return Some(format!("should break `{}` once, has {rules:#?}", self.rule));
        };
        let code = EXPECTED.iter().find(|(rule, _)| *rule == self.rule).map(|(_, code)| *code);
        let found = (violation.rule(), violation.place().to_string(), violation.code(), violation.is_error());
        let expected = (self.rule, self.place.to_owned(), code, true);
        (found != expected).then(|| format!("expected {expected:?}, found {found:?}: {violation}"))
    }
}

#[track_caller]
fn read(definition: &Value) -> Definition {
    Definition::from_value(definition.clone()).unwrap_or_else(|error| panic!("{error}: {definition}"))
}

#[track_caller]
fn accepted(definition: &Value, send: &Value) {
    let violations = read(definition).check_send(send);
    assert_eq!(violations, [], "{send} for {definition}");
}

/// The rules that a send breaks, in order.
fn rules(definition: &Value, send: &Value) -> Vec<&'static str> {
    read(definition).check_send(send).iter().map(Violation::rule).collect()
}

fn table() -> Vec<Refused> {
    let mut table = components::refused_sends();
    table.extend(header::refused_sends());
    table.extend(values::refused_sends());
    table.extend(buttons::refused_sends());
    table.extend(kinds::refused_sends());
    table.extend(products::refused_sends());
    table.extend(offers::refused_sends());
    table.extend(one_time_codes::refused_sends());
    table.extend(orders::refused_sends());
    table.extend(payments::refused_sends());
    table.extend(cards::refused_sends());
    table
}

#[test]
fn one_mistake_is_one_violation() {
    let problems: Vec<_> =
        table().iter().filter_map(|case| Some(format!("{}\n  in {}", case.problem()?, case.send))).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn wrong_expectations_are_noticed() {
    let send = changed(numbered_send(), |send| send["name"] = json!("other"));
    let case = |rule, place| refused(rule, place, numbered(), send.clone());
    assert_eq!(case("send-name", "name").problem(), None);
    assert!(case("send-language", "name").problem().is_some());
    assert!(case("send-name", "language").problem().is_some());
    assert!(refused("send-name", "name", numbered(), numbered_send()).problem().is_some());
}

#[test]
fn every_rule_is_shown() {
    let exceptions: BTreeSet<_> = NOT_OF_A_SEND.iter().copied().collect();
    let rules: BTreeSet<_> = RULES
        .iter()
        .filter(|rule| matches!(rule.stage, Stage::Send | Stage::Value))
        .map(|rule| rule.id)
        .collect();
    let shown: BTreeSet<_> = table().iter().map(|case| case.rule).collect();
    let expected: BTreeSet<_> = EXPECTED.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(shown, expected, "the table of codes lists the rules that are shown");
    let of_sends: BTreeSet<_> = rules.difference(&exceptions).copied().collect();
    assert_eq!(of_sends, shown, "every rule is broken by a send of these tests, or is one of the exceptions");
    let outdated: Vec<_> = exceptions.difference(&rules).collect();
    assert!(outdated.is_empty(), "no rules any more: {outdated:?}");
}
