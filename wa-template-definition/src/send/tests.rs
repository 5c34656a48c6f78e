//! Sends that fit their template, and sends with one mistake.

mod accepted;
mod buttons;
mod components;
mod header;
mod values;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::rule::{RULES, Stage};
use crate::{Definition, Violation};

/// Which code the platform answers with (section 17 of the specification, rows 25 to 29, and its sections 4.5, 6.3
/// and 10), written down a second time.
const EXPECTED: &[(&str, u32)] = &[
    ("send-name", 132_001),
    ("send-language", 132_001),
    ("send-form", 100),
    ("send-component-unknown", 100),
    ("send-component-duplicate", 100),
    ("send-parameter-count", 132_000),
    ("send-header-missing", 132_012),
    ("send-parameter-kind", 132_012),
    ("send-parameter-name", 100),
    ("send-parameter-unknown", 132_000),
    ("send-parameter-named", 132_000),
    ("send-button-missing", 131_008),
    ("send-button-index", 131_008),
    ("send-button-kind", 132_018),
    ("send-button-sub-type", 100),
    ("send-button-static", 100),
    ("value-empty", 131_008),
    ("value-white-space", 132_018),
    ("value-too-long", 132_005),
    ("value-payload-empty", 132_018),
    ("value-payload-too-long", 131_009),
    ("value-media", 132_012),
    ("value-location", 131_009),
    ("value-currency", 131_009),
];

/// Rules for what stands around the `template` object, and for parts of a date, which only the On-Premises API reads:
/// the runtime asks them, not `check_send`.
const NOT_OF_A_SEND: &[&str] = &[
    "value-date-time",
    "recipient-phone-number",
    "recipient-id",
    "language-missing",
    "callback-data-too-long",
    "message-id",
    "on-premises-namespace",
    "on-premises-unknown",
];

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

fn template(components: Value) -> Value {
    let mut definition = json!({ "name": "ticket", "language": "en_US", "category": "UTILITY" });
    definition["components"] = components;
    definition
}

fn send(components: Value) -> Value {
    let mut send = json!({ "name": "ticket", "language": { "code": "en_US" } });
    send["components"] = components;
    send
}

/// A send with one thing changed.
fn changed(mut send: Value, change: impl FnOnce(&mut Value)) -> Value {
    change(&mut send);
    send
}

fn list(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().expect("a list")
}

/// Text header, body with two placeholders, five buttons of which only the last one requires a value.
fn numbered() -> Value {
    template(json!([
        { "type": "HEADER", "format": "TEXT", "text": "Ticket {{1}}" },
        { "type": "BODY", "text": "Hi {{1}}, your ticket for {{2}} is ready." },
        { "type": "FOOTER", "text": "Lucky Shrub" },
        { "type": "BUTTONS", "buttons": [
            { "type": "QUICK_REPLY", "text": "Thanks" },
            { "type": "QUICK_REPLY", "text": "Stop" },
            { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550051310" },
            { "type": "URL", "text": "Shop", "url": "https://example.com/" },
            { "type": "URL", "text": "Open", "url": "https://example.com/t/{{1}}", "example": ["x"] }] }
    ]))
}

fn numbered_send() -> Value {
    send(json!([
        { "type": "header", "parameters": [{ "type": "text", "text": "77" }] },
        { "type": "body", "parameters": [{ "type": "text", "text": "Pablo" },
                                         { "type": "text", "text": "Friday" }] },
        { "type": "button", "sub_type": "quick_reply", "index": "0",
          "parameters": [{ "type": "payload", "payload": "thanks" }] },
        { "type": "button", "sub_type": "url", "index": "4", "parameters": [{ "type": "text", "text": "9rwn" }] }
    ]))
}

/// The components of [`numbered_send`].
const HEADER: usize = 0;
const BODY: usize = 1;
const REPLY: usize = 2;
const LINK: usize = 3;

/// Text header and body with names, one address.
fn named() -> Value {
    let mut definition = template(json!([
        { "type": "HEADER", "format": "TEXT", "text": "For {{event}}" },
        { "type": "BODY", "text": "Hi {{name}}, your ticket for {{day}} is ready. See you on {{day}}!" },
        { "type": "BUTTONS", "buttons": [
            { "type": "URL", "text": "Open", "url": "https://example.com/t/{{1}}", "example": ["x"] }] }
    ]));
    definition["parameter_format"] = json!("NAMED");
    definition
}

fn named_send() -> Value {
    send(json!([
        { "type": "header", "parameters": [{ "type": "text", "parameter_name": "event", "text": "Opera" }] },
        { "type": "body", "parameters": [{ "type": "text", "parameter_name": "name", "text": "Pablo" },
                                         { "type": "text", "parameter_name": "day", "text": "Friday" }] },
        { "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "9rwn" }] }
    ]))
}

/// A body without placeholders and nothing else.
fn plain() -> Value {
    template(json!([{ "type": "BODY", "text": "Your ticket is ready." }]))
}

/// A header of this format above a body without placeholders.
fn with_header(format: &str) -> Value {
    template(json!([{ "type": "HEADER", "format": format },
                    { "type": "BODY", "text": "Your ticket is ready." }]))
}

/// A send for [`with_header`]; the object stands under the key of its type.
fn header_send(kind: &str, object: Value) -> Value {
    let mut parameter = json!({ "type": kind });
    parameter[kind] = object;
    send(json!([{ "type": "header", "parameters": [parameter] }]))
}

fn table() -> Vec<Refused> {
    let mut table = components::refused_sends();
    table.extend(header::refused_sends());
    table.extend(values::refused_sends());
    table.extend(buttons::refused_sends());
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
