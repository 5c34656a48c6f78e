//! Phone numbers.

use std::fmt;

use crate::place::{Part, Place};
use crate::{Violation, limits, rule};

/// The digits of a phone number in international form, without plus.
///
/// They take one word: a recipient is then moved in registers. As bytes, which are written in pieces and read as a whole,
/// they would cost more time than all else that is done with them.
///
/// `Display` shows them; `Debug` does not, as they are somebody's data.
///
/// # Example
///
/// ```
/// use wa_template_definition::value::phone_digits;
///
/// let digits = phone_digits("+1 (650) 555-1234")?;
/// assert_eq!(digits.to_string(), "16505551234");
/// # Ok::<(), wa_template_definition::Violation>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PhoneDigits {
    /// Four bits for each, the first lowest; the highest four say how many there are.
    packed: u64,
}

/// Bits of a digit.
const DIGIT: usize = 4;

const _: () =
    assert!(limits::RECIPIENT_DIGITS < u64::BITS as usize / DIGIT, "one word holds them and their number");

/// Bytes that are looked at together.
const WORD: usize = 8;

impl PhoneDigits {
    #[inline]
    fn new(digits: u64, length: usize) -> Self {
        Self { packed: digits | (length as u64) << (DIGIT * limits::RECIPIENT_DIGITS) }
    }

    /// In ASCII, and how many of these bytes count.
    #[must_use]
    #[inline]
    pub fn to_ascii(self) -> ([u8; 2 * WORD], usize) {
        let mut ascii = [0; 2 * WORD];
        let (first, rest) = ascii.split_at_mut(WORD);
        first.copy_from_slice(&unpack(self.packed));
        rest.copy_from_slice(&unpack(self.packed >> (DIGIT * WORD)));
        (ascii, usize::from(self.packed.to_be_bytes()[0] >> DIGIT))
    }
}

impl fmt::Display for PhoneDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (ascii, length) = self.to_ascii();
        f.pad(std::str::from_utf8(&ascii[..length]).unwrap_or_default())
    }
}

impl fmt::Debug for PhoneDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneDigits").finish_non_exhaustive()
    }
}

/// Eight digits in ASCII, four bits for each.
#[inline]
fn pack(ascii: [u8; WORD]) -> u64 {
    let word = u64::from_le_bytes(ascii) & 0x0f0f_0f0f_0f0f_0f0f;
    let word = (word | word >> 4) & 0x00ff_00ff_00ff_00ff;
    let word = (word | word >> 8) & 0x0000_ffff_0000_ffff;
    (word | word >> 16) & 0xffff_ffff
}

/// The way back, for the lowest eight.
#[inline]
fn unpack(packed: u64) -> [u8; WORD] {
    let word = packed & 0xffff_ffff;
    let word = (word | word << 16) & 0x0000_ffff_0000_ffff;
    let word = (word | word << 8) & 0x00ff_00ff_00ff_00ff;
    let word = (word | word << 4) & 0x0f0f_0f0f_0f0f_0f0f;
    (word | u64::from_le_bytes([b'0'; WORD])).to_le_bytes()
}

/// The digits of a phone number in international form.
///
/// Blanks, hyphens, brackets and a leading plus are dropped, as the platform does.
///
/// # Errors
///
/// The rule [`rule::RECIPIENT_PHONE_NUMBER`]: other characters, more than 15 digits, none at all, or a leading zero,
/// which no country code has: without a country code the platform would put the *business's* one in front.
#[inline]
pub fn phone_digits(number: &str) -> Result<PhoneDigits, Violation> {
    // The usual form first: nothing to drop.
    usual_digits(number).map_or_else(|| any_digits(number), Ok)
}

/// Those of a number of at least eight digits with nothing between them.
#[inline]
fn usual_digits(number: &str) -> Option<PhoneDigits> {
    let plain = number.strip_prefix('+').unwrap_or(number).as_bytes();
    let (first, last): (&[u8; WORD], &[u8; WORD]) = (plain.first_chunk()?, plain.last_chunk()?);
    // Without a branch, so that the compiler looks at all at once.
    let pairs = first.iter().zip(last);
    let all_digits =
        pairs.fold(true, |all, (one, other)| all & one.is_ascii_digit() & other.is_ascii_digit());
    if !all_digits || first[0] == b'0' || plain.len() > limits::RECIPIENT_DIGITS {
        return None;
    }
    // Two words that overlap.
    let digits = pack(*first) | pack(*last) << (DIGIT * (plain.len() - WORD));
    Some(PhoneDigits::new(digits, plain.len()))
}

/// Those of a number in any form.
fn any_digits(number: &str) -> Result<PhoneDigits, Violation> {
    let refused = |fact: &str, fix: &str| {
        Err(Violation::new(&rule::RECIPIENT_PHONE_NUMBER, Place::new(Part::Definition), fact, fix))
    };
    let (mut digits, mut length) = (0, 0);
    for (index, char) in number.trim().char_indices() {
        match char {
            '0'..='9' if length == limits::RECIPIENT_DIGITS => {
                let fact = format!("the phone number has more than {} digits", limits::RECIPIENT_DIGITS);
                return refused(&fact, "send it with its country code only");
            }
            '0'..='9' => {
                digits |= u64::from(u32::from(char) - u32::from('0')) << (DIGIT * length);
                length += 1;
            }
            '+' if index == 0 => {}
            ' ' | '-' | '(' | ')' | '\u{a0}' => {}
            _ => {
                return refused(
                    "the phone number has a character that is no digit",
                    "send digits with a leading `+`",
                );
            }
        }
    }
    if length == 0 {
        return refused("the phone number has no digits", "send digits with a leading `+`");
    }
    if digits % (1 << DIGIT) == 0 {
        let fix = "put the country code in front, without zeros before it";
        return refused("the phone number begins with a zero, so its country code is missing", fix);
    }
    Ok(PhoneDigits::new(digits, length))
}
