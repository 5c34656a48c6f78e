//! A backslash before each quotation mark and backslash.

use super::ESCAPES;
use super::mask::mask;
use crate::definition::value::LookByChunk;

/// Bytes that are looked at together.
const CHUNK: usize = LookByChunk::CHUNK;

/// Bytes that are written for a chunk, those included that are written once more.
const ESCAPED: usize = 3 * CHUNK;

/// The end of a text that is long enough to be escaped chunk by chunk.
pub(crate) type End = [u8; 2 * CHUNK];

/// What fills up the last chunk, and stands behind it.
const FILLING: u8 = b'x';

/// The room that a text takes.
pub(super) fn most(text: &str) -> usize {
    2 * text.len() + CHUNK + ESCAPED
}

/// Escapes a text with this end, and looks at it meanwhile: how many bytes it became, and its characters, if it can be sent
/// so. Control characters are written as they are.
///
/// Every chunk is followed by another, so that what is behind a mark can be read as one. The end of the text is not: it is
/// put before some filling. That comes first, because a processor waits for bytes that it wrote a moment ago.
#[inline]
pub(super) fn escape(mut room: &mut [u8], text: &str, end: &End) -> (usize, Option<usize>) {
    let whole = room.len();
    let bytes = text.as_bytes();
    let mut filled = [FILLING; 4 * CHUNK];
    filled[..end.len()].copy_from_slice(end);
    // What of the end the chunks before it have, too, is as long as what fills up the last of its two.
    let filling = CHUNK - bytes.len() % CHUNK;
    let mut look = LookByChunk::default();
    for mut left in [bytes, &filled[filling..][..3 * CHUNK]] {
        while let Some(both) = left.first_chunk::<{ 2 * CHUNK }>()
            && let Some(chunk) = both.first_chunk()
        {
            // A copy, which need not be read again when something was written.
            let chunk = *chunk;
            look.chunk(&chunk);
            room = escape_chunk(room, &chunk, both, mask(&chunk));
            left = &left[CHUNK..];
        }
    }
    ((whole - room.len()).saturating_sub(filling), look.characters(text))
}

/// Writes a chunk, which is the first of two; the room behind it. What follows a mark is written again, one place further
/// on, so that nothing is copied byte by byte.
#[inline]
fn escape_chunk<'r>(
    room: &'r mut [u8],
    chunk: &[u8; CHUNK],
    both: &[u8; 2 * CHUNK],
    mut marks: u32,
) -> &'r mut [u8] {
    let Some(to) = room.first_chunk_mut::<ESCAPED>() else { return room };
    to[..CHUNK].copy_from_slice(chunk);
    for escapes in 0..CHUNK {
        if marks == 0 {
            // Here, where the compiler knows how many there were, this is an addition and no comparison.
            return room.get_mut(CHUNK + escapes..).unwrap_or_default();
        }
        // Of the mark that comes first.
        let place = marks.trailing_zeros() as usize % CHUNK;
        to[place + escapes] = b'\\';
        to[place + escapes + 1..][..CHUNK].copy_from_slice(&both[place..][..CHUNK]);
        marks &= marks - 1;
    }
    room.get_mut(2 * CHUNK..).unwrap_or_default()
}

/// Escapes a text that is shorter than [`End`]; how many bytes it became.
pub(super) fn escape_short(room: &mut [u8], text: &str) -> usize {
    let Some(room) = room.first_chunk_mut::<{ 4 * CHUNK }>() else { return 0 };
    let mut written = 0;
    for byte in text.bytes() {
        let escape = ESCAPES[usize::from(byte)].to_le_bytes();
        if let Some(to) = room.get_mut(written..written + escape.len()) {
            to.copy_from_slice(&escape);
        }
        // No branch, which a processor would foretell wrongly.
        written += 1 + usize::from(escape[1] != 0);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::value::{self, Escapes};
    use proptest::prelude::*;

    fn with_backslashes(text: &str) -> String {
        text.replace('\\', r"\\").replace('"', r#"\""#)
    }

    proptest! {
        /// There is no more room than was asked for.
        #[test]
        fn texts_with_marks_are_escaped(text in r#"(["\\]{0,9}[a-z é"\\]{0,20}){0,8}"#) {
            let mut room = vec![0; most(&text)];
            let written = match text.as_bytes().last_chunk() {
                Some(end) => escape(&mut room, &text, end).0,
                None => escape_short(&mut room, &text),
            };
            prop_assert_eq!(String::from_utf8_lossy(&room[..written]), with_backslashes(&text));
        }

        /// What is found meanwhile is what a look at the whole finds.
        #[test]
        fn texts_are_looked_at(text in "[a\" é\n]{32,99}") {
            let mut room = vec![0; most(&text)];
            let found = text.as_bytes().last_chunk().and_then(|end| escape(&mut room, &text, end).1);
            let scan = value::scan(&text);
            match found {
                Some(characters) => {
                    prop_assert_eq!((characters, scan.fault), (text.chars().count(), None));
                    prop_assert_ne!(scan.escapes, Escapes::Controls);
                }
                None => prop_assert!(scan.escapes == Escapes::Controls || text.contains("  ")),
            }
        }
    }

    #[test]
    fn a_text_of_marks_only_finds_room() {
        for length in 0..100 {
            let text = "\"".repeat(length);
            let mut room = vec![0; most(&text)];
            let written = match text.as_bytes().last_chunk() {
                Some(end) => escape(&mut room, &text, end).0,
                None => escape_short(&mut room, &text),
            };
            assert_eq!(room[..written], *with_backslashes(&text).as_bytes(), "{length}");
        }
    }
}
