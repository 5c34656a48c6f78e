//! `carousel(card(…), card(…))`.

use proc_macro2::{Span, TokenStream};

use wa_template_definition::ButtonKind;

use super::section::Read;
use super::{Special, WrittenButton, WrittenSection, first_time};
use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item, Lit, LitStr};
use crate::report::Report;
use crate::suggest;

const KEYS: &[&str] = &["header", "body", "buttons", "examples"];

/// The cards of `carousel(…)`.
pub(super) fn read(report: &Report, item: &Item) -> Option<(Span, Vec<WrittenSection>)> {
    let help = "write `carousel(card(header(image), buttons(quick_reply(\"More\"))), card(…))`";
    let Some(tokens) = item.list(report) else {
        report.add(&item.wrong_form("`carousel` takes a list of cards").help(help));
        return None;
    };
    let mut cards = Vec::new();
    // What stands in the brackets of no card is one mistake, however much it is.
    let mut is_told = false;
    for element in item::read_list(report, tokens) {
        match &element {
            Element::Item(card @ Item { form: Form::List(tokens), .. }) if card.key() == "card" => {
                cards.push(read_card(report, card.span(), tokens.clone()));
            }
            Element::Broken { span, .. } => cards.push(broken(*span)),
            other => {
                if !std::mem::replace(&mut is_told, true) {
                    report.add(&no_card(other, help));
                }
                cards.push(broken(other.span()));
            }
        }
    }
    Some((item.span(), cards))
}

/// Something else in a list of cards; `help` shows how a card is written.
pub(super) fn no_card(element: &Element, help: &str) -> Diagnostic {
    let Element::Item(item @ Item { form: Form::List(_), .. }) = element else {
        return Diagnostic::new(element.span(), "a carousel consists of cards").help(help);
    };
    let key = item.key();
    let meant = suggest::similar(&key, ["card"]).map(|_| "did you mean `card(…)`?");
    let fact = format!("a carousel consists of cards, `{key}` is none");
    Diagnostic::new(element.span(), fact).help(meant.unwrap_or(help))
}

fn broken(span: Span) -> WrittenSection {
    WrittenSection { span: Some(span), broken: vec!["card".to_owned()], ..WrittenSection::default() }
}

fn read_card(report: &Report, span: Span, tokens: TokenStream) -> WrittenSection {
    let mut card = WrittenSection { span: Some(span), ..WrittenSection::default() };
    let mut seen: Vec<String> = Vec::new();
    for element in item::read_list(report, tokens) {
        let item = match element {
            Element::Item(item) => item,
            Element::Broken { key, .. } => {
                card.broken.push(key);
                continue;
            }
            Element::Literal(literal) => {
                let diagnostic = Diagnostic::new(literal.span(), "a value without a key");
                report.add(&diagnostic.help("write `body = \"…\"`"));
                continue;
            }
        };
        let key = item.key();
        if seen.contains(&key) {
            report.add(
                &Diagnostic::new(item.span(), format!("`{key}` is given twice")).help("keep one of them"),
            );
            continue;
        }
        seen.push(key.clone());
        let read = match key.as_str() {
            "footer" => Read::Unknown,
            "examples" => read_examples(report, &mut card, &item),
            _ => card.read_key(report, &key, &item),
        };
        match read {
            Read::Done => {}
            Read::Broken => card.broken.push(key),
            Read::Unknown => {
                let help = suggest::help(&key, "known keys", KEYS);
                report.add(
                    &Diagnostic::over(&item.path, format!("unknown key `{key}` of a card")).help_if(help),
                );
                card.broken.push(key);
            }
        }
    }
    for button in card.buttons.iter_mut().flat_map(|(_, buttons)| buttons) {
        refuse_foreign(report, button);
    }
    card
}

/// A card has no values for most kinds of buttons: nothing could fill them.
fn refuse_foreign(report: &Report, button: &mut WrittenButton) {
    let WrittenButton::Special { span, button: special, .. } = button else { return };
    let fits = match special {
        Special::Ready(button, _) => {
            matches!(button.kind(), ButtonKind::SingleProduct | ButtonKind::OrderDetails)
        }
        Special::CopyCode(_) | Special::PaymentRequest(_) => false,
    };
    if !fits {
        let help = "use `quick_reply`, `url`, `phone_number` or `order_details`, or `spm` below a product";
        report.add(&Diagnostic::new(*span, "a card has no button of this kind").help(help));
        *button = WrittenButton::Broken { span: *span };
    }
}

/// `examples(percent = "10%")`; `examples("10%", "May")` for `{{1}}` and `{{2}}`.
pub(super) fn read_examples(report: &Report, card: &mut WrittenSection, item: &Item) -> Read {
    let Form::List(tokens) = &item.form else {
        let diagnostic = item.wrong_form("`examples` takes one text per placeholder");
        report.add(&diagnostic.help("write `examples(percent = \"10%\")`"));
        return Read::Broken;
    };
    let (mut seen, mut read, mut number) = (Vec::new(), Read::Done, 0_usize);
    for element in item::read_list(report, tokens.clone()) {
        match &element {
            Element::Item(item) if !first_time(report, &mut seen, item) => {}
            Element::Item(item) => {
                let example: Option<LitStr> = item.text(report, "10%");
                if example.is_none() {
                    read = Read::Broken;
                }
                // A keyword is written `r#type`, as the field that fills it.
                let name = item.key();
                let name = name.strip_prefix("r#").unwrap_or(&name).to_owned();
                card.examples.extend(example.map(|example| (name, example)));
            }
            Element::Broken { .. } => read = Read::Broken,
            Element::Literal(Lit::Str(example)) => {
                number += 1;
                card.examples.push((number.to_string(), example.clone()));
            }
            Element::Literal(literal) => {
                let diagnostic = Diagnostic::new(literal.span(), "an example is a text");
                report.add(&diagnostic.help("write `examples(percent = \"10%\")`"));
                read = Read::Broken;
            }
        }
    }
    read
}
