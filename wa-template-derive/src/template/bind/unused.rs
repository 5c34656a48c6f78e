//! Fields that fill nothing, or what another one fills already.

use proc_macro2::Span;
use quote::ToTokens;
use syn::Path;
use wa_template_definition::{ButtonKind, HeaderFormat, PlaceholderName, Slot, SlotKind};

use super::misdirected::{is_number, wrong_button, wrong_header, wrong_number};
use super::missing::by_number;
use super::stray::Explained;
use super::{Bound, Filler, Twice, kinds, placeholder_of};
use crate::diagnostic::Diagnostic;
use crate::item::LitStr;
use crate::report::Report;
use crate::suggest;
use crate::template::check::files;
use crate::template::model::Model;
use crate::template::parse::{HEADER_KINDS, WrittenButton, WrittenField, WrittenPayload, WrittenTarget};

/// Fields that fill nothing.
pub(super) fn report(report: &Report, model: &Model, used: &[bool], explained: &Explained<'_>) {
    let fields = &model.source.written.fields;
    // Without a button that a field asks for, others may have been meant for it as well.
    let count = model.definition.buttons().len();
    let lacks_button = fields.iter().zip(used).any(|(field, used)| match field.target {
        WrittenTarget::Button(index, _) => !used && index >= count,
        _ => false,
    });
    // What the template lacks altogether is told at the first field for it.
    let mut lacking: Vec<std::mem::Discriminant<WrittenTarget>> = Vec::new();
    for (index, (field, used)) in fields.iter().zip(used).enumerate() {
        // A key that could not be read may have been the one that binds it.
        if *used || field.broken && matches!(field.target, WrittenTarget::Name) {
            continue;
        }
        let meant = explained.by(index);
        let is_lacking = match field.target {
            WrittenTarget::Button(..) => model.definition.buttons().is_empty(),
            WrittenTarget::Cards(_) | WrittenTarget::Card(..) => true,
            _ => false,
        };
        if is_lacking && lacking.contains(&std::mem::discriminant(&field.target)) {
            continue;
        }
        lacking.extend(is_lacking.then(|| std::mem::discriminant(&field.target)));
        let absent = |span, what, syntax| absent(report, model, span, what, syntax, meant);
        match field.target {
            WrittenTarget::Skip(_) | WrittenTarget::Broken => {}
            WrittenTarget::Name if is_explained(model, field) && !report.is_clean() || lacks_button => {}
            WrittenTarget::Name => unused_name(report, model, field, meant),
            WrittenTarget::Header(span) => wrong_header(report, model, span, meant),
            WrittenTarget::HeaderNumber(number, span) => {
                wrong_number(report, model, "header", number, span, meant);
            }
            WrittenTarget::BodyNumber(number, span) => {
                wrong_number(report, model, "body", number, span, meant);
            }
            WrittenTarget::Button(index, span) => wrong_button(report, model, index, span, meant),
            WrittenTarget::Cards(span) | WrittenTarget::Card(_, span) => {
                absent(span, "carousel", "carousel(card(…), card(…))");
            }
            WrittenTarget::Expiration(span) => wrong_expiration(report, model, span, meant),
            WrittenTarget::Code(span) => absent(span, "one-time code", "buttons(otp(copy_code))"),
            WrittenTarget::OrderStatus(span) => absent(span, "order status", "order_status"),
            WrittenTarget::TapTarget(span) => wrong_tap_target(report, model, span, meant),
        }
    }
    for field in fields.iter().filter(|field| matches!(field.target, WrittenTarget::Skip(_))) {
        let needed = |slot: &Slot| placeholder_of(model, slot).as_ref() == Some(&field.name);
        if let Some(example) = &field.example
            && !model.definition.slots().iter().any(needed)
        {
            let fact = format!("field `{}` is skipped, it needs no example", field.ident);
            report.add(&Diagnostic::new(example.span(), fact).help("remove the example"));
        }
    }
}

/// Whether the field's placeholder stands in a text that has none, or lacks a brace: reported there.
pub(super) fn is_explained(model: &Model, field: &WrittenField) -> bool {
    model.source.literals().any(|literal| mentions(literal, &field.name))
}

/// Whether a name stands behind opening braces of a text, or before closing ones.
pub(super) fn mentions(literal: &LitStr, name: &str) -> bool {
    let is_part = |char: char| char == '_' || char.is_alphanumeric();
    let text = literal.value();
    let begins =
        |rest: &str| rest.trim_start().strip_prefix(name).is_some_and(|rest| !rest.starts_with(is_part));
    let ends =
        |before: &str| before.trim_end().strip_suffix(name).is_some_and(|before| !before.ends_with(is_part));
    text.match_indices("{{").any(|(at, braces)| text.get(at + braces.len()..).is_some_and(begins))
        || text.match_indices("}}").any(|(at, _)| text.get(..at).is_some_and(ends))
}

