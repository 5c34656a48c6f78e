//! The ways to break a template. An operator finds the places of a fixture to which it applies, and says of each mutant
//! where its error belongs and what it must name.

mod buttons;
mod cards;
mod envelope;
mod examples;
mod fields;
mod files;
mod headers;
mod keys;
mod limits;
mod numbers;
mod placeholders;
mod syntax;
mod texts;
mod translations;
mod types;

use super::mutant::{Change, Mutant};
use super::slips;
use super::source::{Element, Fixture, Item, Member, Word};

/// The broken forms of one fixture.
type Operator = fn(&Fixture) -> Vec<Change<'_>>;

/// Operators by name.
type Operators = &'static [(&'static str, Operator)];

/// All mutants of all fixtures, operator by operator.
pub(crate) fn mutants(fixtures: &[Fixture]) -> Vec<Mutant> {
    let all = [
        fields::OPERATORS,
        numbers::OPERATORS,
        types::OPERATORS,
        examples::OPERATORS,
        keys::OPERATORS,
        syntax::OPERATORS,
        envelope::OPERATORS,
        texts::OPERATORS,
        placeholders::OPERATORS,
        buttons::OPERATORS,
        headers::OPERATORS,
        cards::OPERATORS,
        translations::OPERATORS,
        files::OPERATORS,
        limits::OPERATORS,
    ];
    let mut mutants = Vec::new();
    for (name, operator) in all.into_iter().flatten() {
        let before = mutants.len();
        for fixture in fixtures {
            mutants.extend(operator(fixture).into_iter().map(|change| change.mutant(name)));
        }
        assert!(mutants.len() > before, "{name} applies nowhere");
    }
    mutants.extend(slips::mutants(fixtures));
    mutants
}

/// Keys that every template has in the same way: some fixtures are enough to break them in all ways.
fn is_told_elsewhere(fixture: &Fixture, key: &str) -> bool {
    let envelope = ["name", "language", "category"].contains(&key);
    envelope
        && !["static_text", "media_cards", "code_to_copy", "translations"].contains(&fixture.name.as_str())
}

/// A word with two neighbouring letters in each other's place: the slip of a hand.
fn misspelled(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let slip = (1..letters.len() - 1).find(|index| letters[*index] != letters[index + 1]);
    let slip = slip.unwrap_or(0);
    letters.swap(slip, slip + 1);
    letters.into_iter().collect()
}

/// The only text of a fixture that reads like this, as a place.
fn find(fixture: &Fixture, text: &str) -> std::ops::Range<usize> {
    assert_eq!(fixture.text.matches(text).count(), 1, "`{text}` in {}", fixture.name);
    let start = fixture.text.find(text).expect("counted");
    start..start + text.len()
}

/// The struct that derives `WaTemplate`, with each of its fields that are not the application's own.
fn fields(fixture: &Fixture) -> Vec<(&Item, &Member)> {
    let items = fixture.items("WaTemplate");
    let all = items.flat_map(|item| item.members.iter().map(move |member| (item, member)));
    all.filter(|(_, member)| member.key("skip").is_none()).collect()
}

/// Where a text comes from.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Header,
    Body,
    Footer,
    Label,
    Address,
    PhoneNumber,
    Heading,
}

/// A text of a template.
struct Text<'f> {
    role: Role,
    word: &'f Word,
    /// Which of them: `body`, `card 1 body`, `es label 0`.
    path: String,
    in_card: bool,
    in_translation: bool,
}

/// All texts of a template, with those of its cards and its translations.
fn texts(item: &Item) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    section(&item.keys, "", &mut texts);
    texts
}

fn section<'f>(elements: &'f [Element], path: &str, texts: &mut Vec<Text<'f>>) {
    for element in elements {
        let mut add = |role, word: &'f Word, name: &str| {
            let (in_card, in_translation) = (path.contains("card"), path.contains("translation"));
            texts.push(Text { role, word, path: format!("{path}{name}"), in_card, in_translation });
        };
        let first = element.elements().first().and_then(|first| first.value.as_ref());
        match (element.key.text.as_str(), &element.value, first) {
            ("header", Some(word), _) => add(Role::Header, word, "header"),
            ("body", Some(word), _) => add(Role::Body, word, "body"),
            ("footer", Some(word), _) => add(Role::Footer, word, "footer"),
            ("limited_time_offer", _, Some(word)) => add(Role::Heading, word, "heading"),
            ("buttons", ..) => {
                for (index, button) in element.elements().iter().enumerate() {
                    for (role, word, name) in of_button(button) {
                        add(role, word, &format!("{name}-{index}"));
                    }
                }
            }
            ("carousel", ..) => {
                for (index, card) in element.elements().iter().enumerate() {
                    section(card.elements(), &format!("{path}card-{index}-"), texts);
                }
            }
            ("translation", _, Some(language)) => {
                section(element.elements(), &format!("translation-{}-", language.inside()), texts);
            }
            _ => {}
        }
    }
}

/// Label, address and phone number of a button.
fn of_button(button: &Element) -> Vec<(Role, &Word, &'static str)> {
    if button.key.text.is_empty() {
        return button.value.iter().map(|label| (Role::Label, label, "label")).collect();
    }
    let texts = button.elements().iter().filter(|element| element.key.text.is_empty());
    let texts: Vec<_> = texts.filter_map(|element| element.value.as_ref()).collect();
    match (button.key.text.as_str(), texts.as_slice()) {
        ("url", [label, url, ..]) => vec![(Role::Label, label, "label"), (Role::Address, url, "address")],
        ("phone_number", [label, number, ..]) => {
            vec![(Role::Label, label, "label"), (Role::PhoneNumber, number, "number")]
        }
        ("copy_code" | "otp" | "payment_request", _) => Vec::new(),
        (_, [label, ..]) => vec![(Role::Label, label, "label")],
        _ => Vec::new(),
    }
}
