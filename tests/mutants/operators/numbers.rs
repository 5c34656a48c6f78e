//! Numbers of fields: out of range, of the wrong kind, in each other's place.

use super::super::mutant::Change;
use super::super::source::{Element, Fixture, Member, Word};
use super::{Operators, fields};

pub(super) const OPERATORS: Operators = &[
    ("number-out-of-range", out_of_range),
    ("number-as-text", as_text),
    ("number-missing", missing),
    ("number-negative", negative),
    ("swap-numbers", swap),
    ("static-button", static_button),
];

/// A field with a number.
type Numbered<'f> = (&'f Member, &'f str, &'f Word);

fn numbered(fixture: &Fixture) -> Vec<Numbered<'_>> {
    let mut found = Vec::new();
    for (_, member) in fields(fixture) {
        if let Some(binding) = member.binding()
            && let Some(number) = &binding.value
            && !number.is_text()
        {
            found.push((member, binding.key.text.as_str(), number));
        }
    }
    found
}

fn out_of_range(fixture: &Fixture) -> Vec<Change<'_>> {
    let far = |(member, _, number): Numbered<'_>| {
        fixture.change(&member.name.text).replace(&number.at, "9").names("9")
    };
    numbered(fixture).into_iter().map(far).collect()
}

fn as_text(fixture: &Fixture) -> Vec<Change<'_>> {
    let quoted = |(member, key, number): Numbered<'_>| {
        let text = format!("\"{}\"", number.text);
        fixture.change(&member.name.text).replace(&number.at, text).names(format!("`{key}`"))
    };
    numbered(fixture).into_iter().map(quoted).collect()
}

fn missing(fixture: &Fixture) -> Vec<Change<'_>> {
    let without = numbered(fixture).into_iter().filter(|(_, key, _)| *key != "header");
    let bare = |(member, key, _): Numbered<'_>| {
        let binding = member.binding().expect("a number");
        fixture.change(&member.name.text).replace(&binding.whole, key).names(format!("`{key}`"))
    };
    without.map(bare).collect()
}

fn negative(fixture: &Fixture) -> Vec<Change<'_>> {
    let minus = |(member, key, number): Numbered<'_>| {
        fixture.change(&member.name.text).insert(number.at.start, "-").names(format!("`{key}`"))
    };
    numbered(fixture).into_iter().map(minus).collect()
}

/// Two fields of the same kind change their numbers.
fn swap(fixture: &Fixture) -> Vec<Change<'_>> {
    let numbered = numbered(fixture);
    let pairs = numbered.windows(2).filter(|pair| pair[0].1 == pair[1].1);
    let swap = |pair: &[Numbered<'_>]| {
        let (one, other) = (pair[0].2, pair[1].2);
        let change = fixture.change(format!("{}-{}", pair[0].0.name.text, pair[1].0.name.text));
        // Of two cards the first is told, wherever its field stands.
        let change = if pair[0].1 == "card" { change.at(other.at.start).names("card 1") } else { change };
        change.replace(&one.at, other.text.clone()).replace(&other.at, one.text.clone())
    };
    pairs.map(swap).collect()
}

/// A field for a button that takes no value.
fn static_button(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(item) = fixture.item("WaTemplate").filter(|item| !item.members.is_empty()) else {
        return Vec::new();
    };
    let buttons = item.key("buttons").map_or(&[][..], |buttons| buttons.elements());
    let is_static = |(_, button): &(usize, &Element)| {
        let text = &fixture.text[button.whole.clone()];
        let constant = button.key.text == "quick_reply" && text.contains("::");
        constant
            || ["phone_number", "spm"].contains(&button.key.text.as_str())
            || button.key.text == "url" && !text.contains("{{")
    };
    let bind = |(index, _): (usize, _)| {
        let field = format!("\n    #[wa(button = {index})]\n    zebra: String,");
        let change = fixture.change(index).insert(item.inside.start, field);
        change.on(format!("#[wa(button = {index})]\n    zebra")).names(format!("button {index}"))
    };
    buttons.iter().enumerate().filter(is_static).map(bind).collect()
}
