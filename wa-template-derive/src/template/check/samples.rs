//! Samples: those of placeholders stand on the fields that fill them, those of cards in the cards.

use wa_template_definition::Violation;

use super::{Language, diagnostic, kinds, located, placeholder_at, with_allow};
use crate::diagnostic::Diagnostic;
use crate::report::Report;
use crate::template::parse::WrittenField;

/// A missing sample belongs to the field that fills the placeholder. One field may fill several: one error.
pub(super) fn example(
    report: &Report,
    model: &Language<'_>,
    violation: &Violation,
    told: &mut Vec<(String, Diagnostic)>,
) {
    let part = violation.place().part();
    let placeholder = violation.place().range().and_then(|range| {
        let placeholder = placeholder_at(model.definition.text_at(violation.place())?, range.start)?;
        Some(placeholder.authored.clone())
    });
    let Some(authored) = placeholder else {
        report.add(&diagnostic(model, violation));
        return;
    };
    if let Some(card) = violation.place().card() {
        if kinds::sample_is_explained(model, card, &authored) {
            return;
        }
        if let Some(empty) = kinds::empty_sample(model, card, &authored) {
            let diagnostic = Diagnostic::new(empty.span(), format!("the example of `{authored}` is empty"));
            let help = "write a value as a customer would read it";
            report.add(&with_allow(diagnostic.help(help), violation));
            return;
        }
        let Some(help) = kinds::all_samples(model, card, &authored) else { return };
        report.add(&with_allow(located(model, violation).help(help), violation));
        return;
    }
    // Without a field the placeholder is reported for that.
    let Some(field) = model.source.fields_of(part, &authored).next() else {
        return;
    };
    missing_example(field, violation, told);
}

pub(super) fn missing_example(
    field: &WrittenField,
    violation: &Violation,
    told: &mut Vec<(String, Diagnostic)>,
) {
    let ident = &field.ident;
    if field.broken || told.iter().any(|(name, _)| ident == name) {
        return;
    }
    let (span, fact) = match &field.example {
        Some(example) => (example.span(), format!("the example of field `{ident}` is empty")),
        None => (ident.span(), format!("field `{ident}` has no example")),
    };
    let diagnostic = Diagnostic::new(span, fact)
        .help("add `#[wa(example = \"…\")]` with a value as a customer would read it")
        .note("the platform wants a sample of every placeholder when the template is created");
    told.push((ident.to_string(), with_allow(diagnostic, violation)));
}
