//! Texts of the platform on their way into a log.

use std::fmt::{self, Write};

/// So many digits in a row may be a phone number.
const PHONE_NUMBER: usize = 7;

/// So many letters and digits in a row may be a token, or a message id with a phone number inside.
const TOKEN: usize = 32;

/// Prints a text on one line, with everything left out that may be a phone number, a token or a message id.
pub(crate) struct Masked<'a>(pub(crate) &'a str);

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(first) = rest.chars().next() {
            let hidden = phone_number(rest).max(token(rest));
            if hidden > 0 {
                f.write_char('…')?;
                rest = rest.get(hidden..).unwrap_or_default();
                continue;
            }
            f.write_char(if first.is_control() { ' ' } else { first })?;
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
        Ok(())
    }
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

/// The length in bytes of what may be a phone number at the start of the text; zero if nothing is.
fn phone_number(text: &str) -> usize {
    let mut digits = 0;
    let mut separators = 0;
    let mut end = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                separators = 0;
                end = at + 1;
            }
            // `+1 (650) 555-1234` has two in a row. More of them separate two numbers.
            b' ' | b'-' | b'(' | b')' if digits > 0 && separators < 2 => separators += 1,
            _ => break,
        }
    }
    if digits >= PHONE_NUMBER { end } else { 0 }
}

/// The length in bytes of what may be a token at the start of the text; zero if nothing is.
fn token(text: &str) -> usize {
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if length >= TOKEN { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Masked(text).to_string(), expected);
    }

    #[test]
    fn phone_numbers_are_left_out() {
        check("to +16505551234 failed", "to +… failed");
        check("16505551234", "…");
        check("+1 (650) 555-1234, twice: +1-650-555-1234", "+…, twice: +…");
        check("user16505551234x", "user…x");
    }

    #[test]
    fn tokens_and_message_ids_are_left_out() {
        check(&format!("token {} is malformed", "EAAb1".repeat(8)), "token … is malformed");
        check(&format!("wamid.{}==", "HBgL".repeat(12)), "wamid.…==");
    }

    #[test]
    fn ordinary_texts_stay() {
        for text in [
            "body: number of localizable_params (2) does not match the expected number of params (1)",
            "template name (order_confirmation_with_a_rather_long_name_v2) does not exist in en_US",
            "code 131030, iOS 2.21.170.4",
            "Größe überschritten",
            "",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn line_breaks_become_blanks() {
        check("two\nlines\tand\u{1b}[1m", "two lines and [1m");
    }
}
