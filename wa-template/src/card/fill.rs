//! How the cards of a message are written.

use super::WaCard;
use super::table::write_card;
use crate::definition::value;
use crate::writer::Writer;

/// What a template asks of its cards: that they are some. Without it rustc would list all types that are.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a card",
    label = "this type does not derive `WaCard`",
    note = "write `#[derive(WaCard)]` on a struct with one field per value of the card",
    note = "no card can be left out, so an `Option` is no card"
)]
pub trait OneCard: Sized {
    /// Fills the carousel with these cards.
    fn fill_all(cards: &[Self], writer: &mut Writer<'_>);

    /// Fills the card at an index.
    fn fill_slot(&self, writer: &mut Writer<'_>, index: usize);
}

#[diagnostic::do_not_recommend]
impl<C: WaCard> OneCard for C {
    fn fill_all(cards: &[Self], writer: &mut Writer<'_>) {
        if writer.template().any_number_of_cards {
            writer.problem(value::card_count(cards.len()));
        }
        each_card(writer, cards.len(), |writer, index| {
            if let Some(card) = cards.get(index) {
                card.fill_slot(writer, index);
            }
        });
    }

    fn fill_slot(&self, writer: &mut Writer<'_>, index: usize) {
        let tables = writer.template().cards;
        // More product cards than defined are like the last one.
        let Some(table) = tables.get(index).or(tables.last()) else { return };
        writer.card(index, table, |writer| write_card(writer, table, self));
    }
}

/// Fills the carousel card by card.
pub fn each_card(writer: &mut Writer<'_>, count: usize, mut write: impl FnMut(&mut Writer<'_>, usize)) {
    writer.list(|writer| {
        for index in 0..count {
            if index > 0 {
                writer.raw(format_args!(","));
            }
            write(writer, index);
        }
    });
}
