//! Samples of fields: missing, empty, given twice, of nothing.

use super::super::mutant::Change;
use super::super::source::{Element, Fixture, Member};
use super::{Operators, fields};

pub(super) const OPERATORS: Operators = &[
    ("drop-example", drop_example),
    ("empty-example", empty_example),
    ("example-not-a-text", not_a_text),
    ("duplicate-example", duplicate),
    ("example-of-no-text", of_no_text),
];

fn examples(fixture: &Fixture) -> Vec<(&Member, &Element)> {
    let fields = fields(fixture).into_iter();
    fields.filter_map(|(_, member)| Some((member, member.key("example")?))).collect()
}

fn drop_example(fixture: &Fixture) -> Vec<Change<'_>> {
    let drop = |(member, example): (&Member, &Element)| {
        let change = fixture.change(&member.name.text).remove(&example.whole);
        change.at(member.name.at.start).names(&member.name.text)
    };
    examples(fixture).into_iter().map(drop).collect()
}

fn empty_example(fixture: &Fixture) -> Vec<Change<'_>> {
    let empty = |(member, example): (&Member, &Element)| {
        let value = example.value.as_ref().expect("a text");
        fixture.change(&member.name.text).replace(&value.at, "\"\"").names(&member.name.text)
    };
    examples(fixture).into_iter().map(empty).collect()
}

fn not_a_text(fixture: &Fixture) -> Vec<Change<'_>> {
    let number = |(member, example): (&Member, &Element)| {
        let value = example.value.as_ref().expect("a text");
        fixture.change(&member.name.text).replace(&value.at, "7").names("`example`")
    };
    examples(fixture).into_iter().map(number).collect()
}

fn duplicate(fixture: &Fixture) -> Vec<Change<'_>> {
    let twice = |(member, example): (&Member, &Element)| {
        let copy = format!(",\n/* again */ {}", &fixture.text[example.whole.clone()]);
        let change = fixture.change(&member.name.text).insert(example.whole.end, copy);
        change.on("/* again */").names("`example`")
    };
    examples(fixture).into_iter().map(twice).collect()
}

/// Only a text has a sample here.
fn of_no_text(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for (item, member) in fields(fixture) {
        let Some(binding) = member.binding().filter(|_| member.key("example").is_none()) else { continue };
        let kind = item.key("header").and_then(|header| Some(header.elements().first()?.key.text.as_str()));
        let names = match (binding.key.text.as_str(), kind) {
            _ if item.key("definition").is_some() => "`example`",
            ("header", Some(kind)) if !["location", "product"].contains(&kind) => kind,
            _ => &member.name.text,
        };
        let change =
            fixture.change(&member.name.text).insert(binding.whole.end, ",\n        example = \"zebra\"");
        changes.push(change.on("example = \"zebra\"").names(names));
    }
    changes
}
