//! Fields that say what they fill, where there is nothing of the kind: the wrong part, number or index.

use proc_macro2::Span;
use wa_template_definition::{ButtonKind, HeaderFormat, Part, Place, Slot, SlotKind};

use super::missing::by_number;
use super::unused::unread;
use super::{kinds, placeholder_of};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::suggest;
use crate::template::model::Model;
use crate::template::parse::HEADER_KINDS as KINDS;

pub(super) fn wrong_header(report: &Report, model: &Model, span: Span, meant: Option<&Slot>) {
    let text = model.source.literal(&Place::new(Part::Header)).map(crate::item::LitStr::value);
    if let Some(kind) = text.filter(|text| KINDS.contains(&text.as_str())) {
        let diagnostic = Diagnostic::new(span, format!("the header is the text `{kind}`"));
        report.add(&diagnostic.help(format!("write `header({kind})` on the struct")));
        return;
    }
    let (fact, help) = match model.definition.header().map(wa_template_definition::Header::format) {
        None => ("the template has no header", "add `header(image)`, or remove `header` here".to_owned()),
        Some(HeaderFormat::Text { .. }) => (
            "the header is a text: its field is bound by name",
            match meant.and_then(|slot| placeholder_of(model, slot)) {
                Some(name) if is_number(&name) => format!("write `header = {name}`"),
                Some(name) => format!("remove this: a field `{name}` fills it by its name"),
                None => "remove `header` here and write the field's name into the header: \
                         `header = \"Your order {{number}}\"`"
                    .to_owned(),
            },
        ),
        Some(_) => ("the header is filled by another field", "keep one of them".to_owned()),
    };
    report.add(&Diagnostic::new(span, fact).help(help));
}

pub(super) fn wrong_number(
    report: &Report,
    model: &Model,
    part: &str,
    number: u32,
    span: Span,
    meant: Option<&Slot>,
) {
    let slots = model.definition.slots();
    let kind = if part == "header" { SlotKind::HeaderText } else { SlotKind::BodyText };
    let names: Vec<String> =
        slots.iter().filter(|slot| slot.kind == kind).filter_map(|slot| slot.authored.clone()).collect();
    let named = names.iter().any(|name| !is_number(name));
    let lacking = meant.and_then(|slot| slot.authored.as_deref().map(|name| (slot, name)));
    let help = if let Some((slot, name)) = lacking.filter(|(_, name)| is_number(name)) {
        format!("`{{{{{name}}}}}` has no field: write `{}`", by_number(slot, name))
    } else if named {
        "its placeholders have names: name the field like the placeholder, or write `name = \"…\"`".to_owned()
    } else if let Some(slot) = meant.filter(|slot| slot.place.part() == Part::Header) {
        format!("{} has no number: write `header`", kinds::name(model, slot.kind))
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

pub(super) fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}

/// The types of buttons that take a value, as definition files name them.
const BUTTONS: &[&str] = &[
    "QUICK_REPLY",
    "URL",
    "COPY_CODE",
    "FLOW",
    "CATALOG",
    "MPM",
    "VOICE_CALL",
    "ORDER_DETAILS",
    "PAYMENT_REQUEST",
    "OTP",
];

pub(super) fn wrong_button(report: &Report, model: &Model, index: usize, span: Span, meant: Option<&Slot>) {
    let buttons = model.definition.buttons();
    let count = buttons.len();
    let (fact, help) = match buttons.get(index).map(wa_template_definition::Button::kind) {
        None => {
            let help = match count {
                0 if model.source.file().is_some() => {
                    unread(model).unwrap_or_else(|| "remove `button` here".to_owned())
                }
                0 => "add `buttons(…)`, or remove `button` here".to_owned(),
                1 => "write `button = 0`".to_owned(),
                _ => format!("buttons are counted from 0: use 0 to {}", count - 1),
            };
            (format!("there is no button {index}, the template has {count}"), help)
        }
        Some(ButtonKind::Url { .. }) => (
            format!("button {index} is a static URL, it takes no value"),
            "end its address with a placeholder: `https://www.example.com/{{code}}`".to_owned(),
        ),
        Some(ButtonKind::PhoneNumber { .. }) => (
            format!("button {index} is a phone number, it takes no value"),
            "remove the field, or mark it `#[wa(skip)]`".to_owned(),
        ),
        Some(ButtonKind::SingleProduct | ButtonKind::RequestContactInfo) => (
            format!("button {index} takes no value"),
            "remove the field, or mark it `#[wa(skip)]`".to_owned(),
        ),
        Some(ButtonKind::Other) => {
            let kind = buttons.get(index).map_or("", wa_template_definition::Button::type_name);
            (
                format!("button {index} is of the unknown type `{kind}`, it takes no value"),
                suggest::help(kind, "known types", BUTTONS).unwrap_or_default(),
            )
        }
        Some(ButtonKind::OneTimePassword(_)) => {
            ("the one-time code stands in the body as well".to_owned(), "write `#[wa(code)]`".to_owned())
        }
        Some(_) => (
            format!("the payload of button {index} is given in `buttons(…)`"),
            "remove it there, or remove the field".to_owned(),
        ),
    };
    let lacking = meant.and_then(|slot| slot.kind.button());
    let help =
        lacking.map_or(help, |lacking| format!("button {lacking} has no field: write `button = {lacking}`"));
    report.add(&Diagnostic::new(span, fact).help(help));
}
