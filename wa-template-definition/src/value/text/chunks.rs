//! A look at a long text, chunk by chunk.

use super::Escapes;
use super::look::{Look, characters, is_control, is_mark};
use super::usual::{BLANKS, any};

/// What is among the bytes of a long text, each chunk of which was looked at.
///
/// It has no branch, and nothing that is wider than two bytes, so that the compiler looks at all bytes of a chunk at once.
/// It does so in this form; whoever changes it measures long texts with accents again, which other forms made four times
/// slower.
#[derive(Clone, Copy, Debug)]
pub struct LookByChunk {
    least: [u8; LookByChunk::CHUNK],
    /// All bits of the bytes.
    bits: [u8; LookByChunk::CHUNK],
    /// 1 where a mark was.
    marks: [u8; LookByChunk::CHUNK],
    /// All ones where two blanks were.
    blanks: [u16; LookByChunk::CHUNK / 2],
}

impl Default for LookByChunk {
    #[inline]
    fn default() -> Self {
        Self {
            least: [u8::MAX; Self::CHUNK],
            bits: [0; Self::CHUNK],
            marks: [0; Self::CHUNK],
            blanks: [0; Self::CHUNK / 2],
        }
    }
}

impl LookByChunk {
    /// Bytes of a chunk.
    pub const CHUNK: usize = 16;

    /// Looks at the next chunk.
    #[inline]
    pub fn chunk(&mut self, bytes: &[u8; Self::CHUNK]) {
        for (at, &byte) in bytes.iter().enumerate() {
            self.least[at] = self.least[at].min(byte);
            self.bits[at] |= byte;
            self.marks[at] |= u8::from(is_mark(byte));
        }
        for (blanks, pair) in self.blanks.iter_mut().zip(bytes.as_chunks().0) {
            *blanks |= u16::from(u16::from_le_bytes(*pair) == u16::from_le_bytes(BLANKS)).wrapping_neg();
        }
    }

    /// The characters of the text of these chunks, if it can be sent with nothing but a backslash before each mark; of
    /// others it says nothing. Bytes that were added to fill the last chunk count for nothing, if all are of ASCII and none
    /// is a control character or a blank.
    #[must_use]
    #[inline]
    pub fn characters(&self, text: &str) -> Option<usize> {
        let is_sendable = !self.has_controls() && !self.has_blanks();
        is_sendable.then(|| characters(text, self.is_ascii()))
    }

    #[inline]
    pub(super) fn found(&self) -> Look {
        let marks = any(&self.marks, &self.marks, |mark| mark != 0);
        Look {
            escapes: Escapes::of(self.has_controls(), marks),
            is_ascii: self.is_ascii(),
            blanks: self.has_blanks(),
        }
    }

    #[inline]
    fn has_controls(&self) -> bool {
        any(&self.least, &self.least, is_control)
    }

    #[inline]
    fn is_ascii(&self) -> bool {
        !any(&self.bits, &self.bits, |bits| !bits.is_ascii())
    }

    #[inline]
    fn has_blanks(&self) -> bool {
        self.blanks.iter().fold(0, |all, blanks| all | blanks) != 0
    }
}

/// Whether a text begins as one does that is full of quotation marks or backslashes.
#[must_use]
#[inline]
pub fn is_marked(text: &str) -> bool {
    text.as_bytes().first_chunk::<{ LookByChunk::CHUNK }>().is_some_and(|first| any(first, first, is_mark))
}
