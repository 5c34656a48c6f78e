//! Literals whose text is read once.
//!
//! `syn` reads a text character by character, once for its suffix and again whenever its value is asked for. In a debug
//! build macros are not optimised, and this alone took a tenth of the derive.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitBool, LitInt};

/// As [`syn::Lit`]; what no key takes is not told apart.
#[derive(Clone)]
pub(crate) enum Lit {
    Str(LitStr),
    Int(LitInt),
    Bool(LitBool),
    Other(syn::Lit),
}

/// As [`syn::LitStr`].
#[derive(Clone)]
pub(crate) struct LitStr {
    token: Literal,
    value: String,
}

impl Lit {
    pub(crate) fn new(token: Literal) -> Self {
        let text = token.to_string();
        match plain(&text) {
            Some(value) => Self::Str(LitStr { value: value.to_owned(), token }),
            None => Self::from(syn::Lit::new(token)),
        }
    }

    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Str(text) => text.span(),
            Self::Int(number) => number.span(),
            Self::Bool(value) => value.span(),
            Self::Other(other) => other.span(),
        }
    }
}

/// The value of a text that is written as it is meant.
fn plain(token: &str) -> Option<&str> {
    let value = token.strip_prefix('"')?.strip_suffix('"')?;
    // The compiler reads a carriage return before a line feed as nothing.
    (!value.contains('\\') && !value.contains('\r')).then_some(value)
}

impl From<syn::Lit> for Lit {
    fn from(literal: syn::Lit) -> Self {
        match literal {
            syn::Lit::Str(text) => Self::Str(LitStr { value: text.value(), token: text.token() }),
            syn::Lit::Int(number) => Self::Int(number),
            syn::Lit::Bool(value) => Self::Bool(value),
            other => Self::Other(other),
        }
    }
}

impl Parse for Lit {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.parse::<syn::Lit>().map(Self::from)
    }
}

impl ToTokens for Lit {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Str(text) => text.to_tokens(tokens),
            Self::Int(number) => number.to_tokens(tokens),
            Self::Bool(value) => value.to_tokens(tokens),
            Self::Other(other) => other.to_tokens(tokens),
        }
    }
}

impl LitStr {
    pub(crate) fn value(&self) -> String {
        self.value.clone()
    }

    pub(crate) fn span(&self) -> Span {
        self.token.span()
    }

    /// The token as it is written.
    pub(crate) fn token(&self) -> Literal {
        self.token.clone()
    }

    /// What the text itself says, at the span of the literal.
    pub(crate) fn parse_with<P: Parser>(&self, parser: P) -> syn::Result<P::Output> {
        syn::parse2::<syn::LitStr>(self.to_token_stream())?.parse_with(parser)
    }
}

impl Parse for LitStr {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let text: syn::LitStr = input.parse()?;
        Ok(Self { value: text.value(), token: text.token() })
    }
}

impl ToTokens for LitStr {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.token.to_tokens(tokens);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_those_of_syn() {
        for written in [
            r#""""#,
            r#""Your order""#,
            r#""Straße 😀""#,
            r#""a \"b\" \n \u{e4}""#,
            "\"a \\\n   b\"",
            "\"a\r\nb\"",
            r##"r#"a "b" \n"#"##,
            r#""a"suffix"#,
        ] {
            let token: Literal = written.parse().unwrap();
            let Lit::Str(ours) = Lit::new(token) else { panic!("{written} is a text") };
            let theirs: syn::LitStr = syn::parse_str(written).unwrap();
            assert_eq!(ours.value(), theirs.value(), "{written}");
            assert_eq!(ours.token().to_string(), theirs.token().to_string());
        }
    }

    #[test]
    fn other_literals_are_told_apart() {
        let read = |written: &str| syn::parse_str::<Lit>(written).unwrap();
        assert!(matches!(read("1"), Lit::Int(_)));
        assert!(matches!(read("true"), Lit::Bool(_)));
        assert!(matches!(read("1.5"), Lit::Other(_)));
        assert!(matches!(read("b\"a\""), Lit::Other(_)));
        assert!(matches!(read("'a'"), Lit::Other(_)));
    }
}
