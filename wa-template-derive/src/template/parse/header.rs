//! `header(image, example = "…")`.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use wa_template_definition::MediaKind;

use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item, Lit, LitStr};
use crate::report::Report;
use crate::suggest;

/// A header as written.
#[derive(Clone)]
pub(crate) enum WrittenHeader {
    Text(LitStr),
    Media {
        kind: MediaKind,
        span: Span,
        /// A handle, or the path of a file that is uploaded when the template is created.
        example: Option<LitStr>,
    },
    Location {
        span: Span,
    },
    Product {
        span: Span,
    },
}

impl WrittenHeader {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Text(text) => text.span(),
            Self::Media { span, .. } | Self::Location { span } | Self::Product { span } => *span,
        }
    }
}

pub(crate) const KINDS: &[&str] = &["image", "video", "gif", "document", "location", "product"];

pub(super) fn read(report: &Report, item: &Item, tokens: TokenStream) -> Option<WrittenHeader> {
    let mut elements = item::read_list(report, tokens).into_iter();
    let Some(first) = elements.next() else {
        let help = format!("write `header(image)`; known kinds: {}", suggest::list(KINDS));
        report.add(&item.wrong_form("`header()` does not say which kind").help(help));
        return None;
    };
    let mut header = read_kind(report, &first)?;
    for element in elements {
        match (&mut header, &element) {
            (WrittenHeader::Media { example, .. }, Element::Item(item)) if item.key() == "example" => {
                if example.is_some() {
                    let diagnostic = Diagnostic::over(&item.path, "`example` is given twice");
                    report.add(&diagnostic.help("keep one of them"));
                }
                *example = item.text(report, "samples/shoes.png");
            }
            (WrittenHeader::Location { .. } | WrittenHeader::Product { .. }, Element::Item(item))
                if item.key() == "example" =>
            {
                report.add(&Diagnostic::over(&item.path, "this header has no example").help("remove it"));
            }
            (_, Element::Broken { .. }) => {}
            (WrittenHeader::Media { .. }, Element::Item(item))
                if suggest::similar(&item.key(), ["example"]).is_some() =>
            {
                let fact = format!("unknown key `{}` of a header", item.key());
                report.add(&Diagnostic::over(&item.path, fact).help("did you mean `example`?"));
            }
            _ => {
                let help =
                    "a header has one kind, and media an example: `header(image, example = \"4::aW…\")`";
                report.add(&Diagnostic::new(element.span(), "this belongs to no header").help(help));
            }
        }
    }
    Some(header)
}

/// The kind in `header = image`.
pub(super) fn meant(form: &Form) -> Option<&'static str> {
    let Form::Other(tokens) = form else { return None };
    let word = item::written(tokens);
    KINDS.iter().copied().find(|kind| *kind == word)
}

/// What to write in place of `header(text = "…")` or `header(image = "…")`.
fn of_item(item: &Item) -> String {
    let key = item.key();
    match &item.form {
        Form::Value(text @ Lit::Str(_)) if key == "text" => {
            format!("write `header = {}`", text.to_token_stream())
        }
        Form::Value(Lit::Str(_)) if MediaKind::ALL.iter().any(|kind| kind.parameter() == key) => {
            format!(
                "write `header({key})`: the file stands in a field, and a sample in `header({key}, example = \"…\")`"
            )
        }
        _ => format!("known kinds: {}", suggest::list(KINDS)),
    }
}

fn read_kind(report: &Report, element: &Element) -> Option<WrittenHeader> {
    let span = element.span();
    if let Element::Item(Item { path, form: Form::Word, .. }) = element {
        let word = path.get_ident().map(ToString::to_string).unwrap_or_default();
        if word == "location" {
            return Some(WrittenHeader::Location { span });
        }
        if word == "product" {
            return Some(WrittenHeader::Product { span });
        }
        if let Some(kind) = MediaKind::ALL.into_iter().find(|kind| kind.parameter() == word) {
            return Some(WrittenHeader::Media { kind, span, example: None });
        }
        let help = suggest::keys(&word, "known kinds", KINDS);
        report.add(&Diagnostic::new(span, format!("unknown kind of header `{word}`")).help(help));
        return None;
    }
    let help = match element {
        Element::Broken { .. } => return None,
        Element::Literal(Lit::Str(text)) if KINDS.contains(&text.value().as_str()) => {
            format!("write `header({})`, without quotation marks", text.value())
        }
        Element::Literal(_) => "a text header is written `header = \"…\"`".to_owned(),
        Element::Item(item) => of_item(item),
    };
    report.add(&Diagnostic::new(span, "a kind of header belongs here").help(help));
    None
}
