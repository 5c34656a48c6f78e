//! `#[derive(WaTemplate)]`.

mod bind;
mod check;
mod expand;
mod model;
pub(crate) mod parse;

use proc_macro2::TokenStream;
use syn::{DeriveInput, Path};

use self::bind::Bound;
use self::model::Model;
use crate::card;
use crate::lifetimes;
use crate::report::Report;

/// The derive. It takes and returns tokens of `proc_macro2`, so that tests call it without a compiler.
pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let report = Report::default();
    let (model, bound) = analyse(&report, input);
    if report.is_clean() && !lifetimes::are_undeclared(input) {
        return expand::expand(input, &model, &bound);
    }
    let mut tokens = report.into_tokens(input);
    let written = &model.source.written;
    tokens.extend(expand::stub(input, written.crate_path.as_ref()));
    if written.is_like_a_card() {
        tokens.extend(card::stub(input, None));
    }
    tokens
}

/// The impls of a template alone, for a struct on which another derive stands by mistake.
pub(crate) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    expand::stub(input, renamed)
}

/// Parse, model, check: everything before there is code.
fn analyse(report: &Report, input: &DeriveInput) -> (Model, Vec<Bound>) {
    let written = parse::read(report, input);
    let mut model = model::build(report, input, written);
    let checked = check::rules(report, &model);
    model.complete &= !checked.faulty;
    let (bound, contested) = bind::bind(report, &model);
    let (uncertain, certain): (Vec<_>, Vec<_>) =
        checked.samples.iter().partition(|(field, _)| contested.contains(field));
    for (_, missing) in certain {
        report.add(missing);
    }
    // Nothing that is wrong is passed over: what may follow from something else is said if there is nothing else.
    if report.is_clean() {
        for later in uncertain.into_iter().map(|(_, missing)| missing).chain(&checked.later) {
            report.add(later);
        }
    }
    (model, bound)
}

#[cfg(test)]
mod tests;
