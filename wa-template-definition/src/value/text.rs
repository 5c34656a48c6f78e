//! Text values: one pass, eight bytes at a time.

use crate::place::Place;
use crate::{Violation, limits, rule};

/// What one pass over a text value finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Scan {
    /// Unicode scalar values.
    pub characters: usize,
    /// Whether a JSON string holds these bytes as they are: no control character, quotation mark or backslash.
    pub plain: bool,
    /// Why the platform would refuse the value.
    pub fault: Option<TextFault>,
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

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Scans a text value.
#[must_use]
pub fn scan(value: &str) -> Scan {
    let bytes = value.as_bytes();
    let (chunks, rest) = bytes.as_chunks::<8>();
    let mut special = 0;
    let mut blank_pairs = 0;
    let mut continuation = 0;
    for chunk in chunks {
        let word = u64::from_le_bytes(*chunk);
        special |= special_bytes(word);
        let blanks = equal_bytes(word, b' ');
        // A run of five blanks covers at least three neighbours of one chunk.
        blank_pairs |= blanks & (blanks << 8);
        continuation += continuation_bytes(word);
    }
    if !rest.is_empty() {
        // Filled up with a byte that is nothing special.
        let mut last = [b'x'; 8];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        let word = u64::from_le_bytes(last);
        special |= special_bytes(word);
        let blanks = equal_bytes(word, b' ');
        blank_pairs |= blanks & (blanks << 8);
        continuation += continuation_bytes(word);
    }
    let fault = if special | blank_pairs == 0 && !bytes.is_empty() { None } else { fault(bytes) };
    Scan { characters: bytes.len() - continuation, plain: special == 0, fault }
}

/// High bits at the bytes that a JSON string cannot hold as they are.
fn special_bytes(word: u64) -> u64 {
    // Below 0x20: subtracting borrows into the high bit. Borrows may spill into the byte above, which only makes
    // this say "special" where `fault` and the escaper then find nothing: slower, never wrong.
    let control = word.wrapping_sub(LOW * 0x20) & !word;
    (control & HIGH) | equal_bytes(word, b'"') | equal_bytes(word, b'\\')
}

/// High bits at the bytes that equal `byte`, and perhaps at bytes above such a one.
fn equal_bytes(word: u64, byte: u8) -> u64 {
    let difference = word ^ (LOW * u64::from(byte));
    difference.wrapping_sub(LOW) & !difference & HIGH
}

/// How many bytes are not the first of their character: `10xx_xxxx`.
fn continuation_bytes(word: u64) -> usize {
    ((word >> 7) & (!word >> 6) & LOW).count_ones() as usize
}

/// The first fault, byte by byte.
fn fault(bytes: &[u8]) -> Option<TextFault> {
    if bytes.is_empty() {
        return Some(TextFault::Empty);
    }
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
