//! Collects errors, so that the user sees all of them at once.

use std::cell::RefCell;

use proc_macro2::{Span, TokenStream};

use crate::diagnostic::Diagnostic;

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

    /// Adds an error that is one sentence.
    pub(crate) fn error(&self, span: Span, fact: impl Into<String>) {
        self.add(&Diagnostic::new(span, fact));
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

    /// All errors as code; empty if there are none.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.in_source_order().iter().map(syn::Error::to_compile_error).collect()
    }
}
