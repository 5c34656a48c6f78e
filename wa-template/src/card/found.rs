//! What rustc finds where cards belong, asked without a bound: of a type that is no card it then complains once, where the
//! values are written, and not for every constant as well.
//!
//! [`List`] and [`One`] have a constant of their own for types that are cards; for all others the trait of the same
//! constant steps in, with an answer from which nothing follows.

use std::marker::PhantomData;

use super::shape::CardField;
use super::{CardSet, WaCard};

/// A type that ought to be a list of cards.
#[derive(Debug)]
pub struct List<T: ?Sized>(PhantomData<T>);

/// A type that ought to be a card.
#[derive(Debug)]
pub struct One<T: ?Sized>(PhantomData<T>);

/// What a list of cards is.
#[derive(Clone, Copy, Debug)]
pub struct FoundCards {
    fields: &'static [CardField],
    /// Whether it is a list of cards at all.
    pub is_list: bool,
    /// How many cards there are, if the type says so.
    count: Option<usize>,
}

impl<T: CardSet<Card: WaCard> + ?Sized> List<T> {
    /// What it is.
    pub const FOUND: FoundCards =
        FoundCards { fields: <T::Card as WaCard>::FIELDS, is_list: true, count: T::COUNT };
}

impl<T: WaCard + ?Sized> One<T> {
    /// The fields of the card.
    pub const FIELDS: &'static [CardField] = T::FIELDS;
}

/// Stands in for [`List`] if the type is none.
pub trait NoList {
    /// Nothing follows from it.
    const FOUND: FoundCards = FoundCards { fields: UNREADABLE, is_list: false, count: None };
}

/// Stands in for [`One`] if the type is none.
pub trait NoCard {
    /// Nothing follows from it.
    const FIELDS: &'static [CardField] = UNREADABLE;
}

impl<T: ?Sized> NoList for List<T> {}
impl<T: ?Sized> NoCard for One<T> {}

pub(super) const UNREADABLE: &[CardField] = &[CardField::unreadable()];

impl FoundCards {
    /// The fields of the cards.
    #[must_use]
    pub const fn fields(&self) -> &'static [CardField] {
        self.fields
    }

    /// Whether the type says no other number than one of these.
    #[must_use]
    pub const fn has_count(&self, min: usize, max: usize) -> bool {
        match self.count {
            _ if !self.is_list => true,
            Some(found) => min <= found && found <= max,
            None => min < max,
        }
    }
}

/// The type of the cards; of what is no list of them, a type about which nothing is asked.
pub trait CardOf<const IS_LIST: bool> {
    /// One card.
    type Card;
}

impl<T: CardSet + ?Sized> CardOf<true> for T {
    type Card = T::Card;
}

impl<T: ?Sized> CardOf<false> for T {
    type Card = ();
}
