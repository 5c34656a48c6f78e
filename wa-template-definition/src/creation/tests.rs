//! Every rule of the creation check broken once by itself, and neighbours that keep it.

mod body;
mod buttons;
mod envelope;
mod header;
mod limits;
mod placeholders;

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::place::Part;
use crate::rule::Severity::{self, Error, Warning};
use crate::rule::{RULES, Stage};
use crate::{Body, ButtonKind, Definition, Footer, Violation};

/// What the specification says about each rule, written down a second time: severity (its section 17), code and
/// subcode (its sections 4.4, 10 and 17); 0 where it names none.
const EXPECTED: &[(&str, Severity, u32, u32)] = &[
    ("name-format", Error, 100, 0),
    ("language-unknown", Error, 100, 0),
    ("category-unknown", Error, 100, 0),
    ("authentication-content", Error, 100, 0),
    ("component-duplicate", Error, 100, 0),
    ("message-send-ttl-range", Error, 100, 0),
    ("placeholder-braces", Error, 100, 2_388_072),
    ("placeholder-blank", Error, 100, 2_388_072),
    ("placeholder-name", Error, 100, 0),
    ("placeholder-mixed", Error, 0, 0),
    ("placeholder-format-missing", Error, 0, 0),
    ("placeholder-adjacent", Error, 0, 0),
    ("placeholder-order", Warning, 0, 0),
    ("placeholder-digit", Warning, 0, 0),
    ("header-too-long", Error, 100, 2_388_040),
    ("header-empty", Error, 100, 2_388_047),
    ("header-placeholders", Error, 100, 2_388_047),
    ("header-placeholder-gap", Error, 100, 2_388_037),
    ("header-style", Warning, 100, 2_388_047),
    ("header-example", Error, 100, 2_388_043),
    ("body-missing", Error, 100, 0),
    ("body-too-long", Error, 100, 2_388_040),
    ("body-placeholder-gap", Error, 100, 2_388_037),
    ("body-edge-placeholder", Error, 100, 2_388_299),
    ("body-edge-punctuation", Warning, 100, 2_388_299),
    ("body-placeholder-ratio", Warning, 100, 2_388_293),
    ("body-example", Error, 100, 2_388_043),
    ("example-form", Error, 100, 2_388_043),
    ("footer-too-long", Error, 100, 2_388_040),
    ("footer-empty", Error, 100, 2_388_073),
    ("footer-placeholder", Error, 100, 2_388_073),
    ("buttons-empty", Error, 100, 0),
    ("buttons-too-many", Error, 100, 0),
    ("buttons-too-many-of-kind", Error, 100, 0),
    ("buttons-grouping", Error, 100, 0),
    ("button-label-missing", Error, 100, 0),
    ("button-label-too-long", Error, 100, 2_388_040),
    ("button-label-style", Error, 100, 0),
    ("button-url-too-long", Error, 100, 2_388_040),
    ("button-url-format", Error, 100, 2_388_052),
    ("button-url-placeholder", Error, 100, 2_388_052),
    ("button-url-example", Error, 100, 2_388_043),
    ("button-phone-number-format", Error, 100, 0),
    ("button-phone-number-too-long", Error, 100, 2_388_040),
];

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
        let text = authored(&definition, violation.place().part());
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

/// The authored text that ranges of a part refer to.
fn authored(definition: &Definition, part: Part) -> &str {
    let text = match part {
        Part::Header => definition.header_text(),
        Part::Body => definition.body().and_then(Body::text),
        Part::Footer => definition.footer().and_then(Footer::text),
        Part::ButtonLabel(index) => return definition.buttons()[index].label().unwrap_or_default(),
        Part::ButtonUrl(index) => match definition.buttons()[index].kind() {
            ButtonKind::Url { url, .. } => Some(url),
            _ => None,
        },
        _ => None,
    };
    text.map(crate::Text::authored).unwrap_or_default()
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

const BODY: &str = "Your order has left our warehouse.";

fn template(components: Vec<Value>) -> Value {
    let mut definition = json!({ "name": "order_update", "language": "en_US", "category": "UTILITY" });
    definition["components"] = Value::Array(components);
    definition
}

/// [`template`] with a body only, and this field set or added.
fn with(key: &str, value: impl Into<Value>) -> Value {
    set(template(vec![json!({ "type": "BODY", "text": BODY })]), key, value)
}

fn set(mut definition: Value, key: &str, value: impl Into<Value>) -> Value {
    definition[key] = value.into();
    definition
}

/// A body with numbered placeholders.
fn with_body(text: &str, examples: &[&str]) -> Value {
    let mut body = json!({ "type": "BODY", "text": text });
    if !examples.is_empty() {
        body["example"] = json!({ "body_text": [examples] });
    }
    template(vec![body])
}

fn named_examples(examples: &[&str]) -> Value {
    let example = |name: &&str| json!({ "param_name": name, "example": "Pablo" });
    examples.iter().map(example).collect()
}

/// A body with named placeholders.
fn with_named_body(text: &str, examples: &[&str]) -> Value {
    let mut body = json!({ "type": "BODY", "text": text });
    body["example"] = json!({ "body_text_named_params": named_examples(examples) });
    set(template(vec![body]), "parameter_format", "NAMED")
}

fn with_header(text: &str, examples: &[&str]) -> Value {
    let mut header = json!({ "type": "HEADER", "format": "TEXT", "text": text });
    if !examples.is_empty() {
        header["example"] = json!({ "header_text": examples });
    }
    template(vec![header, json!({ "type": "BODY", "text": BODY })])
}

fn with_footer(text: &str) -> Value {
    let footer = json!({ "type": "FOOTER", "text": text });
    template(vec![json!({ "type": "BODY", "text": BODY }), footer])
}

fn with_buttons(buttons: Vec<Value>) -> Value {
    let mut list = json!({ "type": "BUTTONS" });
    list["buttons"] = Value::Array(buttons);
    template(vec![json!({ "type": "BODY", "text": BODY }), list])
}

fn quick_reply(label: &str) -> Value {
    json!({ "type": "QUICK_REPLY", "text": label })
}

fn url(address: &str, example: Option<&str>) -> Value {
    let mut button = json!({ "type": "URL", "text": "Open", "url": address });
    if let Some(example) = example {
        button["example"] = json!([example]);
    }
    button
}

fn phone_number(number: &str) -> Value {
    json!({ "type": "PHONE_NUMBER", "text": "Call", "phone_number": number })
}

fn table() -> Vec<Broken> {
    let mut table = envelope::broken_definitions();
    table.extend(placeholders::broken_definitions());
    table.extend(header::broken_definitions());
    table.extend(body::broken_definitions());
    table.extend(buttons::broken_definitions());
    table.extend(limits::broken_definitions());
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
