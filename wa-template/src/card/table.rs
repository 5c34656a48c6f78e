//! What a template knows about its cards, and how a card is written.

use super::WaCard;
use super::shape::{CardField, CardSlot, NO_FIELD};
use crate::pieces::Pieces;
use crate::writer::Writer;

/// The fixed JSON of one card, with the slots between its pieces and the fields that fill them.
#[derive(Debug)]
pub struct CardTable {
    pub(crate) pieces: Pieces,
    slots: &'static [CardSlot],
    /// One entry per slot: the index of the field that fills it.
    fields: &'static [usize],
}

impl CardTable {
    /// Called by the derive.
    #[must_use]
    pub const fn new(
        (json, fields, rows, texts): (&'static str, &'static str, &'static [u8], &'static [u8]),
        languages: usize,
        slots: &'static [CardSlot],
        filled_by: &'static [usize],
    ) -> Self {
        Self { pieces: Pieces::new(json, fields, rows, texts, languages), slots, fields: filled_by }
    }
}

/// Writes the values of one card between its pieces.
pub(crate) fn write_card<C: WaCard>(writer: &mut Writer<'_>, table: &'static CardTable, card: &C) {
    for (slot, &field) in table.slots.iter().zip(table.fields) {
        if let Some(fill) = slot.constant_value() {
            fill(writer);
        } else if field == NO_FIELD || card.is_absent(field) {
            writer.skip();
        } else {
            let name = C::FIELDS.get(field).map(CardField::field);
            writer.slot_of(name, |writer| card.write_field(field, slot.kind(), writer));
        }
    }
}
