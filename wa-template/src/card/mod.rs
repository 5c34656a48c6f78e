//! The cards of a carousel.
//!
//! What a card's values are stands in a struct of the application's own ([`WaCard`]); which of them a template asks for,
//! and in which order, stands in the template. The two meet at compile time: [`shape`] compares them in constants.

mod fill;
pub(crate) mod found;
pub(crate) mod misfit;
pub(crate) mod place;
mod set;
pub(crate) mod shape;
mod table;
mod value;

pub use fill::{OneCard, each_card};
pub use set::CardSet;
pub use shape::{CardField, CardSlot, CardTarget, fields_of, has_field, has_type};
pub use table::CardTable;
pub use value::{CardParameter, fits};

use crate::writer::ValueWriter;

/// A struct whose fields are the values of one card of a carousel; derived with
/// [`#[derive(WaCard)]`](macro@crate::WaCard).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a card",
    label = "this type does not derive `WaCard`",
    note = "write `#[derive(WaCard)]` on a struct with one field per value of the card",
    note = "no card can be left out, so an `Option` is no card"
)]
pub trait WaCard {
    /// The fields, in order.
    #[doc(hidden)]
    const FIELDS: &'static [CardField];

    /// Writes the value of the field at an index, for a slot of this kind.
    #[doc(hidden)]
    fn write_field(&self, field: usize, kind: u32, writer: &mut ValueWriter<'_>);

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
