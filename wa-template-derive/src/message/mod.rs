//! `#[derive(WaMessage)]`.

mod expand;
mod parse;

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput};

use crate::item;
use crate::lifetimes;
use crate::report::Report;

/// The derive. It takes and returns tokens of `proc_macro2`, so that tests call it without a compiler.
pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let report = Report::default();
    let written = parse::read(&report, input);
    if report.is_clean() && !lifetimes::are_undeclared(input) {
        return expand::expand(input, &written);
    }
    let mut tokens = report.into_tokens(input);
    if is_template(input) {
        return tokens;
    }
    tokens.extend(expand::stub(input, written.crate_path.as_ref()));
    tokens
}

/// Whether the impl probably comes from `WaTemplate`, derived beside this one: a second impl would be a second error.
fn is_template(input: &DeriveInput) -> bool {
    matches!(input.data, Data::Struct(_)) && input.attrs.iter().any(item::is_ours)
}

#[cfg(test)]
mod tests;
