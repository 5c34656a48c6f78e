//! Coupon codes and one-time codes.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{OFFER_TEXT, TEXT, TWICE, refuses, writes};
use crate::{CouponCodeParameter, OneTimeCodeParameter};

#[test]
fn a_coupon_code_is_any_text() {
    writes(&TEXT, |writer| <str as CouponCodeParameter>::fill_slot("25OFF", writer), r#""25OFF""#);
    writes(&TEXT, |writer| <u32 as CouponCodeParameter>::fill_slot(&250, writer), r#""250""#);
    writes(
        &TEXT,
        |writer| <Cow<'_, str> as CouponCodeParameter>::fill_slot(&"aZ09".into(), writer),
        r#""aZ09""#,
    );
}

#[test]
fn a_coupon_code_has_twenty_characters() {
    writes(
        &TEXT,
        |writer| CouponCodeParameter::fill_slot("x7Qm2LtR9vKs4NpWd3Ya", writer),
        r#""x7Qm2LtR9vKs4NpWd3Ya""#,
    );
    let fact = "value-coupon-code: the coupon code has 21 characters, the limit is 20";
    refuses(&TEXT, |writer| CouponCodeParameter::fill_slot("s3cr3t7Qm2LtR9vKs4NpW", writer), &[fact]);
}

#[test]
fn a_coupon_code_of_an_offer_has_fifteen_characters() {
    writes(
        &OFFER_TEXT,
        |writer| CouponCodeParameter::fill_slot("CARIBE25CARIBE2", writer),
        r#""CARIBE25CARIBE2""#,
    );
    let fact = "value-coupon-code: the coupon code has 16 characters, the limit is 15";
    refuses(&OFFER_TEXT, |writer| CouponCodeParameter::fill_slot("CARIBE25CARIBE25", writer), &[fact]);
}

#[test]
fn a_coupon_code_has_letters_and_digits_only() {
    refuses(
        &TEXT,
        |writer| CouponCodeParameter::fill_slot("", writer),
        &["value-coupon-code: the coupon code is empty"],
    );
    for code in ["s3cr3t 25", "25%", "é", "25\"OFF", "25\n"] {
        let fact = "value-coupon-code: the coupon code has a character that is no letter or digit";
        refuses(&TEXT, |writer| CouponCodeParameter::fill_slot(code, writer), &[fact]);
    }
}

#[test]
fn a_one_time_code_is_a_string_of_any_kind() {
    struct Code(&'static str);
    impl AsRef<str> for Code {
        fn as_ref(&self) -> &str {
            self.0
        }
    }
    let json = r#""007""#;
    writes(&TEXT, |writer| <str as OneTimeCodeParameter>::fill_slot("007", writer), json);
    writes(&TEXT, |writer| <&str as OneTimeCodeParameter>::fill_slot(&"007", writer), json);
    writes(&TEXT, |writer| <String as OneTimeCodeParameter>::fill_slot(&"007".to_owned(), writer), json);
    writes(&TEXT, |writer| <Cow<'_, str> as OneTimeCodeParameter>::fill_slot(&"007".into(), writer), json);
    writes(&TEXT, |writer| <Arc<str> as OneTimeCodeParameter>::fill_slot(&"007".into(), writer), json);
    writes(&TEXT, |writer| <Rc<str> as OneTimeCodeParameter>::fill_slot(&"007".into(), writer), json);
    writes(&TEXT, |writer| <Box<str> as OneTimeCodeParameter>::fill_slot(&"007".into(), writer), json);
    writes(&TEXT, |writer| <Code as OneTimeCodeParameter>::fill_slot(&Code("007"), writer), json);
    writes(&TEXT, |writer| OneTimeCodeParameter::fill_slot("J$F\"p\\nYnP", writer), r#""J$F\"p\\nYnP""#);
}

#[test]
fn a_one_time_code_has_fifteen_characters() {
    writes(
        &TEXT,
        |writer| OneTimeCodeParameter::fill_slot("éééééééééé12345", writer),
        r#""éééééééééé12345""#,
    );
    let fact = "value-one-time-code: the code has 16 characters, the limit is 15";
    refuses(&TEXT, |writer| OneTimeCodeParameter::fill_slot("s3cr3t7890123456", writer), &[fact]);
}

#[test]
fn a_one_time_code_is_a_text_value() {
    let facts = [
        ("", "value-empty: the value is empty"),
        ("12\n34", "value-white-space: the value has a line break"),
        ("12\t34", "value-white-space: the value has a tab"),
        ("1     2", "value-white-space: the value has more than four blanks in a row"),
    ];
    for (code, fact) in facts {
        refuses(&TEXT, |writer| OneTimeCodeParameter::fill_slot(code, writer), &[fact]);
    }
}

#[test]
fn a_code_that_stands_in_body_and_button_is_refused_once() {
    refuses(
        &TWICE,
        |writer| {
            OneTimeCodeParameter::fill_slot("1234567890123456", writer);
            OneTimeCodeParameter::fill_slot("1234567890123456", writer);
        },
        &["value-one-time-code: the code has 16 characters, the limit is 15"],
    );
}
