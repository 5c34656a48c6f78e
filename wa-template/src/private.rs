//! What the code of the derives calls. Not for people, and outside semantic versioning.
//!
//! One function per kind of slot, each with the value's type as its first parameter: written with a turbofish, a type
//! that does not fit is reported at the field's type, in full.

use crate::parameter::{
    BodyParameter, DocumentParameter, ImageParameter, LocationParameter, PayloadParameter, TextParameter,
    VideoParameter,
};
use crate::payload::WaPayload;

pub use crate::definition::{Category, Definition, Part};
pub use crate::template::{FilledText, Piece, Template};
pub use crate::writer::{ValueWriter, Writer};
pub use core::option::Option;
pub use core::result::Result;
pub use std::borrow::Cow;
pub use std::vec::Vec;

/// A text: placeholder of the header, end of an address.
pub fn text<T: TextParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.with_text(|text| writer.text(text)));
}

/// A placeholder of the body.
pub fn body<T: BodyParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_body(writer));
}

/// The image of a header.
pub fn image<T: ImageParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_image(writer));
}

/// The video of a header.
pub fn video<T: VideoParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_video(writer));
}

/// The document of a header.
pub fn document<T: DocumentParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_document(writer));
}

/// The place of a location header.
pub fn location<T: LocationParameter + ?Sized>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| value.write_location(writer));
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
pub fn constant<T: WaPayload>(writer: &mut Writer<'_>, value: &T) {
    writer.slot(|writer| write_payload(writer, value));
}

/// What a derived payload writes when it is a field.
pub fn write_payload<T: WaPayload>(writer: &mut ValueWriter<'_>, value: &T) {
    writer.payload(&value.to_payload());
}

/// A payload that belongs to no variant.
///
/// # Errors
///
/// Always: that is what it is for.
pub fn unknown_payload<T>(payload: &str) -> Result<T, crate::payload::UnknownPayload> {
    Err(crate::payload::UnknownPayload::new(payload))
}

/// Definitions that the derive has checked, from their creation form.
#[must_use]
pub fn definitions(json: &[&str]) -> Vec<Definition> {
    // Written by the derive from parsed definitions: reading them back cannot fail.
    json.iter().filter_map(|json| Definition::from_json(json).ok()).collect()
}
