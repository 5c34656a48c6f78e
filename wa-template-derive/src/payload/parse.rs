//! Tokens → variants and their payloads.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Ident, Path, Type};

use wa_template_definition::name::snake_case;

use crate::diagnostic::Diagnostic;
use crate::item::LitStr;
use crate::report::Report;
use crate::variants::{self, Held, Spot};

/// What stands on the enum.
pub(super) struct Written<'a> {
    /// The variants that could be read.
    pub(super) answers: Vec<Answer<'a>>,
    pub(super) crate_path: Option<Path>,
}

/// One possible answer.
pub(super) struct Answer<'a> {
    pub(super) variant: &'a syn::Variant,
    /// The type of the value that it holds.
    pub(super) value: Option<&'a Type>,
    pub(super) text: Text,
}

/// The payload, or what stands before the value in it.
pub(super) enum Text {
    /// `answer:yes`
    Named(String),
    /// `#[wa(payload = "…")]`
    Exact(LitStr),
}

impl Answer<'_> {
    pub(super) fn ident(&self) -> &Ident {
        &self.variant.ident
    }

    /// The text as written.
    pub(super) fn text(&self) -> String {
        match &self.text {
            Text::Named(text) => text.clone(),
            Text::Exact(text) => text.value(),
        }
    }

    /// What is the same in every payload of this variant: all of it, or all before the value.
    pub(super) fn fixed(&self) -> String {
        let mut fixed = self.text();
        if self.value.is_some() {
            fixed.push(':');
        }
        fixed
    }

    pub(super) fn is_exact(&self) -> bool {
        matches!(self.text, Text::Exact(_))
    }

    pub(super) fn text_span(&self) -> Span {
        match &self.text {
            Text::Named(_) => self.ident().span(),
            Text::Exact(literal) => literal.span(),
        }
    }
}

pub(super) fn read<'a>(report: &Report, input: &'a DeriveInput) -> Written<'a> {
    let help = "known keys: `crate`; `payload = \"…\"` belongs on a variant";
    let crate_path = variants::crate_key(report, input, "an enum of payloads", help);
    let mut written = Written { answers: Vec::new(), crate_path };
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
    written.answers =
        data.variants.iter().filter_map(|variant| read_variant(report, &prefix, variant)).collect();
    written
}

/// One variant; `None` if a part of it could not be read, which has then been reported.
fn read_variant<'a>(report: &Report, prefix: &str, variant: &'a syn::Variant) -> Option<Answer<'a>> {
    let text = read_text(report, prefix, variant);
    let ident = &variant.ident;
    let value = match Held::by(variant) {
        Held::Nothing => None,
        Held::One(field) => {
            let help =
                format!("`payload = \"…\"` stands before the variant: `#[wa(payload = \"…\")] {ident}`");
            variants::no_keys(report, &field.attrs, "the value of a variant", &help);
            Some(&field.ty)
        }
        Held::Several(second) => {
            let count = variant.fields.len();
            let fact = format!("variant `{ident}` holds {count} values, a payload carries one");
            report.add(&Diagnostic::over(second, fact).help(format!(
                "make them one type of your own that implements `Display` and `FromStr`: `{ident}({ident}Value)`"
            )));
            return None;
        }
    };
    Some(Answer { variant, value, text: text? })
}

/// What `payload = "…"` says, or the names of enum and variant.
fn read_text(report: &Report, prefix: &str, variant: &syn::Variant) -> Option<Text> {
    let help = "the key of a variant is `payload = \"…\"`";
    let spot = Spot { name: "a variant", key: "payload", syntax: "payload = \"…\"", help };
    let found = spot.read(report, &variant.attrs);
    match found.item {
        Some(item) => item.text(report, "confirm-order").map(Text::Exact),
        None if found.readable => {
            Some(Text::Named(format!("{prefix}:{}", snake_case(&variant.ident.unraw().to_string()))))
        }
        None => None,
    }
}
