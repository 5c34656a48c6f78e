//! The derive of payloads without a compiler.

use syn::DeriveInput;

use super::{analyse, derive};
use crate::expected;
use crate::report::Report;

/// Compares the errors; the expansion is code whatever is wrong.
#[track_caller]
fn errors(source: &str, expected: &[(&str, &str)]) {
    let input: DeriveInput = syn::parse_str(source).expect("an item");
    let report = Report::default();
    analyse(&report, &input);
    expected::errors(report, expected);
    syn::parse2::<syn::File>(derive(&input)).expect("the expansion is code");
}

#[test]
fn payloads_are_distinct_and_short() {
    errors("enum Answer { Yes, No }", &[]);
    errors("enum Answer { r#Yes, #[wa(payload = \"no thanks\")] No }", &[]);
    errors(
        "enum Answer { Yes, #[wa(payload = \"answer:yes\")] Sure, #[wa(payload = \"\")] No }",
        &[
            ("\"answer:yes\"", "`Yes` and `Sure` have the same payload `answer:yes`"),
            ("\"\"", "the payload is empty"),
        ],
    );
    errors(
        "enum Answer { #[wa(payload = \"answer:yes\")] Sure, Yes }",
        &[("\"answer:yes\"", "`Sure` and `Yes` have the same payload `answer:yes`")],
    );
    // What could not be read collides with nothing.
    errors(
        "enum Answer { Yes, #[wa(paylaod = \"y\")] YES }",
        &[("paylaod", "unknown key `paylaod` on a variant")],
    );
    errors("enum Answer { Yes, YES }", &[("YES", "`Yes` and `YES` have the same payload `answer:yes`")]);
}

#[test]
fn a_text_before_a_value_counts_with_its_colon() {
    let at = |length: usize| format!("enum A {{ #[wa(payload = \"{}\")] B(u8) }}", "x".repeat(length));
    errors(&at(255), &[]);
    let literal = format!("\"{}\"", "x".repeat(256));
    errors(&at(256), &[(&literal, "the payload has 257 characters, the limit is 256")]);
    errors(&at(0), &[("\"\"", "the payload is empty")]);
    errors(
        &format!("enum A {{ {}(u8) }}", "x".repeat(260)),
        &[(&"x".repeat(260), "the payload has 263 characters, the limit is 256")],
    );
}

#[test]
fn a_payload_belongs_to_one_variant() {
    errors("enum Answer { Confirm(u32), #[wa(payload = \"answer:confirm\")] Confirmed, Confirms(u32) }", &[]);
    errors("enum Answer { A(u8), #[wa(payload = \"answer:ab\")] B(u8), #[wa(payload = \"x\")] C(u8) }", &[]);
    errors(
        "enum Answer { Confirm(u32), #[wa(payload = \"answer:confirm\")] Sure { order: u32 } }",
        &[(
            "\"answer:confirm\"",
            "`Confirm` and `Sure` have the same text before the value: `answer:confirm:`",
        )],
    );
    errors(
        "enum Answer { Confirm(u32), #[wa(payload = \"answer:confirm:7\")] Seven }",
        &[("\"answer:confirm:7\"", "payload `answer:confirm:7` could be `Seven` or `Confirm`")],
    );
    // The empty value.
    errors(
        "enum Answer { #[wa(payload = \"answer:confirm:\")] None, Confirm(String) }",
        &[("\"answer:confirm:\"", "payload `answer:confirm:` could be `None` or `Confirm`")],
    );
    errors(
        "enum Answer { #[wa(payload = \"answer:confirm:all\")] All(u32), Confirm(u32) }",
        &[("\"answer:confirm:all\"", "payload `answer:confirm:all:…` could be `All` or `Confirm`")],
    );
    // The one that somebody wrote is the one to change.
    errors(
        "enum Answer { Yes, #[wa(payload = \"answer\")] Any(String) }",
        &[("\"answer\"", "payload `answer:yes` could be `Yes` or `Any`")],
    );
}

