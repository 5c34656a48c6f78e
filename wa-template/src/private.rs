//! What the code of the derives calls. Not for people, and outside semantic versioning.
//!
//! One function per kind of slot, each with the value's type as its first parameter: written with a turbofish, a type
//! that does not fit is reported at the field's type, in full.

use crate::definition::value;
use crate::parameter::{
    BodyParameter, CatalogParameter, CouponCodeParameter, DocumentParameter, ExpirationParameter,
    FlowActionParameter, GifParameter, ImageParameter, LocationParameter, OneTimeCodeParameter,
    OrderDetailsParameter, OrderStatusParameter, PaymentRequestParameter, ProductListParameter,
    ProductParameter, TapTarget, TapTargetParameter, TextParameter, VideoParameter, VoiceCallParameter,
    expiration as moment,
};
use crate::payload::ConstantPayload;

/// What expansions of the derive of this very version find; another version of the derive looks for another name.
pub use crate::__private as made_for_derive_0_1_0;
pub use crate::card::misfit::{
    FitsBody, FitsButton, FitsHeader, FitsNumber, FitsPayload, FitsUrl, HasButton, HasCount, HasCountBetween,
    HasHeader, HasNumber, HasPlaceholder,
};
pub use crate::card::shape::check_fields;
pub use crate::card::{
    CardField, CardParameter, CardSet, CardSlot, CardTable, CardTarget, WaCard, fields_of, fits, has_field,
    has_type,
};
pub use crate::definition::{Category, Definition};
pub use crate::parameter::PayloadParameter;
pub use crate::parameter::{Image, OrderDetails, Product, Video};
pub use crate::payload::{PayloadValue, UnknownPayload, WaPayload};
pub use crate::template::Template;
pub use crate::traits::{WaMessage, WaTemplate};
pub use crate::writer::{ValueWriter, Writer};
pub use core::option::Option;
pub use core::primitive::{bool, str, u8, u32, usize};
pub use core::result::Result;
pub use std::borrow::Cow;
pub use std::string::String;
pub use std::vec::Vec;

/// A text: placeholder of the header, end of an address.
pub fn text<T: TextParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    value.with_text(|text| writer.text(text));
}

/// A placeholder of the body.
pub fn body<T: BodyParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    value.write_body(writer);
}

/// The image of a header.
pub fn image<T: ImageParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_image(writer));
}

/// The video of a header.
pub fn video<T: VideoParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_video(writer));
}

/// The GIF of a header.
pub fn gif<T: GifParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_gif(writer));
}

/// The document of a header.
pub fn document<T: DocumentParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_document(writer));
}

/// The place of a location header.
pub fn location<T: LocationParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_location(writer));
}

/// The product of a header.
pub fn product<T: ProductParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_product(writer));
}

/// The code behind a copy-code button.
pub fn coupon_code<T: CouponCodeParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_coupon_code(writer));
}

/// What a flow is opened with.
pub fn flow_action<T: FlowActionParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    match value.flow_action() {
        Some(action) => writer.slot(|writer| action.write(writer)),
        None => writer.skip(),
    }
}

/// The thumbnail of a catalogue button.
pub fn catalog<T: CatalogParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    if value.is_absent() {
        writer.skip();
    } else {
        writer.slot(|writer| value.write_thumbnail(writer));
    }
}

/// The products behind a multi-product button.
pub fn product_list<T: ProductListParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_product_list(writer));
}

/// What a call button carries.
pub fn voice_call<T: VoiceCallParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    match value.voice_call().filter(|call| !call.is_absent()) {
        Some(call) => writer.slot(|writer| call.write(writer)),
        None => writer.skip(),
    }
}

/// The order behind an order-details button.
pub fn order_details<T: OrderDetailsParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_order_details(writer));
}

/// What a payment-request button of this kind asks for.
pub fn payment_request<T: PaymentRequestParameter + ?Sized>(writer: &mut Writer<'_>, value: &T, kind: &str) {
    writer.slot(|writer| value.payment_request().write(kind, writer));
}

/// The one-time code, in the body or the button.
pub fn one_time_code<T: OneTimeCodeParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_one_time_code(writer));
}

/// The end of a limited-time offer.
pub fn expiration<T: ExpirationParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| moment::write(value, writer));
}

/// The status of an order.
pub fn order_status<T: OrderStatusParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_order_status(writer));
}

/// The tap-target override.
pub fn tap_target<T: TapTargetParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    match value.tap_targets() {
        [] => writer.skip(),
        targets => writer.slot(|writer| TapTarget::write_all(targets, writer)),
    }
}

/// The cards of a carousel, from one field.
pub fn cards<C: WaCard>(writer: &mut Writer<'_>, cards: &[C]) {
    let template = writer.template();
    if template.any_number_of_cards {
        writer.problem(value::card_count(cards.len()));
    }
    each_card(writer, cards.len(), |writer, index| {
        if let Some(card) = cards.get(index) {
            card_at(writer, index, card);
        }
    });
}

/// The cards of a carousel, each from a field of its own.
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

/// One card of a carousel.
pub fn card_at<C: WaCard>(writer: &mut Writer<'_>, index: usize, card: &C) {
    let tables = writer.template().cards;
    // More product cards than defined are like the last one.
    let Some(table) = tables.get(index).or(tables.last()) else { return };
    writer.card(index, table, |writer| crate::card::write_card(writer, table, card));
}

/// Whether a type of cards says no other number than one of these.
#[must_use]
pub const fn has_count(found: Option<usize>, min: usize, max: usize) -> bool {
    match found {
        Some(found) => min <= found && found <= max,
        None => min < max,
    }
}

/// The payload of a quick reply, from a field.
pub fn payload<T: PayloadParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    if value.is_absent() {
        writer.skip();
    } else {
        writer.slot(|writer| value.write_payload(writer));
    }
}

/// The payload of a quick reply, a constant of the template.
pub fn constant<T: ConstantPayload>(writer: &mut Writer<'_>, value: T) {
    writer.slot(|writer| value.write(writer));
}

/// What a derived payload writes when it is a field.
pub fn write_payload<T: WaPayload>(writer: &mut ValueWriter<'_>, value: &T) {
    writer.payload(&value.to_payload());
}

/// What stands for the template of a message whose derive found a mistake. No program that compiles has it.
pub static NO_TEMPLATE: Template = Template::new("", Category::Utility, &["en"], "", "", "", b"", b"");

/// A payload that belongs to no variant.
///
/// # Errors
///
/// Always: that is what it is for.
pub fn unknown_payload<T>(payload: &str) -> Result<T, UnknownPayload> {
    Err(UnknownPayload::new(payload))
}
