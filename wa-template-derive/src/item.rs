//! The syntax of everything inside `#[wa(…)]`: elements separated by commas.
//!
//! The list is split first and each element is read alone, so that one that is half typed does not hide the others.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Lit, LitStr, Path, Token};

use crate::diagnostic::Diagnostic;
use crate::report::Report;

/// One element of a list.
pub(crate) enum Element {
    /// `"text"`, `1`, `true`
    Literal(Lit),
    /// `key`, `key = literal`, `key(…)`
    Item(Item),
    /// Something that could not be read and has been reported, by the word with which it begins.
    Broken { key: String, span: Span },
}

/// One element that begins with a path.
pub(crate) struct Item {
    pub(crate) path: Path,
    pub(crate) form: Form,
}

/// What follows the path.
pub(crate) enum Form {
    /// Nothing.
    Word,
    /// `= literal`
    Value(Lit),
    /// `(…)`
    List(TokenStream),
}

impl Element {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Literal(literal) => literal.span(),
            Self::Item(item) => item.span(),
            Self::Broken { span, .. } => *span,
        }
    }
}

impl Item {
    /// The key, if the path is a single word.
    pub(crate) fn key(&self) -> String {
        self.path.to_token_stream().to_string().replace(' ', "")
    }

    pub(crate) fn span(&self) -> Span {
        self.path.span()
    }

    /// The text of `key = "…"`. `example` completes the help: `body = "Your order …"`.
    pub(crate) fn text(&self, report: &Report, example: &str) -> Option<LitStr> {
        if let Form::Value(Lit::Str(text)) = &self.form {
            return Some(text.clone());
        }
        let key = self.key();
        report.add(
            &self.wrong_form(format!("`{key}` takes a text")).help(format!("write `{key} = \"{example}\"`")),
        );
        None
    }

    /// The number of `key = 0`.
    pub(crate) fn number<N: std::str::FromStr>(
        &self,
        report: &Report,
        what: &str,
        example: &str,
    ) -> Option<(N, Span)>
    where
        N::Err: std::fmt::Display,
    {
        let key = self.key();
        if let Form::Value(Lit::Int(number)) = &self.form {
            match number.base10_parse() {
                Ok(parsed) => return Some((parsed, number.span())),
                Err(error) => {
                    report.add(&Diagnostic::new(number.span(), format!("`{key}` takes {what}: {error}")));
                    return None;
                }
            }
        }
        report.add(
            &self.wrong_form(format!("`{key}` takes {what}")).help(format!("write `{key} = {example}`")),
        );
        None
    }

    /// The path of `crate = "…"`.
    pub(crate) fn path_in_text(&self, report: &Report) -> Option<Path> {
        let text = self.text(report, "path::to::wa_template")?;
        if let Ok(path) = text.parse_with(Path::parse_mod_style) {
            return Some(path);
        }
        report.add(
            &Diagnostic::new(text.span(), format!("`{}` is not a path", text.value()))
                .help("write the path of the crate: `crate = \"my_crate::wa_template\"`"),
        );
        None
    }

    /// Makes sure that nothing follows the key.
    pub(crate) fn word(&self, report: &Report) {
        if !matches!(self.form, Form::Word) {
            let key = self.key();
            report.add(&self.wrong_form(format!("`{key}` takes no value")).help(format!("write `{key}`")));
        }
    }

    /// An error at what follows the key, or at the key if nothing does.
    pub(crate) fn wrong_form(&self, fact: impl Into<String>) -> Diagnostic {
        match &self.form {
            Form::Value(literal) => Diagnostic::new(literal.span(), fact),
            Form::List(tokens) if !tokens.is_empty() => Diagnostic::over(tokens, fact),
            Form::Word | Form::List(_) => Diagnostic::over(&self.path, fact),
        }
    }
}

/// All elements of all `#[wa(…)]` among the attributes.
pub(crate) fn read_attributes(report: &Report, attributes: &[Attribute]) -> Vec<Element> {
    let mut elements = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("wa")) {
        if let Ok(list) = attribute.meta.require_list() {
            elements.extend(read_list(report, list.tokens.clone()));
            continue;
        }
        report.add(
            &Diagnostic::over(&attribute.meta, "`wa` takes a list of keys")
                .help("write `#[wa(language = \"en\", body = \"…\")]`"),
        );
        elements.push(Element::Broken { key: "wa".to_owned(), span: attribute.span() });
    }
    elements
}

/// The elements of one list. What cannot be read is reported and keeps its place.
pub(crate) fn read_list(report: &Report, tokens: TokenStream) -> Vec<Element> {
    split(tokens)
        .into_iter()
        .map(|tokens| {
            let first = tokens.clone().into_iter().next();
            read_element.parse2(tokens).unwrap_or_else(|error| {
                let span = first.as_ref().map_or_else(Span::call_site, TokenTree::span);
                report.push(error);
                Element::Broken { key: first.map(|token| token.to_string()).unwrap_or_default(), span }
            })
        })
        .collect()
}

/// Splits at commas. An empty piece between two commas is left out: rustc accepts none, but half-typed code has them.
fn split(tokens: TokenStream) -> Vec<TokenStream> {
    let mut pieces = vec![TokenStream::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => pieces.push(TokenStream::new()),
            _ => {
                if let Some(piece) = pieces.last_mut() {
                    piece.extend([token]);
                }
            }
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn read_element(input: ParseStream<'_>) -> syn::Result<Element> {
    if input.peek(Lit) {
        let literal = input.parse()?;
        end(input)?;
        return Ok(Element::Literal(literal));
    }
    let Ok(path) = input.call(Path::parse_mod_style) else {
        return Err(input.error("expected a key, a path or a literal"));
    };
    let form = if input.peek(Token![=]) {
        let equals: Token![=] = input.parse()?;
        if input.is_empty() {
            let key = path.to_token_stream().to_string().replace(' ', "");
            return Err(syn::Error::new(equals.span, format!("`{key} =` has no value yet")));
        }
        if !input.peek(Lit) {
            return Err(not_a_literal(input));
        }
        Form::Value(input.parse()?)
    } else if input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in input);
        Form::List(content.parse()?)
    } else {
        Form::Word
    };
    end(input)?;
    Ok(Element::Item(Item { path, form }))
}

/// `concat!("a", "b")`, `BODY`: attributes are read before macros and constants are known.
fn not_a_literal(input: ParseStream<'_>) -> syn::Error {
    let rest: TokenStream = input.parse().unwrap_or_default();
    syn::Error::new_spanned(
        rest,
        "expected a literal\nnote: a derive sees the code as it is written, before constants and macros have values",
    )
}

fn end(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    Err(input.error("expected `,` before this"))
}