#[test]
fn a_variant_holds_one_value() {
    errors("enum Answer { A(), B {}, C(u8), D { day: u8 } }", &[]);
    errors(
        "enum Answer { Confirm(u32, #[doc = \"\"] Vec<u8>, u8), Move { from: u8, pub to: u8 } }",
        &[
            ("Vec<u8>", "variant `Confirm` holds 3 values, a payload carries one"),
            ("to", "variant `Move` holds 2 values, a payload carries one"),
        ],
    );
}

#[test]
fn unknown_keys_are_told_once() {
    errors(
        "#[wa(payload = \"x\", crate = \"a\", crate = \"b\")] enum Answer {
            #[wa(paylaod = \"answer:no\")] Yes,
            #[wa(payload = \"a\", payload = \"b\")] Perhaps,
            #[wa(payload = 1)] Later,
            #[wa(\"x\")] Never,
            No,
            Confirm(#[wa(payload = \"y\")] u32),
        }",
        &[
            ("payload", "unknown key `payload` on an enum of payloads"),
            ("crate", "`crate` is given twice"),
            ("paylaod", "unknown key `paylaod` on a variant"),
            ("payload", "`payload` is given twice"),
            ("1", "`payload` takes a text"),
            ("\"x\"", "a value without a key"),
            ("payload", "unknown key `payload` on the value of a variant"),
        ],
    );
}

#[test]
fn only_enums_are_payloads() {
    errors("#[wa(body = \"x\")] struct Answer;", &[("Answer", "payloads are the variants of an enum")]);
    errors("union Answer { a: u8 }", &[("Answer", "payloads are the variants of an enum")]);
    errors("enum Answer {}", &[("Answer", "`Answer` has no variants")]);
}

#[test]
fn half_typed_variants_do_not_panic() {
    for attribute in [
        "",
        "payload",
        "payload =",
        "payload = 1",
        "payload()",
        "payload = \"a\" \"b\"",
        "payload = \"\"",
        ", ,",
        "= \"x\"",
        "{}",
        "crate",
        "crate = ",
        "crate = \"\"",
        "crate::",
        "1",
        "\"a\", \"b\"",
    ] {
        let wa = format!("#[wa({attribute})]");
        for source in [
            format!("{wa} enum Answer {{ {wa} Yes, No(u8) }}"),
            format!("enum Answer {{ {wa} Yes({wa} u8), {wa} No {{ {wa} day: u8 }} }}"),
            format!(
                "{wa} enum Answer<'a, T: Copy, const N: usize = 1> where T: 'a {{ {wa} No({wa} &'a T, {wa} u8) }}"
            ),
            format!("{wa} struct Answer {{ {wa} day: u8 }}"),
            format!("{wa} {wa} {wa} enum Answer {{}}"),
        ] {
            let input: DeriveInput = syn::parse_str(&source).expect("an item");
            let file: syn::File = syn::parse2(derive(&input)).expect("the expansion is code");
            let impls = prettyplease::unparse(&file).matches("WaPayload for Answer").count();
            assert_eq!(impls, 1, "{source}");
        }
    }
}

#[track_caller]
fn golden(name: &str, source: &str) {
    expected::expansion("payload", name, derive(&syn::parse_str(source).expect("an enum")));
}

#[test]
fn expansions() {
    golden("fixed", "enum Answer { Yes, #[wa(payload = \"not \\\"now\\\"\")] r#No, Never {} }");
    golden(
        "with_values",
        "#[wa(crate = \"crate::messages\")]
        enum Answer<T> where T: Display + FromStr {
            Yes,
            Confirm(OrderId),
            #[wa(payload = \"move\")] Move { r#type: Option<T> },
        }",
    );
    golden("with_errors", "enum Answer<'a> { Yes, #[wa(payload = \"\")] Confirm(&'a str) }");
}
