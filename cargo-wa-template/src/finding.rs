//! Violations as text and as JSON.

use serde::Serialize;
use wa_template_definition::{Definition, Rule, Severity, Violation};

use crate::excerpt;
use crate::plain;

/// A violation as JSON.
#[derive(Debug, Serialize)]
pub(crate) struct Record<'a> {
    rule: &'static str,
    severity: &'static str,
    place: String,
    range: Option<ByteRange>,
    fact: &'a str,
    fix: &'a str,
    code: Option<u32>,
    subcode: Option<u32>,
}

/// Bytes of the text at the place.
#[derive(Debug, Serialize)]
struct ByteRange {
    start: usize,
    end: usize,
}

/// The keys of a [`Record`], for `--help`.
pub(crate) const RECORD: &str = "\
\"rule\", \"severity\" (\"error\" or \"warning\"), \"place\", \"range\" ({\"start\",\"end\"}: bytes of the text at the \
place, or null), \"fact\", \"fix\", \"code\" and \"subcode\" (Meta's, or null)";

impl<'a> Record<'a> {
    pub(crate) fn new(violation: &'a Violation) -> Self {
        let place = violation.place();
        Self {
            rule: violation.rule(),
            severity: severity(violation.severity()),
            place: place.to_string(),
            range: place.range().map(|range| ByteRange { start: range.start, end: range.end }),
            fact: violation.fact(),
            fix: violation.fix(),
            code: violation.code(),
            subcode: violation.subcode(),
        }
    }
}

/// The severity as messages name it.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// What Meta answers, in words, where it is known.
pub(crate) fn codes(rule: &Rule) -> Option<String> {
    let code = rule.code?;
    Some(match rule.subcode {
        Some(subcode) => format!("{code}, subcode {subcode}"),
        None => code.to_string(),
    })
}

/// The lines that tell a violation. With a definition, they show its text and mark the place.
pub(crate) fn lines(violation: &Violation, definition: Option<&Definition>) -> Vec<String> {
    let severity = severity(violation.severity());
    let fact = plain::line(violation.fact());
    let mut lines = vec![format!("{severity}[{}]: {}: {fact}", violation.rule(), violation.place())];
    let excerpt = definition.and_then(|definition| excerpt::of(definition, violation.place()));
    lines.extend(excerpt.iter().flatten().map(|line| format!("  | {line}")));
    lines.push(format!("  help: {}", plain::line(violation.fix())));
    lines.extend(codes(violation.details()).map(|codes| format!("  note: Meta's code is {codes}")));
    lines
}

/// A violation under the name of the file in which it was found.
pub(crate) fn in_file(label: &str, violation: &Violation, definition: Option<&Definition>) -> String {
    let head = format!("{}: ", plain::line(label));
    lines(violation, definition).into_iter().fold(head, |text, line| text + &line + "\n")
}

/// "1 error", "2 errors".
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}
