//! The syntax of everything inside `#[wa(…)]`: elements separated by commas.
//!
//! The list is split first and each element is read alone, so that one that is half typed does not hide the others. A
//! slip that leaves no doubt about what was meant (a missing comma or `=`, other brackets) is reported and read as meant,
//! so that nothing follows from it.

mod list;
mod lit;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Ident, Path};

pub(crate) use self::list::read_list;
pub(crate) use self::lit::{Lit, LitStr};
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
    /// Whether the comma before it is missing, which has been reported.
    pub(crate) lacks_comma: bool,
}

/// What follows the path.
pub(crate) enum Form {
    /// Nothing.
    Word,
    /// `= literal`
    Value(Lit),
    /// `= something else`, which no key takes.
    Other(TokenStream),
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
        self.path.get_ident().map_or_else(|| written(&self.path), ToString::to_string)
    }

    pub(crate) fn span(&self) -> Span {
        self.path.get_ident().map_or_else(|| self.path.span(), Ident::span)
    }

    /// The text of `key = "…"`. `example` completes the help: `body = "Your order …"`.
    pub(crate) fn text(&self, report: &Report, example: &str) -> Option<LitStr> {
        if let Form::Value(Lit::Str(text)) = &self.form {
            return Some(text.clone());
        }
        let key = self.key();
        if let Form::List(tokens) = &self.form
            && let Ok(text) = syn::parse2::<LitStr>(tokens.clone())
        {
            let value = Form::Value(Lit::Str(text.clone()));
            report.add(&list::no_equals(text.span(), &self.path, &value));
            return Some(text);
        }
        // What was written needs quotation marks only: `category = utility`, `category = Category::Utility`.
        let word = match &self.form {
            Form::Other(tokens) if is_word(tokens) && !example.contains("::") => {
                let word = written(tokens);
                let last = word.rsplit("::").next().unwrap_or_default();
                if last == word { word } else { last.to_lowercase() }
            }
            Form::Other(tokens) if is_word(tokens) => written(tokens),
            Form::List(tokens) => first_text(tokens).unwrap_or_else(|| example.to_owned()),
            Form::Value(number @ (Lit::Int(_) | Lit::Other(syn::Lit::Float(_)))) => written(number),
            _ => example.to_owned(),
        };
        let fact = format!("`{key}` takes a text");
        let nothing = ["none", "None", "null", "false"].contains(&word.as_str());
        let help = if nothing { format!("leave `{key}` out") } else { format!("write `{key} = \"{word}\"`") };
        report.add(&self.wrong_form(fact).help(help));
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
        let mut fact = format!("`{key}` takes {what}");
        if let Form::Value(Lit::Int(number)) = &self.form {
            match number.base10_parse() {
                Ok(parsed) => return Some((parsed, number.span())),
                // A number all the same: of the kind that the key takes it is none.
                Err(_) => fact = format!("{fact}, not `{number}`"),
            }
        }
        // A number in quotation marks needs only to lose them.
        let meant = match &self.form {
            Form::Value(Lit::Str(text)) if text.value().parse::<N>().is_ok() => text.value(),
            _ => example.to_owned(),
        };
        report.add(&self.wrong_form(fact).help(format!("write `{key} = {meant}`")));
        None
    }

    /// What stands in the brackets of `key(…)`. Other brackets are reported and read as these.
    pub(crate) fn list(&self, report: &Report) -> Option<TokenStream> {
        let tokens = match &self.form {
            Form::List(tokens) => return Some(tokens.clone()),
            Form::Other(tokens) => tokens,
            Form::Word | Form::Value(_) => return None,
        };
        let mut tokens = tokens.clone().into_iter();
        let (Some(TokenTree::Group(group)), None) = (tokens.next(), tokens.next()) else { return None };
        let (open, close) = match group.delimiter() {
            Delimiter::Bracket => ('[', ']'),
            Delimiter::Brace => ('{', '}'),
            Delimiter::Parenthesis | Delimiter::None => return None,
        };
        let key = self.key();
        let fact =
            format!("the list of `{key}` stands in round brackets, not between `{open}` and `{close}`");
        report.add(&Diagnostic::new(group.span_open(), fact).help(format!("write `{key}(…)`")));
        Some(group.stream())
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
            Form::Value(literal) => Diagnostic::over(literal, fact),
            Form::Other(tokens) if is_constant(tokens) => Diagnostic::over(tokens, fact)
                .note("a derive sees the code as it is written, before constants and macros have values"),
            Form::Other(tokens) => Diagnostic::over(tokens, fact),
            Form::List(tokens) if !tokens.is_empty() => Diagnostic::over(tokens, fact),
            Form::Word | Form::List(_) => Diagnostic::over(&self.path, fact),
        }
    }
}

/// Tokens as somebody writes them: without blanks.
pub(crate) fn written(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}

/// The first of several texts.
fn first_text(tokens: &TokenStream) -> Option<String> {
    let first = tokens.clone().into_iter().next()?;
    syn::parse2::<LitStr>(first.into()).ok().map(|text| text.value())
}

/// A word without its quotation marks: `utility`, `::my_crate::messages`.
fn is_word(tokens: &TokenStream) -> bool {
    let is_path = |token: TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    };
    tokens.clone().into_iter().all(is_path) && !is_constant(tokens)
}

/// `concat!("a", "b")`, `BODY`: attributes are read before macros and constants are known.
fn is_constant(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    let called = |token: TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '!');
    tokens.clone().any(called)
        || tokens.all(|token| match token {
            TokenTree::Ident(ident) => !ident.to_string().contains(char::is_lowercase),
            TokenTree::Punct(punct) => punct.as_char() == ':',
            TokenTree::Group(_) | TokenTree::Literal(_) => false,
        })
}

/// What is written in place of `wa`.
const CRATE: &str = "wa_template";

/// Whether an attribute is for the derives.
pub(crate) fn is_ours(attribute: &Attribute) -> bool {
    let path = attribute.path();
    path.is_ident("wa") || path.is_ident(CRATE)
}

/// All elements of all `#[wa(…)]` among the attributes. `example` is what may stand in the brackets.
pub(crate) fn read_attributes(report: &Report, attributes: &[Attribute], example: &str) -> Vec<Element> {
    let mut elements = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_ours(attribute)) {
        if attribute.path().is_ident(CRATE) {
            // Read as meant. Of all attributes it is one mistake.
            let fact = format!("the attribute is called `wa`, `{CRATE}` is the crate");
            report.add_once(&Diagnostic::over(attribute.path(), fact).help("write `#[wa(…)]`"));
        }
        if let Ok(list) = attribute.meta.require_list() {
            elements.extend(read_list(report, list.tokens.clone()));
            continue;
        }
        report.add(
            &Diagnostic::over(&attribute.meta, "`wa` takes a list of keys")
                .help(format!("write `#[wa({example})]`")),
        );
        elements.push(Element::Broken { key: "wa".to_owned(), span: attribute.span() });
    }
    elements
}
