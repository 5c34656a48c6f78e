//! The derive of messages without a compiler.

use syn::DeriveInput;

use super::{derive, parse};
use crate::expected;
use crate::report::Report;

/// Compares the errors; the expansion is code whatever is wrong.
#[track_caller]
fn errors(source: &str, expected: &[(&str, &str)]) {
    let input: DeriveInput = syn::parse_str(source).expect("an item");
    let report = Report::default();
    parse::read(&report, &input);
    expected::errors(report, expected);
    syn::parse2::<syn::File>(derive(&input)).expect("the expansion is code");
}

#[test]
fn a_variant_holds_one_template() {
    errors("enum Outgoing { A(Order), B { order: Order }, C(Box<dyn WaMessage>) }", &[]);
    errors(
        "enum Outgoing { A, B(), C {}, D(Order, Trip), E { order: Order, trip: Trip, more: u8 } }",
        &[
            ("A", "variant `A` holds no template"),
            ("B", "variant `B` holds no template"),
            ("C", "variant `C` holds no template"),
            ("Trip", "variant `D` holds 2 values, a message is one template"),
            ("trip", "variant `E` holds 3 values, a message is one template"),
        ],
    );
    errors("enum Outgoing {}", &[("Outgoing", "`Outgoing` has no variants")]);
}

#[test]
fn only_enums_hold_templates() {
    errors(
        "#[wa(body = \"x\")] struct Order { number: u32 }",
        &[("struct", "`WaMessage` is derived on an enum of templates, this is a struct")],
    );
    errors(
        "union Order { number: u32 }",
        &[("union", "`WaMessage` is derived on an enum of templates, this is a union")],
    );
}

#[test]
fn unknown_keys_are_told_once() {
    errors(
        "#[wa(crate = \"a\", language = \"en\", crate = \"b\")] enum Outgoing {
            #[wa(name = \"order\")] A(Order),
            B(#[wa(skip)] Order),
        }",
        &[
            ("language", "unknown key `language` on an enum of messages"),
            ("crate", "`crate` is given twice"),
            ("name", "unknown key `name` on a variant"),
            ("skip", "unknown key `skip` on the message of a variant"),
        ],
    );
}

/// How often the expansion implements the trait.
fn impls(source: &str) -> usize {
    let input: DeriveInput = syn::parse_str(source).expect("an item");
    let file: syn::File = syn::parse2(derive(&input)).expect("the expansion is code");
    prettyplease::unparse(&file).matches("WaMessage for Outgoing").count()
}

#[test]
fn half_typed_variants_do_not_panic() {
    for attribute in
        ["", "crate", "crate =", "crate = \"\"", "crate = 1", ", ,", "= \"x\"", "{}", "a::b", "1"]
    {
        let wa = format!("#[wa({attribute})]");
        for source in [
            format!("{wa} enum Outgoing<'a, T: 'a> {{ {wa} A({wa} &'a T), B }}"),
            format!("{wa} enum Outgoing {{ {wa} A {{ {wa} a: A }} }}"),
            format!("{wa} enum Outgoing {{}}"),
            format!("{wa} union Outgoing {{ {wa} a: u8 }}"),
        ] {
            assert_eq!(impls(&source), 1, "{source}");
        }
    }
}

#[test]
fn a_template_gets_no_second_impl() {
    assert_eq!(impls("struct Outgoing;"), 1);
    assert_eq!(impls("#[wa(language = \"en\")] struct Outgoing;"), 0);
}

#[track_caller]
fn golden(name: &str, source: &str) {
    expected::expansion("message", name, derive(&syn::parse_str(source).expect("an enum")));
}

#[test]
fn expansions() {
    golden(
        "two_templates",
        "enum Outgoing<'a> { Shipped(OrderShipped), Stock { message: BackInStock<'a> } }",
    );
    golden(
        "generic",
        "#[wa(crate = \"crate::messages\")]
        enum Outgoing<'a, T: WaMessage + ?Sized = dyn WaMessage> where T: 'a { Other(&'a T) }",
    );
    golden("with_errors", "enum Outgoing<'a> { Shipped(OrderShipped<'a>), Nothing }");
}
