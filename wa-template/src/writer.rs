//! Writing a message: fixed pieces copied, values checked and escaped, in one pass.

use std::mem;

use crate::card::CardTable;
use crate::definition::value::{self, TextFault};
use crate::definition::wire::{BODY_TEXT, MEDIA_LINK};
use crate::definition::{Part, Place, Violation};
use crate::escape::{escape, escape_known};
use crate::invalid::InvalidValue;
use crate::pieces::{Iter, Piece, Pieces, Texts};
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
    /// Goes on from the problems that were found before.
    pub(crate) fn new(
        out: &'w mut Vec<u8>,
        template: &'static Template,
        language: usize,
        api: Api,
        problems: Vec<InvalidValue>,
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
        use std::io::Write as _;
        // Writing into a vector does not fail.
        let _ = self.value.out.write_fmt(json);
    }

    /// Writes one card as a list of components of its own, closed with what `open` began.
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
            self.value.out.pop();
        }
        self.value.raw("]}");
    }

    /// Remembers why the message cannot be sent.
    pub(crate) fn problem(&mut self, violation: Option<Violation>) {
        self.value.problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
    }

    /// Writes one text with what stands around it: checked, escaped, counted.
    ///
    /// Most slots are texts, and all of it is one function: this is where the time goes.
    pub(crate) fn text(&mut self, text: &str) {
        let mut left = self.value.left.clone();
        if let Some(piece) = left.next()
            && piece.before.is_empty()
            && value::is_usual(text)
        {
            self.value.left = left;
            push_short(self.value.out, text.as_bytes());
            self.value.characters += text.len();
            self.value.end_text(piece);
            self.value.out.extend_from_slice(piece.after);
        } else {
            self.any_text(text);
        }
    }

    /// Not inlined, so that a usual text is spared what the others need.
    #[inline(never)]
    fn any_text(&mut self, text: &str) {
        self.slot(|writer| writer.text(text));
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
            self.value.out.extend_from_slice(after);
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

    /// Ends the message; what cannot be sent.
    pub(crate) fn finish(self) -> Vec<InvalidValue> {
        self.value.problems
    }
}

/// Appends a text that is probably short: then it is two words that overlap, and a call would take longer.
#[inline]
fn push_short(out: &mut Vec<u8>, text: &[u8]) {
    match text.len() {
        16..=32 => push_ends::<16>(out, text),
        8..16 => push_ends::<8>(out, text),
        _ => out.extend_from_slice(text),
    }
}

#[inline]
fn push_ends<const N: usize>(out: &mut Vec<u8>, text: &[u8]) {
    if let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>()) {
        let end = out.len() + text.len();
        out.extend_from_slice(first);
        out.truncate(end - N);
        out.extend_from_slice(last);
    }
}

/// Writes one value.
#[derive(Debug)]
pub struct ValueWriter<'w> {
    out: &'w mut Vec<u8>,
    /// What stands around the value; `after` is still to be written.
    piece: Piece,
    /// What comes behind it.
    left: Iter,
    pieces: &'static Pieces,
    texts: Texts,
    /// The field of a card struct.
    field: Option<&'static str>,
    /// The card that is written; none for the template itself.
    card: Option<usize>,
    /// Index into the template's languages.
    language: usize,
    api: Api,
    /// Of the values of the text that is being filled in.
    characters: usize,
    problems: Vec<InvalidValue>,
}

impl ValueWriter<'_> {
    /// Goes on to the next piece and writes what stands before its value.
    #[inline]
    fn open(&mut self) -> bool {
        let Some(piece) = self.left.next() else { return false };
        if !piece.before.is_empty() {
            self.out.extend_from_slice(piece.before);
        }
        self.piece = piece;
        true
    }

    /// Fixed JSON.
    #[inline]
    pub(crate) fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// A text value: checked, escaped, counted. Without quotation marks.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        let scan = value::scan(text);
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
        use std::io::Write as _;
        // Writing into a vector does not fail.
        let _ = write!(self.out, "{number}");
    }

    /// Writes what stands behind the value.
    #[inline]
    fn close(&mut self) {
        self.out.extend_from_slice(self.piece.after);
        self.end_text(self.piece);
    }

    /// If a text ends with this value, its length is known.
    #[inline]
    fn end_text(&mut self, piece: Piece) {
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
