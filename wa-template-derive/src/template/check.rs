//! Model + rules → errors at tokens. The rules themselves are asked from `wa-template-definition`.

use wa_template_definition::rule::{self, BODY_EXAMPLE, BODY_MISSING, BUTTON_URL_EXAMPLE, BUTTONS_GROUPING};
use wa_template_definition::rule::{EXAMPLE_FORM, HEADER_EXAMPLE};
use wa_template_definition::text::Placeholder;
use wa_template_definition::{Part, Text, Violation};

use super::model::Model;
use super::parse::WrittenField;
use crate::diagnostic::Diagnostic;
use crate::literal::{self, Located};
use crate::report::Report;
use crate::suggest;

/// Reports everything that the platform would refuse about this template, but for what `allow` silences.
pub(crate) fn rules(report: &Report, model: &Model) {
    let allowed = allowed(report, model);
    let mut without_example: Vec<String> = Vec::new();
    let mut silenced = Vec::new();
    for violation in model.definition.validate() {
        let rule = violation.rule();
        if allowed.contains(&rule) {
            silenced.push(rule);
            continue;
        }
        if !violation.is_error() || follows_from_another(model, &violation) {
            continue;
        }
        if [&BODY_EXAMPLE, &HEADER_EXAMPLE, &BUTTON_URL_EXAMPLE, &EXAMPLE_FORM].iter().any(|of| of.id == rule)
        {
            example(report, model, &violation, &mut without_example);
        } else {
            report.add(&diagnostic(model, &violation));
        }
    }
    for literal in &model.source.written.allow {
        let id = literal.value();
        if allowed.contains(&id.as_str()) && !silenced.contains(&id.as_str()) {
            let fact = format!("`allow(\"{id}\")` silences nothing: the template keeps that rule");
            report.add(&Diagnostic::new(literal.span(), fact).help("remove it"));
        }
    }
}

/// The rules that this template silences. Unknown ones and those that may not be silenced are reported.
fn allowed(report: &Report, model: &Model) -> Vec<&'static str> {
    let mut allowed: Vec<&'static str> = Vec::new();
    for literal in &model.source.written.allow {
        let id = literal.value();
        match rule::find(&id) {
            Some(rule) if allowed.contains(&rule.id) => {
                report.error(literal.span(), format!("`{id}` is allowed twice"));
            }
            Some(rule) if rule.allowable => allowed.push(rule.id),
            Some(_) => report.add(
                &Diagnostic::new(literal.span(), format!("the rule `{id}` cannot be silenced"))
                    .note("no template that breaks it can be sent"),
            ),
            None => {
                let ids: Vec<_> =
                    rule::RULES.iter().filter(|rule| rule.allowable).map(|rule| rule.id).collect();
                let meant = suggest::similar(&id, ids.iter().copied());
                let help = meant.map_or_else(
                    || format!("rules that can be silenced: {}", suggest::list(&ids)),
                    |meant| format!("did you mean `{meant}`?"),
                );
                report.add(&Diagnostic::new(literal.span(), format!("unknown rule `{id}`")).help(help));
            }
        }
    }
    allowed
}

/// Whether another error already says what this violation says.
fn follows_from_another(model: &Model, violation: &Violation) -> bool {
    let written = &model.source.written;
    match violation.place().part() {
        Part::Body if violation.rule() == BODY_MISSING.id => written.is_broken("body"),
        Part::Language => written.is_broken("language"),
        Part::Category => written.is_broken("category"),
        // Of a button that could not be read nobody knows to which group it belongs.
        _ if violation.rule() == BUTTONS_GROUPING.id => !model.complete,
        _ => false,
    }
}

/// The violation as a compile error, at the smallest token.
fn diagnostic(model: &Model, violation: &Violation) -> Diagnostic {
    let part = violation.place().part();
    let located = match (model.source.literal(part), violation.place().range()) {
        (Some(literal), Some(range)) => literal::locate(literal, &range),
        _ => Located { span: model.source.span(part), place: None },
    };
    let diagnostic =
        Diagnostic::new(located.span, violation.fact()).place(located.place).help(violation.fix());
    with_allow(diagnostic, violation)
}

fn with_allow(diagnostic: Diagnostic, violation: &Violation) -> Diagnostic {
    if violation.details().allowable {
        let rule = violation.rule();
        return diagnostic.note(format!("if the template is approved as it is: `allow(\"{rule}\")`"));
    }
    diagnostic
}

/// A missing sample belongs to the field that fills the placeholder. One field may fill several: one error.
fn example(report: &Report, model: &Model, violation: &Violation, reported: &mut Vec<String>) {
    let part = violation.place().part();
    let placeholder = violation.place().range().and_then(|range| {
        let placeholder = placeholder_at(model.definition.text(part)?, range.start)?;
        Some(placeholder.authored.clone())
    });
    let Some(authored) = placeholder else {
        report.add(&diagnostic(model, violation));
        return;
    };
    // Without a field the placeholder is reported for that.
    let Some(field) = model.source.fields_of(part, &authored).next() else {
        return;
    };
    if field.broken || reported.contains(&field.ident.to_string()) {
        return;
    }
    reported.push(field.ident.to_string());
    report.add(&missing_example(field, violation));
}

fn missing_example(field: &WrittenField, violation: &Violation) -> Diagnostic {
    let ident = &field.ident;
    let (span, fact) = match &field.example {
        Some(example) => (example.span(), format!("the example of field `{ident}` is empty")),
        None => (ident.span(), format!("field `{ident}` has no example")),
    };
    let diagnostic = Diagnostic::new(span, fact)
        .help("add `#[wa(example = \"…\")]` with a value as a customer would read it")
        .note("the platform wants a sample of every placeholder when the template is created");
    with_allow(diagnostic, violation)
}

fn placeholder_at(text: &Text, start: usize) -> Option<&Placeholder> {
    text.placeholders().iter().find(|placeholder| placeholder.range.start == start)
}
