//! Numbers as they are written.

use std::fmt;

/// A number in the digits of the notification, so that no amount of money passes through a float.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(in crate::webhook) struct Number(Box<str>);

impl Number {
    /// Takes a text over if it is a JSON number.
    pub(super) fn new(text: &str) -> Option<Self> {
        let looks_right = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
        let is_number =
            looks_right && super::Reader::new(text).value().is_ok_and(|json| json.as_str() == text);
        is_number.then(|| Self(text.into()))
    }

    pub(in crate::webhook) fn as_str(&self) -> &str {
        &self.0
    }

    pub(in crate::webhook) fn to_f64(&self) -> Option<f64> {
        self.0.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

impl Number {
    /// The number times 10 to the power of `decimals`, if that is a whole number that `i64` holds.
    pub(in crate::webhook) fn scaled(&self, decimals: u8) -> Option<i64> {
        let (number, exponent) = match self.0.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse().ok()?),
            None => (&*self.0, 0_i64),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
        let shift = exponent.checked_add(decimals.into())?.checked_sub(fraction.len().try_into().ok()?)?;
        if digits == 0 {
            return Some(0);
        }
        let power = 10_i64.checked_pow(shift.unsigned_abs().try_into().ok()?)?;
        match shift {
            0.. => digits.checked_mul(power),
            // `100` may be written `1000e-1`.
            _ => (digits % power == 0).then_some(digits / power),
        }
    }
}

/// A whole number that is not negative, in digits.
#[inline]
pub(super) fn whole(text: &str) -> Option<u64> {
    // Whatever eighteen digits there are, they fit.
    if text.is_empty() || text.len() > 18 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    Some(text.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(number: &str, decimals: u8, expected: Option<i64>) {
        assert_eq!(Number::new(number).and_then(|number| number.scaled(decimals)), expected, "{number}");
    }

    #[test]
    fn whole_numbers_are_read_to_the_last() {
        for number in [0, 7, 1_750_030_073, 999_999_999_999_999_999, 1_000_000_000_000_000_000, u64::MAX] {
            assert_eq!(whole(&number.to_string()), Some(number));
        }
        assert_eq!(whole("0000000000000000000007"), Some(7));
        assert_eq!(whole("+7"), Some(7));
        for odd in ["", "-7", "7.5", "7e3", " 7", "seven", "/", ":", "18446744073709551616"] {
            assert_eq!(whole(odd), None, "{odd}");
        }
    }

    #[test]
    fn amounts_are_exact_or_nothing() {
        check("30", 2, Some(3_000));
        check("12.5", 2, Some(1_250));
        check("12.50", 1, Some(125));
        check("0.07", 2, Some(7));
        check("-0.07", 2, Some(-7));
        check("12.345", 2, None);
        check("1.2e1", 0, Some(12));
        check("1000e-1", 0, Some(100));
        check("1e-1", 0, None);
        check("0e99", 2, Some(0));
        check("9007199254740993", 0, Some(9_007_199_254_740_993));
        for odd in ["1e999", "1e99999999999999999999", "9223372036854775808", "01", "+1", "one", "", "1 "] {
            check(odd, 0, None);
        }
    }
}
