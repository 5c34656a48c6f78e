//! What is among the bytes of a text, many of which are looked at together.

#![expect(clippy::needless_bitwise_bool, reason = "a branch makes the compiler look at one byte at a time")]

use super::Escapes;
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
