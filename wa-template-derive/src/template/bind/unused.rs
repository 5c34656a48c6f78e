//! Fields that fill nothing, or what another one fills already.

use proc_macro2::Span;
use wa_template_definition::{ButtonKind, HeaderFormat, Part, Slot, SlotKind};

use super::{Bound, Filler, placeholder_of};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::suggest;
use crate::template::model::Model;
use crate::template::parse::{WrittenField, WrittenTarget};

/// Fields that fill nothing.
pub(super) fn report(report: &Report, model: &Model, used: &[bool]) {
    let fields = &model.source.written.fields;
    for (field, used) in fields.iter().zip(used) {
        // A key that could not be read may have been the one that binds it.
        if *used || field.broken && matches!(field.target, WrittenTarget::Name) {
            continue;
        }
        match field.target {
            WrittenTarget::Skip | WrittenTarget::Broken => {}
            WrittenTarget::Name => unused_name(report, model, field),
            WrittenTarget::Header(span) => wrong_header(report, model, span),
            WrittenTarget::HeaderNumber(number, span) => wrong_number(report, model, "header", number, span),
            WrittenTarget::BodyNumber(number, span) => wrong_number(report, model, "body", number, span),
            WrittenTarget::Button(index, span) => wrong_button(report, model, index, span),
        }
    }
    for field in fields.iter().filter(|field| matches!(field.target, WrittenTarget::Skip)) {
        if let Some(example) = &field.example {
            let fact = format!("field `{}` is skipped, it needs no example", field.ident);
            report.add(&Diagnostic::new(example.span(), fact).help("remove the example"));
        }
    }
}

fn unused_name(report: &Report, model: &Model, field: &WrittenField) {
    let name = &field.name;
    let fact = format!("field `{}` has no placeholder `{{{{{name}}}}}`", field.ident);
    let help = match model.definition.header().map(wa_template_definition::Header::format) {
        // Text in single braces is the most common slip.
        _ if single_braces(model, name) => format!("write `{{{{{name}}}}}` with two braces on each side"),
        Some(HeaderFormat::Media { kind, .. }) if *name == kind.parameter() => {
            "mark it `#[wa(header)]`".to_owned()
        }
        _ => format!(
            "write `{{{{{name}}}}}` in a text, bind it with `#[wa(body = 1)]`, or mark it `#[wa(skip)]`"
        ),
    };
    report.add(&Diagnostic::new(field.ident.span(), fact).help(help));
}

fn single_braces(model: &Model, name: &str) -> bool {
    let braced = format!("{{{name}}}");
    [Part::Header, Part::Body]
        .iter()
        .filter_map(|part| model.source.literal(*part))
        .any(|literal| literal.value().contains(&braced))
}

fn wrong_header(report: &Report, model: &Model, span: Span) {
    let (fact, help) = match model.definition.header().map(wa_template_definition::Header::format) {
        None => ("the template has no header", "add `header(image)`, or remove `header` here".to_owned()),
        Some(HeaderFormat::Text { .. }) => (
            "the header is a text: its field is bound by name",
            "remove `header` here and write the field's name into the header: `header = \"Your order {{number}}\"`"
                .to_owned(),
        ),
        Some(_) => ("the header is filled by another field", "keep one of them".to_owned()),
    };
    report.add(&Diagnostic::new(span, fact).help(help));
}

