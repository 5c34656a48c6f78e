//! Phone numbers.

use proptest::prelude::*;

use crate::limits;
use crate::value::phone_digits;

fn digits(number: &str) -> Option<String> {
    phone_digits(number).ok().map(|digits| digits.to_string())
}

#[test]
fn reads_phone_numbers() {
    assert_eq!(digits("+1 (650) 555-1234").as_deref(), Some("16505551234"));
    assert_eq!(digits("16505551234").as_deref(), Some("16505551234"));
    for bad in
        ["", "+", "06505551234", "0 650 5551234", "1650555x", "1234567890123456", "١٢٣", "1+6505551234"]
    {
        assert_eq!(digits(bad), None, "{bad}");
    }
}

#[test]
fn phone_numbers_have_at_most_fifteen_digits() {
    for length in [1, 14, 15] {
        let number = "4".repeat(length);
        assert_eq!(digits(&format!("+{number}")), Some(number));
    }
    for long in ["4".repeat(16), "4 ".repeat(16)] {
        let refused = phone_digits(&long).expect_err("too many digits");
        assert_eq!(refused.rule(), "recipient-phone-number");
        assert_eq!(refused.fact(), "the phone number has more than 15 digits");
    }
}

proptest! {
    /// The usual form is read in words, any other digit by digit.
    #[test]
    fn both_ways_find_the_same_digits(number in "[1-9][0-9]{0,14}", at in 0..15_usize) {
        let (before, behind) = number.split_at(at.min(number.len()));
        let (plain, other) = (phone_digits(&number).unwrap(), phone_digits(&format!("{before} {behind}")).unwrap());
        prop_assert_eq!(plain.to_string(), number.as_str());
        prop_assert!(plain == other);
        let (ascii, length) = plain.to_ascii();
        prop_assert_eq!(&ascii[..length], number.as_bytes());
    }
}

#[test]
fn phone_numbers_are_digits_only() {
    for length in 1..=limits::RECIPIENT_DIGITS {
        let number = &"165055512345678"[..length];
        for at in 0..length {
            for byte in (0..0x80u8).filter(|byte| !byte.is_ascii_digit() && !b" -()+".contains(byte)) {
                // White space around a number is dropped.
                let inside = at > 0 && at + 1 < length;
                let odd = format!("{}{}{}", &number[..at], char::from(byte), &number[at + 1..]);
                let dropped = !inside && char::from(byte).is_whitespace();
                assert!(dropped || phone_digits(&odd).is_err(), "{odd:?}");
            }
        }
    }
}

#[test]
fn only_display_shows_the_digits() {
    let digits = phone_digits("+16505551234").unwrap();
    assert_eq!(format!("{digits} {digits:>12} {digits:?}"), "16505551234  16505551234 PhoneDigits { .. }");
}
