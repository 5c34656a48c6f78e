//! JSON strings.

/// What follows the backslash; 0 where a byte stands for itself, `u` where it needs four digits.
const ESCAPES: [u8; 256] = {
    let mut escapes = [0; 256];
    let mut control = 0;
    while control < 0x20 {
        escapes[control] = b'u';
        control += 1;
    }
    escapes[0x08] = b'b';
    escapes[0x09] = b't';
    escapes[0x0a] = b'n';
    escapes[0x0c] = b'f';
    escapes[0x0d] = b'r';
    escapes[b'"' as usize] = b'"';
    escapes[b'\\' as usize] = b'\\';
    escapes
};

/// Appends a text as the inside of a JSON string, without quotation marks.
pub(crate) fn escape(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let escape = ESCAPES[usize::from(byte)];
        if escape == 0 {
            continue;
        }
        out.extend_from_slice(&bytes[done..at]);
        done = at + 1;
        if escape == b'u' {
            const DIGITS: &[u8; 16] = b"0123456789abcdef";
            let (high, low) = (DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
        } else {
            out.extend_from_slice(&[b'\\', escape]);
        }
    }
    out.extend_from_slice(&bytes[done..]);
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
