//! Finding `{{…}}`.

use std::ops::Range;

use super::{Fault, FaultKind, Placeholder};
use crate::slot::PlaceholderName;

/// Placeholders and faults of a text, each in order of appearance.
pub(super) fn scan(text: &str) -> (Vec<Placeholder>, Vec<Fault>) {
    let mut found = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(next) = next_brace_pair(text, at) {
        at = match next {
            Brace::Open(start) => open(text, start, &mut found),
            Brace::Close(start) => {
                found.1.push(Fault { kind: FaultKind::Unopened, range: start..start + 2 });
                start + 2
            }
        };
    }
    found
}

enum Brace {
    Open(usize),
    Close(usize),
}

fn next_brace_pair(text: &str, from: usize) -> Option<Brace> {
    let rest = &text[from..];
    let open = rest.find("{{").map(|at| from + at);
    let close = rest.find("}}").map(|at| from + at);
    match (open, close) {
        (Some(open), Some(close)) if close < open => Some(Brace::Close(close)),
        (Some(open), _) => Some(Brace::Open(open)),
        (None, Some(close)) => Some(Brace::Close(close)),
        (None, None) => None,
    }
}

/// Reads what begins with `{{` at `start`; returns where to go on.
fn open(text: &str, start: usize, found: &mut (Vec<Placeholder>, Vec<Fault>)) -> usize {
    let inside = start + 2;
    let end = text[inside..].find("}}").map(|at| inside + at);
    let another = text[inside..].find("{{").map(|at| inside + at);
    // `{{{{x}}` and `{{x {{y}}`: the first pair of braces is the one that was never closed.
    let Some(end) = end.filter(|end| another.is_none_or(|another| *end < another)) else {
        found.1.push(Fault { kind: FaultKind::Unclosed, range: start..inside });
        return inside;
    };
    let range = start..end + 2;
    let content = &text[inside..end];
    let authored = content.trim();
    match fault_of(content, authored) {
        Some(kind @ FaultKind::Empty) => found.1.push(Fault { kind, range: range.clone() }),
        Some(kind) => {
            found.1.push(Fault { kind, range: range.clone() });
            found.0.push(placeholder(authored, range.clone()));
        }
        None => found.0.push(placeholder(authored, range.clone())),
    }
    range.end
}

fn placeholder(authored: &str, range: Range<usize>) -> Placeholder {
    Placeholder { authored: authored.to_owned(), name: PlaceholderName::from_authored(authored), range }
}

fn fault_of(content: &str, authored: &str) -> Option<FaultKind> {
    if authored.is_empty() {
        Some(FaultKind::Empty)
    } else if !PlaceholderName::is_valid(authored) {
        Some(FaultKind::Name)
    } else if content.len() != authored.len() {
        Some(FaultKind::Blank)
    } else {
        None
    }
}
