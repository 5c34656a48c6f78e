//! Slots that no field fills.

use wa_template_definition::{Part, Place, PlaceholderName, Slot, SlotKind};

use super::misdirected::is_number;
use super::stray::Explained;
use super::{Twice, kinds, mark, placeholder_of, unused};
use crate::diagnostic::Diagnostic;
use crate::literal;
use crate::report::Report;
use crate::suggest;
use crate::template::model::Model;
use crate::template::parse::{WrittenField, WrittenTarget};

/// Slots that nobody fills. A field that was probably meant for one explains it; what else it says is returned.
pub(super) fn report<'a>(
    report: &Report,
    model: &Model,
    homeless: &[&'a Slot],
    twice: &[Twice<'_>],
    used: &mut [bool],
) -> Explained<'a> {
    let mut homeless = once_each(model, homeless);
    let explained = Explained::take(model, used, twice, &mut homeless);
    if has_unread_field(model, used) {
        return explained;
    }
    let alone = homeless.len() == 1;
    for slot in homeless {
        // Also marks the field that was probably meant.
        let name = placeholder_of(model, slot);
        let diagnostic = match &name {
            Some(name) => missing_placeholder(model, slot, name, alone, used),
            None => missing_whole(model, slot, alone, used),
        };
        // A name that the platform does not take has been reported as such.
        if name.is_none_or(|name| PlaceholderName::is_valid(&name)) {
            report.add(&diagnostic);
        }
    }
    explained
}

/// One slot for each field that is missing, however many places it fills.
fn once_each<'a>(model: &Model, homeless: &[&'a Slot]) -> Vec<&'a Slot> {
    let mut names: Vec<(Option<Part>, String)> = Vec::new();
    let mut once: Vec<&Slot> = Vec::new();
    for slot in homeless {
        // The code stands in the body and in the button. One bound by index is told at its field.
        let is_told = match slot.kind {
            SlotKind::OneTimeCodeButton(_) => true,
            SlotKind::OneTimeCode => by_index(model),
            _ => false,
        };
        // A number is another one in each text.
        let part = |name: &String| is_number(name).then(|| slot.place.part());
        let name = placeholder_of(model, slot).map(|name| (part(&name), name));
        if is_told || name.as_ref().is_some_and(|name| names.contains(name)) {
            continue;
        }
        names.extend(name);
        once.push(slot);
    }
    once
}

/// Whether a key that could not be read may be the one that binds a field.
fn has_unread_field(model: &Model, used: &[bool]) -> bool {
    let fields = model.source.written.fields.iter().zip(used);
    fields
        .into_iter()
        .any(|(field, used)| field.broken && !used && matches!(field.target, WrittenTarget::Name))
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

/// `alone`: it is the only one without a field.
fn missing_placeholder(model: &Model, slot: &Slot, name: &str, alone: bool, used: &mut [bool]) -> Diagnostic {
    let fields = &model.source.written.fields;
    let skipped = fields.iter().find_map(|field| match field.target {
        WrittenTarget::Skip(span) if field.name == name => Some((field, span)),
        _ => None,
    });
    if let Some((field, span)) = skipped {
        let fact = format!("field `{}` is skipped, but `{{{{{name}}}}}` needs it", field.ident);
        return Diagnostic::new(span, fact).help("remove `skip`");
    }
    let candidates = unused_by_name(model, used);
    let names = candidates.iter().map(|(_, field)| field.name.as_str());
    let similar = suggest::similar(name, names);
    let similar = candidates.iter().find(|(_, field)| Some(field.name.as_str()) == similar);
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
    let help = match (similar, candidates.first()) {
        (Some((index, field)), _) => {
            mark(used, *index);
            format!("a field with a similar name exists: `{}`", field.name)
        }
        (None, Some((index, field))) if is_number => {
            mark(used, *index);
            format!("bind field `{}` to it: `#[wa({})]`", field.ident, by_number(slot, name))
        }
        (None, _) if is_number => {
            format!("bind one with `#[wa({})]`, or give the placeholder a name", by_number(slot, name))
        }
        // The only one without a field, and the only field without one: one of the two was renamed.
        (None, Some((index, field))) if alone && candidates.len() == 1 => {
            mark(used, *index);
            let field = &field.ident;
            format!(
                "field `{field}` has no placeholder: write `{{{{{field}}}}}` here, or `#[wa(name = \"{name}\")]` there"
            )
        }
        (None, _) => new_field(name),
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
        _ => in_file(model, slot, Diagnostic::new(model.source.span(&slot.place), fact).help(help)),
    }
}

/// What lacks a field stands in a file: says where.
fn in_file(model: &Model, slot: &Slot, diagnostic: Diagnostic) -> Diagnostic {
    let place = match slot.place.range() {
        Some(_) => slot.place.part().to_string(),
        None => slot.place.to_string(),
    };
    match model.source.file() {
        Some(file) => diagnostic.note(format!("it stands in `{place}` of `{file}`")),
        None => diagnostic,
    }
}

/// The fields that fill nothing by their names. A further language may well know a name that the first misspells.
fn unused_by_name<'m>(model: &'m Model, used: &[bool]) -> Vec<(usize, &'m WrittenField)> {
    let fields = model.source.written.fields.iter().enumerate();
    fields
        .filter(|(index, field)| {
            used.get(*index) == Some(&false)
                && matches!(field.target, WrittenTarget::Name)
                && !model.source.literals_of_first_language().any(|text| unused::mentions(text, &field.name))
        })
        .collect()
}

/// The key that binds a field to a numbered placeholder.
pub(super) fn by_number(slot: &Slot, number: &str) -> String {
    match (slot.kind.button(), slot.place.part()) {
        (Some(index), _) => format!("button = {index}"),
        (None, Part::Header) => format!("header = {number}"),
        (None, _) => format!("body = {number}"),
    }
}

/// A value that stands for itself: media, cards, orders, codes.
fn missing_whole(model: &Model, slot: &Slot, alone: bool, used: &mut [bool]) -> Diagnostic {
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
    let free = unused_by_name(model, used);
    let by_name = free.iter().find(|(_, field)| names.contains(&field.name.as_str()));
    // The only value without a field, and the only field without one.
    let only = free.first().filter(|_| alone && free.len() == 1);
    let meant = by_name.or(only).map(|(index, _)| *index);
    let attribute = kinds::field(model, kind);
    let help = match meant.and_then(|index| Some((index, fields.get(index)?))) {
        Some((index, field)) => {
            mark(used, index);
            let attribute = attribute.split(']').next().unwrap_or_default();
            format!("add `{attribute}]` to field `{}`", field.ident)
        }
        None => format!("add a field `{attribute}`"),
    };
    in_file(model, slot, Diagnostic::new(model.source.span(&place_of(model, slot)), fact).help(help))
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
