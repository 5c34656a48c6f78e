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

/// Scans a text value.
#[must_use]
#[inline]
pub fn scan(value: &str) -> Scan {
    let seen = Seen::in_bytes(value.as_bytes());
    if seen.anything() || value.is_empty() {
        return slow_scan(value, seen);
    }
    Scan { characters: value.len(), plain: true, fault: None }
}

/// A value that is empty, not in ASCII, or perhaps has something that matters in it.
#[inline(never)]
fn slow_scan(value: &str, seen: Seen) -> Scan {
    let bytes = value.as_bytes();
    let look = seen.blanks() || bytes.is_empty() || any(bytes, |byte| byte < 0x20);
    Scan {
        characters: value.chars().count(),
        plain: !any(bytes, |byte| matches!(byte, ..0x20 | b'"' | b'\\')),
        fault: if look { fault(bytes) } else { None },
    }
}

/// What some words of eight bytes hold. Something in one of them is a mark in the high bit of a byte; the other bits mean
/// nothing. A mark may also stand beside a byte that does not deserve it, because borrows spill into the byte above:
/// whoever sees one looks at the bytes.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// A control character, quotation mark or backslash.
    special: u64,
    /// Two blanks, the first of them at an even place: wherever three stand in one word, two of them are such.
    blanks: u64,
    /// Not ASCII.
    high: u64,
}

impl Seen {
    /// Every byte is looked at, many of them twice, which changes nothing. Of five blanks in a row there are always three
    /// in one word, or in one half of the word of a short text.
    #[inline]
    fn in_bytes(bytes: &[u8]) -> Self {
        let mut seen = Self::default();
        if let (Some([first, second]), Some([third, fourth])) = (first_words(bytes), last_words(bytes))
            && bytes.len() <= 32
        {
            // Most values end here or in the next arm; the loop is made for many words.
            for word in [first, second, third, fourth] {
                seen.add(word);
            }
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            seen.add(u64::from_le_bytes(*first));
            if bytes.len() > 16 {
                for chunk in bytes.as_chunks().0 {
                    seen.add(u64::from_le_bytes(*chunk));
                }
            }
            seen.add(u64::from_le_bytes(*last));
        } else {
            seen.add(short_word(bytes));
        }
        seen
    }

    #[inline]
    fn add(&mut self, word: u64) {
        // Flipping bit 1 moves the quotation mark, 0x22, to 0x20 and blanks away from there. Then what is to be found is
        // below 0x21, where a subtraction borrows into the high bit.
        let low = (word ^ every_byte(2)).wrapping_sub(every_byte(0x21));
        let backslash = (word ^ every_byte(b'\\')).wrapping_sub(every_byte(1));
        self.special |= (low | backslash) & !word;
        let blank = word ^ every_byte(b' ');
        self.blanks |= blank.wrapping_sub(0x0001_0001_0001_0001) & !blank;
        self.high |= word;
    }

    #[inline]
    fn anything(self) -> bool {
        (self.special | self.high) & every_byte(0x80) != 0 || self.blanks()
    }

    #[inline]
    fn blanks(self) -> bool {
        self.blanks & 0x8000_8000_8000_8000 != 0
    }
}

pub(super) const fn every_byte(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

#[inline]
fn first_words(bytes: &[u8]) -> Option<[u64; 2]> {
    bytes.first_chunk().map(words)
}

#[inline]
fn last_words(bytes: &[u8]) -> Option<[u64; 2]> {
    bytes.last_chunk().map(words)
}

#[inline]
fn words(bytes: &[u8; 16]) -> [u64; 2] {
    let word = u128::from_le_bytes(*bytes);
    #[expect(clippy::cast_possible_truncation, reason = "its two halves are wanted")]
    [word as u64, (word >> 64) as u64]
}

/// Fewer than eight bytes as one word. From four on it is the first four and the last four.
#[inline]
fn short_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
    }
    let at = |index: usize| bytes.get(index).copied().unwrap_or(b'x');
    u64::from_le_bytes([at(0), at(1), at(2), b'x', b'x', b'x', b'x', b'x'])
}

/// Whether a byte is of a kind. It has no branch, so that the compiler looks at many at once.
fn any(bytes: &[u8], kind: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |any, byte| any | kind(*byte))
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
