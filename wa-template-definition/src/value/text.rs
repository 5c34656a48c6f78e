//! Text values.

mod chunks;
mod look;
mod usual;

pub use chunks::{LookByChunk, is_marked};
pub use look::MARKS;
pub use usual::{are_ends_usual, is_usual};

use look::Look;

use crate::place::Place;
use crate::{Violation, limits, rule};

/// What one pass over a text value finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scan {
    /// Unicode scalar values.
    pub characters: usize,
    /// What of it a JSON string does not hold as it is.
    pub escapes: Escapes,
    /// Why the platform would refuse the value.
    pub fault: Option<TextFault>,
}

/// What of a text JSON escapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "JSON escapes nothing else")]
pub enum Escapes {
    /// Nothing.
    None,
    /// Quotation marks or backslashes, but no control character.
    Marks,
    /// Control characters, and maybe marks.
    Controls,
}

impl Escapes {
    fn of(controls: bool, marks: bool) -> Self {
        match (controls, marks) {
            (true, _) => Self::Controls,
            (false, true) => Self::Marks,
            (false, false) => Self::None,
        }
    }
}

/// Why the platform refuses a text value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextFault {
    /// Nothing in it.
    Empty,
    /// A line feed or carriage return.
    LineBreak,
    /// A tab.
    Tab,
    /// More blanks in a row than [`limits::VALUE_BLANKS`].
    Blanks,
}

impl TextFault {
    /// The violation of a value with this fault.
    #[must_use]
    pub fn violation(self, place: Place) -> Violation {
        let (rule, fact, fix) = match self {
            Self::Empty => {
                (&rule::VALUE_EMPTY, "the value is empty", "send a text of at least one character")
            }
            Self::LineBreak => {
                (&rule::VALUE_WHITE_SPACE, "the value has a line break", "replace it, by `, ` for example")
            }
            Self::Tab => (&rule::VALUE_WHITE_SPACE, "the value has a tab", "replace it by a blank"),
            Self::Blanks => (
                &rule::VALUE_WHITE_SPACE,
                "the value has more than four blanks in a row",
                "shorten them to four or fewer",
            ),
        };
        Violation::new(rule, place, fact, fix)
    }
}

/// The violation of a text value that cannot be sent.
#[must_use]
pub fn text(value: &str, place: &Place) -> Option<Violation> {
    Some(scan(value).fault?.violation(place.clone()))
}

/// The violation of a quick-reply payload that cannot be sent.
#[must_use]
pub fn payload(value: &str, place: &Place) -> Option<Violation> {
    if value.is_empty() {
        let fix = "send a text of at least one character, or leave the payload out";
        return Some(Violation::new(&rule::VALUE_PAYLOAD_EMPTY, place.clone(), "the payload is empty", fix));
    }
    let length = value.chars().count();
    (length > limits::QUICK_REPLY_PAYLOAD).then(|| {
        let fact =
            format!("the payload has {length} characters, the limit is {}", limits::QUICK_REPLY_PAYLOAD);
        Violation::new(&rule::VALUE_PAYLOAD_TOO_LONG, place.clone(), fact, "send a shorter one")
    })
}

/// Scans a text value.
#[must_use]
pub fn scan(value: &str) -> Scan {
    if is_usual(value) {
        return Scan { characters: value.len(), escapes: Escapes::None, fault: None };
    }
    scan_unusual(value)
}

/// The same for a text that is known not to be [usual](is_usual).
#[must_use]
pub fn scan_unusual(value: &str) -> Scan {
    let bytes = value.as_bytes();
    let Some(look) = Look::at(bytes) else {
        return Scan { characters: 0, escapes: Escapes::None, fault: Some(TextFault::Empty) };
    };
    Scan {
        characters: look::characters(value, look.is_ascii),
        escapes: look.escapes,
        fault: if look.blanks || look.escapes == Escapes::Controls { fault(bytes) } else { None },
    }
}

/// The first fault, byte by byte.
fn fault(bytes: &[u8]) -> Option<TextFault> {
    let mut blanks = 0;
    for byte in bytes {
        match byte {
            b'\n' | b'\r' => return Some(TextFault::LineBreak),
            b'\t' => return Some(TextFault::Tab),
            b' ' => {
                blanks += 1;
                if blanks > limits::VALUE_BLANKS {
                    return Some(TextFault::Blanks);
                }
            }
            _ => blanks = 0,
        }
    }
    None
}
