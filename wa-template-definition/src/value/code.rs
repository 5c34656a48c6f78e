//! Codes that the customer copies.

use super::scan;
use crate::place::Place;
use crate::{Violation, limits, rule};

/// The violation of a coupon code that cannot be copied. The limit is [`limits::COUPON_CODE`], or
/// [`limits::LIMITED_TIME_OFFER_COUPON_CODE`] in a limited-time offer.
#[must_use]
pub fn coupon_code(code: &str, limit: usize, place: &Place) -> Option<Violation> {
    let length = code.chars().count();
    let (fact, fix) = if code.is_empty() {
        ("the coupon code is empty".to_owned(), "send at least one letter or digit")
    } else if !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        (
            "the coupon code has a character that is no letter or digit".to_owned(),
            "send `A`-`Z`, `a`-`z`, `0`-`9`",
        )
    } else if length > limit {
        (format!("the coupon code has {length} characters, the limit is {limit}"), "send a shorter one")
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_COUPON_CODE, place.clone(), fact, fix))
}

/// The violation of a one-time code that cannot be sent. Beside its length it is a text value like any other.
#[must_use]
pub fn one_time_code(code: &str, place: &Place) -> Option<Violation> {
    let scan = scan(code);
    if let Some(fault) = scan.fault {
        return Some(fault.violation(place.clone()));
    }
    (scan.characters > limits::ONE_TIME_CODE).then(|| {
        let fact =
            format!("the code has {} characters, the limit is {}", scan.characters, limits::ONE_TIME_CODE);
        Violation::new(&rule::VALUE_ONE_TIME_CODE, place.clone(), fact, "send a shorter one")
    })
}

/// The violation of a one-time code that is one thing in the body and another in the button.
#[must_use]
pub fn one_time_codes_differ(place: &Place) -> Violation {
    let fact = "the code of the body is not that of the button";
    Violation::new(&rule::VALUE_ONE_TIME_CODE, place.clone(), fact, "send the same code twice")
}
