//! Slots that no field fills.

use wa_template_definition::{Part, PlaceholderName, Slot, SlotKind};

use super::{mark, placeholder_of};
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
        format!("add a field `{name}: String`")
    };
    let fact = format!("placeholder `{{{{{name}}}}}` has no field");
    if let Some((literal, _)) = slot.kind.button().and_then(|index| model.source.payload_placeholder(index)) {
        return Diagnostic::new(literal.span(), fact).help(help);
    }
    match (model.source.literal(slot.place.part()), slot.place.range()) {
        (Some(literal), Some(range)) => {
            let located = literal::locate(literal, &range);
            Diagnostic::new(located.span, fact).place(located.place).help(help)
        }
        _ => Diagnostic::new(model.source.span(slot.place.part()), fact).help(help),
    }
}

/// A header of a kind that always needs a value.
fn missing_whole(model: &Model, slot: &Slot, used: &mut [bool]) -> Diagnostic {
    let (kind, ty) = match slot.kind {
        SlotKind::HeaderMedia(kind) => (kind.parameter(), capitalised(kind.parameter())),
        _ => ("location", "Location".to_owned()),
    };
    let span = model.source.span(slot.place.part());
    let fact = format!("the {kind} header has no field");
    // A field of that name was meant for it; it only lacks the attribute.
    let fields = &model.source.written.fields;
    let meant = fields.iter().position(|field| {
        matches!(field.target, WrittenTarget::Name) && (field.name == kind || field.name == "header")
    });
    let help = match meant.and_then(|index| Some((index, fields.get(index)?))) {
        Some((index, field)) => {
            mark(used, index);
            format!("add `#[wa(header)]` to field `{}`", field.ident)
        }
        None => format!("add a field `#[wa(header)] {kind}: wa_template::{ty}`"),
    };
    Diagnostic::new(span, fact).help(help)
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
