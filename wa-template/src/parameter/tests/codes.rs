//! Coupon codes and one-time codes.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{OFFER_TEXT, TEXT, TWICE, refuses, writes};
use crate::__private as private;

#[test]
fn a_coupon_code_is_any_text() {
    writes(&TEXT, |writer| private::coupon_code::<str>(writer, "25OFF"), r#""25OFF""#);
    writes(&TEXT, |writer| private::coupon_code::<u32>(writer, &250), r#""250""#);
    writes(&TEXT, |writer| private::coupon_code::<Cow<'_, str>>(writer, &"aZ09".into()), r#""aZ09""#);
}

#[test]
fn a_coupon_code_has_twenty_characters() {
    writes(&TEXT, |writer| private::coupon_code(writer, "x7Qm2LtR9vKs4NpWd3Ya"), r#""x7Qm2LtR9vKs4NpWd3Ya""#);
    let fact = "value-coupon-code: the coupon code has 21 characters, the limit is 20";
    refuses(&TEXT, |writer| private::coupon_code(writer, "s3cr3t7Qm2LtR9vKs4NpW"), &[fact]);
}

#[test]
fn a_coupon_code_of_an_offer_has_fifteen_characters() {
    writes(&OFFER_TEXT, |writer| private::coupon_code(writer, "CARIBE25CARIBE2"), r#""CARIBE25CARIBE2""#);
    let fact = "value-coupon-code: the coupon code has 16 characters, the limit is 15";
    refuses(&OFFER_TEXT, |writer| private::coupon_code(writer, "CARIBE25CARIBE25"), &[fact]);
}

#[test]
fn a_coupon_code_has_letters_and_digits_only() {
    refuses(
        &TEXT,
        |writer| private::coupon_code(writer, ""),
        &["value-coupon-code: the coupon code is empty"],
    );
    for code in ["s3cr3t 25", "25%", "é", "25\"OFF", "25\n"] {
        let fact = "value-coupon-code: the coupon code has a character that is no letter or digit";
        refuses(&TEXT, |writer| private::coupon_code(writer, code), &[fact]);
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
    writes(&TEXT, |writer| private::one_time_code::<str>(writer, "007"), json);
    writes(&TEXT, |writer| private::one_time_code::<&str>(writer, &"007"), json);
    writes(&TEXT, |writer| private::one_time_code::<String>(writer, &"007".to_owned()), json);
    writes(&TEXT, |writer| private::one_time_code::<Cow<'_, str>>(writer, &"007".into()), json);
    writes(&TEXT, |writer| private::one_time_code::<Arc<str>>(writer, &"007".into()), json);
    writes(&TEXT, |writer| private::one_time_code::<Rc<str>>(writer, &"007".into()), json);
    writes(&TEXT, |writer| private::one_time_code::<Box<str>>(writer, &"007".into()), json);
    writes(&TEXT, |writer| private::one_time_code::<Code>(writer, &Code("007")), json);
    writes(&TEXT, |writer| private::one_time_code(writer, "J$F\"p\\nYnP"), r#""J$F\"p\\nYnP""#);
}

#[test]
fn a_one_time_code_has_fifteen_characters() {
    writes(&TEXT, |writer| private::one_time_code(writer, "éééééééééé12345"), r#""éééééééééé12345""#);
    let fact = "value-one-time-code: the code has 16 characters, the limit is 15";
    refuses(&TEXT, |writer| private::one_time_code(writer, "s3cr3t7890123456"), &[fact]);
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
        refuses(&TEXT, |writer| private::one_time_code(writer, code), &[fact]);
    }
}

#[test]
fn a_code_that_stands_in_body_and_button_is_refused_once() {
    refuses(
        &TWICE,
        |writer| {
            private::one_time_code(writer, "1234567890123456");
            private::one_time_code(writer, "1234567890123456");
        },
        &["value-one-time-code: the code has 16 characters, the limit is 15"],
    );
}
