//! What stands around a template, each limit below, at and above.

use crate::value::{callback_data, phone_digits};

#[test]
fn phone_numbers_have_at_most_fifteen_digits() {
    for length in [1, 14, 15] {
        let (_, found) = phone_digits(&format!("+{}", "4".repeat(length))).expect("a phone number");
        assert_eq!(found, length);
    }
    let refused = phone_digits(&"4".repeat(16)).expect_err("too many digits");
    assert_eq!(refused.rule(), "recipient-phone-number");
    assert_eq!(refused.fact(), "the phone number has more than 15 digits");
}

#[test]
fn callback_data_has_at_most_512_characters() {
    for sign in ["k", "é", "🌵"] {
        for length in [0, 511, 512] {
            assert_eq!(callback_data(&sign.repeat(length)), None, "{length} of {sign}");
        }
        let refused = callback_data(&sign.repeat(513)).expect("too long");
        assert_eq!(refused.rule(), "callback-data-too-long");
        assert_eq!(refused.fact(), "the callback data has 513 characters, the limit is 512");
    }
}
