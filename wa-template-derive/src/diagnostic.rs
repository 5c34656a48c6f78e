//! One compile error: where, what, how to mend it.

use proc_macro2::{Span, TokenStream};

/// One compile error.
pub(crate) struct Diagnostic {
    tokens: Tokens,
    fact: String,
    /// Exact place inside a literal, where the compiler can only underline the whole of it.
    place: Option<String>,
    notes: Vec<String>,
}

/// What is underlined.
enum Tokens {
    Span(Span),
    All(TokenStream),
}

impl Diagnostic {
    pub(crate) fn new(span: Span, fact: impl Into<String>) -> Self {
        Self { tokens: Tokens::Span(span), fact: fact.into(), place: None, notes: Vec::new() }
    }

    /// An error that underlines several tokens from first to last.
    pub(crate) fn over(tokens: impl quote::ToTokens, fact: impl Into<String>) -> Self {
        let tokens = Tokens::All(tokens.into_token_stream());
        Self { tokens, fact: fact.into(), place: None, notes: Vec::new() }
    }

    /// States a place inside the literal: `src/orders.rs:4:12`.
    pub(crate) fn place(mut self, place: Option<String>) -> Self {
        self.place = place;
        self
    }

    /// Says what to type.
    pub(crate) fn help(mut self, help: impl AsRef<str>) -> Self {
        self.notes.push(format!("help: {}", help.as_ref()));
        self
    }

    /// Says what to type, if there is something to say.
    pub(crate) fn help_if(self, help: Option<String>) -> Self {
        match help {
            Some(help) => self.help(help),
            None => self,
        }
    }

    /// Adds background.
    pub(crate) fn note(mut self, note: impl AsRef<str>) -> Self {
        self.notes.push(format!("note: {}", note.as_ref()));
        self
    }

    pub(crate) fn to_error(&self) -> syn::Error {
        let mut message = self.fact.clone();
        // rustc indents these lines below the title; the arrow then stands above its own.
        if let Some(place) = &self.place {
            message.push_str("\n --> ");
            message.push_str(place);
        }
        // What to type comes before the background.
        let (helps, notes): (Vec<_>, Vec<_>) = self.notes.iter().partition(|note| note.starts_with("help"));
        for note in helps.into_iter().chain(notes) {
            message.push('\n');
            message.push_str(note);
        }
        match &self.tokens {
            Tokens::Span(span) => syn::Error::new(*span, message),
            Tokens::All(tokens) => syn::Error::new_spanned(tokens, message),
        }
    }
}