fn wrong_number(report: &Report, model: &Model, part: &str, number: u32, span: Span) {
    let slots = model.definition.slots();
    let kind = if part == "header" { SlotKind::HeaderText } else { SlotKind::BodyText };
    let names: Vec<String> =
        slots.iter().filter(|slot| slot.kind == kind).filter_map(|slot| slot.authored.clone()).collect();
    let named = names.iter().any(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
    let help = if named {
        "its placeholders have names: name the field like the placeholder, or write `name = \"…\"`".to_owned()
    } else if names.is_empty() {
        format!("the {part} has no placeholders")
    } else {
        let names: Vec<_> = names.iter().map(|name| format!("{{{{{name}}}}}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        format!("the {part} has {}", suggest::list(&names))
    };
    let fact = format!("the {part} has no placeholder `{{{{{number}}}}}`");
    report.add(&Diagnostic::new(span, fact).help(help));
}

fn wrong_button(report: &Report, model: &Model, index: usize, span: Span) {
    let buttons = model.definition.buttons();
    let diagnostic = match buttons.get(index).map(wa_template_definition::Button::kind) {
        None => {
            let count = buttons.len();
            let help = match count {
                0 => "add `buttons(…)`, or remove `button` here".to_owned(),
                1 => "write `button = 0`".to_owned(),
                _ => format!("buttons are counted from 0: use 0 to {}", count - 1),
            };
            Diagnostic::new(span, format!("there is no button {index}, the template has {count}")).help(help)
        }
        Some(ButtonKind::Url { .. }) => {
            Diagnostic::new(span, format!("button {index} is a static URL, it takes no value"))
                .help("end its address with a placeholder: `https://www.example.com/{{code}}`")
        }
        Some(ButtonKind::PhoneNumber { .. }) => {
            Diagnostic::new(span, format!("button {index} is a phone number, it takes no value"))
                .help("remove the field, or mark it `#[wa(skip)]`")
        }
        Some(_) => Diagnostic::new(span, format!("the payload of button {index} is given in `buttons(…)`"))
            .help("remove it there, or remove the field"),
    };
    report.add(&diagnostic);
}

/// Samples belong to placeholders; a field that fills something else has none.
pub(super) fn misplaced_examples(report: &Report, model: &Model, bound: &[Bound]) {
    for bound_slot in bound {
        let Filler::Field(index) = bound_slot.source else { continue };
        let field = model.source.written.fields.get(index);
        let (Some(field), None) = (field, &bound_slot.slot.authored) else { continue };
        // A payload may share its field with a placeholder.
        let elsewhere = |other: &Bound| {
            matches!(other.source, Filler::Field(at) if at == index) && other.slot.authored.is_some()
        };
        let Some(example) = field.example.as_ref().filter(|_| !bound.iter().any(elsewhere)) else { continue };
        let (fact, help) = match bound_slot.slot.kind {
            SlotKind::HeaderMedia(kind) => {
                let kind = kind.parameter();
                (
                    format!("the example of the {kind} header belongs to the header"),
                    format!("write `header({kind}, example = \"…\")`"),
                )
            }
            _ => (
                format!("field `{}` fills no placeholder, it needs no example", field.ident),
                "remove the example".to_owned(),
            ),
        };
        report.add(&Diagnostic::new(example.span(), fact).help(help));
    }
}

/// Two fields for one slot: the second is the one too many.
pub(super) fn twice(report: &Report, model: &Model, slot: &Slot, first: usize, second: usize) {
    let fields = &model.source.written.fields;
    let (Some(first), Some(second)) = (fields.get(first), fields.get(second)) else {
        return;
    };
    let what = describe(model, slot);
    let fact = format!("{what} is filled by `{}` and by `{}`", first.ident, second.ident);
    report
        .add(&Diagnostic::new(target_span(second), fact).help("keep one of them, or mark one `#[wa(skip)]`"));
}

fn describe(model: &Model, slot: &Slot) -> String {
    match (placeholder_of(model, slot), slot.kind) {
        (Some(name), _) => format!("placeholder `{{{{{name}}}}}`"),
        (None, SlotKind::QuickReplyPayload(index) | SlotKind::UrlSuffix(index)) => format!("button {index}"),
        (None, _) => "the header".to_owned(),
    }
}

/// Where a field says what it fills.
fn target_span(field: &WrittenField) -> Span {
    match field.target {
        WrittenTarget::Header(span)
        | WrittenTarget::HeaderNumber(_, span)
        | WrittenTarget::BodyNumber(_, span)
        | WrittenTarget::Button(_, span) => span,
        WrittenTarget::Name | WrittenTarget::Skip | WrittenTarget::Broken => field.ident.span(),
    }
}
