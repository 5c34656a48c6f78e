//! What holds for the placeholders of every text.

use serde_json::json;

use super::{
    Broken, accepted, broken, named_examples, rules, set, template, url, with_body, with_buttons,
    with_footer, with_header, with_named_body,
};

pub(super) fn broken_definitions() -> Vec<Broken> {
    let mut table = braces();
    table.extend(names());
    table.extend(formats());
    table.extend(neighbours());
    table
}

fn braces() -> Vec<Broken> {
    vec![
        broken("placeholder-braces", "body", with_body("Grüße 😀, order {{1 is on its way.", &[]))
            .at("Grüße 😀, order ", "{{"),
        broken("placeholder-braces", "body", with_body("Grüße 😀, order 1}} is on its way.", &[]))
            .at("Grüße 😀, order 1", "}}"),
        broken("placeholder-braces", "body", with_body("Grüße 😀, order {{ }} is on its way.", &[]))
            .at("Grüße 😀, order ", "{{ }}"),
        broken("placeholder-braces", "header", with_header("Größe {{", &[])).at("Größe ", "{{"),
        broken("placeholder-braces", "footer", with_footer("Größe }} x")).at("Größe ", "}}"),
        broken(
            "placeholder-braces",
            "buttons[0].url",
            with_buttons(vec![url("https://example.com/é/{{", None)]),
        )
        .at("https://example.com/é/", "{{"),
        broken("placeholder-blank", "body", with_body("Grüße 😀, order {{ 1 }} is on its way.", &["77"]))
            .at("Grüße 😀, order ", "{{ 1 }}"),
        broken("placeholder-blank", "header", with_header("Größe {{1 }}", &["7"])).at("Größe ", "{{1 }}"),
        broken(
            "placeholder-blank",
            "buttons[0].url",
            with_buttons(vec![url("https://example.com/{{ 1 }}", Some("x"))]),
        )
        .at("https://example.com/", "{{ 1 }}"),
    ]
}

fn names() -> Vec<Broken> {
    let name = |text, found, name| {
        broken("placeholder-name", "body", with_named_body(text, &[name])).at("Grüße 😀 an ", found)
    };
    let digit = |text, found, name| {
        broken("placeholder-digit", "body", with_named_body(text, &[name])).at("Grüße 😀 an ", found)
    };
    vec![
        name("Grüße 😀 an {{Name}} von uns allen.", "{{Name}}", "Name"),
        name("Grüße 😀 an {{first name}} von uns allen.", "{{first name}}", "first name"),
        name("Grüße 😀 an {{first-name}} von uns allen.", "{{first-name}}", "first-name"),
        name("Grüße 😀 an {{größe}} von uns allen.", "{{größe}}", "größe"),
        name("Grüße 😀 an {{#name}} von uns allen.", "{{#name}}", "#name"),
        name("Grüße 😀 an {{1st}} von uns allen.", "{{1st}}", "1st"),
        name("Grüße 😀 an {{+1}} von uns allen.", "{{+1}}", "+1"),
        name("Grüße 😀 an {{{name}} von uns allen.", "{{{name}}", "{name"),
        // Numbers are written without zeros in front.
        broken("placeholder-name", "body", with_body("Grüße 😀 an {{01}} von uns allen.", &["x"]))
            .at("Grüße 😀 an ", "{{01}}"),
        digit("Grüße 😀 an {{name2}} von uns allen.", "{{name2}}", "name2"),
        digit(
            "Grüße 😀 an {{abcdefghijklmnopqrstu}} von uns allen.",
            "{{abcdefghijklmnopqrstu}}",
            "abcdefghijklmnopqrstu",
        ),
    ]
}

fn formats() -> Vec<Broken> {
    let named_header = json!({ "type": "HEADER", "format": "TEXT", "text": "For {{name}}",
        "example": { "header_text_named_params": named_examples(&["name"]) } });
    let numbered_body = json!({ "type": "BODY", "text": "The order {{1}} has left our warehouse.",
        "example": { "body_text": [["77"]] } });
    let mixed = template(vec![named_header, numbered_body]);
    vec![
        broken("placeholder-mixed", "body", mixed.clone()).at("The order ", "{{1}}"),
        broken("placeholder-mixed", "body", set(mixed, "parameter_format", "NAMED"))
            .at("The order ", "{{1}}"),
        broken(
            "placeholder-mixed",
            "body",
            with_body("The order {{1}} of {{name}} has left our warehouse today.", &["77", "Pablo"]),
        )
        .at("The order {{1}} of ", "{{name}}"),
        broken(
            "placeholder-mixed",
            "body",
            with_named_body("The order {{1}} of {{name}} has left our warehouse today.", &["1", "name"]),
        )
        .at("The order {{1}} of ", "{{name}}"),
        broken(
            "placeholder-mixed",
            "body",
            set(with_body("Grüße 😀, order {{1}} is on its way.", &["77"]), "parameter_format", "NAMED"),
        )
        .at("Grüße 😀, order ", "{{1}}"),
        broken(
            "placeholder-format-missing",
            "parameter_format",
            set(
                with_named_body("The order {{number}} has left our warehouse.", &["number"]),
                "parameter_format",
                "POSITIONAL",
            ),
        ),
        broken(
            "placeholder-format-missing",
            "parameter_format",
            set(
                with_named_body("The order {{number}} has left our warehouse.", &["number"]),
                "parameter_format",
                json!(null),
            ),
        ),
    ]
}

