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

#[cfg(test)]
mod tests {
    use super::{Placed, in_place, place_of};
    use crate::card::fits;
    use crate::card::shape::{CardField, CardSlot, CardTarget};

    const A: &[CardField] = &[CardField::new("a", "a", CardTarget::Name, fits::TEXT, "", "")];
    const B: &[CardField] = &[CardField::new("b", "b", CardTarget::Name, fits::TEXT, "", "")];
    const C: &[CardField] = &[CardField::new("c", "c", CardTarget::Name, fits::TEXT, "", "")];
    const OF_A: &[CardSlot] = &[CardSlot::new("a", 0, fits::BODY, 0, true)];
    const OF_B: &[CardSlot] = &[CardSlot::new("b", 0, fits::BODY, 0, true)];
    const OF_C: &[CardSlot] = &[CardSlot::new("c", 0, fits::BODY, 0, true)];

    /// The places of all cards, and how many of them are silent about their fields.
    fn placed(cards: &[Placed]) -> (Vec<usize>, usize) {
        let all = 0..cards.len();
        let silent = all.clone().filter(|at| !std::ptr::eq(in_place(cards, *at), cards[*at].0)).count();
        (all.map(|at| place_of(cards, at)).collect(), silent)
    }

    #[test]
    fn only_what_stands_in_anothers_place_is_misplaced() {
        assert_eq!(placed(&[(A, OF_A), (B, OF_B)]), (vec![0, 1], 0));
        // The same struct twice, and one that fits nowhere: what it lacks is said.
        assert_eq!(placed(&[(A, OF_A), (A, OF_B)]), (vec![0, 1], 0));
        assert_eq!(placed(&[(C, OF_A), (B, OF_B)]), (vec![0, 1], 0));
        // Of an exchange the first is told, and nothing follows from either.
        assert_eq!(placed(&[(B, OF_A), (A, OF_B)]), (vec![1, 1], 2));
        assert_eq!(placed(&[(B, OF_A), (C, OF_B), (A, OF_C)]), (vec![1, 1, 2], 3));
        assert_eq!(placed(&[(A, OF_A), (C, OF_B), (B, OF_C)]), (vec![0, 2, 2], 2));
    }
}
