//! Fields bound to what the template does not have, or has filled already. Each explains one slot that lacks a field:
//! one mistake, told once, where the field says what it fills.

use wa_template_definition::{Part, PlaceholderName, Slot, SlotKind};

use super::{Twice, placeholder_of};
use crate::suggest;
use crate::template::model::Model;
use crate::template::parse::{WrittenField, WrittenTarget};

/// Which slot without a field each stray field was probably meant for.
pub(super) struct Explained<'a>(Vec<(usize, &'a Slot)>);

impl<'a> Explained<'a> {
    /// Takes the slots that are explained out of `homeless`.
    pub(super) fn take(
        model: &Model,
        used: &[bool],
        twice: &[Twice<'_>],
        homeless: &mut Vec<&'a Slot>,
    ) -> Self {
        let fields = &model.source.written.fields;
        let stray = |index: &usize| {
            let unused = used.get(*index) == Some(&false);
            let second = twice.iter().any(|twice| twice.second == *index);
            second || unused && fields.get(*index).is_some_and(is_stray)
        };
        let strays: Vec<(usize, &WrittenField)> =
            (0..fields.len()).filter(stray).filter_map(|index| Some((index, fields.get(index)?))).collect();
        let mut explained: Vec<(usize, &Slot)> = Vec::new();
        // The clearer the connection the sooner it is made.
        for connection in [is_named_like, is_of_the_same_part, is_numbered_too] {
            for (index, field) in &strays {
                if explained.iter().any(|(known, _)| known == index) {
                    continue;
                }
                if let Some(slot) = homeless.iter().position(|slot| connection(model, field, slot)) {
                    explained.push((*index, homeless.remove(slot)));
                }
            }
        }
        Self(explained)
    }

    /// The slot for which a field was probably meant.
    pub(super) fn by(&self, index: usize) -> Option<&'a Slot> {
        self.0.iter().find(|(known, _)| *known == index).map(|(_, slot)| *slot)
    }
}

/// Whether an unused field says more than its name about what it fills.
fn is_stray(field: &WrittenField) -> bool {
    match field.target {
        WrittenTarget::Name => is_no_placeholder(field),
        WrittenTarget::Skip(_) | WrittenTarget::Broken => false,
        _ => true,
    }
}

/// Whether `name = "…"` is something that no placeholder can be called.
fn is_no_placeholder(field: &WrittenField) -> bool {
    field.renamed.is_some() && !PlaceholderName::is_valid(&field.name)
}

fn is_named_like(model: &Model, field: &WrittenField, slot: &Slot) -> bool {
    let Some(name) = placeholder_of(model, slot) else { return false };
    suggest::same_words(&field.name, &name) || field.ident == name
}

fn is_of_the_same_part(_: &Model, field: &WrittenField, slot: &Slot) -> bool {
    match field.target {
        WrittenTarget::Header(_) | WrittenTarget::HeaderNumber(..) => slot.place.part() == Part::Header,
        WrittenTarget::BodyNumber(..) => slot.kind == SlotKind::BodyText,
        WrittenTarget::Button(..) => slot.kind.button().is_some(),
        WrittenTarget::Name => field.renamed.is_some() && slot.authored.is_some(),
        _ => false,
    }
}

fn is_numbered_too(_: &Model, field: &WrittenField, slot: &Slot) -> bool {
    let numbered = matches!(slot.placeholder, Some(PlaceholderName::Number(_)));
    let by_number = matches!(field.target, WrittenTarget::HeaderNumber(..) | WrittenTarget::BodyNumber(..));
    numbered && by_number
}
