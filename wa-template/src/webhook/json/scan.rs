//! How far the parts of a token reach.

use super::Malformed;

/// How many bytes at the start stand for themselves in a string: neither quote nor backslash nor control character.
///
/// Called from many places, each of which is faster without a copy of it.
#[inline(never)]
pub(super) fn plain(bytes: &[u8]) -> usize {
    let (chunks, rest) = bytes.as_chunks();
    let mut length = 0;
    for chunk in chunks {
        let special = special(*chunk);
        if special != 0 {
            return length + special.trailing_zeros() as usize / 8;
        }
        length += chunk.len();
    }
    length + plain_at_end(rest)
}

/// The same for the last few bytes of a body, which are hardly ever in a string.
#[cold]
#[inline(never)]
fn plain_at_end(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | ..0x20)).count()
}

/// Looks at eight bytes at once: the lowest bit that is set lies in the first that does not stand for itself. Bits above
/// it mean nothing.
fn special(bytes: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGH: u64 = ONES << 7;
    let word = u64::from_le_bytes(bytes);
    // A byte below what is subtracted gets its high bit. The first line makes the quote 0x20, next to the control
    // characters, which stay below.
    let quotes_and_controls = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslashes = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    (quotes_and_controls | backslashes) & !word & HIGH
}

/// The length of an escape whose backslash stands before `bytes`, with the backslash.
pub(super) fn escape(bytes: &[u8]) -> Result<usize, Malformed> {
    match bytes {
        [b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => Ok(2),
        [b'u', a, b, c, d, ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()) => Ok(6),
        _ => Err(Malformed),
    }
}

/// The length of the number at the start of `bytes`.
pub(super) fn number(bytes: &[u8]) -> Result<usize, Malformed> {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let whole = usize::from(bytes.first() == Some(&b'-'));
    let mut end = digits(whole);
    if end == whole || (bytes.get(whole) == Some(&b'0') && end > whole + 1) {
        return Err(Malformed);
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction = end + 1;
        end = digits(fraction);
        if end == fraction {
            return Err(Malformed);
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let exponent = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = digits(exponent);
        if end == exponent {
            return Err(Malformed);
        }
    }
    Ok(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_ends_at_the_first_byte_that_is_not() {
        for length in 0..24 {
            for place in 0..length {
                for byte in 0..=u8::MAX {
                    let mut bytes = [b'a'; 24];
                    bytes[place] = byte;
                    // What comes behind must not matter.
                    bytes[place + 1..].fill(b'"');
                    let bytes = &bytes[..length];
                    let is_plain = !matches!(byte, b'"' | b'\\' | ..0x20);
                    assert_eq!(plain(bytes), place + usize::from(is_plain), "{bytes:?}");
                }
            }
            assert_eq!(plain(&vec![0xc3; length]), length);
        }
    }
}
