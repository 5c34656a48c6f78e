//! What holds for the placeholders of every text.

use super::Findings;
use crate::name::nearest;
use crate::place::{Part, Place};
use crate::rule::Rule;
use crate::text::{FaultKind, Placeholder};
use crate::{Definition, ParameterFormat, PlaceholderName, Text, limits, rule};

#[inline]
pub(super) fn check_text(findings: &mut Findings, text: &Text, place: &Place) {
    check_braces(findings, text, place);
    adjacent(findings, text, place);
    order(findings, text, place);
    names(findings, text, place);
}

#[inline]
pub(super) fn check_braces(findings: &mut Findings, text: &Text, place: &Place) {
    for fault in text.faults() {
        let found = &text.authored()[fault.range.clone()];
        // What stands between the outer braces, further braces included.
        let name =
            found.strip_prefix("{{").and_then(|found| found.strip_suffix("}}")).unwrap_or(found).trim();
        let (rule, fact, fix) = match fault.kind {
            FaultKind::Unclosed => (
                &rule::PLACEHOLDER_BRACES,
                "`{{` is never closed".to_owned(),
                "close it with `}}`".to_owned(),
            ),
            FaultKind::Unopened => {
                (&rule::PLACEHOLDER_BRACES, "`}}` closes nothing".to_owned(), "open it with `{{`".to_owned())
            }
            FaultKind::Empty => (
                &rule::PLACEHOLDER_BRACES,
                format!("`{found}` has no name"),
                "write a name between the braces: `{{name}}`".to_owned(),
            ),
            FaultKind::Blank => (
                &rule::PLACEHOLDER_BLANK,
                format!("`{found}` has blanks inside the braces"),
                format!("write `{{{{{name}}}}}`"),
            ),
            FaultKind::Name => (
                &rule::PLACEHOLDER_NAME,
                format!("`{name}` is not a placeholder name"),
                format!("use lower-case letters, digits and underscores: `{{{{{}}}}}`", as_name(name)),
            ),
            #[expect(unreachable_patterns, reason = "the enum is open for users of this crate")]
            _ => continue,
        };
        findings.add(rule, place.clone().at(fault.range.clone()), fact, fix);
    }
}

/// The nearest allowed name: one that is no number and does not begin like one.
#[inline]
fn as_name(name: &str) -> String {
    let nearest = nearest(name, "name");
    let trimmed = nearest.trim_start_matches(|char: char| char.is_ascii_digit() || char == '_');
    if trimmed.is_empty() { "name".to_owned() } else { trimmed.to_owned() }
}

#[inline]
fn adjacent(findings: &mut Findings, text: &Text, place: &Place) {
    for pair in text.placeholders().windows(2) {
        let [first, second] = pair else { continue };
        if text.authored()[first.range.end..second.range.start].trim().is_empty() {
            let fact =
                format!("`{{{{{}}}}}` and `{{{{{}}}}}` stand side by side", first.authored, second.authored);
            let fix = "write a word between them";
            findings.add(&rule::PLACEHOLDER_ADJACENT, place.clone().at(second.range.clone()), fact, fix);
        }
    }
}

#[inline]
fn order(findings: &mut Findings, text: &Text, place: &Place) {
    let mut seen: Vec<&Placeholder> = Vec::new();
    for placeholder in text.placeholders() {
        let name = &placeholder.name;
        let fact = if seen.iter().any(|earlier| earlier.name == *name) {
            format!("`{{{{{name}}}}}` appears twice")
        } else if let (
            PlaceholderName::Number(number),
            Some(Placeholder { name: PlaceholderName::Number(last), .. }),
        ) = (name, seen.last())
            && number < last
        {
            format!("`{{{{{number}}}}}` appears after `{{{{{last}}}}}`")
        } else {
            seen.push(placeholder);
            continue;
        };
        let fix = "number the placeholders in order of appearance, each once";
        findings.add(&rule::PLACEHOLDER_ORDER, place.clone().at(placeholder.range.clone()), fact, fix);
        return;
    }
}

