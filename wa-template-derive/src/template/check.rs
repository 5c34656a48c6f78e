//! Model + rules → errors at tokens. The rules themselves are asked from `wa-template-definition`.

pub(crate) mod files;
mod kinds;
mod samples;
mod translations;

use wa_template_definition::rule::{
    self, BODY_EXAMPLE, BODY_MISSING, BUTTON_URL_EXAMPLE, BUTTONS_GROUPING, Rule,
};
use wa_template_definition::rule::{
    AUTHENTICATION_CONTENT, BODY_PLACEHOLDER_GAP, BUTTON_COUPON_EXAMPLE, BUTTON_PAYMENT_EXAMPLE,
    BUTTON_PAYMENT_KIND, BUTTON_URL_FORMAT, BUTTON_URL_PLACEHOLDER, BUTTONS_ALONE, BUTTONS_EMPTY,
    BUTTONS_KIND_ONCE, BUTTONS_TOO_MANY, BUTTONS_TOO_MANY_OF_KIND, CAROUSEL_CARD_BUTTONS,
    CAROUSEL_CARD_COUNT, CAROUSEL_CARDS_ALIKE, EXAMPLE_FORM, HEADER_EMPTY, HEADER_EXAMPLE,
    HEADER_PLACEHOLDER_GAP, LIMITED_TIME_OFFER_BUTTONS, LIMITED_TIME_OFFER_FOOTER, LIMITED_TIME_OFFER_HEADER,
    PLACEHOLDER_BRACES, PLACEHOLDER_MIXED,
};
use wa_template_definition::text::Placeholder;
use wa_template_definition::{Definition, Part, Place, Text, Violation};

use super::model::{Model, Source};
use crate::diagnostic::Diagnostic;
use crate::literal::{self, Located};
use crate::report::Report;
use crate::suggest;

/// Reports everything that the platform would refuse about this template, in each of its languages, but for what
/// `allow` silences.
pub(crate) fn rules(report: &Report, model: &Model) -> Checked {
    let allowed = allowed(report, model);
    let mut told = Told::default();
    let first = Language { definition: &model.definition, source: &model.source, complete: model.complete };
    language(report, &first, &allowed, &mut told, |_, _| true);
    kinds::authentication(report, &first);
    let faulty = told.checked.faulty;
    if !faulty && let Some(mismatch) = model.translations.iter().find_map(|other| other.mismatches.first()) {
        report.add(mismatch);
    }
    for translation in &model.translations {
        let complete = model.complete && translation.is_complete;
        let further = Language { definition: &translation.definition, source: &translation.source, complete };
        let of_its_own = |rule: &str, place: &Place| {
            // What an offer may not have is no question of its language.
            let inherited = [LIMITED_TIME_OFFER_HEADER.id, LIMITED_TIME_OFFER_FOOTER.id].contains(&rule)
                && first.breaks(rule);
            let lacks = [HEADER_PLACEHOLDER_GAP.id, BODY_PLACEHOLDER_GAP.id].contains(&rule)
                && translations::is_lacking_number(model, &further, place);
            // Buttons of other kinds than those of the first language are told as such, and what its cards lack is.
            let grouped = rule == BUTTONS_GROUPING.id && translations::is_of_other_kinds(model, translation);
            let sampled = place.card().is_some() && first.breaks(rule);
            let told = inherited
                || lacks
                || grouped
                || sampled && [BODY_EXAMPLE.id, BUTTON_URL_EXAMPLE.id].contains(&rule)
                || stands_at_a_stranger(model, &further, place);
            translation.owns(place) && !told
        };
        told.checked.faulty = faulty;
        language(report, &further, &allowed, &mut told, of_its_own);
        let addresses = first.breaks(BUTTON_URL_PLACEHOLDER.id) || further.breaks(BUTTON_URL_PLACEHOLDER.id);
        if complete && !told.checked.faulty && !addresses {
            let later = translations::same_slots(report, model, translation);
            told.checked.later.extend(later);
        }
        told.checked.faulty |= faulty;
    }
    told.checked.later.extend(kinds::samples_of_nothing(&first));
    for literal in &model.source.written.allow {
        let id = literal.value();
        if allowed.contains(&id.as_str()) && !told.silenced.contains(&id.as_str()) {
            let fact = format!("`allow(\"{id}\")` silences nothing: the template keeps that rule");
            told.checked.later.push(Diagnostic::new(literal.span(), fact).help("remove it"));
        }
    }
    told.checked
}

