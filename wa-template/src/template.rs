//! What the compiler knows about a template, as one static table.

use crate::card::CardTable;
use crate::definition::{Category, Part};

/// What is known about a template before any value: name, category, languages and the fixed pieces of its JSON.
///
/// The derive makes one `static` of it for each struct.
#[derive(Debug)]
pub struct Template {
    pub(crate) name: &'static str,
    pub(crate) category: Category,
    pub(crate) languages: &'static [&'static str],
    pub(crate) pieces: &'static [Piece],
    pub(crate) texts: &'static [FilledText],
    pub(crate) cards: &'static [CardTable],
    /// Whether the cards may differ in number from those that were defined.
    pub(crate) any_number_of_cards: bool,
    /// Bytes of all fixed pieces, so that a buffer can be reserved at once.
    pub(crate) fixed_len: usize,
}

/// The fixed JSON around one value.
#[derive(Debug)]
pub struct Piece {
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    /// The struct's field, empty when the value is a constant of the template.
    pub(crate) field: &'static str,
    pub(crate) part: Part,
    /// One more than the index of the filled-in text to which the value belongs; 0 for none.
    pub(crate) text: usize,
}

/// A text whose length depends on values.
#[derive(Debug)]
pub struct FilledText {
    pub(crate) part: Part,
    /// In characters.
    pub(crate) limit: usize,
    /// Characters around the values, one entry per language.
    pub(crate) fixed: &'static [usize],
}

impl Template {
    /// Called by the derive.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        name: &'static str,
        category: Category,
        languages: &'static [&'static str],
        pieces: &'static [Piece],
        texts: &'static [FilledText],
    ) -> Self {
        let mut fixed_len = 0;
        let mut index = 0;
        while index < pieces.len() {
            fixed_len += pieces[index].before.len() + pieces[index].after.len();
            index += 1;
        }
        Self { name, category, languages, pieces, texts, cards: &[], any_number_of_cards: false, fixed_len }
    }

    /// Called by the derive.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_cards(mut self, cards: &'static [CardTable], any_number: bool) -> Self {
        self.cards = cards;
        self.any_number_of_cards = any_number;
        self
    }

    /// The name under which the platform knows it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What it is for.
    #[must_use]
    pub fn category(&self) -> &Category {
        &self.category
    }

    /// The codes of its languages, the default first. There is at least one.
    #[must_use]
    pub fn languages(&self) -> &'static [&'static str] {
        self.languages
    }
}

impl Piece {
    /// Called by the derive.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        before: &'static str,
        after: &'static str,
        field: &'static str,
        part: Part,
        text: usize,
    ) -> Self {
        Self { before, after, field, part, text }
    }
}

impl FilledText {
    /// Called by the derive.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(part: Part, limit: usize, fixed: &'static [usize]) -> Self {
        Self { part, limit, fixed }
    }
}
