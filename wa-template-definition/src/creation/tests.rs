//! Every rule of the creation check broken once by itself, and neighbours that keep it.

mod body;
mod buttons;
mod card_parts;
mod cards;
mod envelope;
mod expected;
mod header;
mod kinds;
mod limits;
mod offers;
mod one_time_passwords;
mod orders;
mod placeholders;
mod samples;

use std::collections::BTreeSet;

use serde_json::Value;

use self::expected::EXPECTED;
use self::samples::{
    BODY, authentication, buttons, coupon, header, labelled, marketing, named_examples, one_time_password,
    phone_number, quick_reply, set, template, url, with, with_body, with_buttons, with_footer, with_header,
    with_named_body,
};
use crate::place::{Part, Place};
use crate::rule::Severity::Error;
use crate::rule::{RULES, Stage};
use crate::{Definition, Violation};

/// A definition that breaks exactly one rule, once.
struct Broken {
    rule: &'static str,
    definition: Value,
    /// The path of the place.
    place: &'static str,
    /// What stands in the text before the range of the place, and in the range.
    range: Option<(&'static str, &'static str)>,
}

fn broken(rule: &'static str, place: &'static str, definition: Value) -> Broken {
    Broken { rule, definition, place, range: None }
}

impl Broken {
    /// The place is narrowed to `found`, which stands behind `before`.
    fn at(self, before: &'static str, found: &'static str) -> Self {
        Self { range: Some((before, found)), ..self }
    }

    /// What is not as expected.
    fn problem(&self) -> Option<String> {
        let definition = read(&self.definition);
        let violations = definition.validate();
        let [violation] = violations.as_slice() else {
            let rules: Vec<_> = violations.iter().map(Violation::rule).collect();
            return Some(format!("should break `{}` once, breaks {rules:?}", self.rule));
        };
        let text = authored(&definition, violation.place());
        let found = (
            violation.rule(),
            violation.place().to_string(),
            violation.place().range().map(|range| (&text[..range.start], &text[range])),
        );
        let expected = (self.rule, self.place.to_owned(), self.range);
        if found != expected {
            return Some(format!("expected {expected:?}, found {found:?}"));
        }
        codes_problem(violation).or_else(|| words_problem(violation))
    }
}

/// The codes that the platform answers with, and how surely it does.
fn codes_problem(violation: &Violation) -> Option<String> {
    let known = |number: u32| Some(number).filter(|number| *number != 0);
    let found = (violation.severity(), violation.code(), violation.subcode());
    let expected = EXPECTED
        .iter()
        .find(|(rule, ..)| *rule == violation.rule())
        .map(|(_, severity, code, subcode)| (*severity, known(*code), known(*subcode)));
    let fits = expected == Some(found) && violation.is_error() == (found.0 == Error);
    (!fits).then(|| format!("{}: expected {expected:?}, found {found:?}", violation.rule()))
}

/// Messages begin in lower case or with a quotation, have no final stop and stay on one line.
fn words_problem(violation: &Violation) -> Option<String> {
    let fits = [violation.fact(), violation.fix()].iter().all(|words| {
        let first = words.chars().next();
        first.is_some_and(|first| !first.is_ascii_uppercase()) && !words.ends_with('.')
    });
    let shown = format!("{}: {}; {}", violation.place(), violation.fact(), violation.fix());
    let fits = fits && violation.to_string() == shown;
    (!fits).then(|| format!("badly worded: {violation}"))
}

/// The authored text that ranges of a place refer to.
fn authored<'d>(definition: &'d Definition, place: &Place) -> &'d str {
    let text = match place.part() {
        Part::ButtonLabel(index) => {
            definition.section_at(place.card()).and_then(|section| section.buttons().get(index)?.label())
        }
        _ => definition.text_at(place).map(crate::Text::authored),
    };
    text.unwrap_or_default()
}

#[track_caller]
fn read(definition: &Value) -> Definition {
    Definition::from_value(definition.clone()).unwrap_or_else(|error| panic!("{error}: {definition}"))
}

/// Nothing at all is said about the definition.
#[track_caller]
fn accepted(definition: &Value) {
    let violations = read(definition).validate();
    assert_eq!(violations, [], "{definition}");
}

/// The rules that a definition breaks, in order.
fn rules(definition: &Value) -> Vec<&'static str> {
    read(definition).validate().iter().map(Violation::rule).collect()
}

fn table() -> Vec<Broken> {
    let mut table = envelope::broken_definitions();
    table.extend(placeholders::broken_definitions());
    table.extend(header::broken_definitions());
    table.extend(body::broken_definitions());
    table.extend(buttons::broken_definitions());
    table.extend(limits::broken_definitions());
    table.extend(kinds::broken_definitions());
    table.extend(one_time_passwords::broken_definitions());
    table.extend(offers::broken_definitions());
    table.extend(orders::broken_definitions());
    table.extend(cards::broken_definitions());
    table.extend(card_parts::broken_definitions());
    table
}

#[test]
fn one_mistake_is_one_violation() {
    let problems: Vec<_> = table()
        .iter()
        .filter_map(|case| Some(format!("{}\n  in {}", case.problem()?, case.definition)))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn wrong_expectations_are_noticed() {
    let case = || broken("header-placeholder-gap", "header", with_header("Size {{2}}", &["a"]));
    assert_eq!(case().at("Size ", "{{2}}").problem(), None);
    assert!(case().at("", "{{2}}").problem().is_some());
    assert!(case().problem().is_some());
    let elsewhere = Broken { place: "body", ..case().at("Size ", "{{2}}") };
    assert!(elsewhere.problem().is_some());
}

#[test]
fn every_rule_is_shown() {
    let rules: BTreeSet<_> =
        RULES.iter().filter(|rule| rule.stage == Stage::Creation).map(|rule| rule.id).collect();
    let expected: BTreeSet<_> = EXPECTED.iter().map(|(rule, ..)| *rule).collect();
    let shown: BTreeSet<_> = table().iter().map(|case| case.rule).collect();
    assert_eq!(rules, expected, "the table of expected codes lists every rule");
    assert_eq!(rules, shown, "every rule is broken by a definition of these tests");
}
