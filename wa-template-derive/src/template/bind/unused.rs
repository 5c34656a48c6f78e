//! Fields that fill nothing, or what another one fills already.

use proc_macro2::Span;
use wa_template_definition::{ButtonKind, HeaderFormat, Part, Place, Slot, SlotKind};

use super::{Bound, Filler, kinds, placeholder_of};
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
            WrittenTarget::Cards(span) | WrittenTarget::Card(_, span) => {
                absent(report, span, "carousel", "carousel(card(…), card(…))");
            }
            WrittenTarget::Expiration(span) => wrong_expiration(report, model, span),
            WrittenTarget::Code(span) => absent(report, span, "one-time code", "buttons(otp(copy_code))"),
            WrittenTarget::OrderStatus(span) => absent(report, span, "order status", "order_status"),
            WrittenTarget::TapTarget(span) => wrong_tap_target(report, model, span),
        }
    }
    for field in fields.iter().filter(|field| matches!(field.target, WrittenTarget::Skip)) {
        if let Some(example) = &field.example {
            let fact = format!("field `{}` is skipped, it needs no example", field.ident);
            report.add(&Diagnostic::new(example.span(), fact).help("remove the example"));
        }
    }
}

/// A field for something that the template does not have.
fn absent(report: &Report, span: Span, what: &str, syntax: &str) {
    let diagnostic = Diagnostic::new(span, format!("the template has no {what}"));
    report.add(&diagnostic.help(format!("add `{syntax}`, or remove this")));
}

fn wrong_expiration(report: &Report, model: &Model, span: Span) {
    if model.definition.limited_time_offer().is_some() {
        let diagnostic = Diagnostic::new(span, "the offer of the template does not expire");
        report.add(&diagnostic.help("add `has_expiration` to `limited_time_offer(…)`, or remove this"));
    } else {
        let syntax = "limited_time_offer(\"Expiring offer!\", has_expiration)";
        absent(report, span, "limited-time offer", syntax);
    }
}

fn wrong_tap_target(report: &Report, model: &Model, span: Span) {
    let url = |button: &wa_template_definition::Button| matches!(button.kind(), ButtonKind::Url { .. });
    if model.definition.buttons().iter().any(url) {
        let fact = "a template with this header takes no tap target";
        report.add(&Diagnostic::new(span, fact).help("use `header(image)`, a text header or none"));
    } else {
        let syntax = "buttons(url(\"Shop\", \"https://www.example.com/\"))";
        absent(report, span, "button that opens an address", syntax);
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
        .filter_map(|part| model.source.literal(&Place::new(*part)))
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
        Some(ButtonKind::SingleProduct | ButtonKind::RequestContactInfo) => {
            Diagnostic::new(span, format!("button {index} takes no value"))
                .help("remove the field, or mark it `#[wa(skip)]`")
        }
        Some(ButtonKind::OneTimePassword(_)) => {
            Diagnostic::new(span, "the one-time code stands in the body as well").help("write `#[wa(code)]`")
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
        WrittenTarget::Name | WrittenTarget::Skip | WrittenTarget::Broken => field.ident.span(),
    }
}
