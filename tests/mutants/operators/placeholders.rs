//! Placeholders in texts: misnamed, misplaced, half written.

use super::super::mutant::Change;
use super::super::source::{Fixture, Word};
use super::{Operators, Role, Text, misspelled, texts};

pub(super) const OPERATORS: Operators = &[
    ("misspell-placeholder", misspell),
    ("rename-placeholder", rename),
    ("unclosed-braces", unclosed),
    ("unopened-braces", unopened),
    ("single-braces", single_braces),
    ("placeholder-with-capital", capital),
    ("placeholder-with-blanks", blanks),
    ("placeholder-with-hyphen", hyphen),
    ("placeholder-without-name", nameless),
    ("placeholder-at-start", at_start),
    ("placeholder-at-end", at_end),
    ("adjacent-placeholders", adjacent),
    ("names-and-numbers", mixed),
    ("second-in-header", second_in_header),
    ("placeholder-in-footer", in_footer),
    ("gap-in-numbers", gap),
];

/// Placeholders of the first language, each with its text and words that tell them apart.
fn placeholders(fixture: &Fixture) -> Vec<(String, Text<'_>, Word)> {
    let mut found = Vec::new();
    for item in fixture.items("WaTemplate") {
        for text in texts(item).into_iter().filter(|text| !text.in_translation) {
            for placeholder in text.word.placeholders() {
                let what = format!("{}-{}", text.path, placeholder.text);
                let text = Text { path: text.path.clone(), ..text };
                found.push((what, text, placeholder));
            }
        }
    }
    found
}

/// A change to each placeholder of header and body; the error belongs on the line of the text.
fn each<'f>(
    fixture: &'f Fixture,
    wanted: impl Fn(&Text<'_>, &Word) -> bool,
    change: impl Fn(Change<'f>, &Text<'_>, &Word) -> Change<'f>,
) -> Vec<Change<'f>> {
    let mut changes = Vec::new();
    for (what, text, placeholder) in placeholders(fixture) {
        if wanted(&text, &placeholder) {
            changes.push(change(fixture.change(what), &text, &placeholder).at(text.word.at.start));
        }
    }
    changes
}

fn is_number(placeholder: &Word) -> bool {
    placeholder.text.parse::<u32>().is_ok()
}

/// Where a field of the template fills it, and no other text asks for the same.
fn alone(fixture: &Fixture, text: &Text<'_>, placeholder: &Word) -> bool {
    let braced = format!("{{{{{}}}}}", placeholder.text);
    !text.in_card && !is_number(placeholder) && fixture.text.matches(&braced).count() == 1
}

fn misspell(fixture: &Fixture) -> Vec<Change<'_>> {
    let named = |text: &Text<'_>, placeholder: &Word| !text.in_card && !is_number(placeholder);
    each(fixture, named, |change, _, placeholder| {
        let wrong = misspelled(&placeholder.text);
        change.replace(&placeholder.at, wrong.clone()).names(format!("{{{{{wrong}}}}}"))
    })
}

/// Another word altogether.
fn rename(fixture: &Fixture) -> Vec<Change<'_>> {
    let named = |text: &Text<'_>, placeholder: &Word| !text.in_card && !is_number(placeholder);
    each(fixture, named, |change, _, placeholder| change.replace(&placeholder.at, "zebra").names("{{zebra}}"))
}

fn unclosed(fixture: &Fixture) -> Vec<Change<'_>> {
    let any = |text: &Text<'_>, _: &Word| text.role != Role::Address;
    each(fixture, any, |change, _, placeholder| {
        change.replace(&(placeholder.at.end..placeholder.at.end + 2), "").names("{{")
    })
}

fn unopened(fixture: &Fixture) -> Vec<Change<'_>> {
    let any = |text: &Text<'_>, _: &Word| text.role != Role::Address;
    each(fixture, any, |change, _, placeholder| {
        change.replace(&(placeholder.at.start - 2..placeholder.at.start), "").names("}}")
    })
}

/// What other templating languages write: the field is told.
fn single_braces(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for (what, text, placeholder) in placeholders(fixture) {
        let mut members = fixture.items("WaTemplate").flat_map(|item| &item.members);
        let field = members.find(|member| member.placeholder() == placeholder.text);
        if let Some(field) = field.filter(|_| alone(fixture, &text, &placeholder)) {
            let whole = placeholder.at.start - 2..placeholder.at.end + 2;
            let change = fixture.change(what).replace(&whole, format!("{{{}}}", placeholder.text));
            changes.push(change.at(field.name.at.start).names(&placeholder.text));
        }
    }
    changes
}

fn capital(fixture: &Fixture) -> Vec<Change<'_>> {
    let named =
        |text: &Text<'_>, placeholder: &Word| text.role != Role::Address && alone(fixture, text, placeholder);
    each(fixture, named, |change, _, placeholder| {
        let wrong = placeholder.text.to_uppercase();
        change.replace(&placeholder.at, wrong.clone()).names(wrong)
    })
}

