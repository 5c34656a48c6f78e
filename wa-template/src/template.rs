//! What the compiler knows about a template, as one static table.

use crate::card::CardTable;
use crate::definition::Category;
use crate::pieces::Pieces;

/// What is known about a template before any value: name, category, languages and the fixed pieces of its JSON.
///
/// The derive makes one of it for each struct, as a constant; with cards as a `static`.
#[derive(Debug)]
pub struct Template {
    pub(crate) name: &'static str,
    pub(crate) category: Category,
    pub(crate) languages: &'static [&'static str],
    /// What stands between recipient and first value in the default language, as `definition::wire::head` makes it.
    pub(crate) head: &'static str,
    pub(crate) pieces: Pieces,
    pub(crate) cards: &'static [CardTable],
    /// Whether the cards may differ in number from those that were defined.
    pub(crate) any_number_of_cards: bool,
}

impl Template {
    /// Called by the derive.
    #[doc(hidden)]
    #[must_use]
    #[expect(clippy::too_many_arguments, reason = "one for each literal that the derive writes")]
    pub const fn new(
        name: &'static str,
        category: Category,
        languages: &'static [&'static str],
        head: &'static str,
        json: &'static str,
        fields: &'static str,
        rows: &'static [u8],
        texts: &'static [u8],
    ) -> Self {
        let pieces = Pieces::new(json, fields, rows, texts, languages.len());
        Self { name, category, languages, head, pieces, cards: &[], any_number_of_cards: false }
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