/// What the rules leave to those who come after.
#[derive(Default)]
pub(crate) struct Checked {
    /// Whether a part is missing or not what it should be: what the fields lack may follow from that.
    pub(crate) faulty: bool,
    /// Fields without a sample, by their names: it may be no sample that they lack.
    pub(crate) samples: Vec<(String, Diagnostic)>,
    /// What is said if nothing else is: it may follow from anything.
    pub(crate) later: Vec<Diagnostic>,
}

/// Rules that speak of what is missing, too much, or no text: fields may have been meant for it.
const OF_PARTS: &[&Rule] = &[
    &HEADER_EMPTY,
    &HEADER_PLACEHOLDER_GAP,
    &BODY_MISSING,
    &BODY_PLACEHOLDER_GAP,
    &PLACEHOLDER_BRACES,
    &PLACEHOLDER_MIXED,
    &BUTTONS_EMPTY,
    &BUTTONS_TOO_MANY,
    &BUTTONS_TOO_MANY_OF_KIND,
    &BUTTONS_KIND_ONCE,
    &BUTTONS_ALONE,
    &BUTTON_URL_FORMAT,
    &BUTTON_PAYMENT_KIND,
    &LIMITED_TIME_OFFER_BUTTONS,
    &LIMITED_TIME_OFFER_HEADER,
    &AUTHENTICATION_CONTENT,
    &CAROUSEL_CARD_COUNT,
    &CAROUSEL_CARD_BUTTONS,
    &CAROUSEL_CARDS_ALIKE,
];

/// Whether a place is a placeholder that the first language does not have: said as such, and nothing else about it.
fn stands_at_a_stranger(model: &Model, further: &Language<'_>, place: &Place) -> bool {
    let placeholder =
        place.range().and_then(|range| placeholder_at(further.definition.text_at(place)?, range.start));
    let text = model.definition.text_at(&without_range(place));
    placeholder.is_some_and(|placeholder| {
        let known =
            |text: &Text| text.placeholders().iter().any(|other| other.authored == placeholder.authored);
        matches!(place.part(), Part::Header | Part::Body) && !text.is_some_and(known)
    })
}

fn without_range(place: &Place) -> Place {
    let whole = Place::new(place.part());
    place.card().map_or(whole.clone(), |card| whole.in_card(card))
}

/// A template in one language, with the tokens behind it.
struct Language<'m> {
    definition: &'m Definition,
    source: &'m Source,
    complete: bool,
}

impl Language<'_> {
    fn breaks(&self, rule: &str) -> bool {
        self.definition.validate().iter().any(|violation| violation.rule() == rule)
    }
}

/// What was said already.
#[derive(Default)]
struct Told {
    checked: Checked,
    silenced: Vec<&'static str>,
}

fn language(
    report: &Report,
    model: &Language<'_>,
    allowed: &[&'static str],
    told: &mut Told,
    owns: impl Fn(&str, &Place) -> bool,
) {
    // The platform has taken an approved template as it is, whatever its rules have become since.
    let status = model.definition.field("status").and_then(|status| status.as_str());
    let approved = status.is_some_and(|status| status.eq_ignore_ascii_case("APPROVED"));
    let mut violations = model.definition.validate();
    violations.retain(|violation| {
        let rule = violation.rule();
        if allowed.contains(&rule) {
            told.silenced.push(rule);
            return false;
        }
        let unread = model.source.written.is_broken("allow");
        let silent = !violation.is_error() || (approved || unread) && violation.details().allowable;
        !silent && owns(rule, violation.place()) && !follows_from_another(model, violation)
    });
    kinds::keep_causes(&mut violations);
    let of_parts = |violation: &Violation| OF_PARTS.iter().any(|rule| rule.id == violation.rule());
    told.checked.faulty |= violations.iter().any(of_parts);
    if model.source.file().is_some() {
        in_file_alone(report, model, &violations, &mut told.checked);
        return;
    }
    for violation in &violations {
        if is_about_sample(violation) {
            samples::example(report, model, violation, &mut told.checked.samples);
        } else if ![&BUTTON_COUPON_EXAMPLE, &BUTTON_PAYMENT_EXAMPLE]
            .iter()
            .any(|of| of.id == violation.rule())
            || !kinds::example_of_value(model, violation, &mut told.checked.samples)
        {
            report.add(&diagnostic(model, violation));
        }
    }
}

/// Violations of a template that stands in a file, samples included: one wrong key has many consequences.
fn in_file_alone(report: &Report, model: &Language<'_>, violations: &[Violation], told: &mut Checked) {
    let (samples, others): (Vec<_>, Vec<_>) =
        violations.iter().partition(|violation| is_about_sample(violation));
    if others.is_empty() {
        let mut parts: Vec<Place> = Vec::new();
        for violation in samples {
            let part = without_range(violation.place());
            if !parts.contains(&part) {
                parts.push(part);
                told.later.push(diagnostic(model, violation));
            }
        }
    }
    told.faulty |= !others.is_empty();
    for violation in others {
        report.add(&diagnostic(model, violation));
    }
}

fn is_about_sample(violation: &Violation) -> bool {
    let rules = [&BODY_EXAMPLE, &HEADER_EXAMPLE, &BUTTON_URL_EXAMPLE, &EXAMPLE_FORM];
    rules.iter().any(|rule| rule.id == violation.rule())
}

/// The rules that this template silences. Unknown ones and those that may not be silenced are reported.
fn allowed(report: &Report, model: &Model) -> Vec<&'static str> {
    let mut allowed: Vec<&'static str> = Vec::new();
    for literal in &model.source.written.allow {
        let id = literal.value();
        match rule::find(&id) {
            Some(rule) if allowed.contains(&rule.id) => {
                let diagnostic = Diagnostic::new(literal.span(), format!("`{id}` is allowed twice"));
                report.add(&diagnostic.help("keep one of them"));
            }
            Some(rule) if rule.allowable => allowed.push(rule.id),
            Some(_) => report.add(
                &Diagnostic::new(literal.span(), format!("the rule `{id}` cannot be silenced"))
                    .help("remove it, and mend what breaks the rule")
                    .note("no template that breaks it can be sent"),
            ),
            None => {
                let ids: Vec<_> =
                    rule::RULES.iter().filter(|rule| rule.allowable).map(|rule| rule.id).collect();
                // What was meant is silent all the same: one mistake, one error.
                match suggest::similar(&id, ids.iter().copied()) {
                    Some(meant) => allowed.push(meant),
                    None => allowed.extend(ids.iter().copied()),
                }
                let help = suggest::help(&id, "rules that can be silenced", &ids);
                report.add(&Diagnostic::new(literal.span(), format!("unknown rule `{id}`")).help_if(help));
            }
        }
    }
    allowed
}

