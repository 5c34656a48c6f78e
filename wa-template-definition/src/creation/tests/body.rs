//! The text.

use serde_json::{Value, json};

use super::{
    BODY, Broken, accepted, broken, named_examples, rules, set, template, with_body, with_named_body,
};

pub(super) fn broken_definitions() -> Vec<Broken> {
    let mut table = missing();
    table.extend(gaps());
    table.extend(edges());
    table.extend(ratio());
    table.extend(examples());
    table
}

fn missing() -> Vec<Broken> {
    let footer = json!({ "type": "FOOTER", "text": "Lucky Shrub" });
    vec![
        broken("body-missing", "body", template(vec![])),
        broken("body-missing", "body", template(vec![footer])),
        broken("body-missing", "body", template(vec![json!({ "type": "BODY" })])),
        broken("body-missing", "body", template(vec![json!({ "type": "BODY", "text": null })])),
        broken("body-missing", "body", with_body("", &[])),
        broken("body-missing", "body", with_body(" \n", &[])),
    ]
}

fn gaps() -> Vec<Broken> {
    let gap = |text, examples: &[&str]| broken("body-placeholder-gap", "body", with_body(text, examples));
    vec![
        gap("Grüße 😀 an {{1}} und {{3}} von uns allen.", &["a", "b"]).at("Grüße 😀 an {{1}} und ", "{{3}}"),
        // With a sample for the number that is not there.
        gap("Grüße 😀 an {{1}} und {{3}} von uns allen.", &["a", "b", "c"])
            .at("Grüße 😀 an {{1}} und ", "{{3}}"),
        gap("Grüße 😀 an {{2}} und {{3}} von uns allen.", &["a", "b"]).at("Grüße 😀 an ", "{{2}}"),
        gap("Grüße 😀 an {{0}} und {{1}} von uns allen.", &["a", "b"]).at("Grüße 😀 an ", "{{0}}"),
        gap(
            "Eins {{1}}, zwei {{2}}, vier {{4}} und fünf {{5}} sind doch alle guten Dinge.",
            &["a", "b", "c", "d"],
        )
        .at("Eins {{1}}, zwei {{2}}, vier ", "{{4}}"),
        gap("Grüße 😀 an {{4294967295}} von uns allen.", &["a"]).at("Grüße 😀 an ", "{{4294967295}}"),
    ]
}

fn edges() -> Vec<Broken> {
    let edge = |text| broken("body-edge-placeholder", "body", with_body(text, &["a"]));
    let two = |text| broken("body-edge-placeholder", "body", with_body(text, &["a", "b"]));
    let punctuation = |text| broken("body-edge-punctuation", "body", with_body(text, &["a"]));
    vec![
        edge("{{1}}, your order is here.").at("", "{{1}}"),
        edge(" \n{{1}}, your order is here.").at(" \n", "{{1}}"),
        edge("Größe 😀 Ihrer Bestellung: {{1}}").at("Größe 😀 Ihrer Bestellung: ", "{{1}}"),
        edge("Größe 😀 Ihrer Bestellung: {{1}} \n").at("Größe 😀 Ihrer Bestellung: ", "{{1}}"),
        two("{{1}}, your order {{2}} is on its way to you.").at("", "{{1}}"),
        two("Größe der Bestellung {{1}} für Sie und alle: {{2}}")
            .at("Größe der Bestellung {{1}} für Sie und alle: ", "{{2}}"),
        punctuation("Größe 😀 Ihrer Bestellung: {{1}}.").at("Größe 😀 Ihrer Bestellung: ", "{{1}}"),
        punctuation("Größe 😀 Ihrer Bestellung: {{1}} 😀!").at("Größe 😀 Ihrer Bestellung: ", "{{1}}"),
        punctuation("*{{1}}* is your order number.").at("*", "{{1}}"),
        punctuation("¡{{1}}, your order is here!").at("¡", "{{1}}"),
    ]
}

fn ratio() -> Vec<Broken> {
    let few = |text, examples: &[&str]| broken("body-placeholder-ratio", "body", with_body(text, examples));
    vec![
        few("Grüße {{1}} alle", &["a"]),
        few("Grüße an {{1}} und {{2}}s Freunde", &["a", "b"]),
        few("Grüße an {{1}} und an {{2}} und {{3}} heute", &["a", "b", "c"]),
    ]
}

