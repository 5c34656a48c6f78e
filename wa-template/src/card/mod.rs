//! The cards of a carousel.
//!
//! What a card's values are stands in a struct of the application's own ([`WaCard`]); which of them a template asks for,
//! and in which order, stands in the template. The two meet at compile time: [`shape`] compares them in constants.

pub(crate) mod misfit;
mod set;
pub(crate) mod shape;
mod table;
mod value;

pub use set::CardSet;
pub use shape::{CardField, CardSlot, CardTarget, fields_of, has_field, has_type};
pub use table::CardTable;
pub(crate) use table::write_card;
pub use value::{CardParameter, fits};

use crate::writer::{ValueWriter, Writer};

/// A struct whose fields are the values of one card of a carousel; derived with
/// [`#[derive(WaCard)]`](macro@crate::WaCard).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a card",
    label = "this type does not derive `WaCard`",
    note = "write `#[derive(WaCard)]` on a struct with one field per value of the card"
)]
pub trait WaCard {
    /// The fields, in order.
    #[doc(hidden)]
    const FIELDS: &'static [CardField];

    /// Writes the value of the field at an index, for a slot of this kind.
    #[doc(hidden)]
    fn write_field(&self, field: usize, kind: u32, writer: &mut ValueWriter<'_>);

    /// Writes the card as the one at an index.
    #[doc(hidden)]
    fn write_at(&self, writer: &mut Writer<'_>, index: usize)
    where
        Self: Sized,
    {
        crate::__private::card_at(writer, index, self);
    }

    /// Whether the field at an index leaves its optional slot out.
    #[doc(hidden)]
    fn is_absent(&self, field: usize) -> bool;
}

impl<C: WaCard> WaCard for &C {
    const FIELDS: &'static [CardField] = C::FIELDS;

    fn write_field(&self, field: usize, kind: u32, writer: &mut ValueWriter<'_>) {
        (**self).write_field(field, kind, writer);
    }

    fn is_absent(&self, field: usize) -> bool {
        (**self).is_absent(field)
    }
}