#[inline]
fn names(findings: &mut Findings, text: &Text, place: &Place) {
    for placeholder in text.placeholders() {
        let PlaceholderName::Name(name) = &placeholder.name else {
            continue;
        };
        let length = name.chars().count();
        let fact = if length > limits::PLACEHOLDER_NAME {
            format!("the placeholder name `{name}` has {length} characters")
        } else if PlaceholderName::is_valid(name) && name.bytes().any(|byte| byte.is_ascii_digit()) {
            format!("the placeholder name `{name}` has a digit")
        } else {
            continue;
        };
        let fix = "use at most 20 letters and underscores";
        findings.add(&rule::PLACEHOLDER_DIGIT, place.clone().at(placeholder.range.clone()), fact, fix);
    }
}

/// Numbers are exactly 1..n. The smallest number that has a gap below it is the one at fault.
#[inline]
pub(super) fn check_gap(findings: &mut Findings, text: &Text, place: &Place, rule: &'static Rule) {
    let mut numbers: Vec<(u32, &Placeholder)> = text
        .placeholders()
        .iter()
        .filter_map(|placeholder| match placeholder.name {
            PlaceholderName::Number(number) => Some((number, placeholder)),
            PlaceholderName::Name(_) => None,
        })
        .collect();
    numbers.sort_by_key(|(number, _)| *number);
    numbers.dedup_by_key(|(number, _)| *number);
    for (wanted, (number, placeholder)) in (1..).zip(&numbers) {
        if wanted != *number {
            let fact = format!("`{{{{{number}}}}}` is used, but `{{{{{wanted}}}}}` is not");
            let fact = if *number == 0 { "`{{0}}` is used, numbers begin with 1".to_owned() } else { fact };
            let fix = format!("write `{{{{{wanted}}}}}`");
            findings.add(rule, place.clone().at(placeholder.range.clone()), fact, fix);
            return;
        }
    }
}

/// Names throughout or numbers throughout, and the format that the names need.
#[inline]
pub(super) fn check_mix(findings: &mut Findings, definition: &Definition) {
    let sections = std::iter::once(definition.section()).chain(definition.cards());
    let all: Vec<(PlaceholderName, Place)> = sections
        .flat_map(|section| [Part::Header, Part::Body].map(|part| (section, part)))
        .filter_map(|(section, part)| Some((section.text(part)?, section.place(part))))
        .flat_map(|(text, place)| {
            let at = move |placeholder: &Placeholder| place.clone().at(placeholder.range.clone());
            text.placeholders().iter().map(move |placeholder| (placeholder.name.clone(), at(placeholder)))
        })
        .collect();
    let number = all.iter().find(|(name, _)| matches!(name, PlaceholderName::Number(_)));
    let name = all.iter().find(|(name, _)| matches!(name, PlaceholderName::Name(_)));
    match (number, name) {
        (Some((number, at)), Some((name, other))) => {
            // The later of the two kinds is the one that does not fit.
            let first_is_number = matches!(all.first(), Some((PlaceholderName::Number(_), _)));
            let place = if first_is_number { other } else { at };
            let fact = format!("`{{{{{number}}}}}` is a number, `{{{{{name}}}}}` is a name");
            findings.add(
                &rule::PLACEHOLDER_MIXED,
                place.clone(),
                fact,
                "use names throughout or numbers throughout",
            );
        }
        (None, Some((name, _))) if definition.parameter_format != Some(ParameterFormat::Named) => {
            // A definition that was read back without the key is an old one; it says so by having a status.
            if definition.parameter_format.is_none() && definition.field("status").is_some() {
                return;
            }
            let fact = format!("`{{{{{name}}}}}` is a name, but the template is positional");
            let fix = "add `\"parameter_format\": \"NAMED\"`";
            findings.add(&rule::PLACEHOLDER_FORMAT_MISSING, Place::new(Part::ParameterFormat), fact, fix);
        }
        (Some((number, at)), None) if definition.parameter_format == Some(ParameterFormat::Named) => {
            let fact = format!("`{{{{{number}}}}}` is a number, but the template has named placeholders");
            findings.add(&rule::PLACEHOLDER_MIXED, at.clone(), fact, "give it a name");
        }
        _ => {}
    }
}