fn examples() -> Vec<Broken> {
    let text = "Grüße 😀 an {{1}} und {{2}} von uns allen.";
    let example = |examples: &[&str]| broken("body-example", "body", with_body(text, examples));
    let named = |examples| {
        broken("body-example", "body", with_named_body("Grüße 😀 an {{name}} von uns allen.", examples))
    };
    let form = |example: Value| {
        let body = json!({ "type": "BODY", "text": text, "example": example });
        broken("example-form", "body", template(vec![body]))
    };
    let mut hole = with_body(text, &["a", "b"]);
    hole["components"][0]["example"]["body_text"][0][0] = json!(null);
    let named_text = "Grüße 😀 an {{a}} und {{b}} von uns allen.";
    let named_form = |example: Value| {
        let body = json!({ "type": "BODY", "text": named_text, "example": example });
        let definition = set(template(vec![body]), "parameter_format", "NAMED");
        broken("example-form", "body", definition)
    };
    vec![
        example(&["a"]).at("Grüße 😀 an {{1}} und ", "{{2}}"),
        example(&["a", ""]).at("Grüße 😀 an {{1}} und ", "{{2}}"),
        broken("body-example", "body", hole).at("Grüße 😀 an ", "{{1}}"),
        example(&["a", "b", "c"]),
        broken("body-example", "body", with_body(BODY, &["a"])),
        named(&[]).at("Grüße 😀 an ", "{{name}}"),
        // A sample under a wrong name is the one that is missing.
        named(&["nome"]).at("Grüße 😀 an ", "{{name}}"),
        named(&["name", "day"]),
        named(&["name", "name"]),
        form(json!({ "body_text": ["a", "b"] })),
        form(json!({ "body_text_named_params": named_examples(&["1", "2"]) })),
        form(json!({ "body_text_named_params": named_examples(&["a", "b"]) })),
        named_form(json!({ "body_text": [["a", "b"]] })),
        named_form(json!({ "body_text": ["a", "b"] })),
    ]
}

#[test]
fn bodies_that_are_accepted() {
    for (text, examples) in [
        ("Hi", &[][..]),
        ("Grüße 😀 an {{1}} von uns.", &["Pablo"]),
        ("a {{1}} b c", &["x"]),
        ("x{{1}} y z w", &["1"]),
        ("Hello {{1}} (order 😀 {{2}} of today).", &["a", "b"]),
        ("Line one\n\nline *two* with {{1}} and _more_ 😀", &["x"]),
        (
            "one {{1}} two {{2}} three {{3}} four {{4}} and five more words for these four",
            &["a", "b", "c", "d"],
        ),
    ] {
        accepted(&with_body(text, examples));
    }
}

#[test]
fn body_examples_in_every_form() {
    for (text, example) in [
        ("Use code {{1}} in our shops.", json!({ "body_text": "10OFF" })),
        ("Use code {{1}} in our shops.", json!({ "body_text": ["10OFF"] })),
        ("Use code {{1}} in our shops.", json!({ "body_text": [["10OFF"]] })),
        ("Use code {{1}} in our shops.", json!({ "body_text": [[10]] })),
    ] {
        accepted(&template(vec![json!({ "type": "BODY", "text": text, "example": example })]));
    }
}

#[test]
fn both_ends_are_reported() {
    assert_eq!(
        rules(&with_body("{{1}} is your code for {{2}}", &["a", "b"])),
        ["body-edge-placeholder", "body-edge-placeholder", "body-placeholder-ratio"]
    );
    assert_eq!(rules(&with_body(" {{1}}\n", &["a"])), ["body-edge-placeholder", "body-placeholder-ratio"]);
    // A text that is nothing but a placeholder begins and ends with it: one cause.
    assert_eq!(rules(&with_body("{{1}}", &["a"])), ["body-edge-placeholder", "body-placeholder-ratio"]);
}

#[test]
fn every_missing_sample_is_reported() {
    assert_eq!(
        rules(&with_body("Hello {{1}}, your order {{2}} is on its way.", &[])),
        ["body-example", "body-example"]
    );
}

#[test]
fn gaps_are_explained() {
    for (text, fact, fix) in [
        (
            "Hello {{0}} and {{1}}, welcome back here.",
            "`{{0}}` is used, numbers begin with 1",
            "write `{{1}}`",
        ),
        ("Hello {{1}} and {{4}}, welcome back here.", "`{{4}}` is used, but `{{2}}` is not", "write `{{2}}`"),
    ] {
        let violations = super::read(&with_body(text, &["a", "b"])).validate();
        assert_eq!(violations.len(), 1, "{violations:?}");
        assert_eq!((violations[0].fact(), violations[0].fix()), (fact, fix));
    }
}
