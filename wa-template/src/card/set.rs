//! Several cards together.

/// The cards of a message: an array where their number is fixed, a `Vec` or slice where it may differ.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the cards of a carousel",
    label = "not a list of cards",
    note = "write an array of structs that derive `WaCard`, `[Card; 3]`, or a `Vec` of them for product cards"
)]
pub trait CardSet {
    /// What one card is, if it is one.
    #[doc(hidden)]
    type Card;

    /// How many there are, if the type says so.
    #[doc(hidden)]
    const COUNT: Option<usize>;

    /// The cards, in order.
    #[doc(hidden)]
    fn cards(&self) -> &[Self::Card];
}

#[diagnostic::do_not_recommend]
impl<C, const N: usize> CardSet for [C; N] {
    type Card = C;
    const COUNT: Option<usize> = Some(N);

    fn cards(&self) -> &[C] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<C> CardSet for Vec<C> {
    type Card = C;
    const COUNT: Option<usize> = None;

    fn cards(&self) -> &[C] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<C> CardSet for [C] {
    type Card = C;
    const COUNT: Option<usize> = None;

    fn cards(&self) -> &[C] {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<S: CardSet + ?Sized> CardSet for &S {
    type Card = S::Card;
    const COUNT: Option<usize> = S::COUNT;

    fn cards(&self) -> &[Self::Card] {
        (**self).cards()
    }
}

#[diagnostic::do_not_recommend]
impl<S: CardSet + ?Sized> CardSet for Box<S> {
    type Card = S::Card;
    const COUNT: Option<usize> = S::COUNT;

    fn cards(&self) -> &[Self::Card] {
        (**self).cards()
    }
}
