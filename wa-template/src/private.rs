//! What the code of the derives calls. Not for people, and outside semantic versioning.
//!
//! The value of a slot is written by a method of the slot's trait, called by the trait's path: of a type that lacks the
//! trait rustc then says no more than what the trait has to say, and no note leads here.

/// What expansions of the derive of this very version find; another version of the derive looks for another name.
pub use crate::__private as made_for_derive_0_1_0;
pub use crate::card::found::{CardOf, FoundCards, List, NoCard, NoList, One};
pub use crate::card::misfit::{
    FitsBody, FitsButton, FitsHeader, FitsNumber, FitsPayload, FitsUrl, HasButton, HasCount, HasCountBetween,
    HasHeader, HasNumber, HasPlaceholder, InPlace,
};
pub use crate::card::place::{Placed, in_place, place_of};
pub use crate::card::shape::check_fields;
pub use crate::card::{
    CardField, CardParameter, CardSet, CardSlot, CardTable, CardTarget, OneCard, WaCard, each_card,
    fields_of, fits, has_field, has_type,
};
pub use crate::definition::{Category, Definition};
pub use crate::parameter::{
    BodyParameter, CatalogParameter, CouponCodeParameter, DocumentParameter, ExpirationParameter,
    FlowActionParameter, GifParameter, ImageParameter, LocationParameter, OneTimeCodeParameter,
    OrderDetailsParameter, OrderStatusParameter, PayloadParameter, PaymentRequestParameter,
    ProductListParameter, ProductParameter, TapTargetParameter, TextParameter, VideoParameter,
    VoiceCallParameter,
};
pub use crate::parameter::{Image, OrderDetails, Product, Video};
pub use crate::payload::{ConstantPayload, PayloadValue, UnknownPayload, WaPayload};
pub use crate::template::Template;
pub use crate::traits::{WaMessage, WaTemplate};
pub use crate::writer::{ValueWriter, Writer};
pub use core::option::Option;
pub use core::primitive::{bool, str, u8, u32, usize};
pub use core::result::Result;
pub use std::borrow::Cow;
pub use std::string::String;
pub use std::vec::Vec;

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
