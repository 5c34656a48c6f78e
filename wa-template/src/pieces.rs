//! The fixed JSON around the values, out of the literals of the derive.

use std::slice;

use crate::definition::Part;
use crate::definition::wire::{FilledText, Row};

/// The pieces of a template or of a card: `wa_template_definition::wire::Table` as literals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pieces {
    json: &'static str,
    fields: &'static str,
    rows: &'static [[u8; Row::LENGTH]],
    /// The texts of the first language, which most messages are in.
    texts: Texts,
    /// Those of the others, as many in each.
    other_texts: &'static [[u8; FilledText::LENGTH]],
}

impl Pieces {
    pub(crate) const fn new(
        json: &'static str,
        fields: &'static str,
        rows: &'static [u8],
        texts: &'static [u8],
        languages: usize,
    ) -> Self {
        let (texts, _) = texts.as_chunks();
        let count = match texts.len().checked_div(languages) {
            Some(count) => count,
            None => 0,
        };
        let (first, other_texts) = texts.split_at(count);
        Self { json, fields, rows: rows.as_chunks().0, texts: Texts(first), other_texts }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Bytes of all fixed JSON.
    pub(crate) fn fixed_len(&self) -> usize {
        self.json.len()
    }

    #[inline]
    pub(crate) fn iter(&self) -> Iter {
        Iter { json: self.json.as_bytes(), rows: self.rows.iter() }
    }

    /// The field behind the piece at an index; empty when its value is a constant of the template.
    pub(crate) fn field(&self, index: usize) -> &'static str {
        self.fields.split(' ').nth(index).unwrap_or_default()
    }

    /// The texts whose length depends on values, in the language of an index.
    #[inline]
    pub(crate) fn texts(&self, language: usize) -> Texts {
        match language.checked_sub(1) {
            None => self.texts,
            Some(other) => self.texts_of_others().nth(other).unwrap_or(Texts(&[])),
        }
    }

    fn texts_of_others(&self) -> impl Iterator<Item = Texts> {
        self.other_texts.chunks(self.texts.0.len().max(1)).map(Texts)
    }

    /// The texts in each of the languages.
    #[cfg(feature = "client")]
    pub(crate) fn texts_of_languages(&self) -> impl Iterator<Item = Texts> {
        std::iter::once(self.texts).chain(self.texts_of_others())
    }
}

/// The texts whose length depends on values, in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Texts(&'static [[u8; FilledText::LENGTH]]);

impl Texts {
    /// The text of a number that counts from 1.
    #[inline]
    pub(crate) fn get(self, number: usize) -> Option<FilledText> {
        self.0.get(number.wrapping_sub(1)).map(|row| FilledText::from_bytes(*row))
    }
}

/// The fixed JSON around one value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) before: &'static [u8],
    pub(crate) after: &'static [u8],
    /// What the value fills, as [`Part::code`].
    part: u16,
    /// One more than the index of the text that ends with the value, 0 for none.
    pub(crate) text: usize,
}

impl Piece {
    /// What stands around no value: that before the first.
    pub(crate) const NONE: Self = Self { before: &[], after: &[], part: 0, text: 0 };

    pub(crate) fn part(&self) -> Part {
        Part::from_code(self.part)
    }
}

/// The pieces, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Iter {
    json: &'static [u8],
    rows: slice::Iter<'static, [u8; Row::LENGTH]>,
}

impl Iter {
    /// How many are left.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The next piece, if nothing stands before its value.
    #[inline]
    pub(crate) fn next_joined(&mut self) -> Option<Piece> {
        let row = Row::from_bytes(*self.rows.next()?);
        let (after, rest) = self.json.split_at_checked(row.after).filter(|_| row.before == 0)?;
        self.json = rest;
        Some(Piece { before: &[], after, part: row.part, text: row.text })
    }
}

impl Iterator for Iter {
    type Item = Piece;

    #[inline]
    fn next(&mut self) -> Option<Piece> {
        let row = Row::from_bytes(*self.rows.next()?);
        let (before, rest) = self.json.split_at_checked(row.before)?;
        let (after, rest) = rest.split_at_checked(row.after)?;
        self.json = rest;
        Some(Piece { before, after, part: row.part, text: row.text })
    }
}
