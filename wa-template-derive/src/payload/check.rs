//! Payloads can be sent, and each comes back as the variant that sent it.

use syn::ext::IdentExt;
use wa_template_definition::name::snake_case;
use wa_template_definition::{Part, Place, limits, value};

use super::parse::Answer;
use crate::diagnostic::Diagnostic;
use crate::report::Report;

pub(super) fn check(report: &Report, answers: &[Answer<'_>]) {
    for (index, answer) in answers.iter().enumerate() {
        if let Some(diagnostic) = cannot_be_sent(answer) {
            report.add(&diagnostic);
            continue;
        }
        let mut earlier = answers.iter().take(index);
        if let Some(diagnostic) = earlier.find_map(|earlier| ambiguous(earlier, answer)) {
            report.add(&diagnostic);
        }
    }
}

/// A payload that the platform refuses whatever value follows.
fn cannot_be_sent(answer: &Answer<'_>) -> Option<Diagnostic> {
    // A colon alone would hide that nothing was written.
    let counted = if answer.text().is_empty() { String::new() } else { answer.fixed() };
    let violation = value::payload(&counted, &Place::new(Part::Button(0)))?;
    let limit = limits::QUICK_REPLY_PAYLOAD;
    let help = match (answer.is_exact(), answer.value) {
        (true, None) => format!("send a text of 1 to {limit} characters"),
        (true, Some(_)) => {
            format!("write a text of 1 to {} characters: `:` and the value follow", limit - 1)
        }
        (false, _) => "give the variant a short one: `#[wa(payload = \"…\")]`".to_owned(),
    };
    Some(Diagnostic::new(answer.text_span(), violation.fact()).help(help))
}

/// Two variants from which the same payload could come.
fn ambiguous(one: &Answer<'_>, other: &Answer<'_>) -> Option<Diagnostic> {
    let (one_text, other_text) = (one.fixed(), other.fixed());
    if one_text == other_text && one.value.is_some() == other.value.is_some() {
        Some(same(one, other))
    } else if other.value.is_some() && one_text.starts_with(&other_text) {
        Some(mistaken(one, other))
    } else if one.value.is_some() && other_text.starts_with(&one_text) {
        Some(mistaken(other, one))
    } else {
        None
    }
}

fn same(one: &Answer<'_>, other: &Answer<'_>) -> Diagnostic {
    let what = if one.value.is_some() { "the same text before the value:" } else { "the same payload" };
    let fact = format!("`{}` and `{}` have {what} `{}`", one.ident(), other.ident(), one.fixed());
    // The text that somebody wrote is the one to change.
    let at = if other.is_exact() || !one.is_exact() { other } else { one };
    let apart = format!("{}-2", one.text());
    Diagnostic::new(at.text_span(), fact)
        .help(format!("give one of them another: `#[wa(payload = {apart:?})]`"))
}

/// What `narrow` sends could also be a value of `wide`.
fn mistaken(narrow: &Answer<'_>, wide: &Answer<'_>) -> Diagnostic {
    let (payload, begins) = (narrow.fixed(), wide.fixed());
    let value = if narrow.value.is_some() { "…" } else { "" };
    let fact = format!("payload `{payload}{value}` could be `{}` or `{}`", narrow.ident(), wide.ident());
    let rest = payload.strip_prefix(&begins).unwrap_or_default().trim_end_matches(':');
    // The text that somebody wrote is the one to change.
    let (at, end) = match (narrow.is_exact(), rest) {
        (false, _) => (wide, snake_case(&wide.ident().unraw().to_string())),
        (true, "") => (narrow, "2".to_owned()),
        (true, rest) => (narrow, rest.to_owned()),
    };
    let apart = format!("{}-{end}", wide.text());
    Diagnostic::new(at.text_span(), fact)
        .help(format!("give `{}` another: `#[wa(payload = {apart:?})]`", at.ident()))
        .note(format!("`{}` takes every payload that begins with `{begins}`", wide.ident()))
}