fn blanks(fixture: &Fixture) -> Vec<Change<'_>> {
    let of_text = |text: &Text<'_>, _: &Word| text.role != Role::Address;
    each(fixture, of_text, |change, _, placeholder| {
        let wrong = format!(" {} ", placeholder.text);
        change.replace(&placeholder.at, wrong.clone()).names(&placeholder.text)
    })
}

fn hyphen(fixture: &Fixture) -> Vec<Change<'_>> {
    let named =
        |text: &Text<'_>, placeholder: &Word| text.role != Role::Address && alone(fixture, text, placeholder);
    each(fixture, named, |change, _, placeholder| {
        let wrong = format!("{}-name", placeholder.text);
        change.replace(&placeholder.at, wrong.clone()).names(wrong)
    })
}

fn nameless(fixture: &Fixture) -> Vec<Change<'_>> {
    let of_text = |text: &Text<'_>, _: &Word| text.role != Role::Address;
    each(fixture, of_text, |change, _, placeholder| change.replace(&placeholder.at, "").names("{{}}"))
}

/// The text before the first placeholder goes away.
fn at_start(fixture: &Fixture) -> Vec<Change<'_>> {
    let first = |text: &Text<'_>, placeholder: &Word| {
        let first = text.word.placeholders().remove(0);
        text.role == Role::Body
            && first.at == placeholder.at
            && placeholder.at.start - 2 > text.word.at.start + 1
    };
    each(fixture, first, |change, text, placeholder| {
        let before = text.word.at.start + 1..placeholder.at.start - 2;
        change.replace(&before, "").names(format!("{{{{{}}}}}", placeholder.text))
    })
}

/// The text behind the last placeholder goes away.
fn at_end(fixture: &Fixture) -> Vec<Change<'_>> {
    let last = |text: &Text<'_>, placeholder: &Word| {
        let last = text.word.placeholders().pop();
        text.role == Role::Body
            && last.is_some_and(|last| last.at == placeholder.at)
            && fixture.name != "approved"
    };
    each(fixture, last, |change, text, placeholder| {
        let behind = placeholder.at.end + 2..text.word.at.end - 1;
        change.replace(&behind, "").names(format!("{{{{{}}}}}", placeholder.text))
    })
}

/// The text between two placeholders goes away.
fn adjacent(fixture: &Fixture) -> Vec<Change<'_>> {
    let second = |text: &Text<'_>, placeholder: &Word| {
        text.role == Role::Body && text.word.placeholders()[0].at != placeholder.at
    };
    each(fixture, second, |change, text, placeholder| {
        let all = text.word.placeholders();
        let before =
            all.iter().rev().find(|other| other.at.end < placeholder.at.start).expect("it is not the first");
        let between = before.at.end + 2..placeholder.at.start - 2;
        change.replace(&between, "").names(format!("{{{{{}}}}}", placeholder.text))
    })
}

/// A number among names, or a name among numbers.
fn mixed(fixture: &Fixture) -> Vec<Change<'_>> {
    let among_others =
        |text: &Text<'_>, _: &Word| text.role == Role::Body && text.word.placeholders().len() > 1;
    each(fixture, among_others, |change, _, placeholder| {
        let other = if is_number(placeholder) { "zebra" } else { "1" };
        change.replace(&placeholder.at, other).names(other)
    })
}

fn second_in_header(fixture: &Fixture) -> Vec<Change<'_>> {
    let of_header = |text: &Text<'_>, _: &Word| text.role == Role::Header;
    each(fixture, of_header, |change, text, placeholder| {
        let more = format!(" of {{{{{}}}}}", placeholder.text);
        change.insert(text.word.at.end - 1, more).names("header")
    })
}

fn in_footer(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for item in fixture.items("WaTemplate") {
        let footers = texts(item).into_iter().filter(|text| text.role == Role::Footer);
        for text in footers {
            let own =
                item.members.iter().find(|member| member.keys.iter().all(|key| key.key.text == "example"));
            let names = [Some("zebra"), own.map(super::Member::placeholder)];
            for name in names.into_iter().flatten() {
                let change = fixture.change(format!("{}-{name}", text.path));
                let more = format!(" of {{{{{name}}}}}");
                changes
                    .push(change.insert(text.word.at.end - 1, more).at(text.word.at.start).names("footer"));
            }
        }
    }
    changes
}

/// The last number of a text becomes one more, in the text and at its field.
fn gap(fixture: &Fixture) -> Vec<Change<'_>> {
    let last = |text: &Text<'_>, placeholder: &Word| {
        let last = text.word.placeholders().pop();
        is_number(placeholder) && !text.in_card && last.is_some_and(|last| last.at == placeholder.at)
    };
    each(fixture, last, |change, text, placeholder| {
        let number: u32 = placeholder.text.parse().expect("a number");
        let next = (number + 1).to_string();
        let key = if text.role == Role::Header { "header" } else { "body" };
        let binding = super::find(fixture, &format!("{key} = {number},"));
        let change = change.replace(&placeholder.at, next.clone());
        change.replace(&binding, format!("{key} = {next},")).names(format!("{{{{{next}}}}}"))
    })
}
