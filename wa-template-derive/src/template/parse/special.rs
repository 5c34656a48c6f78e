//! `limited_time_offer(…)` and `authentication(…)`.

use proc_macro2::Span;

use super::first_time;
use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item, Lit, LitStr};
use crate::report::Report;
use crate::suggest;

/// An offer that ends, as written.
#[derive(Clone)]
pub(crate) struct WrittenOffer {
    pub(crate) text: LitStr,
    pub(crate) has_expiration: bool,
}

/// The fixed texts of a one-time code, as written.
#[derive(Clone)]
pub(crate) struct WrittenAuthentication {
    pub(crate) span: Span,
    pub(crate) security_recommendation: bool,
    pub(crate) code_expiration_minutes: Option<(i64, Span)>,
}

pub(super) fn limited_time_offer(report: &Report, item: &Item) -> Option<WrittenOffer> {
    let help = "write `limited_time_offer(\"Expiring offer!\", has_expiration)`";
    let Form::List(tokens) = &item.form else {
        report.add(&item.wrong_form("`limited_time_offer` takes its heading").help(help));
        return None;
    };
    let mut elements = item::read_list(report, tokens.clone()).into_iter();
    let text = match elements.next() {
        Some(Element::Literal(Lit::Str(text))) => text,
        Some(Element::Broken { .. }) => return None,
        Some(other) => {
            report.add(&Diagnostic::new(other.span(), "the heading of the offer comes first").help(help));
            return None;
        }
        None => {
            report.add(&item.wrong_form("the offer has no heading").help(help));
            return None;
        }
    };
    let mut offer = WrittenOffer { text, has_expiration: false };
    let mut seen = Vec::new();
    for element in elements {
        match &element {
            Element::Item(item) if item.key() == "has_expiration" => {
                first_time(report, &mut seen, item);
                item.word(report);
                offer.has_expiration = true;
            }
            Element::Broken { .. } => return None,
            other => {
                let meant = match other {
                    Element::Item(item) => {
                        suggest::similar(&item.key(), ["has_expiration"]).map(|_| item.key())
                    }
                    _ => None,
                };
                report.add(&match meant {
                    Some(key) => Diagnostic::new(other.span(), format!("unknown key `{key}` of an offer"))
                        .help("did you mean `has_expiration`?"),
                    None => Diagnostic::new(other.span(), "this belongs to no offer").help(help),
                });
                return None;
            }
        }
    }
    Some(offer)
}

const AUTHENTICATION: &[&str] = &["security_recommendation", "code_expiration_minutes"];

pub(super) fn authentication(report: &Report, item: &Item) -> Option<WrittenAuthentication> {
    let mut read = WrittenAuthentication {
        span: item.span(),
        security_recommendation: false,
        code_expiration_minutes: None,
    };
    let tokens = match &item.form {
        Form::Word => return Some(read),
        Form::List(tokens) => tokens,
        Form::Value(_) | Form::Other(_) => {
            let diagnostic = item.wrong_form("`authentication` takes a list");
            report.add(
                &diagnostic
                    .help("write `authentication(security_recommendation, code_expiration_minutes = 10)`"),
            );
            return None;
        }
    };
    let mut seen = Vec::new();
    for element in item::read_list(report, tokens.clone()) {
        match &element {
            Element::Item(item) if !first_time(report, &mut seen, item) => {}
            Element::Item(item) if item.key() == "security_recommendation" => {
                item.word(report);
                read.security_recommendation = true;
            }
            Element::Item(item) if item.key() == "code_expiration_minutes" => {
                read.code_expiration_minutes = item.number(report, "a number of minutes", "10");
            }
            Element::Broken { .. } => {}
            other => {
                let (key, fact) = match other {
                    Element::Item(item) => {
                        (item.key(), format!("unknown key `{}` of `authentication`", item.key()))
                    }
                    _ => (String::new(), "unknown key of `authentication`".to_owned()),
                };
                let help = suggest::help(&key, "known keys", AUTHENTICATION);
                report.add(&Diagnostic::new(other.span(), fact).help_if(help));
            }
        }
    }
    Some(read)
}
