//! Sample values.

use super::Findings;
use crate::place::Place;
use crate::rule::Rule;
use crate::text::Placeholder;
use crate::{Examples, PlaceholderName, Text, rule};

/// One sample per placeholder, under the right key, and none too many.
#[inline]
pub(super) fn check(
    findings: &mut Findings,
    text: &Text,
    examples: &Examples,
    place: &Place,
    rule: &'static Rule,
) {
    if wrong_key(findings, text, examples, place) {
        return;
    }
    let names = text.names();
    let missing: Vec<_> = names
        .iter()
        .enumerate()
        .filter(|(rank, name)| sample(examples, *rank, name).is_none_or(str::is_empty))
        .filter_map(|(_, name)| placeholder(text, name))
        .collect();
    for placeholder in &missing {
        let fact = format!("the placeholder `{{{{{}}}}}` has no example", placeholder.authored);
        let fix = "give a sample value";
        findings.add(rule, place.clone().at(placeholder.range.clone()), fact, fix);
    }
    let extra = match examples {
        Examples::Absent => 0,
        Examples::Positional { values, .. } => values.len().saturating_sub(highest(&names)),
        // A sample under a wrong name is one that is missing: one cause.
        Examples::Named(values) => values.len().saturating_sub(names.len()),
    };
    if extra > 0 {
        let fact = format!("{} examples for {} placeholders", examples.count(), names.len());
        findings.add(rule, place.clone(), fact, format!("remove {extra}"));
    }
}

/// The sample of a placeholder. Numbered ones go by rank: a gap in the numbers is a mistake of its own.
#[inline]
fn sample<'a>(examples: &'a Examples, rank: usize, name: &PlaceholderName) -> Option<&'a str> {
    match examples {
        Examples::Absent => None,
        Examples::Positional { values, .. } => values.get(rank)?.as_deref(),
        Examples::Named(values) => {
            values.iter().find(|(key, _)| *key == name.to_string()).map(|(_, value)| value.as_str())
        }
    }
}

/// How many numbered samples the placeholders may have: one each, or one for each number up to the highest.
#[inline]
fn highest(names: &[&PlaceholderName]) -> usize {
    let numbers = names.iter().map(|name| match name {
        PlaceholderName::Number(number) => usize::try_from(*number).unwrap_or(usize::MAX),
        PlaceholderName::Name(_) => 0,
    });
    numbers.max().unwrap_or(0).max(names.len())
}

#[inline]
fn placeholder<'a>(text: &'a Text, name: &PlaceholderName) -> Option<&'a Placeholder> {
    text.placeholders().iter().find(|placeholder| placeholder.name == *name)
}

/// Whether samples by number stand where names are, or the other way round: one cause, however many placeholders.
#[inline]
fn wrong_key(findings: &mut Findings, text: &Text, examples: &Examples, place: &Place) -> bool {
    if text.placeholders().is_empty() {
        return false;
    }
    let (fact, fix) = match examples {
        Examples::Named(_) if numbered(text) => {
            ("numbered placeholders with named examples", format!("put them under `{place}_text`"))
        }
        Examples::Positional { .. } if named(text) => (
            "named placeholders with numbered examples",
            format!("put them under `{place}_text_named_params`"),
        ),
        _ => return false,
    };
    findings.add(&rule::EXAMPLE_FORM, place.clone(), fact, fix);
    true
}

#[inline]
fn numbered(text: &Text) -> bool {
    let number = |placeholder: &Placeholder| matches!(placeholder.name, PlaceholderName::Number(_));
    text.placeholders().iter().all(number)
}

#[inline]
fn named(text: &Text) -> bool {
    let name = |placeholder: &Placeholder| matches!(placeholder.name, PlaceholderName::Name(_));
    text.placeholders().iter().all(name)
}

/// The flat form of `body_text` is refused when it has more than one value.
#[inline]
pub(super) fn check_nesting(findings: &mut Findings, text: &Text, examples: &Examples, place: &Place) {
    // Samples that should not be there at all, or not under this key, are reported as such.
    if named(text) {
        return;
    }
    if let Examples::Positional { values, nested: false } = examples
        && values.len() > 1
    {
        let fact = format!("{} examples stand in a flat list", values.len());
        findings.add(&rule::EXAMPLE_FORM, place.clone(), fact, "put the list into a list: `[[…]]`");
    }
}
