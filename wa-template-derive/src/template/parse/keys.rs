//! The keys of the struct's `#[wa(…)]`.

use syn::{Attribute, Lit, LitStr};

use super::{Written, WrittenHeader, buttons, header};
use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item};
use crate::report::Report;
use crate::suggest;

/// All keys, with the way each is written.
const KEYS: &[(&str, &str)] = &[
    ("name", "name = \"order_update\""),
    ("language", "language = \"en_US\""),
    ("category", "category = \"utility\""),
    ("header", "header = \"Your order {{number}}\""),
    ("body", "body = \"Your order {{number}} has left our warehouse.\""),
    ("footer", "footer = \"Lucky Shrub\""),
    ("buttons", "buttons(quick_reply(\"Yes\"))"),
    ("positional", "positional"),
    ("message_send_ttl_seconds", "message_send_ttl_seconds = 600"),
    ("cta_url_link_tracking_opted_out", "cta_url_link_tracking_opted_out = true"),
    ("allow", "allow(\"body-placeholder-ratio\")"),
    ("crate", "crate = \"path::to::wa_template\""),
];

pub(super) fn read(report: &Report, attributes: &[Attribute]) -> Written {
    let mut written = Written {
        any_attribute: attributes.iter().any(|attribute| attribute.path().is_ident("wa")),
        ..Written::default()
    };
    let mut seen: Vec<String> = Vec::new();
    for element in item::read_attributes(report, attributes) {
        let item = match element {
            Element::Item(item) => item,
            Element::Broken { key, .. } if key == "wa" => {
                written.broken.extend(super::ALL.map(ToOwned::to_owned));
                continue;
            }
            Element::Broken { key, .. } => {
                written.broken.push(key);
                continue;
            }
            Element::Literal(literal) => {
                report.add(
                    &Diagnostic::new(literal.span(), "a value without a key").help("write `body = \"…\"`"),
                );
                continue;
            }
        };
        let key = item.key();
        if seen.contains(&key) && key != "allow" {
            report.add(
                &Diagnostic::new(item.span(), format!("`{key}` is given twice")).help("keep one of them"),
            );
            continue;
        }
        seen.push(key.clone());
        if read_key(report, &mut written, &key, &item).is_none() {
            written.broken.push(key);
        }
    }
    written
}

/// Reads one key. `None` if its value could not be read, which has then been reported.
fn read_key(report: &Report, written: &mut Written, key: &str, item: &Item) -> Option<()> {
    match key {
        "name" => written.name = Some(item.text(report, "order_update")?),
        "language" => written.language = Some(item.text(report, "en_US")?),
        "category" => written.category = Some(item.text(report, "utility")?),
        "header" => written.header = Some(read_header(report, item)?),
        "body" => written.body = Some(item.text(report, "Your order {{number}} has left our warehouse.")?),
        "footer" => written.footer = Some(item.text(report, "Lucky Shrub")?),
        "buttons" => {
            let Form::List(tokens) = &item.form else {
                report.add(
                    &item.wrong_form("`buttons` takes a list").help("write `buttons(quick_reply(\"Yes\"))`"),
                );
                return None;
            };
            written.buttons = Some((item.span(), buttons::read(report, tokens.clone())));
        }
        "positional" => {
            item.word(report);
            written.positional = true;
        }
        "message_send_ttl_seconds" => {
            let (_, _) = item.number::<i64>(report, "a number of seconds", "600")?;
            push_creation_field(written, key, item);
        }
        "cta_url_link_tracking_opted_out" => {
            if !matches!(item.form, Form::Value(Lit::Bool(_))) {
                report.add(&item.wrong_form(format!("`{key}` takes `true` or `false`")));
                return None;
            }
            push_creation_field(written, key, item);
        }
        "allow" => written.allow.extend(read_allow(report, item)?),
        "crate" => written.crate_path = Some(item.path_in_text(report)?),
        _ => {
            let keys: Vec<_> = KEYS.iter().map(|(key, _)| *key).collect();
            let meant = suggest::similar(key, keys.iter().copied());
            let help = match meant.and_then(|meant| KEYS.iter().find(|(key, _)| *key == meant)) {
                Some((_, syntax)) => format!("did you mean `{syntax}`?"),
                None => format!("known keys: {}", suggest::list(&keys)),
            };
            report.add(&Diagnostic::over(&item.path, format!("unknown key `{key}`")).help(help));
            // What was meant is not missing as well.
            written.broken.extend(meant.map(ToOwned::to_owned));
            return None;
        }
    }
    Some(())
}

fn push_creation_field(written: &mut Written, key: &str, item: &Item) {
    if let Form::Value(literal) = &item.form {
        written.creation_fields.push((key.to_owned(), literal.clone()));
    }
}

fn read_header(report: &Report, item: &Item) -> Option<WrittenHeader> {
    match &item.form {
        Form::Value(Lit::Str(text)) => Some(WrittenHeader::Text(text.clone())),
        Form::List(tokens) => header::read(report, item, tokens.clone()),
        Form::Value(_) | Form::Word => {
            report.add(
                &item
                    .wrong_form("`header` takes a text or a kind")
                    .help("write `header = \"Your order\"` or `header(image)`"),
            );
            None
        }
    }
}

fn read_allow(report: &Report, item: &Item) -> Option<Vec<LitStr>> {
    let Form::List(tokens) = &item.form else {
        report.add(
            &item.wrong_form("`allow` takes rule ids").help("write `allow(\"body-placeholder-ratio\")`"),
        );
        return None;
    };
    let mut rules = Vec::new();
    for element in item::read_list(report, tokens.clone()) {
        match element {
            Element::Literal(Lit::Str(rule)) => rules.push(rule),
            Element::Broken { .. } => {}
            other => report.add(
                &Diagnostic::new(other.span(), "`allow` takes rule ids as texts")
                    .help("write `allow(\"body-placeholder-ratio\")`"),
            ),
        }
    }
    Some(rules)
}