fn neighbours() -> Vec<Broken> {
    vec![
        broken(
            "placeholder-adjacent",
            "body",
            with_body("Grüße 😀 an {{1}}{{2}} von uns allen und bis bald.", &["a", "b"]),
        )
        .at("Grüße 😀 an {{1}}", "{{2}}"),
        broken(
            "placeholder-adjacent",
            "body",
            with_body("Grüße 😀 an {{1}}  {{2}} von uns allen und bis bald.", &["a", "b"]),
        )
        .at("Grüße 😀 an {{1}}  ", "{{2}}"),
        broken(
            "placeholder-order",
            "body",
            with_body("Grüße 😀 an {{2}} und {{1}} von uns allen.", &["a", "b"]),
        )
        .at("Grüße 😀 an {{2}} und ", "{{1}}"),
        broken(
            "placeholder-order",
            "body",
            with_body("Grüße 😀 an {{1}} und {{3}} und {{2}} von uns allen hier.", &["a", "b", "c"]),
        )
        .at("Grüße 😀 an {{1}} und {{3}} und ", "{{2}}"),
        // One violation, however many are out of order.
        broken(
            "placeholder-order",
            "body",
            with_body("Grüße 😀 an {{3}} und {{2}} und {{1}} von uns allen hier.", &["a", "b", "c"]),
        )
        .at("Grüße 😀 an {{3}} und ", "{{2}}"),
        broken("placeholder-order", "body", with_body("Grüße 😀 an {{1}} und {{1}} von uns allen.", &["a"]))
            .at("Grüße 😀 an {{1}} und ", "{{1}}"),
        broken(
            "placeholder-order",
            "body",
            with_named_body("Grüße 😀 an {{name}} und {{name}} von uns allen.", &["name"]),
        )
        .at("Grüße 😀 an {{name}} und ", "{{name}}"),
    ]
}

#[test]
fn placeholders_that_are_accepted() {
    accepted(&with_body("Grüße 😀 an {{1}} und {{2}} von uns allen.", &["a", "b"]));
    accepted(&with_named_body("Hello {{first_name}}, welcome back.", &["first_name"]));
    accepted(&with_named_body("Hello {{_}}, welcome back.", &["_"]));
    accepted(&with_named_body("Hello {{abcdefghijklmnopqrst}}, welcome back.", &["abcdefghijklmnopqrst"]));
    // Named examples come in any order.
    accepted(&with_named_body("Hello {{b}}, your order {{a}} is on its way.", &["a", "b"]));
    // Single braces and brackets are text.
    accepted(&with_body("A set {1, 2} and [[3]] and } or {.", &[]));
}

#[test]
fn addresses_are_numbered_in_named_templates() {
    let mut definition = with_named_body("Hello {{name}}, your ticket is here.", &["name"]);
    let buttons = json!({ "type": "BUTTONS", "buttons": [url("https://example.com/{{1}}", Some("x"))] });
    definition["components"].as_array_mut().unwrap().push(buttons);
    accepted(&definition);
}

#[test]
fn old_answers_have_no_parameter_format() {
    let mut read_back = with_named_body("Hello {{name}}, welcome back.", &["name"]);
    read_back.as_object_mut().unwrap().remove("parameter_format");
    assert_eq!(rules(&read_back), ["placeholder-format-missing"]);
    accepted(&set(read_back, "status", "APPROVED"));
}

#[test]
fn braces_that_are_never_closed_are_reported_where_they_stand() {
    assert_eq!(rules(&with_body("To {{{{1}} with all our thanks.", &["x"])), ["placeholder-braces"]);
    // One violation per pair of braces that is left over.
    assert_eq!(
        rules(&with_body("To {{1}} and }} b {{ with thanks.", &["x"])),
        ["placeholder-braces", "placeholder-braces"]
    );
}

/// Templates of other systems take three braces, or an expression: the message shows what stands between ours.
#[test]
fn names_are_quoted_with_what_is_wrong_in_them() {
    let definition = super::read(&with_named_body("Hello {{{name}}}, welcome back.", &["{name"]));
    let violations = definition.validate();
    assert_eq!(violations.len(), 1, "{violations:?}");
    assert_eq!(violations[0].fact(), "`{name` is not a placeholder name");
    assert!(violations[0].fix().ends_with("`{{name}}`"), "{}", violations[0].fix());
    let violations = super::read(&with_named_body("Hello {{ Name }}, welcome back.", &["Name"])).validate();
    assert_eq!(violations.len(), 1, "{violations:?}");
    assert_eq!(violations[0].fact(), "`Name` is not a placeholder name");
}

#[test]
fn the_fix_names_an_allowed_name() {
    for (name, wanted) in [
        ("Name", "name"),
        ("orderId", "order_id"),
        ("first name", "first_name"),
        ("#name", "name"),
        ("1st", "st"),
        ("größe", "gr_e"),
        ("中文", "name"),
    ] {
        let text = format!("Hello {{{{{name}}}}}, welcome back.");
        let violations = super::read(&with_named_body(&text, &[name])).validate();
        assert_eq!(violations.len(), 1, "{violations:?}");
        let fix = violations[0].fix();
        assert!(fix.ends_with(&format!("`{{{{{wanted}}}}}`")), "{name}: {fix}");
    }
}
