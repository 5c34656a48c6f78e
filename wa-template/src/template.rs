//! What the compiler knows about a template, as one static table.

use crate::card::CardTable;
use crate::definition::Category;
#[cfg(doc)]
use crate::definition::Part;

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

/// The fixed JSON around one value. A tuple, because a template has many and the compiler reads each of them:
///
/// - what stands before the value, and what stands after it,
/// - the struct's field, empty when the value is a constant of the template,
/// - the part that it fills, as [`Part::code`],
/// - one more than the index of the filled-in text to which it belongs; 0 for none.
pub type Piece = (&'static str, &'static str, &'static str, u16, usize);

/// A text whose length depends on values: the part as [`Part::code`], the limit in characters, and the characters around
/// the values, one entry per language.
pub type FilledText = (u16, usize, &'static [usize]);

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
            fixed_len += pieces[index].0.len() + pieces[index].1.len();
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
