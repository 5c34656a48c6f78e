//! Tokens → variants and their payloads.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields, Ident, LitStr, Path};
use wa_template_definition::name::snake_case;

use crate::diagnostic::Diagnostic;
use crate::item::{self, Element};
use crate::report::Report;
use crate::suggest;

/// What stands on the enum.
pub(super) struct Written {
    pub(super) variants: Vec<Variant>,
    pub(super) crate_path: Option<Path>,
}

/// One possible answer.
pub(super) struct Variant {
    pub(super) ident: Ident,
    pub(super) payload: Payload,
}

/// The text that is sent.
pub(super) enum Payload {
    /// `answer:yes`
    Named(String),
    /// `#[wa(payload = "…")]`, with its value.
    Exact((LitStr, String)),
}

impl Payload {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Named(text) | Self::Exact((_, text)) => text,
        }
    }
}

impl Variant {
    pub(super) fn payload_span(&self) -> Span {
        match &self.payload {
            Payload::Named(_) => self.ident.span(),
            Payload::Exact((literal, _)) => literal.span(),
        }
    }
}

pub(super) fn read(report: &Report, input: &DeriveInput) -> Written {
    let mut written = Written { variants: Vec::new(), crate_path: None };
    for element in item::read_attributes(report, &input.attrs) {
        match &element {
            Element::Item(item) if item.key() == "crate" => written.crate_path = item.path_in_text(report),
            Element::Broken { .. } => {}
            other => report.add(
                &Diagnostic::new(other.span(), "unknown key on an enum of payloads")
                    .help("known keys: `crate`; `payload = \"…\"` belongs on a variant"),
            ),
        }
    }
    let Data::Enum(data) = &input.data else {
        report.add(
            &Diagnostic::new(input.ident.span(), "payloads are the variants of an enum")
                .help("write `enum Answer { Yes, No }`"),
        );
        return written;
    };
    if data.variants.is_empty() {
        let diagnostic = Diagnostic::new(input.ident.span(), format!("`{}` has no variants", input.ident));
        report.add(&diagnostic.help("add one per possible answer: `Yes`"));
    }
    let prefix = snake_case(&input.ident.unraw().to_string());
    written.variants = data.variants.iter().map(|variant| read_variant(report, &prefix, variant)).collect();
    written
}

fn read_variant(report: &Report, prefix: &str, variant: &syn::Variant) -> Variant {
    let ident = variant.ident.clone();
    if !matches!(variant.fields, Fields::Unit) {
        let fact = format!("variant `{ident}` holds a value, a payload is fixed");
        report.add(&Diagnostic::new(variant.fields.span(), fact).help(
            "remove the value; what belongs to one message is sent as a text: `quick_reply(\"Yes\", \"{{field}}\")`",
        ));
    }
    let mut payload = Payload::Named(format!("{prefix}:{}", snake_case(&ident.unraw().to_string())));
    for element in item::read_attributes(report, &variant.attrs) {
        match &element {
            Element::Item(item) if item.key() == "payload" && matches!(payload, Payload::Exact(_)) => {
                report.error(item.span(), "`payload` is given twice");
            }
            Element::Item(item) if item.key() == "payload" => {
                if let Some(text) = item.text(report, "confirm-order") {
                    let value = text.value();
                    payload = Payload::Exact((text, value));
                }
            }
            Element::Broken { .. } => {}
            other => {
                let key = if let Element::Item(item) = other { item.key() } else { String::new() };
                let help = suggest::help(&key, "known keys", &["payload"]);
                report.add(&Diagnostic::new(other.span(), "unknown key on a variant").help_if(help));
            }
        }
    }
    Variant { ident, payload }
}
