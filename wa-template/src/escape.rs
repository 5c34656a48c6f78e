//! JSON strings.

mod marks;
mod mask;

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
        Escapes::Marks => match bytes.last_chunk() {
            Some(end) => {
                escape_marks(out, text, end);
            }
            None => out.fill(marks::most(text), |room| (marks::escape_short(room, text), ())),
        },
        Escapes::Controls => bytes.iter().for_each(|byte| escape_byte(out, *byte)),
    }
}

/// The same for a text with this end and without control characters; its characters, if it can be sent so.
pub(crate) fn escape_marks(out: &mut Buffer, text: &str, end: &marks::End) -> Option<usize> {
    out.fill(marks::most(text), |room| marks::escape(room, text, end))
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