/// Whether another error already says what this violation says.
fn follows_from_another(model: &Language<'_>, violation: &Violation) -> bool {
    let written = &model.source.written;
    if kinds::follows_from_another(model, violation) {
        return true;
    }
    match violation.place().part() {
        Part::Body if violation.rule() == BODY_MISSING.id => {
            written.is_broken("body") || written.is_broken("definition")
        }
        Part::Language => written.is_broken("language"),
        Part::Category => written.is_broken("category"),
        // Of a button that could not be read nobody knows to which group it belongs.
        _ if violation.rule() == BUTTONS_GROUPING.id => !model.complete,
        _ => false,
    }
}

/// The violation as a compile error, at the smallest token.
fn diagnostic(model: &Language<'_>, violation: &Violation) -> Diagnostic {
    let help = match model.source.file() {
        Some(_) => files::fix(model.definition, violation),
        None => kinds::suggestion(model, violation)
            .or_else(|| kinds::fix(model, violation).map(ToOwned::to_owned)),
    };
    let help = help.unwrap_or_else(|| violation.fix().to_owned());
    with_allow(located(model, violation).help(help), violation)
}

fn located(model: &Language<'_>, violation: &Violation) -> Diagnostic {
    let fact = match model.source.file() {
        Some(_) => format!("{}: {}", violation.place(), violation.fact()),
        None => kinds::fact(model, violation).unwrap_or_else(|| violation.fact().to_owned()),
    };
    if let Some(sample) = kinds::sample_of_button(model, violation) {
        return Diagnostic::new(sample.span(), fact);
    }
    if let Some(span) = kinds::argument(model, violation) {
        return Diagnostic::new(span, fact);
    }
    at(model, violation.place(), in_file(model.source, fact))
}

/// An error at a place of the template.
fn at(model: &Language<'_>, place: &Place, fact: String) -> Diagnostic {
    let located = match (model.source.literal(place), place.range()) {
        (Some(literal), Some(range)) => literal::locate(literal, &range),
        _ => Located { span: model.source.span(place), place: None },
    };
    Diagnostic::new(located.span, fact).place(located.place)
}

/// What is said of a text that stands in a file names the file.
fn in_file(source: &Source, fact: String) -> String {
    match source.file() {
        Some(file) => format!("`{file}`: {fact}"),
        None => fact,
    }
}

fn with_allow(diagnostic: Diagnostic, violation: &Violation) -> Diagnostic {
    if violation.details().allowable {
        let rule = violation.rule();
        return diagnostic.note(format!("if the template is approved as it is: `allow(\"{rule}\")`"));
    }
    diagnostic
}

fn placeholder_at(text: &Text, start: usize) -> Option<&Placeholder> {
    text.placeholders().iter().find(|placeholder| placeholder.range.start == start)
}
