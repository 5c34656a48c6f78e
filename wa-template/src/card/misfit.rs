//! What the compiler says when a card struct does not fit its template.
//!
//! Each question is a trait that every type has for the answer `true`. The derive writes the answer as a constant; the
//! name of a placeholder is a type parameter of that name, which rustc prints as it is. These texts stand here and not
//! in the expansion because `#[diagnostic]` is not known under `#![no_implicit_prelude]`.

/// Whether a card struct stands for the card that it fits, and not for one that another struct fits.
#[diagnostic::on_unimplemented(
    message = "`{Self}` fits card {PLACE} of the carousel, not card {CARD}",
    label = "stands for card {CARD} here",
    note = "write `#[wa(card = {PLACE})]` here, and `#[wa(card = {CARD})]` where `card = {PLACE}` stands now"
)]
pub trait InPlace<const PLACE: usize, const CARD: usize> {
    /// What is asked for.
    const CHECKED: () = ();
}

#[diagnostic::do_not_recommend]
impl<Card: ?Sized, const CARD: usize> InPlace<CARD, CARD> for Card {}

macro_rules! questions {
    ($($(#[$text:meta])* $name:ident($($const:ident: $ty:ty),*; $($type:ident)?);)*) => {$(
        $(#[$text])*
        pub trait $name<const YES: bool, $(const $const: $ty,)* $($type)?> {
            /// What is asked for.
            const CHECKED: () = ();
        }

        #[diagnostic::do_not_recommend]
        impl<Card: ?Sized, $(const $const: $ty,)* $($type)?> $name<true, $($const,)* $($type)?> for Card {}
    )*};
}

questions! {
    /// Whether the cards are as many as those of the template.
    #[diagnostic::on_unimplemented(
        message = "the carousel has {COUNT} cards and is sent with exactly as many",
        label = "not {COUNT} cards",
        note = "write `[Card; {COUNT}]`"
    )]
    HasCount(COUNT: usize;);

    /// Whether the cards are as many as may be sent.
    #[diagnostic::on_unimplemented(
        message = "a carousel of products is sent with {MIN} to {MAX} cards",
        label = "another number of cards",
        note = "write `Vec<Card>`, or `[Card; {MIN}]` for {MIN} of them"
    )]
    HasCountBetween(MIN: usize, MAX: usize;);

    /// Whether a placeholder has a field.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` has no field for placeholder `{{{{{Name}}}}}`",
        label = "card {CARD} of the carousel needs it",
        note = "add a field to it: `{Name}: String`"
    )]
    HasPlaceholder(CARD: usize; Name);

    /// Whether a placeholder with a number has a field.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` has no field for placeholder `{{{{{NUMBER}}}}}`",
        label = "card {CARD} of the carousel needs it",
        note = "add a field to it: `#[wa(body = {NUMBER})] value: String`"
    )]
    HasNumber(CARD: usize, NUMBER: u32;);

    /// Whether the header has a field.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` has no field for the header",
        label = "card {CARD} of the carousel needs it",
        note = "mark a field of it: `#[wa(header)] header: {Value}`"
    )]
    HasHeader(CARD: usize; Value);

    /// Whether a button has a field.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` has no field for button {BUTTON}",
        label = "card {CARD} of the carousel needs it",
        note = "mark a field of it: `#[wa(button = {BUTTON})] value: {Value}`"
    )]
    HasButton(CARD: usize, BUTTON: usize; Value);

    /// Whether the field of a placeholder in the body has a type that fits.
    #[diagnostic::on_unimplemented(
        message = "the field of `{Self}` for placeholder `{{{{{Name}}}}}` has a type that does not fit there",
        label = "card {CARD} of the carousel takes something else",
        note = "use a string, an integer, a `Currency` or a `DateTime`"
    )]
    FitsBody(CARD: usize; Name);

    /// Whether the field of a placeholder with a number has a type that fits.
    #[diagnostic::on_unimplemented(
        message = "the field of `{Self}` for placeholder `{{{{{NUMBER}}}}}` has a type that does not fit there",
        label = "card {CARD} of the carousel takes something else",
        note = "use a string, an integer, a `Currency` or a `DateTime`"
    )]
    FitsNumber(CARD: usize, NUMBER: u32;);

    /// Whether the field of a placeholder in an address has a type that fits.
    #[diagnostic::on_unimplemented(
        message = "the field of `{Self}` for placeholder `{{{{{Name}}}}}` has a type that does not fit there",
        label = "card {CARD} of the carousel takes something else",
        note = "use a string or an integer"
    )]
    FitsUrl(CARD: usize; Name);

    /// Whether the field of a payload has a type that fits.
    #[diagnostic::on_unimplemented(
        message = "the field of `{Self}` for placeholder `{{{{{Name}}}}}` has a type that does not fit there",
        label = "card {CARD} of the carousel takes something else",
        note = "use a string, an integer, or an enum that derives `WaPayload`"
    )]
    FitsPayload(CARD: usize; Name);

    /// Whether the field of the header has a type that fits.
    #[diagnostic::on_unimplemented(
        message = "the field of `{Self}` for the header has a type that does not fit there",
        label = "card {CARD} of the carousel takes something else",
        note = "use `{Value}`"
    )]
    FitsHeader(CARD: usize; Value);

    /// Whether the field of a button has a type that fits.
    #[diagnostic::on_unimplemented(
        message = "the field of `{Self}` for button {BUTTON} has a type that does not fit there",
        label = "card {CARD} of the carousel takes something else",
        note = "use `{Value}`"
    )]
    FitsButton(CARD: usize, BUTTON: usize; Value);
}
