//! A fixture with one mistake in it, and what the mistake must be answered with.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::source::{At, Fixture};

/// A broken fixture.
pub(crate) struct Mutant {
    /// Fixture, operator and place: `named/drop-field/customer`.
    pub(crate) name: String,
    pub(crate) operator: String,
    pub(crate) text: String,
    /// The line on which the error belongs, counted from 1.
    pub(crate) line: usize,
    /// What the error must name.
    pub(crate) words: Vec<String>,
    /// What the error must say to type.
    pub(crate) fix: Option<String>,
    /// Definition files of its own, by their path below the crate.
    pub(crate) files: Vec<(String, String)>,
}

/// How to break a fixture.
pub(crate) struct Change<'f> {
    fixture: &'f Fixture,
    what: String,
    edits: Vec<(At, String)>,
    anchor: Anchor,
    words: Vec<String>,
    fix: Option<String>,
    files: Vec<(String, String)>,
}

enum Anchor {
    /// Where the first change begins.
    Change,
    /// A place of the fixture.
    Place(usize),
    /// The only line of the mutant that holds this.
    Text(String),
}

impl Fixture {
    /// A change, with words that tell it from others of the same operator.
    pub(crate) fn change(&self, what: impl Display) -> Change<'_> {
        let (edits, words, files) = (Vec::new(), Vec::new(), Vec::new());
        Change {
            fixture: self,
            what: what.to_string(),
            edits,
            anchor: Anchor::Change,
            words,
            fix: None,
            files,
        }
    }
}

impl Change<'_> {
    /// Puts a text in place of another; the error belongs there, if nothing else is said.
    pub(crate) fn replace(mut self, at: &At, new: impl Into<String>) -> Self {
        self.edits.push((at.clone(), new.into()));
        self
    }

    /// Puts a text in place of the only one that reads like this. The anchor stays.
    pub(crate) fn replace_text(mut self, old: &str, new: &str) -> Self {
        let text = &self.fixture.text;
        assert_eq!(text.matches(old).count(), 1, "{} {}: where is `{old}`?", self.fixture.name, self.what);
        let start = text.find(old).expect("counted");
        self.edits.push((start..start + old.len(), new.to_owned()));
        self
    }

    pub(crate) fn insert(self, at: usize, new: impl Into<String>) -> Self {
        self.replace(&(at..at), new)
    }

    /// Removes an element of a list, with the comma behind it.
    pub(crate) fn remove(self, at: &At) -> Self {
        let behind = &self.fixture.text[at.end..];
        let comma = usize::from(behind.starts_with(','));
        self.replace(&(at.start..at.end + comma), "")
    }

    /// Where the error belongs, as a place of the fixture.
    pub(crate) fn at(mut self, place: usize) -> Self {
        self.anchor = Anchor::Place(place);
        self
    }

    /// Where the error belongs: on the only line that holds this text.
    pub(crate) fn on(mut self, text: impl Into<String>) -> Self {
        self.anchor = Anchor::Text(text.into());
        self
    }

    /// What the error must name.
    pub(crate) fn names(mut self, word: impl Display) -> Self {
        self.words.push(word.to_string());
        self
    }

    /// What the error must say to type.
    pub(crate) fn fixed_by(mut self, fix: &str) -> Self {
        self.fix = Some(fix.to_owned());
        self
    }

    /// A definition file of the mutant's own, by its name below `templates`.
    pub(crate) fn file(mut self, path: &str, text: String) -> Self {
        self.files.push((path.to_owned(), text));
        self
    }

    pub(crate) fn mutant(mut self, operator: &str) -> Mutant {
        let name = format!("{}/{operator}/{}", self.fixture.name, self.what);
        let first = self.edits.first().map_or(0, |(at, _)| at.start);
        self.edits.sort_by_key(|(at, _)| at.start);
        let mut text = self.fixture.text.clone();
        for (at, new) in self.edits.iter().rev() {
            text.replace_range(at.clone(), new);
        }
        let place = match &self.anchor {
            Anchor::Change => self.moved(first, |at| at.start < first),
            Anchor::Place(place) => self.moved(*place, |_| true),
            Anchor::Text(wanted) => {
                let lines =
                    text.match_indices(wanted.as_str()).map(|(at, _)| text[..at].matches('\n').count());
                let lines: BTreeSet<_> = lines.collect();
                assert_eq!(lines.len(), 1, "{name}: which line holds `{wanted}`?\n{text}");
                text.find(wanted.as_str()).expect("counted")
            }
        };
        let line = text[..place].matches('\n').count() + 1;
        let mut mutant = Mutant {
            name,
            operator: operator.to_owned(),
            text,
            line,
            words: self.words,
            fix: self.fix,
            files: self.files,
        };
        mutant.take_files_along();
        mutant
    }

    /// A place of the fixture in the mutant, behind all changes before it that count.
    fn moved(&self, place: usize, counts: impl Fn(&At) -> bool) -> usize {
        let before = self.edits.iter().filter(|(at, _)| at.end <= place && counts(at));
        before.fold(place, |moved, (at, new)| moved + new.len() - at.len())
    }
}

impl Mutant {
    /// A file name and the name of a module: every mutant is one.
    pub(crate) fn module(&self) -> String {
        let word = |char: char| if char.is_ascii_alphanumeric() { char.to_ascii_lowercase() } else { '_' };
        self.name.chars().map(word).collect()
    }

    /// Files of its own stand in a folder of its own.
    fn take_files_along(&mut self) {
        if !self.files.is_empty() {
            let folder = self.module();
            self.text = self.text.replace("\"templates/", &format!("\"{folder}/"));
            for (path, _) in &mut self.files {
                *path = format!("{folder}/{path}");
            }
        }
    }
}
