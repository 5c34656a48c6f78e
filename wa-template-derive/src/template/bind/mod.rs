//! Which field fills which slot: every slot exactly one, every field at least one.

mod kinds;
mod misdirected;
mod missing;
mod stray;
mod unused;

use syn::Path;
use wa_template_definition::{Slot, SlotKind};

use super::model::Model;
use super::parse::{WrittenButton, WrittenField, WrittenPayload, WrittenTarget};
use crate::report::Report;

/// What a slot is filled with.
pub(crate) struct Bound {
    pub(crate) slot: Slot,
    pub(crate) source: Filler,
}

/// Where a value comes from.
pub(crate) enum Filler {
    /// The field at this index.
    Field(usize),
    /// One field per card, each at its index.
    Cards(Vec<usize>),
    /// The variant of an enum, always the same.
    Constant(Path),
}

/// Binds fields to slots, in wire order. Slots that are optional and unbound are left out; those of cards are bound
/// by the card's own type. Also returns the fields of which it is
/// not certain what they fill.
pub(crate) fn bind(report: &Report, model: &Model) -> (Vec<Bound>, Vec<String>) {
    let fields = &model.source.written.fields;
    let slots: Vec<Slot> =
        model.definition.slots().into_iter().filter(|slot| slot.place.card().is_none()).collect();
    let mut used = vec![false; fields.len()];
    let mut bound = Vec::new();
    let mut homeless: Vec<&Slot> = Vec::new();
    let mut twice: Vec<Twice<'_>> = Vec::new();
    for slot in &slots {
        if let Some(constant) = constant(model, slot) {
            bound.push(Bound { slot: slot.clone(), source: Filler::Constant(constant.clone()) });
            continue;
        }
        let candidates: Vec<usize> = (0..fields.len())
            .filter(|index| fields.get(*index).is_some_and(|field| fills(model, field, slot)))
            .collect();
        for index in &candidates {
            mark(&mut used, *index);
        }
        if slot.kind == SlotKind::Carousel
            && let Some(cards) = kinds::separate_cards(report, model, &candidates, &mut used)
        {
            bound.push(Bound { slot: slot.clone(), source: Filler::Cards(cards) });
            continue;
        }
        match candidates.as_slice() {
            [] if slot.required || placeholder_of(model, slot).is_some() => homeless.push(slot),
            [] => {}
            [index] => bound.push(Bound { slot: slot.clone(), source: Filler::Field(*index) }),
            [first, second, ..] => twice.push(Twice { slot, first: *first, second: *second }),
        }
    }
    // A button more or less moves all behind it: told at the field that is left over, and not at the others as well.
    let is_button = |field: &WrittenField| matches!(field.target, WrittenTarget::Button(..));
    let moved = fields.iter().zip(&used).any(|(field, used)| is_button(field) && !used);
    // Where something could not be read, nobody knows what lacks a field.
    let homeless = if model.complete { homeless } else { Vec::new() };
    let explained = missing::report(report, model, &homeless, &twice, &mut used);
    if model.complete {
        for twice in &twice {
            unused::twice(report, model, twice, &explained);
        }
        unused::misplaced_examples(report, model, &bound, |field| moved && is_button(field));
        unused::report(report, model, &used, &explained);
    }
    let fills_twice = |index| twice.iter().any(|twice| twice.first == index || twice.second == index);
    let contested = fields
        .iter()
        .enumerate()
        .filter(|(index, field)| !model.complete || fills_twice(*index) || moved && is_button(field));
    (bound, contested.map(|(_, field)| field.ident.to_string()).collect())
}

/// A slot with two fields: the second is the one too many.
struct Twice<'a> {
    slot: &'a Slot,
    first: usize,
    second: usize,
}

fn mark(used: &mut [bool], index: usize) {
    if let Some(used) = used.get_mut(index) {
        *used = true;
    }
}

/// The variant of an enum that the template gives as the payload of a quick reply.
pub(super) fn constant<'m>(model: &'m Model, slot: &Slot) -> Option<&'m Path> {
    let SlotKind::QuickReplyPayload(index) = slot.kind else { return None };
    match model.source.button_at(slot.place.card(), index)? {
        WrittenButton::QuickReply { payload: WrittenPayload::Constant(path), .. } => Some(path),
        _ => None,
    }
}

/// Whether a field says that it fills a slot.
fn fills(model: &Model, field: &WrittenField, slot: &Slot) -> bool {
    let by_name = |authored: &String| {
        model.source.fields_of(slot.place.part(), authored).any(|other| std::ptr::eq(other, field))
    };
    match (field.target, slot.kind) {
        (
            WrittenTarget::Header(_),
            SlotKind::HeaderMedia(_) | SlotKind::HeaderLocation | SlotKind::HeaderProduct,
        )
        | (WrittenTarget::Code(_), SlotKind::OneTimeCode | SlotKind::OneTimeCodeButton(_))
        | (WrittenTarget::Expiration(_), SlotKind::OfferExpiration)
        | (WrittenTarget::OrderStatus(_), SlotKind::OrderStatus)
        | (WrittenTarget::TapTarget(_), SlotKind::TapTarget)
        | (WrittenTarget::Cards(_) | WrittenTarget::Card(..), SlotKind::Carousel) => true,
        (_, SlotKind::OneTimeCodeButton(_)) => false,
        (WrittenTarget::Button(index, _), kind) => kind.button() == Some(index),
        (WrittenTarget::Name, SlotKind::QuickReplyPayload(index) | SlotKind::CouponCode(index)) => {
            let placeholder = model.source.value_placeholder(None, index);
            placeholder.is_some_and(|placeholder| placeholder.name == field.name)
        }
        _ => slot.authored.as_ref().is_some_and(by_name),
    }
}

/// The name between the braces, also of a payload or a coupon code.
fn placeholder_of(model: &Model, slot: &Slot) -> Option<String> {
    let whole = || Some(model.source.value_placeholder(None, slot.kind.button()?)?.name.clone());
    slot.authored.clone().or_else(whole)
}
