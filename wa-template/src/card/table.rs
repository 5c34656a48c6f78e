//! What a template knows about its cards, and how a card is written.

use super::WaCard;
use super::shape::{CardField, CardSlot, NO_FIELD};
use crate::template::{FilledText, Piece};
use crate::writer::Writer;

/// The fixed JSON of one card, with the slots between its pieces and the fields that fill them.
#[derive(Debug)]
pub struct CardTable {
    pub(crate) pieces: &'static [Piece],
    pub(crate) texts: &'static [FilledText],
    slots: &'static [CardSlot],
    /// One entry per slot: the index of the field that fills it.
    fields: &'static [usize],
}

impl CardTable {
    /// Called by the derive.
    #[must_use]
    pub const fn new(
        pieces: &'static [Piece],
        texts: &'static [FilledText],
        slots: &'static [CardSlot],
        fields: &'static [usize],
    ) -> Self {
        Self { pieces, texts, slots, fields }
    }
}

/// Writes the values of one card between its pieces.
pub(crate) fn write_card<C: WaCard>(writer: &mut Writer<'_>, table: &'static CardTable, card: &C) {
    for (slot, &field) in table.slots.iter().zip(table.fields) {
        if field == NO_FIELD || card.is_absent(field) {
            writer.skip();
        } else {
            let name = C::FIELDS.get(field).map(CardField::field);
            writer.slot_of(name, |writer| card.write_field(field, slot.kind(), writer));
        }
    }
}
