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
    // No byte becomes more than two: always two are written, without a branch, and the next overwrite the second where
    // it is none.
    let start = out.len();
    out.resize(start + 2 * bytes.len(), 0);
    let Some(room) = out.get_mut(start..) else { return };
    let mut length = 0;
    for byte in bytes {
        let escape = ESCAPES[usize::from(*byte)];
        if let Some(next) = room.get_mut(length..).and_then(<[u8]>::first_chunk_mut) {
            *next = escape.to_le_bytes();
        }
        length += 1 + usize::from(escape > 0xff);
    }
    out.truncate(start + length);
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

    proptest! {
        #[test]
        fn agrees_with_serde_json(text in any::<String>()) {
            let mut out = vec![b'"'];
            escape(&mut out, &text);
            out.push(b'"');
            prop_assert_eq!(String::from_utf8(out).ok(), serde_json::to_string(&text).ok());
        }
    }

    #[test]
    fn escapes_every_control_character() {
        let text: String = ('\0'..=' ').chain(['"', '\\', '/', '\u{7f}', 'é']).collect();
        let mut out = vec![b'"'];
        escape(&mut out, &text);
        out.push(b'"');
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }
}
