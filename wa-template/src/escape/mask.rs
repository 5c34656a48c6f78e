//! Where among some bytes the marks are.

use crate::definition::value::{LookByChunk, MARKS};

type Chunk = [u8; LookByChunk::CHUNK];

/// A bit for each quotation mark and backslash, the lowest for the first byte.
///
/// It is one instruction of the processor, which no code gets from the compiler that does not name it.
#[cfg(target_arch = "x86_64")]
#[inline]
pub(super) fn mask(chunk: &Chunk) -> u32 {
    use safe_arch::{cmp_eq_mask_i8_m128i, load_unaligned_m128i, move_mask_i8_m128i, set_splat_i8_m128i};

    let bytes = load_unaligned_m128i(chunk);
    let [first, second] =
        MARKS.map(|mark| cmp_eq_mask_i8_m128i(bytes, set_splat_i8_m128i(mark.cast_signed())));
    move_mask_i8_m128i(first | second).cast_unsigned()
}

/// The same for any processor, a word at a time.
#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline]
fn mask_by_words(chunk: &Chunk) -> u32 {
    /// Moves the lowest bit of each byte to its place in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let gathered = |word: &[u8; 8]| marks(u64::from_le_bytes(*word)).wrapping_mul(GATHER).to_be_bytes()[0];
    chunk.as_chunks().0.iter().rev().fold(0, |mask, word| mask << u8::BITS | u32::from(gathered(word)))
}

/// The lowest bit of each byte that is a quotation mark or a backslash.
#[cfg(any(test, not(target_arch = "x86_64")))]
#[inline]
fn marks(word: u64) -> u64 {
    const LOW: u64 = u64::from_le_bytes([0x7f; 8]);
    // A byte is another if one of its low bits differs, which the addition carries up, or its highest.
    let is_another = |mark: u8| {
        let difference = word ^ u64::from_le_bytes([mark; 8]);
        ((difference & LOW) + LOW) | difference
    };
    let [first, second] = MARKS.map(is_another);
    (!(first & second) & !LOW) >> 7
}

#[cfg(not(target_arch = "x86_64"))]
#[inline]
pub(super) fn mask(chunk: &Chunk) -> u32 {
    mask_by_words(chunk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_ways_find_every_mark(chunk in prop::array::uniform16(prop_oneof![Just(b'"'), Just(b'\\'), any::<u8>()])) {
            let marks = (0..).zip(chunk).filter(|(_, byte)| MARKS.contains(byte));
            let expected = marks.fold(0, |mask, (at, _)| mask | 1 << at);
            prop_assert_eq!([mask(&chunk), mask_by_words(&chunk)], [expected; 2]);
        }
    }
}
