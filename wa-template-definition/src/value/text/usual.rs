//! Whether a text is one of those that need no further look.

#![expect(clippy::needless_bitwise_bool, reason = "a branch makes the compiler look at one byte at a time")]

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

/// Whether a byte is a control character, a quotation mark, a backslash or not of ASCII.
#[inline]
fn is_special(byte: u8) -> bool {
    // Flipping this bit moves the quotation mark to the control characters' end and a blank away from there; what is not
    // of ASCII is below zero.
    ((byte ^ (b' ' ^ b'"')).cast_signed() <= b' '.cast_signed()) | (byte == b'\\')
}

/// Whether a byte of two pieces is of a kind. It has no branch, so that the compiler looks at all bytes at once.
#[inline]
pub(super) fn any<const N: usize>(first: &[u8; N], second: &[u8; N], kind: impl Fn(u8) -> bool) -> bool {
    first.iter().zip(second).fold(false, |any, (one, other)| any | kind(*one) | kind(*other))
}

/// Whether two blanks stand in a row, at an even place of a piece and the next.
///
/// Of five blanks in a row three are in one of two pieces that touch or overlap, and two of these three are at an even
/// place and the next. The other way round two blanks need not be five: whoever finds some looks again.
#[inline]
pub(super) fn have_pair_of_blanks<const N: usize>(first: &[u8; N], second: &[u8; N]) -> bool {
    let pairs = first.as_chunks().0.iter().zip(second.as_chunks().0);
    pairs.fold(false, |any, (one, other)| any | (*one == BLANKS) | (*other == BLANKS))
}

pub(super) const BLANKS: [u8; 2] = *b"  ";
