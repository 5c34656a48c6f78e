//! The derive of payloads without a compiler.

use syn::DeriveInput;

use super::{check, derive, parse};
use crate::report::Report;

#[track_caller]
fn errors(source: &str, expected: &[&str]) {
    let input: DeriveInput = syn::parse_str(source).expect("an item");
    let report = Report::default();
    let written = parse::read(&report, &input);
    check(&report, &written.variants);
    let found: Vec<String> = report.into_errors().iter().map(ToString::to_string).collect();
    let facts: Vec<&str> = found.iter().filter_map(|error| error.lines().next()).collect();
    assert_eq!(facts, expected);
    syn::parse2::<syn::File>(derive(&input)).expect("the expansion is code");
}

#[test]
fn payloads_are_distinct_and_short() {
    errors("enum Answer { Yes, No }", &[]);
    errors("enum Answer { r#Yes, #[wa(payload = \"no thanks\")] No }", &[]);
    errors(
        "enum Answer { Yes, #[wa(payload = \"answer:yes\")] Sure, #[wa(payload = \"\")] No }",
        &["`Yes` and `Sure` have the same payload `answer:yes`", "the payload is empty"],
    );
}

#[test]
fn half_typed_variants_do_not_panic() {
    for attribute in
        ["", "payload", "payload =", "payload = 1", "payload()", ", ,", "= \"x\"", "payload = \"a\" \"b\""]
    {
        let source = format!("#[wa({attribute})] enum Answer {{ #[wa({attribute})] Yes, No(u8) }}");
        let input: DeriveInput = syn::parse_str(&source).expect("an item");
        syn::parse2::<syn::File>(derive(&input)).expect("the expansion is code");
    }
}