/// A field for something that the template does not have.
fn absent(report: &Report, model: &Model, span: Span, what: &str, syntax: &str, meant: Option<&Slot>) {
    let diagnostic = Diagnostic::new(span, format!("the template has no {what}"));
    let help = match meant.and_then(|slot| placeholder_of(model, slot)) {
        Some(name) => format!("remove this: the field fills `{{{{{name}}}}}` by its name"),
        None if model.source.file().is_some() => unread(model).unwrap_or_else(|| {
            format!("remove this, or use a definition file of a template that has a {what}")
        }),
        None => format!("add `{syntax}`, or remove this"),
    };
    report.add(&diagnostic.help(help));
}

fn wrong_expiration(report: &Report, model: &Model, span: Span, meant: Option<&Slot>) {
    if model.definition.limited_time_offer().is_some() {
        let diagnostic = Diagnostic::new(span, "the offer of the template does not expire");
        report.add(&diagnostic.help("add `has_expiration` to `limited_time_offer(…)`, or remove this"));
    } else {
        let syntax = "limited_time_offer(\"Expiring offer!\", has_expiration)";
        absent(report, model, span, "limited-time offer", syntax, meant);
    }
}

fn wrong_tap_target(report: &Report, model: &Model, span: Span, meant: Option<&Slot>) {
    let url = |button: &wa_template_definition::Button| matches!(button.kind(), ButtonKind::Url { .. });
    if model.definition.buttons().iter().any(url) {
        let fact = "a template with this header takes no tap target";
        report.add(&Diagnostic::new(span, fact).help("use `header(image)`, a text header or none"));
    } else {
        let syntax = "buttons(url(\"Shop\", \"https://www.example.com/\"))";
        absent(report, model, span, "button that opens an address", syntax, meant);
    }
}

/// What the definition file has in place of something that a field asks for.
pub(super) fn unread(model: &Model) -> Option<String> {
    model.source.file().and_then(|_| files::unread(&model.definition))
}

fn unused_name(report: &Report, model: &Model, field: &WrittenField, meant: Option<&Slot>) {
    let name = &field.name;
    if let Some(literal) = &field.renamed {
        report.add(&wrong_name(model, literal, meant));
        return;
    }
    if let Some(path) = as_payload(model, field) {
        let diagnostic =
            Diagnostic::over(path, format!("`{}` is a field, no variant of an enum", field.ident));
        report.add(&diagnostic.help(format!("write `\"{{{{{name}}}}}\"`")));
        return;
    }
    let fact = format!("field `{}` has no placeholder `{{{{{name}}}}}`", field.ident);
    let format = model.definition.header().map(wa_template_definition::Header::format);
    let help = match (format, by_type(model, field)) {
        _ if model.source.file().is_some() => in_file(model),
        // Text in single braces is the most common slip.
        _ if single_braces(model, name) => format!("write `{{{{{name}}}}}` with two braces on each side"),
        (Some(HeaderFormat::Media { kind, .. }), _) if *name == kind.parameter() => {
            "mark it `#[wa(header)]`".to_owned()
        }
        (_, Some(help)) => help,
        _ if has_numbers(model) => format!(
            "write `{{{{{name}}}}}` in a text, bind it with `#[wa(body = 1)]`, or mark it `#[wa(skip)]`"
        ),
        _ => format!("write `{{{{{name}}}}}` in a text, or mark it `#[wa(skip)]`"),
    };
    report.add(&Diagnostic::new(field.ident.span(), fact).help(help));
}

/// What a field is for whose type fits one kind of slot only.
fn by_type(model: &Model, field: &WrittenField) -> Option<String> {
    let words: Vec<String> = field
        .ty
        .to_token_stream()
        .to_string()
        .split(|char: char| !char.is_alphanumeric())
        .map(str::to_owned)
        .collect();
    let is = |ty: &str| words.iter().any(|word| word == ty);
    let button = |slot: &Slot| match slot.kind {
        SlotKind::FlowAction(index) if is("FlowAction") => Some(index),
        SlotKind::VoiceCall(index) if is("VoiceCall") => Some(index),
        _ => None,
    };
    if let Some(index) = model.definition.slots().iter().find_map(button) {
        return Some(format!("bind it to the button: `#[wa(button = {index})]`"));
    }
    let kind = HEADER_KINDS.iter().find(|kind| is(&kinds::capitalised(kind)))?;
    let is_free = model.definition.header().is_none();
    is_free.then(|| format!("add `header({kind})` to the template, and mark the field `#[wa(header)]`"))
}

/// The payload of a quick reply that is the bare name of the field.
fn as_payload<'m>(model: &'m Model, field: &WrittenField) -> Option<&'m Path> {
    let buttons = 0..model.definition.buttons().len();
    buttons.filter_map(|index| model.source.button_at(None, index)).find_map(|button| match button {
        WrittenButton::QuickReply { payload: WrittenPayload::Constant(path), .. } => {
            Some(path).filter(|path| path.is_ident(&field.ident))
        }
        _ => None,
    })
}

/// Whether placeholders of the template are numbers.
fn has_numbers(model: &Model) -> bool {
    let slots = model.definition.slots();
    slots.iter().any(|slot| slot.authored.as_deref().is_some_and(is_number))
}

