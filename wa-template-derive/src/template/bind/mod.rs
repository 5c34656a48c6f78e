//! Which field fills which slot: every slot exactly one, every field at least one.

mod missing;
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
    /// The variant of an enum, always the same.
    Constant(Path),
}

/// Binds fields to slots, in wire order. Slots that are optional and unbound are left out.
pub(crate) fn bind(report: &Report, model: &Model) -> Vec<Bound> {
    let fields = &model.source.written.fields;
    let slots = model.definition.slots();
    let mut used = vec![false; fields.len()];
    let mut bound = Vec::new();
    let mut homeless: Vec<&Slot> = Vec::new();
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
        match candidates.as_slice() {
            [] if slot.required
                || model.source.payload_placeholder(slot.kind.button().unwrap_or(usize::MAX)).is_some() =>
            {
                homeless.push(slot);
            }
            [] => {}
            [index] => bound.push(Bound { slot: slot.clone(), source: Filler::Field(*index) }),
            [index, second, ..] => {
                unused::twice(report, model, slot, *index, *second);
            }
        }
    }
    unused::misplaced_examples(report, model, &bound);
    if model.complete {
        missing::report(report, model, &homeless, &mut used);
        unused::report(report, model, &used);
    }
    bound
}

fn mark(used: &mut [bool], index: usize) {
    if let Some(used) = used.get_mut(index) {
        *used = true;
    }
}

fn constant<'m>(model: &'m Model, slot: &Slot) -> Option<&'m Path> {
    let SlotKind::QuickReplyPayload(index) = slot.kind else {
        return None;
    };
    match model.source.button_at(index)? {
        WrittenButton::QuickReply { payload: WrittenPayload::Constant(path), .. } => Some(path),
        _ => None,
    }
}

/// Whether a field says that it fills a slot.
fn fills(model: &Model, field: &WrittenField, slot: &Slot) -> bool {
    let part = slot.place.part();
    match (field.target, slot.kind) {
        (WrittenTarget::Header(_), SlotKind::HeaderMedia(_) | SlotKind::HeaderLocation) => true,
        (
            WrittenTarget::Button(index, _),
            SlotKind::QuickReplyPayload(button) | SlotKind::UrlSuffix(button),
        ) => index == button,
        (WrittenTarget::Name, SlotKind::QuickReplyPayload(button)) => {
            model.source.payload_placeholder(button).is_some_and(|(_, name)| name == field.name)
        }
        _ => slot.authored.as_ref().is_some_and(|authored| {
            model.source.fields_of(part, authored).any(|other| other.ident == field.ident)
        }),
    }
}

/// The name between the braces, also of a payload.
fn placeholder_of(model: &Model, slot: &Slot) -> Option<String> {
    let payload = slot.kind.button().and_then(|index| model.source.payload_placeholder(index));
    slot.authored.clone().or_else(|| payload.map(|(_, name)| name.to_owned()))
}
