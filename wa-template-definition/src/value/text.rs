//! Text values: one pass, many bytes at a time.

#![expect(clippy::needless_bitwise_bool, reason = "a branch makes the compiler look at one byte at a time")]

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
    let Look { escapes, is_ascii, blanks } = look;
    Scan {
        characters: if is_ascii { value.len() } else { value.chars().count() },
        escapes,
        fault: if blanks || escapes == Escapes::Controls { fault(bytes) } else { None },
    }
}

/// What is among the bytes of a text.
struct Look {
    escapes: Escapes,
    is_ascii: bool,
    /// Whether two blanks may stand in a row.
    blanks: bool,
}

impl Look {
    fn at(bytes: &[u8]) -> Option<Self> {
        match bytes.len() {
            16..=32 => Self::at_ends::<16>(bytes),
            8..16 => Self::at_ends::<8>(bytes),
            33.. => Self::at_all::<16>(bytes),
            _ => Self::at_all::<1>(bytes),
        }
    }

    /// Of a text of `N` to `2 * N` bytes; those in its middle are looked at twice, which changes nothing.
    fn at_ends<const N: usize>(bytes: &[u8]) -> Option<Self> {
        let (first, last) = (bytes.first_chunk::<N>()?, bytes.last_chunk::<N>()?);
        let controls = any(first, last, |byte| byte < b' ');
        let marks = any(first, last, |byte| (byte == b'"') | (byte == b'\\'));
        Some(Self {
            escapes: Escapes::of(controls, marks),
            is_ascii: !any(first, last, |byte| !byte.is_ascii()),
            blanks: have_pair_of_blanks(first, last),
        })
    }

    /// `N` bytes at a time; the last of them are looked at twice, which changes nothing.
    fn at_all<const N: usize>(bytes: &[u8]) -> Option<Self> {
        let (last, others) = bytes.split_last()?;
        let (_, behind) = bytes.split_first()?;
        let mut least = Least::of([*last; N]);
        for (chunk, next) in others.as_chunks().0.iter().zip(behind.as_chunks().0) {
            least.look(chunk, next);
        }
        if let (Some(chunk), Some(next)) = (others.last_chunk(), behind.last_chunk()) {
            least.look(chunk, next);
        }
        Some(least.found())
    }
}

/// The least of every `N`th byte, and how near it came to others. No branch, and nothing that is wider than a byte, so
/// that the compiler looks at `N` bytes at once.
struct Least<const N: usize> {
    byte: [u8; N],
    /// All bits of the bytes.
    bits: [u8; N],
    // Zero where there is one.
    quote: [u8; N],
    backslash: [u8; N],
    blanks: [u8; N],
}

impl<const N: usize> Least<N> {
    /// Of bytes behind which nothing stands.
    fn of(bytes: [u8; N]) -> Self {
        Self {
            byte: bytes,
            bits: bytes,
            quote: bytes.map(|byte| byte ^ b'"'),
            backslash: bytes.map(|byte| byte ^ b'\\'),
            blanks: [u8::MAX; N],
        }
    }

    #[inline]
    fn look(&mut self, bytes: &[u8; N], next: &[u8; N]) {
        for at in 0..N {
            let (byte, next) = (bytes[at], next[at]);
            self.byte[at] = self.byte[at].min(byte);
            self.bits[at] |= byte;
            self.quote[at] = self.quote[at].min(byte ^ b'"');
            self.backslash[at] = self.backslash[at].min(byte ^ b'\\');
            self.blanks[at] = self.blanks[at].min((byte ^ b' ') | (next ^ b' '));
        }
    }

    fn found(self) -> Look {
        let least = |bytes: [u8; N]| bytes.into_iter().fold(u8::MAX, u8::min);
        let marks = least(self.quote) == 0 || least(self.backslash) == 0;
        Look {
            escapes: Escapes::of(least(self.byte) < b' ', marks),
            is_ascii: self.bits.into_iter().fold(0, |all, bits| all | bits).is_ascii(),
            blanks: least(self.blanks) == 0,
        }
    }
}

/// Whether a text value can be sent, is of ASCII, so that its characters are as many as its bytes, and has nothing that
/// JSON escapes. That of most messages is; of others it says nothing.
#[must_use]
#[inline]
pub fn is_usual(value: &str) -> bool {
    let bytes = value.as_bytes();
    match bytes.len() {
        16..=32 => are_ends_usual::<16>(value),
        8..16 => are_ends_usual::<8>(value),
        4..8 => are_ends_usual::<4>(value),
        1..4 => !bytes.iter().fold(false, |any, byte| any | is_special(*byte)),
        0 => false,
        33.. => is_long_usual(bytes),
    }
}

/// The same for a text of `N` to `2 * N` bytes only: its first and its last `N` bytes are all of it. Those in its middle
/// are looked at twice, which changes nothing.
#[must_use]
#[inline]
pub fn are_ends_usual<const N: usize>(value: &str) -> bool {
    match (value.as_bytes().first_chunk::<N>(), value.as_bytes().last_chunk()) {
        (Some(first), Some(last)) => are_usual(first, last),
        _ => false,
    }
}

fn is_long_usual(bytes: &[u8]) -> bool {
    let (chunks, _) = bytes.as_chunks::<CHUNK>();
    chunks.iter().all(is_chunk_usual) && bytes.last_chunk().is_some_and(is_chunk_usual)
}

#[inline]
fn is_chunk_usual(chunk: &[u8; CHUNK]) -> bool {
    let (halves, _) = chunk.as_chunks::<{ CHUNK / 2 }>();
    matches!(halves, [first, second] if are_usual(first, second))
}

/// Bytes of a long text that are looked at together.
const CHUNK: usize = 32;

/// Whether nothing in two pieces matters.
#[inline]
fn are_usual<const N: usize>(first: &[u8; N], second: &[u8; N]) -> bool {
    !any(first, second, is_special) & !have_pair_of_blanks(first, second)
}

/// Whether a byte of two pieces is of a kind. It has no branch, so that the compiler looks at all bytes at once.
#[inline]
fn any<const N: usize>(first: &[u8; N], second: &[u8; N], kind: impl Fn(u8) -> bool) -> bool {
    first.iter().zip(second).fold(false, |any, (one, other)| any | kind(*one) | kind(*other))
}

/// Whether two blanks stand in a row, at an even place of a piece and the next.
///
/// Of five blanks in a row three are in one of two pieces that touch or overlap, and two of these three are at an even
/// place and the next. The other way round two blanks need not be five: whoever finds some looks again.
#[inline]
fn have_pair_of_blanks<const N: usize>(first: &[u8; N], second: &[u8; N]) -> bool {
    let pairs = first.as_chunks().0.iter().zip(second.as_chunks().0);
    pairs.fold(false, |any, (one, other)| any | (*one == BLANKS) | (*other == BLANKS))
}

const BLANKS: [u8; 2] = *b"  ";

/// Whether a byte is a control character, a quotation mark, a backslash or not of ASCII.
#[inline]
fn is_special(byte: u8) -> bool {
    // Flipping this bit moves the quotation mark to the control characters' end and a blank away from there; what is not
    // of ASCII is below zero.
    ((byte ^ (b' ' ^ b'"')).cast_signed() <= b' '.cast_signed()) | (byte == b'\\')
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
