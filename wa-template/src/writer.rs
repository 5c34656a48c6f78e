//! Writing a message: fixed pieces copied, values checked and escaped, in one pass.

use crate::card::CardTable;
use crate::definition::value::{self, TextFault};
use crate::definition::{Part, Place, Violation};
use crate::escape::{escape, escape_special};
use crate::invalid::InvalidValue;
use crate::pieces::{self, Piece, Pieces, Texts};
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
    out: &'w mut Vec<u8>,
    template: &'static Template,
    pieces: &'static Pieces,
    left: pieces::Iter,
    /// The card that is written; none for the template itself.
    card: Option<usize>,
    /// Index into the template's languages.
    language: usize,
    texts: Texts,
    api: Api,
    /// One more than the index of the text that is being filled in; 0 for none.
    text: usize,
    /// How long that text may be, and how long it is so far.
    limit: usize,
    characters: usize,
    problems: Vec<InvalidValue>,
}

impl<'w> Writer<'w> {
    pub(crate) fn new(out: &'w mut Vec<u8>, template: &'static Template, language: usize, api: Api) -> Self {
        Self {
            out,
            template,
            pieces: &template.pieces,
            left: template.pieces.iter(),
            card: None,
            texts: template.pieces.texts(language),
            language,
            api,
            text: 0,
            limit: usize::MAX,
            characters: 0,
            problems: Vec::new(),
        }
    }

    /// Goes on from the problems that were found before.
    pub(crate) fn with_problems(self, problems: Vec<InvalidValue>) -> Self {
        Self { problems, ..self }
    }

    /// The table of the template that is written.
    pub(crate) fn template(&self) -> &'static Template {
        self.template
    }

    /// Fixed JSON between the pieces.
    pub(crate) fn raw(&mut self, json: std::fmt::Arguments<'_>) {
        use std::io::Write as _;
        // Writing into a vector does not fail.
        let _ = self.out.write_fmt(json);
    }

    /// Writes one card as a list of components of its own, closed with what `open` began.
    pub(crate) fn card(
        &mut self,
        index: usize,
        table: &'static CardTable,
        write: impl FnOnce(&mut Writer<'_>),
    ) {
        self.raw(format_args!("{{\"card_index\":{index},\"components\":["));
        let inside = self.out.len();
        let mut card = Writer {
            out: self.out,
            template: self.template,
            pieces: &table.pieces,
            left: table.pieces.iter(),
            card: Some(index),
            texts: table.pieces.texts(self.language),
            language: self.language,
            api: self.api,
            text: 0,
            limit: usize::MAX,
            characters: 0,
            problems: std::mem::take(&mut self.problems),
        };
        write(&mut card);
        self.problems = card.finish();
        if self.out.len() > inside {
            // The comma behind the last component.
            self.out.pop();
        }
        self.out.extend_from_slice(b"]}");
    }

    /// Remembers why the message cannot be sent.
    pub(crate) fn problem(&mut self, violation: Option<Violation>) {
        self.problems.extend(violation.map(|violation| InvalidValue::new(None, violation)));
    }

    /// Writes one value with what stands around it.
    ///
    /// The derive calls this once per piece of the template, in their order; a call too many writes nothing.
    #[inline]
    pub(crate) fn slot(&mut self, write: impl FnOnce(&mut ValueWriter<'_>)) {
        self.slot_of(None, write);
    }

    /// The same with the field that fills it, where the piece does not know it: that of a card struct.
    #[inline]
    pub(crate) fn slot_of(&mut self, field: Option<&'static str>, write: impl FnOnce(&mut ValueWriter<'_>)) {
        let Some(piece) = self.open() else { return };
        write(&mut ValueWriter {
            out: self.out,
            pieces: self.pieces,
            limit: self.limit,
            piece: &piece,
            field,
            card: self.card,
            api: self.api,
            characters: &mut self.characters,
            problems: &mut self.problems,
        });
        if !piece.after.is_empty() {
            self.out.extend_from_slice(piece.after);
        }
    }

    /// Goes on to the next piece and writes what stands before its value.
    fn open(&mut self) -> Option<Piece> {
        let piece = self.left.next()?;
        if piece.text != self.text {
            self.fill(piece.text);
        }
        self.out.extend_from_slice(piece.before);
        Some(piece)
    }

    /// Writes a list of values between the next piece, as [`Writer::slot`] writes one.
    pub(crate) fn list(&mut self, write: impl FnOnce(&mut Self)) {
        let Some(piece) = self.open() else { return };
        write(self);
        self.out.extend_from_slice(piece.after);
    }

    /// Leaves out the next value and what stands around it.
    pub(crate) fn skip(&mut self) {
        self.left.next();
    }

    /// Goes on to another text, or to none: the one so far is complete.
    fn fill(&mut self, text: usize) {
        if self.characters > self.limit {
            self.too_long();
        }
        self.text = text;
        (self.limit, self.characters) =
            self.texts.get(text).map_or((usize::MAX, 0), |text| (text.limit, text.fixed));
    }

    #[cold]
    fn too_long(&mut self) {
        let Some(text) = self.texts.get(self.text) else { return };
        let place = place_in(self.card, Part::from_code(text.part));
        self.problem(value::filled_too_long(&place, self.characters, text.limit));
    }

    /// Ends the message; what cannot be sent.
    pub(crate) fn finish(mut self) -> Vec<InvalidValue> {
        self.fill(0);
        self.problems
    }
}

/// A part of the template itself or of a card.
fn place_in(card: Option<usize>, part: Part) -> Place {
    let place = Place::new(part);
    match card {
        Some(card) => place.in_card(card),
        None => place,
    }
}

/// Writes one value.
#[derive(Debug)]
pub struct ValueWriter<'w> {
    out: &'w mut Vec<u8>,
    pieces: &'static Pieces,
    /// Of the text to which the value belongs; none if it belongs to none.
    limit: usize,
    piece: &'w Piece,
    /// The field that fills it, where the piece does not know it.
    field: Option<&'static str>,
    card: Option<usize>,
    api: Api,
    /// Of the text to which the value belongs, if it belongs to one.
    characters: &'w mut usize,
    problems: &'w mut Vec<InvalidValue>,
}

impl ValueWriter<'_> {
    /// Fixed JSON.
    #[inline]
    pub(crate) fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// A text value: checked, escaped, counted. Without quotation marks.
    pub(crate) fn text(&mut self, text: &str) {
        let scan = value::scan(text);
        if let Some(fault) = scan.fault {
            return self.fault(fault);
        }
        *self.characters += scan.characters;
        if scan.plain {
            self.out.extend_from_slice(text.as_bytes());
        } else {
            escape_special(self.out, text);
        }
    }

    #[cold]
    fn fault(&mut self, fault: TextFault) {
        self.refuse(fault.violation(self.place()));
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

    /// Remembers why the value cannot be sent.
    #[inline]
    pub(crate) fn problem(&mut self, violation: Option<Violation>) {
        if let Some(violation) = violation {
            self.refuse(violation);
        }
    }

    #[cold]
    fn refuse(&mut self, violation: Violation) {
        let field = self.field.unwrap_or_else(|| self.pieces.field(self.piece.index));
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
        place_in(self.card, self.part())
    }

    /// The limit of the text to which the value belongs, in characters; `None` when it belongs to none.
    ///
    /// A value whose limit depends on its template takes it from here: a coupon code, the only value of its text, is
    /// not counted with [`ValueWriter::text`] but checked against this.
    pub(crate) fn limit(&self) -> Option<usize> {
        Some(self.limit).filter(|limit| *limit < usize::MAX)
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
