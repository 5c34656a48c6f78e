//! The pieces of a template in four literals.
//!
//! The derive hands its pieces to the runtime through the compiler of the application, to which a long literal costs no
//! more than a short one, but each element of an array as much as a call. So all fixed JSON is one text, the fields
//! another, and what is to be known about each piece and about each text are rows of bytes. Both ends are here.

use super::Piece;

/// The pieces of a template or of a card, as the derive writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Table {
    /// The fixed JSON of all pieces, each with what stands before its value and what stands after it.
    pub json: String,
    /// The struct's field behind each piece, or nothing, with a blank between two.
    pub fields: String,
    /// A [`Row`] for each piece.
    pub rows: Vec<u8>,
    /// For each language, one after the other, a [`FilledText`] for each text whose length depends on values.
    pub texts: Vec<u8>,
}

impl Table {
    /// The table of these texts in all languages, still without pieces.
    #[must_use]
    pub fn new(texts: impl IntoIterator<Item = FilledText>) -> Self {
        let texts = texts.into_iter().flat_map(FilledText::to_bytes).collect();
        Self { texts, ..Self::default() }
    }

    /// Adds the next piece, with the field behind it and the number of the text that ends with its value: one more than
    /// its index, 0 for none.
    pub fn push(&mut self, piece: &Piece, field: &str, text: usize) {
        let Piece { slot, before, after } = piece;
        if !self.rows.is_empty() {
            self.fields.push(' ');
        }
        self.fields.push_str(field);
        self.json.push_str(before);
        self.json.push_str(after);
        let row = Row { before: before.len(), after: after.len(), part: slot.place.part().code(), text };
        self.rows.extend(row.to_bytes());
    }
}

/// What is known about a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "both ends of the table are of the same version")]
pub struct Row {
    /// Bytes of JSON before the value.
    pub before: usize,
    /// Bytes of JSON after it.
    pub after: usize,
    /// What the value fills, as [`Part::code`](crate::Part::code).
    pub part: u16,
    /// One more than the index of the text that ends with the value, 0 for none.
    pub text: usize,
}

impl Row {
    /// Bytes of a row.
    pub const LENGTH: usize = 12;

    fn to_bytes(self) -> [u8; Self::LENGTH] {
        let [b0, b1, b2, b3] = four_bytes(self.before);
        let [a0, a1, a2, a3] = four_bytes(self.after);
        let [p0, p1] = self.part.to_le_bytes();
        let [t0, t1] = u16::try_from(self.text).unwrap_or(u16::MAX).to_le_bytes();
        [b0, b1, b2, b3, a0, a1, a2, a3, p0, p1, t0, t1]
    }

    /// Reads what [`Table::push`] wrote.
    #[must_use]
    #[inline]
    pub const fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        let [b0, b1, b2, b3, a0, a1, a2, a3, p0, p1, t0, t1] = bytes;
        Self {
            before: u32::from_le_bytes([b0, b1, b2, b3]) as usize,
            after: u32::from_le_bytes([a0, a1, a2, a3]) as usize,
            part: u16::from_le_bytes([p0, p1]),
            text: u16::from_le_bytes([t0, t1]) as usize,
        }
    }
}

/// A text whose length depends on values, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "both ends of the table are of the same version")]
pub struct FilledText {
    /// Where it stands, as [`Part::code`](crate::Part::code).
    pub part: u16,
    /// How long it may be, in characters.
    pub limit: usize,
    /// The characters around its values.
    pub fixed: usize,
}

impl FilledText {
    /// Bytes of a row.
    pub const LENGTH: usize = 10;

    fn to_bytes(self) -> [u8; Self::LENGTH] {
        let [p0, p1] = self.part.to_le_bytes();
        let [l0, l1, l2, l3] = four_bytes(self.limit);
        let [f0, f1, f2, f3] = four_bytes(self.fixed);
        [p0, p1, l0, l1, l2, l3, f0, f1, f2, f3]
    }

    /// Reads what [`Table::new`] wrote.
    #[must_use]
    #[inline]
    pub const fn from_bytes(bytes: [u8; Self::LENGTH]) -> Self {
        let [p0, p1, l0, l1, l2, l3, f0, f1, f2, f3] = bytes;
        Self {
            part: u16::from_le_bytes([p0, p1]),
            limit: u32::from_le_bytes([l0, l1, l2, l3]) as usize,
            fixed: u32::from_le_bytes([f0, f1, f2, f3]) as usize,
        }
    }
}

/// A length. None comes near the end of the range: what is authored fits into a definition, and limits are far below.
fn four_bytes(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Part;
    use crate::wire::pieces;
    use crate::{Definition, Slot};

    fn definition() -> Definition {
        Definition::from_json(
            r#"{"name": "parcel", "language": "en", "category": "UTILITY", "components": [
                { "type": "BODY", "text": "{{1}} from {{2}}",
                  "example": { "body_text": [["A parcel", "Lucky Shrub"]] } },
                { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Thanks" }] }] }"#,
        )
        .expect("a definition")
    }

    #[test]
    fn rows_are_read_as_they_were_written() {
        let pieces = pieces(&definition(), |_: &Slot| true);
        let mut table = Table::new([]);
        for (piece, field) in pieces.iter().zip(["what", "", "answer"]) {
            table.push(piece, field, 1);
        }
        assert_eq!(table.fields, "what  answer");
        let (rows, rest) = table.rows.as_chunks();
        assert!(rest.is_empty());
        let mut json = table.json.as_str();
        for (piece, row) in pieces.iter().zip(rows) {
            let row = Row::from_bytes(*row);
            assert_eq!((row.part, row.text), (piece.slot.place.part().code(), 1));
            let (before, rest) = json.split_at(row.before);
            let (after, rest) = rest.split_at(row.after);
            assert_eq!((before, after), (piece.before.as_str(), piece.after.as_str()));
            json = rest;
        }
        assert_eq!((rows.len(), json), (pieces.len(), ""));
    }

    #[test]
    fn texts_are_read_as_they_were_written() {
        let text = |part: Part, limit, fixed| FilledText { part: part.code(), limit, fixed };
        let texts = [text(Part::Header, 60, 7), text(Part::ButtonUrl(3), 2_000, 70_000)];
        let table = Table::new(texts);
        let (rows, rest) = table.texts.as_chunks();
        assert!(rest.is_empty());
        assert!(rows.iter().map(|row| FilledText::from_bytes(*row)).eq(texts));
    }
}
