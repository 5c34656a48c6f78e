//! Languages that are not like the first one.

use super::super::mutant::Change;
use super::super::source::Fixture;
use super::{Operators, Role, misspelled, texts};

pub(super) const OPERATORS: Operators = &[
    ("drop-translated-placeholder", drop_placeholder),
    ("misspell-translated-placeholder", misspell_placeholder),
    ("unclosed-translated-braces", unclosed),
];

/// A placeholder that the first language has.
fn drop_placeholder(fixture: &Fixture) -> Vec<Change<'_>> {
    each(fixture, |change, placeholder| {
        let whole = placeholder.at.start - 2..placeholder.at.end + 2;
        change.replace(&whole, "eso").names(format!("{{{{{}}}}}", placeholder.text))
    })
}

fn misspell_placeholder(fixture: &Fixture) -> Vec<Change<'_>> {
    each(fixture, |change, placeholder| {
        let wrong = misspelled(&placeholder.text);
        change.replace(&placeholder.at, wrong.clone()).names(format!("{{{{{wrong}}}}}"))
    })
}

fn unclosed(fixture: &Fixture) -> Vec<Change<'_>> {
    each(fixture, |change, placeholder| {
        change.replace(&(placeholder.at.end..placeholder.at.end + 2), "").names("{{")
    })
}

fn each<'f>(
    fixture: &'f Fixture,
    change: impl Fn(Change<'f>, &super::Word) -> Change<'f>,
) -> Vec<Change<'f>> {
    let mut changes = Vec::new();
    let texts = fixture.items("WaTemplate").flat_map(texts);
    for text in texts.filter(|text| text.in_translation && text.role != Role::Address) {
        for placeholder in text.word.placeholders() {
            let what = format!("{}-{}", text.path, placeholder.text);
            changes.push(change(fixture.change(what), &placeholder).at(text.word.at.start));
        }
    }
    changes
}
