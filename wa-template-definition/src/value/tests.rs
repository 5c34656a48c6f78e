mod envelope;
mod orders;
mod phone;
mod special;

use super::{Escapes, Media, TextFault, is_plain_link, media, scan};
use crate::place::Place;
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
    for before in 0..80 {
        let start = "x".repeat(before);
        check(&format!("{start}    y"), None);
        check(&format!("{start}     y"), Some(TextFault::Blanks));
        check(&format!("{start}     "), Some(TextFault::Blanks));
        check(&format!("{start}    "), None);
    }
}

proptest! {
    #[test]
    fn agrees_with_the_slow_way(text in "([ -~]|\\PC|[ \t\n\r\"\\\\]| {3,6}){0,120}") {
        let found = scan(&text);
        prop_assert_eq!(found.characters, text.chars().count());
        let refused = text.is_empty() || text.contains(['\n', '\r', '\t']) || text.contains("     ");
        prop_assert_eq!(found.fault.is_some(), refused);
        let escapes = if text.contains(|char| char < ' ') {
            Escapes::Controls
        } else if text.contains(['"', '\\']) {
            Escapes::Marks
        } else {
            Escapes::None
        };
        prop_assert_eq!(found.escapes, escapes);
    }
}

#[test]
fn reads_media() {
    let place = Place::header();
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

/// Plain links are links, and nothing in them needs an escape.
#[test]
fn plain_links_are_links_without_escapes() {
    let address = "https://www.example.com/a";
    assert!(is_plain_link(address) && is_plain_link("http://a.example/b?c=d~e!"));
    for at in 0..address.len() {
        for char in ('\0'..='\u{a0}').chain(['\u{2028}', '\u{3000}', 'é', '😀']) {
            let link = format!("{}{char}{}", &address[..at], &address[at..]);
            let fine = media(Media::Link(&link), &Place::header()).is_none()
                && serde_json::to_string(&link).unwrap().len() == link.len() + 2;
            assert!(fine || !is_plain_link(&link), "{link:?}");
        }
    }
    for link in ["", "https://", "http://", "ftp://www.example.com", "www.example.com/a"] {
        assert!(!is_plain_link(link), "{link}");
    }
}
