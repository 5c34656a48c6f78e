//! Tokens → variants and the templates that they hold.

use proc_macro2::Span;
use syn::{Data, DataEnum, DeriveInput, Ident, Path, Type, Variant};

use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::variants::{self, Held};

/// What stands on the enum.
pub(super) struct Written<'a> {
    /// Each variant with the type of its message.
    pub(super) messages: Vec<(&'a Variant, &'a Type)>,
    pub(super) crate_path: Option<Path>,
}

pub(super) fn read<'a>(report: &Report, input: &'a DeriveInput) -> Written<'a> {
    let help = "known key: `crate = \"path\"`; what a template says stands on its struct";
    let crate_path = variants::crate_key(report, input, "an enum of messages", help);
    let messages = match &input.data {
        Data::Enum(data) => read_variants(report, &input.ident, data),
        Data::Struct(data) => {
            let help = "`WaTemplate` on it, which makes it a `WaMessage` as well";
            not_an_enum(report, data.struct_token.span, "a struct", help);
            Vec::new()
        }
        Data::Union(data) => {
            let help = "`WaMessage` on an enum whose variants hold one template each";
            not_an_enum(report, data.union_token.span, "a union", help);
            Vec::new()
        }
    };
    Written { messages, crate_path }
}

fn not_an_enum(report: &Report, span: Span, what: &str, help: &str) {
    let fact = format!("`WaMessage` is derived on an enum of templates, this is {what}");
    report.add(&Diagnostic::new(span, fact).help(format!("derive {help}")));
}

fn read_variants<'a>(report: &Report, ident: &Ident, data: &'a DataEnum) -> Vec<(&'a Variant, &'a Type)> {
    if data.variants.is_empty() {
        let diagnostic = Diagnostic::new(ident.span(), format!("`{ident}` has no variants"));
        report.add(&diagnostic.help("add one per template: `OrderShipped(OrderShipped)`"));
    }
    data.variants.iter().filter_map(|variant| Some((variant, read_variant(report, variant)?))).collect()
}

/// The type of the message that a variant holds.
fn read_variant<'a>(report: &Report, variant: &'a Variant) -> Option<&'a Type> {
    let ident = &variant.ident;
    let help = "remove it: what a template says stands on its struct";
    variants::no_keys(report, &variant.attrs, "a variant", help);
    match Held::by(variant) {
        Held::One(field) => {
            variants::no_keys(report, &field.attrs, "the message of a variant", help);
            Some(&field.ty)
        }
        Held::Nothing => {
            let diagnostic = Diagnostic::new(ident.span(), format!("variant `{ident}` holds no template"));
            report.add(
                &diagnostic
                    .help(format!("put the struct that derives `WaTemplate` into it: `{ident}({ident})`")),
            );
            None
        }
        Held::Several(second) => {
            let count = variant.fields.len();
            let fact = format!("variant `{ident}` holds {count} values, a message is one template");
            report.add(&Diagnostic::over(second, fact).help(
                "give each template a variant of its own; other data goes into the template's struct, marked `#[wa(skip)]`",
            ));
            None
        }
    }
}
