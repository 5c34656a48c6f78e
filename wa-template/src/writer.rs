//! Writing a message: fixed pieces copied, values checked and escaped, in one pass.

mod value;

use std::mem;

pub use self::value::ValueWriter;
use crate::buffer::Buffer;
use crate::card::CardTable;
use crate::definition::Violation;
use crate::definition::value::{are_ends_usual, is_marked, is_usual};
use crate::escape::escape_marks;
use crate::invalid::InvalidValue;
use crate::pieces::Piece;
use crate::template::Template;

/// Which of the two APIs the body is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Api {
    Cloud,
    OnPremises,
}

/// Writes the values of one message between the fixed pieces of its template.
///
/// It is only handed to what the derive wrote; parameter types write themselves through [`ValueWriter`].
#[derive(Debug)]
pub struct Writer<'w> {
    template: &'static Template,
    value: ValueWriter<'w>,
}

impl<'w> Writer<'w> {
    /// What cannot be sent is added to the problems.
    pub(crate) fn new(
        out: &'w mut Buffer,
        template: &'static Template,
        language: usize,
        api: Api,
        problems: &'w mut Vec<InvalidValue>,
    ) -> Self {
        let value = ValueWriter {
            out,
            pieces: &template.pieces,
            left: template.pieces.iter(),
            piece: Piece::NONE,
            texts: template.pieces.texts(language),
            field: None,
            card: None,
            language,
            api,
            characters: 0,
            problems,
        };
        Self { template, value }
    }

    /// The table of the template that is written.
    pub(crate) fn template(&self) -> &'static Template {
        self.template
    }

    /// Fixed JSON between the pieces.
    pub(crate) fn raw(&mut self, json: std::fmt::Arguments<'_>) {
        use std::fmt::Write as _;
        // Writing into a buffer does not fail.
        let _ = self.value.out.write_fmt(json);
    }

    /// Writes one card as a list of components of its own.
    pub(crate) fn card(&mut self, index: usize, table: &'static CardTable, write: impl FnOnce(&mut Self)) {
        self.raw(format_args!("{{\"card_index\":{index},\"components\":["));
        let inside = self.value.out.len();
        let texts = table.pieces.texts(self.value.language);
        let left = mem::replace(&mut self.value.left, table.pieces.iter());
        let texts = mem::replace(&mut self.value.texts, texts);
        (self.value.pieces, self.value.card) = (&table.pieces, Some(index));
        write(self);
        (self.value.left, self.value.texts) = (left, texts);
        (self.value.pieces, self.value.card) = (&self.template.pieces, None);
        if self.value.out.len() > inside {
            // The comma behind the last component.
            self.value.out.truncate(self.value.out.len() - 1);
        }
        self.value.raw("]}");
    }

    /// Remembers why the message cannot be sent.
    pub(crate) fn problem(&mut self, violation: Option<Violation>) {
        self.value.problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
    }

    /// Writes one text with what stands around it: checked, escaped, counted.
    ///
    /// Most slots are texts, and most texts are short: this is where the time goes.
    pub(crate) fn text(&mut self, text: &str) {
        match text.len() {
            16..=32 => self.short_text::<16>(text),
            8..16 => self.short_text::<8>(text),
            4..8 => self.short_text::<4>(text),
            33.. => self.long_text(text),
            0..4 => self.any_text(text),
        }
    }

    /// A text of `N` to `2 * N` bytes: two words that overlap. It does what the usual ones need, and calls nothing before
    /// its end, so that it saves no registers.
    fn short_text<const N: usize>(&mut self, text: &str) {
        if !are_ends_usual::<N>(text) {
            self.unusual_text(text);
        } else if let Some(piece) = self.value.usual_piece(text.len()) {
            self.value.out.push_both_short::<N>(text.as_bytes(), piece.after);
        } else {
            self.any_text(text);
        }
    }

    #[inline(never)]
    fn long_text(&mut self, text: &str) {
        if is_marked(text) {
            self.marked_text(text);
        } else if !is_usual(text) {
            self.unusual_text(text);
        } else if let Some(piece) = self.value.usual_piece(text.len()) {
            self.value.out.push_both(text.as_bytes(), piece.after);
        } else {
            self.any_text(text);
        }
    }

    /// A text full of marks, as far as its beginning tells: looked at while it is escaped.
    #[inline(never)]
    fn marked_text(&mut self, text: &str) {
        let before = self.value.out.len();
        if let Some(end) = text.as_bytes().last_chunk()
            && let Some(characters) = escape_marks(self.value.out, text, end)
            && let Some(piece) = self.value.usual_piece(characters)
        {
            self.value.out.push(piece.after);
        } else {
            self.value.out.truncate(before);
            self.unusual_text(text);
        }
    }

    /// Not inlined, so that a usual text is spared what the others need.
    #[inline(never)]
    fn any_text(&mut self, text: &str) {
        self.slot(|writer| writer.text(text));
    }

    #[inline(never)]
    fn unusual_text(&mut self, text: &str) {
        self.slot(|writer| writer.unusual_text(text));
    }

    /// Writes a value that is no text, but needs no escape, with what stands around it.
    pub(crate) fn plain(&mut self, value: &str) {
        match self.value.usual_piece(0) {
            Some(piece) => self.value.out.push_both(value.as_bytes(), piece.after),
            None => self.any_plain(value),
        }
    }

    #[inline(never)]
    fn any_plain(&mut self, value: &str) {
        self.slot(|writer| writer.raw(value));
    }

    /// Writes one value with what stands around it.
    ///
    /// The derive calls this once per piece of the template, in their order; a call too many writes nothing.
    #[inline]
    pub(crate) fn slot(&mut self, write: impl FnOnce(&mut ValueWriter<'w>)) {
        if self.open_slot() {
            write(&mut self.value);
            self.close_slot();
        }
    }

    /// The same with the field that fills it, where the piece does not know it: that of a card struct.
    #[inline]
    pub(crate) fn slot_of(&mut self, field: Option<&'static str>, write: impl FnOnce(&mut ValueWriter<'w>)) {
        self.value.field = field;
        self.slot(write);
        self.value.field = None;
    }

    /// Writes a list of values between the next piece, as [`Writer::slot`] writes one.
    pub(crate) fn list(&mut self, write: impl FnOnce(&mut Self)) {
        if self.value.open() {
            let after = self.value.piece.after;
            write(self);
            self.value.out.push(after);
        }
    }

    /// Leaves out the next value and what stands around it.
    pub(crate) fn skip(&mut self) {
        if let Some(piece) = self.value.left.next() {
            self.value.end_text(piece);
        }
    }

    /// Compiled once, not in every application.
    fn open_slot(&mut self) -> bool {
        self.value.open()
    }

    fn close_slot(&mut self) {
        self.value.close();
    }
}
