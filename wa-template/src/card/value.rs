//! What can be a value of a card, and for which slots.

use crate::parameter::{
    Currency, DateTime, Image, ImageParameter, OrderDetails, OrderDetailsParameter, Product,
    ProductParameter, TextParameter, Video, VideoParameter,
};
use crate::writer::ValueWriter;

/// The kinds of slots of a card, as bits: a value fits some of them.
#[expect(missing_docs, reason = "for the derives only; the names are those of `SlotKind`")]
pub mod fits {
    pub const HEADER_TEXT: u32 = 1;
    pub const BODY: u32 = 2;
    pub const PAYLOAD: u32 = 4;
    pub const URL: u32 = 8;
    pub const IMAGE: u32 = 16;
    pub const VIDEO: u32 = 32;
    pub const PRODUCT: u32 = 64;
    pub const ORDER_DETAILS: u32 = 128;
    pub const TEXT: u32 = HEADER_TEXT | BODY | PAYLOAD | URL;
}

/// A value of a card: a text, a [`Currency`], a [`DateTime`], an [`Image`], a [`Video`], a [`Product`], an
/// [`OrderDetails`], or an enum that derives [`WaPayload`](macro@crate::WaPayload).
///
/// Which of them a slot takes is checked where the template names its cards.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a value of a card",
    label = "not a value of a card",
    note = "use a string, an integer, an `Image`, a `Video` or a `Product`; mark a field of your own `#[wa(skip)]`"
)]
pub trait CardParameter {
    #[doc(hidden)]
    const FITS: u32;

    #[doc(hidden)]
    fn write_card(&self, kind: u32, writer: &mut ValueWriter<'_>);

    #[doc(hidden)]
    fn is_absent(&self) -> bool {
        false
    }
}

#[diagnostic::do_not_recommend]
impl<T: TextParameter + ?Sized> CardParameter for T {
    const FITS: u32 = fits::TEXT;

    fn write_card(&self, kind: u32, writer: &mut ValueWriter<'_>) {
        self.with_text(|text| match kind {
            fits::PAYLOAD => writer.payload(text),
            _ => writer.text(text),
        });
    }
}

/// `None` leaves the payload of a quick reply out.
#[diagnostic::do_not_recommend]
impl<T: CardParameter> CardParameter for Option<T> {
    const FITS: u32 = T::FITS & fits::PAYLOAD;

    fn write_card(&self, kind: u32, writer: &mut ValueWriter<'_>) {
        if let Some(value) = self {
            value.write_card(kind, writer);
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(CardParameter::is_absent)
    }
}

macro_rules! objects {
    ($($value:ty: $fits:ident, $write:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl CardParameter for $value {
            const FITS: u32 = fits::$fits;

            fn write_card(&self, _: u32, writer: &mut ValueWriter<'_>) {
                self.$write(writer);
            }
        }

        #[diagnostic::do_not_recommend]
        impl CardParameter for &$value {
            const FITS: u32 = fits::$fits;

            fn write_card(&self, kind: u32, writer: &mut ValueWriter<'_>) {
                (**self).write_card(kind, writer);
            }
        }
    )*};
}

objects! {
    Currency: BODY, write;
    DateTime: BODY, write;
    Image: IMAGE, write_image;
    Video: VIDEO, write_video;
    Product: PRODUCT, write_product;
    OrderDetails: ORDER_DETAILS, write_order_details;
}