/// What to do with a field of no placeholder, where the text stands in a file.
fn in_file(model: &Model) -> String {
    let is_text = |slot: &Slot| matches!(slot.kind, SlotKind::HeaderText | SlotKind::BodyText);
    let slots = model.definition.slots().into_iter().filter(is_text);
    let names: Vec<String> =
        slots.filter_map(|slot| slot.authored.map(|name| format!("{{{{{name}}}}}"))).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names.as_slice() {
        [] => "its texts have no placeholders: remove the field, or mark it `#[wa(skip)]`".to_owned(),
        names => format!(
            "its texts have {}: name the field like one, or mark it `#[wa(skip)]`",
            suggest::list(names)
        ),
    }
}

/// `name = "…"` of no placeholder.
fn wrong_name(model: &Model, literal: &LitStr, meant: Option<&Slot>) -> Diagnostic {
    let name = literal.value();
    let slots = model.definition.slots();
    let known: Vec<String> = slots.iter().filter_map(|slot| placeholder_of(model, slot)).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let help = meant
        .and_then(|slot| placeholder_of(model, slot))
        .map(|meant| format!("write `name = \"{meant}\"`"))
        .or_else(|| suggest::help(&name, "placeholders of the template", &known))
        .unwrap_or_else(|| format!("write `{{{{{name}}}}}` in a text, or mark the field `#[wa(skip)]`"));
    let fact = if PlaceholderName::is_valid(&name) {
        format!("the template has no placeholder `{{{{{name}}}}}`")
    } else {
        format!("`{name}` is not a placeholder name")
    };
    Diagnostic::new(literal.span(), fact).help(help)
}

fn single_braces(model: &Model, name: &str) -> bool {
    let braced = format!("{{{name}}}");
    model.source.literals().any(|literal| literal.value().contains(&braced))
}

/// Samples belong to placeholders; a field that fills something else has none.
pub(super) fn misplaced_examples(
    report: &Report,
    model: &Model,
    bound: &[Bound],
    is_uncertain: impl Fn(&WrittenField) -> bool,
) {
    for bound_slot in bound {
        if let Filler::Cards(cards) = &bound_slot.source {
            for field in cards.iter().filter_map(|index| model.source.written.fields.get(*index)) {
                if let Some(example) = &field.example {
                    let fact = format!("field `{}` fills no placeholder, it needs no example", field.ident);
                    report.add(&Diagnostic::new(example.span(), fact).help("remove the example"));
                }
            }
        }
        let Filler::Field(index) = bound_slot.source else { continue };
        let field = model.source.written.fields.get(index).filter(|field| !is_uncertain(field));
        let sampled = matches!(bound_slot.slot.kind, SlotKind::CouponCode(_) | SlotKind::PaymentRequest(_));
        let (Some(field), None, false) = (field, &bound_slot.slot.authored, sampled) else { continue };
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

/// Two fields for one slot.
pub(super) fn twice(report: &Report, model: &Model, twice: &Twice<'_>, explained: &Explained<'_>) {
    let fields = &model.source.written.fields;
    let (Some(first), Some(second)) = (fields.get(twice.first), fields.get(twice.second)) else {
        return;
    };
    let what = describe(model, twice.slot);
    let fact = format!("{what} is filled by `{}` and by `{}`", first.ident, second.ident);
    let meant = explained.by(twice.second).map(|slot| match placeholder_of(model, slot) {
        Some(name) if is_number(&name) => {
            format!("`{{{{{name}}}}}` has no field: write `{}`", by_number(slot, &name))
        }
        Some(name) => format!("`{{{{{name}}}}}` has no field: write `name = \"{name}\"`"),
        None => format!("{} has no field", describe(model, slot)),
    });
    let help = meant.unwrap_or_else(|| "keep one of them, or mark one `#[wa(skip)]`".to_owned());
    report.add(&Diagnostic::new(target_span(second), fact).help(help));
}

fn describe(model: &Model, slot: &Slot) -> String {
    placeholder_of(model, slot)
        .map_or_else(|| kinds::name(model, slot.kind), |name| format!("placeholder `{{{{{name}}}}}`"))
}

/// Where a field says what it fills.
fn target_span(field: &WrittenField) -> Span {
    match field.target {
        WrittenTarget::Header(span)
        | WrittenTarget::HeaderNumber(_, span)
        | WrittenTarget::BodyNumber(_, span)
        | WrittenTarget::Button(_, span)
        | WrittenTarget::Cards(span)
        | WrittenTarget::Card(_, span)
        | WrittenTarget::Expiration(span)
        | WrittenTarget::Code(span)
        | WrittenTarget::OrderStatus(span)
        | WrittenTarget::TapTarget(span) => span,
        WrittenTarget::Name | WrittenTarget::Skip(_) | WrittenTarget::Broken => {
            field.renamed.as_ref().map_or_else(|| field.ident.span(), LitStr::span)
        }
    }
}
