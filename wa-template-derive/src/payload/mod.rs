//! `#[derive(WaPayload)]`.

mod check;
mod expand;
mod parse;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use self::parse::Written;
use crate::lifetimes;
use crate::report::Report;

/// The derive. It takes and returns tokens of `proc_macro2`, so that tests call it without a compiler.
pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let report = Report::default();
    let written = analyse(&report, input);
    if report.is_clean() && !lifetimes::are_undeclared(input) {
        return expand::expand(input, &written);
    }
    let mut tokens = report.into_tokens(input);
    tokens.extend(expand::stub(input, written.crate_path.as_ref()));
    tokens
}

/// Everything before there is code.
fn analyse<'a>(report: &Report, input: &'a DeriveInput) -> Written<'a> {
    let written = parse::read(report, input);
    check::check(report, &written.answers);
    written
}

#[cfg(test)]
mod tests;
