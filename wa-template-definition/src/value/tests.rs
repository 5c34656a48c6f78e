mod envelope;
mod orders;
mod special;

use super::{Media, TextFault, media, phone_digits, scan};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, fault: Option<TextFault>) {
    let found = scan(text);
    assert_eq!(found.fault, fault, "{text:?}");
    assert_eq!(found.characters, text.chars().count(), "{text:?}");
}

#[test]
fn refuses_what_the_platform_refuses() {
    check("", Some(TextFault::Empty));
    check("a", None);
    check("a\nb", Some(TextFault::LineBreak));
    check("0123456\r", Some(TextFault::LineBreak));
    check("01234567\t", Some(TextFault::Tab));
    check("\"quoted\" \\", None);
    check("grüße 😃 中文", None);
}

#[test]
fn counts_blanks_across_the_borders_of_chunks() {
    for before in 0..20 {
        let start = "x".repeat(before);
        check(&format!("{start}    y"), None);
        check(&format!("{start}     y"), Some(TextFault::Blanks));
        check(&format!("{start}     "), Some(TextFault::Blanks));
        check(&format!("{start}    "), None);
    }
}

proptest! {
    #[test]
    fn agrees_with_the_slow_way(text in "([ -~]|\\PC|[ \t\n\r\"\\\\]| {3,6}){0,40}") {
        let found = scan(&text);
        prop_assert_eq!(found.characters, text.chars().count());
        let refused = text.is_empty() || text.contains(['\n', '\r', '\t']) || text.contains("     ");
        prop_assert_eq!(found.fault.is_some(), refused);
        if found.plain {
            prop_assert_eq!(serde_json::to_string(&text).ok(), Some(format!("\"{text}\"")));
        }
    }
}

#[test]
fn reads_phone_numbers() {
    let digits = |number: &str| phone_digits(number).ok().map(|(digits, length)| digits[..length].to_vec());
    assert_eq!(digits("+1 (650) 555-1234").as_deref(), Some(b"16505551234".as_slice()));
    assert_eq!(digits("16505551234").as_deref(), Some(b"16505551234".as_slice()));
    for bad in ["", "+", "06505551234", "1650555x", "1234567890123456", "١٢٣", "1+6505551234"] {
        assert_eq!(digits(bad), None, "{bad}");
    }
}

#[test]
fn reads_media() {
    let place = crate::Place::header();
    for good in
        [Media::Id("2871834006348767"), Media::Link("https://example.com/a.png"), Media::Link("HTTP://x")]
    {
        assert_eq!(media(good, &place), None, "{good:?}");
    }
    for bad in [
        Media::Id(""),
        Media::Id("a b"),
        Media::Link("a.png"),
        Media::Link("https://"),
        Media::Link("https://a\nb"),
    ] {
        assert!(media(bad, &place).is_some(), "{bad:?}");
    }
}
