//! The keys of the struct's `#[wa(…)]`.

use proc_macro2::TokenTree;
use syn::Attribute;

use super::section::Read;
use super::{Written, cards, header, special, translation};
use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item, Lit, LitStr};
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
    ("carousel", "carousel(card(header(image), buttons(quick_reply(\"More\"))))"),
    ("limited_time_offer", "limited_time_offer(\"Expiring offer!\", has_expiration)"),
    ("authentication", "authentication(security_recommendation, code_expiration_minutes = 10)"),
    ("call_permission_request", "call_permission_request"),
    ("order_status", "order_status"),
    ("display_format", "display_format = \"ORDER_DETAILS\""),
    ("positional", "positional"),
    ("translation", "translation(\"es\", body = \"Su pedido ha salido.\")"),
    ("definition", "definition = \"templates/order_update/en.json\""),
    ("languages", "languages(\"en\", \"es\")"),
    ("message_send_ttl_seconds", "message_send_ttl_seconds = 600"),
    ("cta_url_link_tracking_opted_out", "cta_url_link_tracking_opted_out = true"),
    ("allow", "allow(\"body-placeholder-ratio\")"),
    ("crate", "crate = \"path::to::wa_template\""),
];

/// What the platform's JSON has, and where it stands here.
const ELSEWHERE: &[(&[&str], &str)] = &[
    (&["example", "examples"], "a sample stands on the field: `#[wa(example = \"…\")]`"),
    (&["components"], "`header`, `body`, `footer` and `buttons` stand in `wa(…)` itself: `body = \"…\"`"),
    (
        &["parameters", "params", "variables"],
        "remove it: the values are the fields of the struct, each named like its placeholder",
    ),
    (&["parameter_format"], "remove it: names are read as names; `positional` sends them as numbers"),
];

/// Keys that may be given more than once.
const REPEATABLE: &[&str] = &["allow", "translation"];

/// Whether an attribute of another name has keys of a template: `#[template(language = "en", …)]`.
fn is_meant(attribute: &Attribute) -> bool {
    let is_key = |token: TokenTree| matches!(token, TokenTree::Ident(key) if ["language", "category", "body"].iter().any(|known| key == known));
    let list = attribute.meta.require_list();
    !item::is_ours(attribute) && list.is_ok_and(|list| list.tokens.clone().into_iter().any(is_key))
}

pub(super) fn read(report: &Report, attributes: &[Attribute]) -> Written {
    let mut written = Written {
        any_attribute: attributes.iter().any(item::is_ours),
        misnamed: attributes.iter().find(|attribute| is_meant(attribute)).map(|other| other.path().clone()),
        ..Written::default()
    };
    let mut seen: Vec<String> = Vec::new();
    for element in item::read_attributes(report, attributes, "language = \"en\", body = \"…\"") {
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
                // It may be that of any key which is missing.
                written.broken.extend(super::ALL.map(ToOwned::to_owned));
                continue;
            }
        };
        let key = item.key();
        if seen.contains(&key) && !KEYS.iter().any(|(known, _)| *known == key) {
            // Unknown for the second time: once is enough.
            continue;
        }
        if seen.contains(&key) && !REPEATABLE.contains(&key.as_str()) {
            report.add(
                &Diagnostic::new(item.span(), format!("`{key}` is given twice")).help("keep one of them"),
            );
            continue;
        }
        seen.push(key.clone());
        written.keys.push((key.clone(), item.span()));
        if read_key(report, &mut written, &key, &item).is_none() {
            written.broken.push(key);
        }
    }
    let names = || KEYS.iter().map(|(key, _)| *key);
    let is_unknown =
        |key: &String| !names().any(|known| known == key) && suggest::key(key, names()).is_none();
    if seen.iter().any(is_unknown) {
        // A key of unknown meaning may be any of those that are missing.
        let missing =
            ["language", "category", "body"].into_iter().filter(|key| !seen.iter().any(|seen| seen == key));
        written.broken.extend(missing.map(ToOwned::to_owned));
    }
    written
}

/// Reads one key. `None` if its value could not be read, which has then been reported.
fn read_key(report: &Report, written: &mut Written, key: &str, item: &Item) -> Option<()> {
    match written.section.read_key(report, key, item) {
        Read::Done => return Some(()),
        Read::Broken => return None,
        Read::Unknown => {}
    }
    match key {
        "name" => written.name = Some(item.text(report, "order_update")?),
        "language" => written.language = Some(item.text(report, "en_US")?),
        "category" => written.category = Some(item.text(report, "utility")?),
        "carousel" => written.carousel = Some(cards::read(report, item)?),
        "limited_time_offer" => written.limited_time_offer = Some(special::limited_time_offer(report, item)?),
        "authentication" => written.authentication = Some(special::authentication(report, item)?),
        "call_permission_request" => {
            item.word(report);
            written.call_permission_request = true;
        }
        "order_status" => {
            item.word(report);
            written.order_status = Some(item.span());
        }
        "display_format" => {
            item.text(report, "ORDER_DETAILS")?;
            push_creation_field(written, key, item);
        }
        "translation" => written.translations.push(translation::read(report, item)?),
        "definition" => written.definition = Some(item.text(report, "templates/order_update/en.json")?),
        "languages" => {
            written.languages = read_texts(report, item, "language codes", "languages(\"en\", \"es\")")?;
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
                let diagnostic = item.wrong_form(format!("`{key}` takes `true` or `false`"));
                report.add(&diagnostic.help(format!("write `{key} = true`")));
                return None;
            }
            push_creation_field(written, key, item);
        }
        "allow" => {
            let syntax = "allow(\"body-placeholder-ratio\")";
            written.allow.extend(read_texts(report, item, "rules", syntax)?);
        }
        "crate" => written.crate_path = Some(item.path_in_text(report)?),
        _ => {
            let elsewhere = ELSEWHERE.iter().find(|(keys, _)| keys.contains(&key)).map(|(_, help)| *help);
            let meant = suggest::key(key, KEYS.iter().map(|(key, _)| *key)).filter(|_| elsewhere.is_none());
            let help = match elsewhere {
                Some(help) => help.to_owned(),
                None if header::KINDS.contains(&key) => format!("write `header({key})`"),
                None => suggest::syntax(key, "known keys", KEYS),
            };
            // Behind a text without a comma there may be more of the text.
            if !item.lacks_comma {
                report.add(&Diagnostic::over(&item.path, format!("unknown key `{key}`")).help(help));
            }
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

/// A list of texts.
fn read_texts(report: &Report, item: &Item, what: &str, syntax: &str) -> Option<Vec<LitStr>> {
    let key = item.key();
    let Form::List(tokens) = &item.form else {
        report.add(&item.wrong_form(format!("`{key}` takes {what}")).help(format!("write `{syntax}`")));
        return None;
    };
    let mut texts = Vec::new();
    for element in item::read_list(report, tokens.clone()) {
        match element {
            Element::Literal(Lit::Str(text)) => texts.push(text),
            Element::Broken { .. } => return None,
            other => {
                let diagnostic = Diagnostic::new(other.span(), format!("`{key}` takes {what} as texts"));
                report.add(&diagnostic.help(format!("write `{syntax}`")));
                return None;
            }
        }
    }
    if tokens.is_empty() {
        report.add(&item.wrong_form(format!("`{key}()` names no {what}")).help(format!("write `{syntax}`")));
        return None;
    }
    Some(texts)
}
