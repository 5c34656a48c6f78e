//! Card structs in each other's place: one mistake, told once, and not as what each of them lacks.

use super::found::UNREADABLE;
use super::shape::{CardField, CardSlot, fits_all};

/// The fields of a card struct, and the slots of the card for which it stands.
pub type Placed = (&'static [CardField], &'static [CardSlot]);

/// The card at which the struct at an index belongs: another one only if it fits there and not here, and if the struct
/// that stands there does not fit either. Of several such structs the first is told.
#[must_use]
pub const fn place_of(cards: &[Placed], index: usize) -> usize {
    let mut earlier = 0;
    while earlier < index {
        if meant(cards, earlier) != earlier {
            return index;
        }
        earlier += 1;
    }
    meant(cards, index)
}

/// The fields of the struct at an index, but such that nothing follows from it if it belongs to another card.
#[must_use]
pub const fn in_place(cards: &[Placed], index: usize) -> &'static [CardField] {
    if meant(cards, index) == index { cards[index].0 } else { UNREADABLE }
}

const fn meant(cards: &[Placed], index: usize) -> usize {
    let mut card = 0;
    while card < cards.len() && !fits(cards, index, index) {
        if !fits(cards, card, card) && fits(cards, index, card) {
            return card;
        }
        card += 1;
    }
    index
}

const fn fits(cards: &[Placed], one: usize, card: usize) -> bool {
    fits_all(cards[one].0, cards[card].1)
}
