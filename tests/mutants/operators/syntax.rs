//! The shape of an item and of its attributes.

use super::super::mutant::Change;
use super::super::source::{Element, Fixture, Item};
use super::{Operators, is_told_elsewhere};

pub(super) const OPERATORS: Operators = &[
    ("missing-comma", missing_comma),
    ("no-attributes", no_attributes),
    ("attribute-without-list", without_list),
    ("unknown-key", unknown_key),
    ("not-a-literal", not_a_literal),
];

/// Between two keys on lines of their own.
fn missing_comma(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(item) = fixture.item("WaTemplate") else { return Vec::new() };
    let pairs = item.keys.windows(2).filter(|pair| fixture.text[pair[0].whole.end..].starts_with(','));
    let pairs = pairs.filter(|pair| !is_told_elsewhere(fixture, &pair[1].key.text));
    let join = |pair: &[Element]| {
        let end = pair[0].whole.end;
        let change = fixture.change(format!("{}-{}", pair[0].key.text, pair[1].key.text));
        change.replace(&(end..end + 1), "").at(pair[1].whole.start).names("`,`")
    };
    pairs.map(join).collect()
}

fn no_attributes(fixture: &Fixture) -> Vec<Change<'_>> {
    let templates =
        fixture.items("WaTemplate").filter(|item| item.attributes.len() == 1 && item.members.is_empty());
    let none = |item: &Item| {
        let inside = &item.attributes[0];
        let change = fixture.change(&item.name.text).replace(&(inside.start - 5..inside.end + 2), "");
        change.at(item.name.at.start).names(&item.name.text)
    };
    templates.map(none).collect()
}

fn without_list(fixture: &Fixture) -> Vec<Change<'_>> {
    let templates = fixture.items("WaTemplate").filter(|item| item.attributes.len() == 1);
    let bare = |item: &Item| {
        let inside = &item.attributes[0];
        fixture.change(&item.name.text).replace(&(inside.start - 1..inside.end + 1), "").names("`wa`")
    };
    templates.map(bare).collect()
}

fn unknown_key(fixture: &Fixture) -> Vec<Change<'_>> {
    let add = |item: &Item| {
        let change =
            fixture.change(&item.name.text).insert(item.attributes[0].start, "zebra = \"stripes\", ");
        change.on("zebra").names("`zebra`")
    };
    fixture.items.iter().filter(|item| !item.attributes.is_empty()).map(add).collect()
}

/// Attributes are read before constants and macros have values.
fn not_a_literal(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for item in fixture.items("WaTemplate") {
        let Some(value) = item.key("body").and_then(|body| body.value.as_ref()) else { continue };
        for (what, code) in [("constant", "ZEBRA"), ("macro", "concat!(\"zebra\")"), ("borrow", "&\"zebra\"")]
        {
            let change = fixture.change(format!("{}-{what}", item.name.text));
            changes.push(change.replace(&value.at, code).names("`body`"));
        }
    }
    changes
}
