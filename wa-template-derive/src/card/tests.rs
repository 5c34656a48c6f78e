//! The derive of cards without a compiler.

use syn::DeriveInput;

use super::{check, derive, keys};
use crate::expected;
use crate::report::Report;
use crate::template::parse::fields;

#[track_caller]
fn errors(source: &str, wanted: &[(&str, &str)]) {
    let input: DeriveInput = syn::parse_str(source).expect("an item");
    let report = Report::default();
    keys(&report, &input);
    let fields = fields::read(&report, &input, &fields::CARD).unwrap_or_default();
    check(&report, &fields, false);
    expected::errors(report, wanted);
    syn::parse2::<syn::File>(derive(&input)).expect("the expansion is code");
}

#[test]
fn cards_have_values_only() {
    errors("struct Room { #[wa(header)] picture: Image, price: Currency, #[wa(skip)] own: u8 }", &[]);
    errors(
        "#[wa(body = \"text\")] struct Room { #[wa(example = \"x\")] price: u8, #[wa(cards)] rooms: u8 }",
        &[
            ("body", "a card struct has values only"),
            ("\"x\"", "a card struct has no examples"),
            ("cards", "a card has no carousel"),
        ],
    );
    errors("struct Room(u8);", &[("(u8)", "the fields of a card need names")]);
}

#[test]
fn expansion() {
    let source =
        "struct Room<'a> { #[wa(header)] picture: Image, name: &'a str, #[wa(button = 1)] code: String }";
    expected::expansion("card", "room", derive(&syn::parse_str(source).expect("a struct")));
}
