//! JSON strings.

/// Appends a text as the inside of a JSON string, without quotation marks.
pub(crate) fn escape(out: &mut Vec<u8>, text: &str) {
    if any(text.as_bytes(), |byte| matches!(byte, ..0x20 | b'"' | b'\\')) {
        escape_special(out, text);
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// The same for a text that is known to have something to escape.
pub(crate) fn escape_special(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    if any(bytes, |byte| byte < 0x20) {
        return bytes.iter().for_each(|byte| escape_byte(out, *byte));
    }
    // No byte becomes more than two, and eight become sixteen at most: so much is written for the last of them, too.
    let start = out.len();
    out.resize(start + 2 * (bytes.len() + WORD), 0);
    let mut end = start;
    let (words, rest) = bytes.as_chunks();
    for word in words {
        end += escape_word(out.get_mut(end..), *word);
    }
    // Filled up with what needs no escape; what it adds does not count.
    let mut last = [b'x'; WORD];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    end += escape_word(out.get_mut(end..), last);
    out.truncate(end.saturating_sub(WORD - rest.len()));
}

/// Bytes that are escaped together.
const WORD: usize = 8;

/// Escapes bytes without control characters; how many became of them.
///
/// Always two are written for one, without a branch, and the next overwrite the second where it is none.
#[inline]
fn escape_word(room: Option<&mut [u8]>, word: [u8; WORD]) -> usize {
    let Some(room) = room.and_then(<[u8]>::first_chunk_mut::<{ 2 * WORD }>) else { return 0 };
    let mut length = 0;
    for byte in word {
        let escape = ESCAPES[usize::from(byte)];
        if let Some(next) = room.get_mut(length..).and_then(<[u8]>::first_chunk_mut) {
            *next = escape.to_le_bytes();
        }
        length += 1 + usize::from(escape > 0xff);
    }
    length
}

/// Whether a byte is of a kind. It has no branch, so that the compiler looks at many at once.
fn any(bytes: &[u8], kind: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |any, byte| any | kind(*byte))
}

fn escape_byte(out: &mut Vec<u8>, byte: u8) {
    let [first, second] = ESCAPES[usize::from(byte)].to_le_bytes();
    match second {
        0 => out.push(first),
        b'u' => {
            const DIGITS: &[u8; 16] = b"0123456789abcdef";
            let (high, low) = (DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
        }
        _ => out.extend_from_slice(&[first, second]),
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
    use super::escape;
    use proptest::prelude::*;

    fn quoted(text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        out.push(b'"');
        escape(&mut out, text);
        out.push(b'"');
        out
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
