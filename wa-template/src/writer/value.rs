//! Writing one value: checked, escaped, counted.

use std::mem;

use super::Api;
use crate::buffer::Buffer;
use crate::definition::value::{self, TextFault};
use crate::definition::wire::{BODY_TEXT, MEDIA_LINK};
use crate::definition::{Part, Place, Violation};
use crate::escape::{escape, escape_known};
use crate::invalid::InvalidValue;
use crate::pieces::{Iter, Piece, Pieces, Texts};

/// Writes one value.
#[derive(Debug)]
pub struct ValueWriter<'w> {
    pub(super) out: &'w mut Buffer,
    /// What stands around the value; `after` is still to be written.
    pub(super) piece: Piece,
    /// What comes behind it.
    pub(super) left: Iter,
    pub(super) pieces: &'static Pieces,
    pub(super) texts: Texts,
    /// The field of a card struct.
    pub(super) field: Option<&'static str>,
    /// The card that is written; none for the template itself.
    pub(super) card: Option<usize>,
    /// Index into the template's languages.
    pub(super) language: usize,
    pub(super) api: Api,
    /// Of the values of the text that is being filled in.
    pub(super) characters: usize,
    pub(super) problems: &'w mut Vec<InvalidValue>,
}

impl ValueWriter<'_> {
    /// Goes on to the next piece and writes what stands before its value.
    #[inline]
    pub(super) fn open(&mut self) -> bool {
        let Some(piece) = self.left.next() else { return false };
        if !piece.before.is_empty() {
            self.out.push(piece.before);
        }
        self.piece = piece;
        true
    }

    /// Goes on behind the next piece if nothing stands before its value, and the text that ends with it, with some more
    /// characters, is not too long.
    #[inline]
    pub(super) fn usual_piece(&mut self, more: usize) -> Option<Piece> {
        let mut left = self.left.clone();
        let piece = left.next_joined()?;
        let mut characters = self.characters + more;
        if let Some(text) = self.texts.get(piece.text) {
            if characters + text.fixed > text.limit {
                return None;
            }
            characters = 0;
        }
        (self.left, self.characters) = (left, characters);
        Some(piece)
    }

    /// Fixed JSON.
    #[inline]
    pub(crate) fn raw(&mut self, json: &str) {
        self.out.push(json.as_bytes());
    }

    /// A text value: checked, escaped, counted. Without quotation marks.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        if value::is_usual(text) {
            self.characters += text.len();
            self.raw(text);
        } else {
            self.unusual_text(text);
        }
    }

    pub(super) fn unusual_text(&mut self, text: &str) {
        let scan = value::scan_unusual(text);
        if let Some(fault) = scan.fault {
            return self.fault(fault);
        }
        self.characters += scan.characters;
        escape_known(self.out, text, scan.escapes);
    }

    #[cold]
    fn fault(&mut self, fault: TextFault) {
        self.refuse(fault.violation(self.place()));
    }

    /// Takes back the opening of a body text: the value is of another kind.
    pub(crate) fn instead_of_text(&mut self) {
        self.take_back(BODY_TEXT);
        // The closing quotation mark.
        self.piece.after = self.piece.after.get(1..).unwrap_or_default();
    }

    /// Writes another key instead of the one that opens a file by link.
    pub(crate) fn instead_of_link(&mut self, key: &str) {
        self.take_back(MEDIA_LINK);
        self.raw(key);
    }

    fn take_back(&mut self, opening: &str) {
        self.out.truncate(self.out.len().saturating_sub(opening.len()));
    }

    /// Any text: escaped only. Without quotation marks.
    pub(crate) fn unchecked_text(&mut self, text: &str) {
        escape(self.out, text);
    }

    /// A payload: checked and escaped. Without quotation marks.
    pub(crate) fn payload(&mut self, payload: &str) {
        self.problem(value::payload(payload, &self.place()));
        self.unchecked_text(payload);
    }

    /// A number, or anything else that is shown in digits.
    pub(crate) fn number(&mut self, number: impl std::fmt::Display) {
        use std::fmt::Write as _;
        // Writing into a buffer does not fail.
        let _ = write!(self.out, "{number}");
    }

    /// Writes what stands behind the value.
    #[inline]
    pub(super) fn close(&mut self) {
        self.out.push(self.piece.after);
        self.end_text(self.piece);
    }

    /// If a text ends with this value, its length is known.
    #[inline]
    pub(super) fn end_text(&mut self, piece: Piece) {
        if let Some(text) = self.texts.get(piece.text) {
            let characters = mem::take(&mut self.characters) + text.fixed;
            if characters > text.limit {
                self.too_long(piece.part(), characters, text.limit);
            }
        }
    }

    #[cold]
    fn too_long(&mut self, part: Part, characters: usize, limit: usize) {
        let violation = value::filled_too_long(&self.place_of(part), characters, limit);
        self.problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
    }

    /// Remembers why the value cannot be sent.
    #[inline]
    pub(crate) fn problem(&mut self, violation: Option<Violation>) {
        if let Some(violation) = violation {
            self.refuse(violation);
        }
    }

    #[cold]
    fn refuse(&mut self, violation: Violation) {
        let index = (self.pieces.len() - self.left.len()).saturating_sub(1);
        let field = self.field.unwrap_or_else(|| self.pieces.field(index));
        let field = Some(field).filter(|field| !field.is_empty());
        // A field that fills two texts breaks a rule once; one value may still break it in several ways, and each card
        // has its own.
        let told = |problem: &InvalidValue| {
            problem.field() == field
                && problem.violation().place().card() == self.card
                && problem.rule() == violation.rule()
                && problem.violation().fact() == violation.fact()
        };
        if field.is_none() || !self.problems.iter().any(told) {
            self.problems.push(InvalidValue::new(field, violation));
        }
    }

    /// Where the value stands.
    pub(crate) fn place(&self) -> Place {
        self.place_of(self.part())
    }

    /// A part of the template itself, or of the card that is written.
    fn place_of(&self, part: Part) -> Place {
        let place = Place::new(part);
        match self.card {
            Some(card) => place.in_card(card),
            None => place,
        }
    }

    /// The limit of the text that is made of the value, in characters; `None` when there is none.
    ///
    /// A value whose limit depends on its template takes it from here: a coupon code, the only value of its text, is
    /// not counted with [`ValueWriter::text`] but checked against this.
    pub(crate) fn limit(&self) -> Option<usize> {
        self.texts.get(self.piece.text).map(|text| text.limit)
    }

    /// Whether the body is for the On-Premises API, which shows dates itself.
    pub(crate) fn is_on_premises(&self) -> bool {
        self.api == Api::OnPremises
    }

    /// The part of the template that the value fills.
    #[must_use]
    pub fn part(&self) -> Part {
        self.piece.part()
    }
}
