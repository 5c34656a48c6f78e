//! Texts that are too long, empty or of a style that the platform does not take.

use wa_template::definition::limits;

use super::super::mutant::Change;
use super::super::source::Fixture;
use super::{Operators, Role, Text, texts};

pub(super) const OPERATORS: Operators = &[
    ("text-too-long", too_long),
    ("empty-text", empty),
    ("line-break", line_break),
    ("label-with-placeholder", label_with_placeholder),
    ("label-with-emoji", label_with_emoji),
    ("label-with-formatting", label_with_formatting),
];

/// All texts of all templates of a fixture, with words that tell them apart.
fn all(fixture: &Fixture) -> Vec<(String, Text<'_>)> {
    let several = fixture.items("WaTemplate").count() > 1;
    let mut all = Vec::new();
    for item in fixture.items("WaTemplate") {
        let prefix = if several { format!("{}-", item.name.text) } else { String::new() };
        all.extend(texts(item).into_iter().map(|text| (format!("{prefix}{}", text.path), text)));
    }
    all
}

fn limit(fixture: &Fixture, text: &Text<'_>) -> usize {
    match text.role {
        Role::Header => limits::HEADER_TEXT,
        Role::Body if text.in_card => limits::CARD_BODY_TEXT,
        Role::Body if fixture.text.contains("limited_time_offer(") => limits::LIMITED_TIME_OFFER_BODY_TEXT,
        Role::Body => limits::BODY_TEXT,
        Role::Footer => limits::FOOTER_TEXT,
        Role::Label => limits::BUTTON_LABEL,
        Role::Address => limits::URL,
        Role::PhoneNumber => limits::PHONE_NUMBER,
        Role::Heading => limits::LIMITED_TIME_OFFER_TEXT,
    }
}

/// Longer than its limit by as much as the text was long.
fn too_long(fixture: &Fixture) -> Vec<Change<'_>> {
    let longer = |(what, text): (String, Text<'_>)| {
        let limit = limit(fixture, &text);
        // The value of an address ends it.
        let placeholder = text.word.placeholders().first().map(|first| first.at.start - 2);
        let end = text.word.at.end - 1;
        let place = if text.role == Role::Address { placeholder.unwrap_or(end) } else { end };
        let filling = if text.role == Role::PhoneNumber { "5" } else { "o" };
        let change = fixture.change(what).insert(place, filling.repeat(limit));
        change.at(text.word.at.start).names(limit)
    };
    all(fixture).into_iter().map(longer).collect()
}

fn empty(fixture: &Fixture) -> Vec<Change<'_>> {
    // A field whose placeholder is gone is a second mistake.
    let without = |(_, text): &(String, Text<'_>)| text.word.placeholders().is_empty();
    let nothing = |(what, text): (String, Text<'_>)| {
        let name = match text.role {
            Role::Header => "header",
            Role::Body => "body",
            Role::Footer => "footer",
            Role::Label => "label",
            Role::Address => "address",
            Role::PhoneNumber => "phone number",
            Role::Heading => "heading",
        };
        fixture.change(what).replace(&text.word.at, "\"\"").names(name)
    };
    all(fixture).into_iter().filter(without).map(nothing).collect()
}

fn line_break(fixture: &Fixture) -> Vec<Change<'_>> {
    let of = |(_, text): &(String, Text<'_>)| {
        [Role::Header, Role::Footer, Role::Label, Role::Heading].contains(&text.role)
    };
    let broken = |(what, text): (String, Text<'_>)| {
        let change = fixture.change(what).insert(text.word.at.start + 2, "\\n").at(text.word.at.start);
        change.names("line break")
    };
    all(fixture).into_iter().filter(of).map(broken).collect()
}

fn labels<'f>(fixture: &'f Fixture, put: &str, names: &str) -> Vec<Change<'f>> {
    let labels = all(fixture).into_iter().filter(|(_, text)| text.role == Role::Label);
    let change = |(what, text): (String, Text<'_>)| {
        fixture.change(what).replace(&text.word.at, format!("\"{put}\"")).names(names)
    };
    // One label of each fixture, and that of each translation.
    let mut first = true;
    labels.filter(|(_, text)| text.in_translation || std::mem::take(&mut first)).map(change).collect()
}

fn label_with_placeholder(fixture: &Fixture) -> Vec<Change<'_>> {
    labels(fixture, "See {{zebra}}", "placeholder")
}

fn label_with_emoji(fixture: &Fixture) -> Vec<Change<'_>> {
    labels(fixture, "Fine 🚲", "emoji")
}

fn label_with_formatting(fixture: &Fixture) -> Vec<Change<'_>> {
    labels(fixture, "*Fine*", "format")
}
