//! Slots that no field fills.

use wa_template_definition::{Part, Place, PlaceholderName, Slot, SlotKind};

use super::{kinds, mark, placeholder_of};
use crate::diagnostic::Diagnostic;
use crate::literal;
use crate::report::Report;
use crate::suggest;
use crate::template::model::Model;
use crate::template::parse::{WrittenField, WrittenTarget};

/// Slots that nobody fills. A field with a similar name explains one, and is then not unused as well.
pub(super) fn report(report: &Report, model: &Model, homeless: &[&Slot], used: &mut [bool]) {
    let mut reported: Vec<String> = Vec::new();
    for slot in homeless {
        // The code stands in the body and in the button: one field, told once.
        if matches!(slot.kind, SlotKind::OneTimeCodeButton(_)) {
            continue;
        }
        // Said at the field, which names the button instead.
        if slot.kind == SlotKind::OneTimeCode && by_index(model) {
            continue;
        }
        let name = placeholder_of(model, slot);
        if let Some(name) = &name {
            // One missing field, however many places it fills.
            if reported.contains(name) {
                continue;
            }
            reported.push(name.clone());
        }
        // Also marks the field that was probably meant.
        let diagnostic = match &name {
            Some(name) => missing_placeholder(model, slot, name, used),
            None => missing_whole(model, slot, used),
        };
        // A name that the platform does not take has been reported as such.
        if name.is_none_or(|name| PlaceholderName::is_valid(&name)) {
            report.add(&diagnostic);
        }
    }
}

/// Whether a field is bound to the button of the one-time code by its index.
fn by_index(model: &Model) -> bool {
    model.source.written.fields.iter().any(|field| match field.target {
        WrittenTarget::Button(index, _) => model
            .definition
            .buttons()
            .get(index)
            .is_some_and(wa_template_definition::Button::is_one_time_password),
        _ => false,
    })
}

/// The token that stands for a value. That of a one-time code is its button: the body is the platform's.
fn place_of(model: &Model, slot: &Slot) -> Place {
    let is_code = wa_template_definition::Button::is_one_time_password;
    match model.definition.buttons().iter().position(is_code) {
        Some(index) if slot.kind == SlotKind::OneTimeCode => Place::new(Part::Button(index)),
        _ => slot.place.clone(),
    }
}

fn missing_placeholder(model: &Model, slot: &Slot, name: &str, used: &mut [bool]) -> Diagnostic {
    let fields = &model.source.written.fields;
    let free = |index: &usize| used.get(*index) == Some(&false);
    let by_name = |field: &WrittenField| matches!(field.target, WrittenTarget::Name);
    let candidates: Vec<usize> =
        (0..fields.len()).filter(free).filter(|index| fields.get(*index).is_some_and(by_name)).collect();
    let names = candidates.iter().filter_map(|index| Some(fields.get(*index)?.name.as_str()));
    let help = if let Some(similar) = suggest::similar(name, names) {
        let index =
            candidates.iter().find(|index| fields.get(**index).is_some_and(|field| field.name == similar));
        if let Some(index) = index {
            mark(used, *index);
        }
        format!("a field with a similar name exists: `{similar}`")
    } else if name.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = if slot.place.part() == Part::Header { "header" } else { "body" };
        match slot.kind.button() {
            Some(index) => format!("bind one with `#[wa(button = {index})]`, or give the placeholder a name"),
            None => format!("bind one with `#[wa({part} = {name})]`, or give the placeholder a name"),
        }
    } else {
        new_field(name)
    };
    let fact = format!("placeholder `{{{{{name}}}}}` has no field");
    if let Some(placeholder) =
        slot.kind.button().and_then(|index| model.source.value_placeholder(None, index))
    {
        return Diagnostic::new(placeholder.text.span(), fact).help(help);
    }
    match (model.source.literal(&slot.place), slot.place.range()) {
        (Some(literal), Some(range)) => {
            let located = literal::locate(literal, &range);
            Diagnostic::new(located.span, fact).place(located.place).help(help)
        }
        _ => Diagnostic::new(model.source.span(&slot.place), fact).help(help),
    }
}

/// A value that stands for itself: media, cards, orders, codes.
fn missing_whole(model: &Model, slot: &Slot, used: &mut [bool]) -> Diagnostic {
    let kind = slot.kind;
    let fact = format!("{} has no field", kinds::name(model, kind));
    // A field of that name was meant for it; it only lacks the attribute.
    let names: &[&str] = match kind {
        SlotKind::HeaderMedia(media) => &["header", media.parameter()],
        SlotKind::HeaderLocation => &["header", "location"],
        SlotKind::HeaderProduct => &["header", "product"],
        SlotKind::OneTimeCode | SlotKind::OneTimeCodeButton(_) => &["code", "otp"],
        SlotKind::OfferExpiration => &["expiration", "ends", "expires"],
        SlotKind::Carousel => &["cards", "carousel"],
        SlotKind::OrderStatus => &["order_status", "status"],
        _ => &[],
    };
    let fields = &model.source.written.fields;
    let meant = fields.iter().position(|field| {
        matches!(field.target, WrittenTarget::Name) && names.contains(&field.name.as_str())
    });
    let attribute = kinds::field(model, kind);
    let help = match meant.and_then(|index| Some((index, fields.get(index)?))) {
        Some((index, field)) => {
            mark(used, index);
            let attribute = attribute.split(']').next().unwrap_or_default();
            format!("add `{attribute}]` to field `{}`", field.ident)
        }
        None => format!("add a field `{attribute}`"),
    };
    Diagnostic::new(model.source.span(&place_of(model, slot)), fact).help(help)
}

/// How to add the field of a placeholder, whatever its name.
fn new_field(name: &str) -> String {
    if syn::parse_str::<syn::Ident>(name).is_ok() {
        format!("add a field `{name}: String`")
    } else if ["_", "self", "Self", "super", "crate"].contains(&name) {
        format!("add a field with `#[wa(name = \"{name}\")]`")
    } else {
        format!("add a field `r#{name}: String`")
    }
}
