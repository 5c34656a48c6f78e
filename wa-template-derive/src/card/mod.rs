//! `#[derive(WaCard)]`.

mod expand;

use proc_macro2::TokenStream;
use syn::{DeriveInput, Path};

use crate::diagnostic::Diagnostic;
use crate::item::{self, Element};
use crate::lifetimes;
use crate::report::Report;
use crate::template;
use crate::template::parse::fields;
use crate::template::parse::{WrittenField, WrittenTarget};

/// The derive. It takes and returns tokens of `proc_macro2`, so that tests call it without a compiler.
pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    let report = Report::default();
    let Keys { renamed, any_text, is_template } = keys(&report, input);
    let fields = fields::read(&report, input, &fields::CARD).unwrap_or_default();
    check(&report, &fields, any_text);
    if report.is_clean() && !lifetimes::are_undeclared(input) {
        return expand::expand(input, renamed.as_ref(), &fields);
    }
    let mut tokens = report.into_tokens(input);
    tokens.extend(expand::stub(input, renamed.as_ref()));
    if is_template {
        tokens.extend(template::stub(input, renamed.as_ref()));
    }
    tokens
}

/// The impl of a card alone, for a struct on which another derive may stand by mistake.
pub(crate) fn stub(input: &DeriveInput, renamed: Option<&Path>) -> TokenStream {
    expand::stub(input, renamed)
}

/// What stands on the struct.
struct Keys {
    renamed: Option<Path>,
    /// Whether there is anything that belongs to a template.
    any_text: bool,
    /// Whether it can only be a template.
    is_template: bool,
}

/// The keys of the struct: a card has no text of its own.
fn keys(report: &Report, input: &DeriveInput) -> Keys {
    let mut keys = Keys { renamed: None, any_text: false, is_template: false };
    for element in item::read_attributes(report, &input.attrs, "crate = \"path\"") {
        match &element {
            Element::Item(item) if item.key() == "crate" => keys.renamed = item.path_in_text(report),
            Element::Broken { .. } => {}
            // The first tells it of all.
            _ if keys.any_text => {}
            other => {
                keys.any_text = true;
                let of_templates = ["name", "language", "category", "definition"];
                keys.is_template =
                    matches!(other, Element::Item(item) if of_templates.contains(&item.key().as_str()));
                let help = if keys.is_template {
                    "derive `WaTemplate` if it is a template; a card gets its text from one"
                } else {
                    "its text stands in the template: `carousel(card(header(image), body = \"…\"), …)`"
                };
                report.add(&Diagnostic::new(other.span(), "a card struct has values only").help(help));
            }
        }
    }
    keys
}

fn check(report: &Report, fields: &[WrittenField], any_text: bool) {
    for (index, field) in fields.iter().enumerate() {
        let earlier = || fields.iter().take(index).find(|earlier| fills(earlier) == fills(field));
        if let Some(what) = fills(field)
            && let Some(earlier) = earlier()
        {
            let fact = format!("{what} is filled by `{}` and by `{}`", earlier.ident, field.ident);
            let diagnostic = Diagnostic::new(field.ident.span(), fact);
            report.add(&diagnostic.help("keep one of them, or mark one `#[wa(skip)]`"));
        }
        // Where the struct has the text of a template, the samples belong to that.
        if let Some(example) = field.example.as_ref().filter(|_| !any_text) {
            let name = &field.name;
            let help = format!("the cards of the template give samples: `card(…, examples({name} = \"…\"))`");
            report.add(&Diagnostic::new(example.span(), "a card struct has no examples").help(help));
        }
        let (span, what) = match field.target {
            WrittenTarget::Cards(span) | WrittenTarget::Card(_, span) => (span, "carousel"),
            WrittenTarget::Expiration(span) => (span, "limited-time offer"),
            WrittenTarget::Code(span) => (span, "one-time code"),
            WrittenTarget::OrderStatus(span) => (span, "order status"),
            WrittenTarget::TapTarget(span) => (span, "tap target"),
            _ => continue,
        };
        report
            .add(&Diagnostic::new(span, format!("a card has no {what}")).help("it belongs to the template"));
    }
}

/// What a field says that it fills.
fn fills(field: &WrittenField) -> Option<String> {
    match field.target {
        WrittenTarget::Name => Some(format!("placeholder `{{{{{}}}}}`", field.name)),
        WrittenTarget::Header(_) => Some("the header".to_owned()),
        WrittenTarget::HeaderNumber(number, _) => Some(format!("`{{{{{number}}}}}` of the header")),
        WrittenTarget::BodyNumber(number, _) => Some(format!("`{{{{{number}}}}}` of the body")),
        WrittenTarget::Button(index, _) => Some(format!("button {index}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
