//! Collects errors, so that the user sees all of them at once.

use std::cell::RefCell;

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::diagnostic::Diagnostic;
use crate::quotes;

/// Everything that is wrong with one derive.
#[derive(Default)]
pub(crate) struct Report {
    errors: RefCell<Vec<syn::Error>>,
}

impl Report {
    /// Adds an error. `&self`, so that closures over a part of the model can report too.
    pub(crate) fn add(&self, diagnostic: &Diagnostic) {
        self.push(diagnostic.to_error());
    }

    /// Adds an error, unless the same was said before.
    pub(crate) fn add_once(&self, diagnostic: &Diagnostic) {
        let error = diagnostic.to_error();
        let fact = |error: &syn::Error| error.to_string().lines().next().map(ToOwned::to_owned);
        let is_told = self.errors.borrow().iter().any(|told| fact(told) == fact(&error));
        if !is_told {
            self.push(error);
        }
    }

    /// Adds what syn has to say.
    pub(crate) fn push(&self, error: syn::Error) {
        self.errors.borrow_mut().push(error);
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_clean(&self) -> bool {
        self.errors.borrow().is_empty()
    }

    /// The errors themselves.
    #[cfg(test)]
    pub(crate) fn into_errors(self) -> Vec<syn::Error> {
        self.in_source_order()
    }

    /// As somebody reads the source: from top to bottom, whatever the order of the checks.
    fn in_source_order(self) -> Vec<syn::Error> {
        let mut errors = self.errors.into_inner();
        errors.sort_by_key(|error| {
            let start = error.span().start();
            (start.line, start.column)
        });
        errors
    }

    /// All errors as code; empty if there are none, and if rustc could not read the source.
    pub(crate) fn into_tokens(self, input: &DeriveInput) -> TokenStream {
        if !self.is_clean() && quotes::are_curly(input) {
            return TokenStream::new();
        }
        self.in_source_order().iter().map(syn::Error::to_compile_error).collect()
    }
}
