//! Keys: misspelled, missing, given twice, with a value of another kind.

use super::super::mutant::Change;
use super::super::source::{Element, Fixture, Item};
use super::{Operators, is_told_elsewhere, misspelled};

pub(super) const OPERATORS: Operators = &[
    ("misspell-key", misspell_key),
    ("misspell-field-key", misspell_field_key),
    ("drop-required-key", drop_required),
    ("duplicate-key", duplicate),
    ("word-with-value", word_with_value),
    ("key-without-value", without_value),
    ("text-as-number", text_as_number),
    ("text-as-list", text_as_list),
    ("list-as-text", list_as_text),
    ("value-without-key", value_without_key),
    ("unfinished-key", unfinished),
    ("missing-equals", missing_equals),
];

/// Keys and words of the attributes of a template, of whatever depth.
fn words(item: &Item) -> Vec<&Element> {
    let mut words = item.all();
    words.retain(|element| !element.key.text.is_empty() && element.whole.len() >= element.key.text.len());
    words
}

/// Tells apart what has the same name in one fixture: its line, if there are several.
fn what(fixture: &Fixture, place: usize, key: &str) -> String {
    let elements = fixture.items("WaTemplate").flat_map(Item::all);
    let alike = elements.filter(|element| element.key.text == key).map(|element| element.key.at.start);
    let alike: Vec<usize> = alike.collect();
    let before = alike.iter().filter(|other| **other < place).count();
    if alike.len() == 1 { key.to_owned() } else { format!("{key}-{before}") }
}

fn misspell_key(fixture: &Fixture) -> Vec<Change<'_>> {
    let words = fixture.items("WaTemplate").flat_map(words);
    // A path is the user's own.
    let words = words.filter(|word| !fixture.text[word.key.at.end..].starts_with("::"));
    let words = words.filter(|word| !is_told_elsewhere(fixture, &word.key.text));
    let misspell = |word: &Element| {
        let wrong = misspelled(&word.key.text);
        let change = fixture.change(what(fixture, word.key.at.start, &word.key.text));
        change.replace(&word.key.at, wrong.clone()).names(wrong)
    };
    words.map(misspell).collect()
}

fn misspell_field_key(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for item in &fixture.items {
        for member in &item.members {
            for key in &member.keys {
                let wrong = misspelled(&key.key.text);
                let what = format!("{}-{}-{}", item.name.text, member.name.text, key.key.text);
                changes.push(fixture.change(what).replace(&key.key.at, wrong.clone()).names(wrong));
            }
        }
    }
    changes
}

fn drop_required(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(item) = fixture.item("WaTemplate").filter(|item| item.key("definition").is_none()) else {
        return Vec::new();
    };
    let keys = ["language", "category", "body"].iter().filter_map(|key| item.key(key));
    let drop = |key: &Element| {
        let change = fixture.change(&key.key.text).remove(&key.whole);
        change.at(item.name.at.start).names(&key.key.text)
    };
    keys.map(drop).collect()
}

fn duplicate(fixture: &Fixture) -> Vec<Change<'_>> {
    let keys = fixture.items("WaTemplate").flat_map(|item| &item.keys);
    let keys = keys.filter(|key| !["allow", "translation"].contains(&key.key.text.as_str()));
    let keys = keys.filter(|key| !is_told_elsewhere(fixture, &key.key.text));
    let twice = |key: &Element| {
        let copy = format!("{},\n", &fixture.text[key.whole.clone()]);
        let change = fixture.change(what(fixture, key.key.at.start, &key.key.text));
        change.insert(key.whole.start, copy).at(key.whole.start).names(format!("`{}`", key.key.text))
    };
    keys.map(twice).collect()
}

fn word_with_value(fixture: &Fixture) -> Vec<Change<'_>> {
    let alone = fixture.items("WaTemplate").flat_map(|item| &item.keys);
    let alone = alone.filter(|key| key.value.is_none() && key.list.is_none());
    let value = |key: &Element| {
        let change = fixture.change(&key.key.text).insert(key.whole.end, " = true");
        change.at(key.whole.start).names(format!("`{}`", key.key.text))
    };
    alone.map(value).collect()
}

/// `key = "…"` of a template.
fn texts(fixture: &Fixture) -> Vec<&Element> {
    let keys = fixture.items("WaTemplate").flat_map(|item| &item.keys);
    let keys = keys.filter(|key| key.value.as_ref().is_some_and(super::Word::is_text));
    keys.filter(|key| !is_told_elsewhere(fixture, &key.key.text)).collect()
}

fn each<'f>(
    fixture: &'f Fixture,
    keys: Vec<&Element>,
    change: impl Fn(Change<'f>, &Element) -> Change<'f>,
) -> Vec<Change<'f>> {
    let one = |key: &Element| {
        let what = what(fixture, key.key.at.start, &key.key.text);
        change(fixture.change(what), key).names(format!("`{}", key.key.text))
    };
    keys.into_iter().map(one).collect()
}

fn without_value(fixture: &Fixture) -> Vec<Change<'_>> {
    each(fixture, texts(fixture), |change, key| change.replace(&key.whole, key.key.text.clone()))
}

fn text_as_number(fixture: &Fixture) -> Vec<Change<'_>> {
    each(fixture, texts(fixture), |change, key| change.replace(&key.value.as_ref().expect("a text").at, "7"))
}

fn text_as_list(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut keys = texts(fixture);
    // A header may be a list.
    keys.retain(|key| key.key.text != "header");
    each(fixture, keys, |change, key| {
        let list = format!("{}({})", key.key.text, key.value.as_ref().expect("a text").text);
        change.replace(&key.whole, list)
    })
}

fn list_as_text(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut keys: Vec<_> = fixture.items("WaTemplate").flat_map(|item| &item.keys).collect();
    // A header may be a text.
    keys.retain(|key| key.list.is_some() && key.key.text != "header");
    each(fixture, keys, |change, key| change.replace(&key.whole, format!("{} = \"zebra\"", key.key.text)))
}

fn value_without_key(fixture: &Fixture) -> Vec<Change<'_>> {
    let change = |key: &Element| {
        let value = key.value.as_ref().expect("a text");
        let change = fixture.change(what(fixture, key.key.at.start, &key.key.text));
        change.replace(&(key.key.at.start..value.at.start), "").names("without a key")
    };
    texts(fixture).into_iter().map(change).collect()
}

fn unfinished(fixture: &Fixture) -> Vec<Change<'_>> {
    each(fixture, texts(fixture), |change, key| change.replace(&key.whole, format!("{} =", key.key.text)))
}

fn missing_equals(fixture: &Fixture) -> Vec<Change<'_>> {
    let change = |key: &Element| {
        let value = key.value.as_ref().expect("a text");
        let change = fixture.change(what(fixture, key.key.at.start, &key.key.text));
        change.replace(&(key.key.at.end..value.at.start), " ").names("=")
    };
    texts(fixture).into_iter().map(change).collect()
}
