//! `#[derive(WaPayload)]`.

mod expand;
mod parse;

use proc_macro2::TokenStream;
use syn::DeriveInput;
use wa_template_definition::{Part, Place, value};

use self::parse::{Payload, Variant};
use crate::diagnostic::Diagnostic;
use crate::report::Report;

/// The derive. It takes and returns tokens of `proc_macro2`, so that tests call it without a compiler.
pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let report = Report::default();
    let written = parse::read(&report, input);
    check(&report, &written.variants);
    if report.is_clean() {
        return expand::expand(input, &written);
    }
    let renamed = written.crate_path;
    let mut tokens = report.into_tokens();
    tokens.extend(expand::stub(input, renamed.as_ref()));
    tokens
}

/// Every payload can be sent, and no two are the same.
fn check(report: &Report, variants: &[Variant]) {
    let place = Place::new(Part::Button(0));
    for (index, variant) in variants.iter().enumerate() {
        let payload = variant.payload.text();
        if let Some(violation) = value::payload(payload, &place) {
            report.add(&Diagnostic::new(variant.payload_span(), violation.fact()).help(
                match variant.payload {
                    Payload::Exact(_) => "send a text of 1 to 256 characters",
                    Payload::Named(_) => "give the variant a short one: `#[wa(payload = \"…\")]`",
                },
            ));
            continue;
        }
        let earlier = variants.iter().take(index).find(|earlier| earlier.payload.text() == payload);
        if let Some(earlier) = earlier {
            let fact =
                format!("`{}` and `{}` have the same payload `{payload}`", earlier.ident, variant.ident);
            let help = format!("give one of them another: `#[wa(payload = \"{payload}-2\")]`");
            report.add(&Diagnostic::new(variant.payload_span(), fact).help(help));
        }
    }
}

#[cfg(test)]
mod tests;
