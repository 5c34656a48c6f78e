//! JSON strings.

use crate::buffer::Buffer;
use crate::definition::value::{self, Escapes};

/// Appends a text as the inside of a JSON string, without quotation marks.
pub(crate) fn escape(out: &mut Buffer, text: &str) {
    escape_known(out, text, value::scan(text).escapes);
}

/// The same for a text of which is known what is to be escaped.
pub(crate) fn escape_known(out: &mut Buffer, text: &str, escapes: Escapes) {
    let bytes = text.as_bytes();
    match escapes {
        Escapes::None => out.push(bytes),
        Escapes::Marks => out.fill(2 * bytes.len() + ESCAPED, |room| escape_marks(room, bytes)),
        Escapes::Controls => bytes.iter().for_each(|byte| escape_byte(out, *byte)),
    }
}

/// Escapes quotation marks and backslashes; how many bytes became of these. There is room for twice as many and one word.
///
/// It is not inlined, and nor is what comes after the loop, so that this keeps what it needs in registers.
#[inline(never)]
fn escape_marks(mut room: &mut [u8], bytes: &[u8]) -> usize {
    let whole = room.len();
    let (words, rest) = bytes.as_chunks();
    for word in words {
        room = escape_word(room, u64::from_le_bytes(*word));
    }
    if rest.is_empty() {
        return whole - room.len();
    }
    // Out of one word, shifted: bytes that are copied one by one would be waited for when they are read as a word.
    let last = match bytes.last_chunk() {
        Some(last) => u64::from_le_bytes(*last) >> (8 * (WORD - rest.len())),
        None => rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    // It is filled up with zeros: they need no escape, and what they add does not count.
    let left = escape_last_word(room, last).len();
    whole - left - (WORD - rest.len())
}

#[inline(never)]
fn escape_last_word(room: &mut [u8], word: u64) -> &mut [u8] {
    escape_word(room, word)
}

/// Bytes that are looked at together.
const WORD: usize = 8;

/// Bytes that are written for a word, those included that are written once more.
const ESCAPED: usize = 3 * WORD;

/// Writes a word, of which the first byte is lowest; the room behind it. What follows a mark is written again, one place
/// further on, so that nothing is copied byte by byte.
#[inline(always)]
#[expect(clippy::inline_always, reason = "a call for every word took a third longer")]
fn escape_word(room: &mut [u8], word: u64) -> &mut [u8] {
    let Some(to) = room.first_chunk_mut::<ESCAPED>() else { return room };
    to[..WORD].copy_from_slice(&word.to_le_bytes());
    let mut marks = marks(word);
    for escapes in 0..WORD {
        if marks == 0 {
            // Here, where the compiler knows how many there were, this is an addition and no comparison.
            return room.get_mut(WORD + escapes..).unwrap_or_default();
        }
        // In bits, of the mark that comes first.
        let at = marks.trailing_zeros();
        let place = at as usize / 8 + escapes;
        to[place] = b'\\';
        to[place + 1..][..WORD].copy_from_slice(&(word >> at).to_le_bytes());
        marks &= marks - 1;
    }
    room.get_mut(2 * WORD..).unwrap_or_default()
}

/// The lowest bit of each byte that is a quotation mark or a backslash.
#[inline]
fn marks(word: u64) -> u64 {
    const LOW: u64 = u64::from_le_bytes([0x7f; WORD]);
    // A byte is another if one of its low bits differs, which the addition carries up, or its highest.
    let is_another = |mark: u8| {
        let difference = word ^ u64::from_le_bytes([mark; WORD]);
        ((difference & LOW) + LOW) | difference
    };
    (!(is_another(b'"') & is_another(b'\\')) & !LOW) >> 7
}

fn escape_byte(out: &mut Buffer, byte: u8) {
    let [first, second] = ESCAPES[usize::from(byte)].to_le_bytes();
    match second {
        0 => out.push(&[first]),
        b'u' => {
            const DIGITS: &[u8; 16] = b"0123456789abcdef";
            let (high, low) = (DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]);
            out.push(&[b'\\', b'u', b'0', b'0', high, low]);
        }
        _ => out.push(&[first, second]),
    }
}

/// What is written for a byte: itself, or a backslash and another.
const ESCAPES: [u16; 256] = {
    let mut escapes = [0; 256];
    let mut byte = 0u16;
    while byte < 256 {
        escapes[byte as usize] = if byte < 0x20 { LONG } else { byte };
        byte += 1;
    }
    escapes[0x08] = short(b'b');
    escapes[0x09] = short(b't');
    escapes[0x0a] = short(b'n');
    escapes[0x0c] = short(b'f');
    escapes[0x0d] = short(b'r');
    escapes[b'"' as usize] = short(b'"');
    escapes[b'\\' as usize] = short(b'\\');
    escapes
};

/// A byte that needs four digits.
const LONG: u16 = short(b'u');

const fn short(letter: u8) -> u16 {
    u16::from_le_bytes([b'\\', letter])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn quoted(text: &str) -> Vec<u8> {
        let mut out = Buffer::default();
        out.push(b"\"");
        escape(&mut out, text);
        out.push(b"\"");
        out.as_slice().to_vec()
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json(text in any::<String>()) {
            prop_assert_eq!(String::from_utf8(quoted(&text)).ok(), serde_json::to_string(&text).ok());
        }

        /// Lengths of some words and a rest, with many escapes.
        #[test]
        fn agrees_with_serde_json_on_quotes(text in r#"[a"\\é]{0,40}"#) {
            prop_assert_eq!(String::from_utf8(quoted(&text)).ok(), serde_json::to_string(&text).ok());
        }
    }

    #[test]
    fn escapes_every_control_character() {
        let text: String = ('\0'..=' ').chain(['"', '\\', '/', '\u{7f}', 'é']).collect();
        assert_eq!(serde_json::from_slice::<String>(&quoted(&text)).unwrap(), text);
    }
}
