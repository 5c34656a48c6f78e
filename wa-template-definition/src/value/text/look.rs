//! What is among the bytes of a text, many of which are looked at together.

#![expect(clippy::needless_bitwise_bool, reason = "a branch makes the compiler look at one byte at a time")]

use super::Escapes;
use super::chunks::LookByChunk;
use super::usual::{any, have_pair_of_blanks};

/// What is among the bytes of a text.
pub(super) struct Look {
    pub(super) escapes: Escapes,
    pub(super) is_ascii: bool,
    /// Whether two blanks may stand in a row.
    pub(super) blanks: bool,
}

impl Look {
    pub(super) fn at(bytes: &[u8]) -> Option<Self> {
        match bytes.len() {
            16..=32 => Self::at_ends::<16>(bytes),
            8..16 => Self::at_ends::<8>(bytes),
            33.. => Self::at_chunks(bytes),
            4..8 => Self::at_ends::<4>(bytes),
            2..4 => Self::at_ends::<2>(bytes),
            0..2 => Self::at_ends::<1>(bytes),
        }
    }

    /// Of a text of `N` to `2 * N` bytes; those in its middle are looked at twice, which changes nothing.
    fn at_ends<const N: usize>(bytes: &[u8]) -> Option<Self> {
        let (first, last) = (bytes.first_chunk::<N>()?, bytes.last_chunk::<N>()?);
        let controls = any(first, last, is_control);
        let marks = any(first, last, is_mark);
        Some(Self {
            escapes: Escapes::of(controls, marks),
            is_ascii: !any(first, last, |byte| !byte.is_ascii()),
            blanks: have_pair_of_blanks(first, last),
        })
    }

    /// Of a long text; the last bytes are looked at twice, which changes nothing.
    fn at_chunks(bytes: &[u8]) -> Option<Self> {
        let (chunks, _) = bytes.as_chunks();
        let mut look = LookByChunk::default();
        for chunk in chunks {
            look.chunk(chunk);
        }
        look.chunk(bytes.last_chunk()?);
        Some(look.found())
    }
}

/// Unicode scalar values of a text.
#[inline]
pub(super) fn characters(text: &str, is_ascii: bool) -> usize {
    if is_ascii { text.len() } else { text.chars().count() }
}

/// Whether JSON writes a byte as a backslash and letters or digits.
#[inline]
pub(super) fn is_control(byte: u8) -> bool {
    byte < b' '
}

/// What JSON writes with a backslash before it.
pub const MARKS: [u8; 2] = *b"\"\\";

#[inline]
pub(super) fn is_mark(byte: u8) -> bool {
    (byte == MARKS[0]) | (byte == MARKS[1])
}
