//! What stands above and below the text.

use serde_json::json;

use super::{BODY, Broken, accepted, broken, named_examples, rules, set, template, with_footer, with_header};

pub(super) fn broken_definitions() -> Vec<Broken> {
    let body = json!({ "type": "BODY", "text": BODY });
    let headless = |header| template(vec![header, body.clone()]);
    let mut table = vec![
        broken("header-empty", "header", with_header("", &[])),
        broken("header-empty", "header", headless(json!({ "type": "HEADER" }))),
        broken("header-empty", "header", headless(json!({ "type": "HEADER", "format": "TEXT", "text": 7 }))),
        broken("header-placeholders", "header", with_header("Größe {{1}} und {{2}}", &["a", "b"]))
            .at("Größe {{1}} und ", "{{2}}"),
        broken("header-placeholders", "header", with_header("{{1}}, {{2}}, {{3}}", &["a", "b", "c"]))
            .at("{{1}}, ", "{{2}}"),
        broken("header-placeholder-gap", "header", with_header("Größe {{2}}", &["a"])).at("Größe ", "{{2}}"),
        broken("header-placeholder-gap", "header", with_header("{{0}}", &["a"])).at("", "{{0}}"),
        // Samples: too few, too many, empty, none needed.
        broken("header-example", "header", with_header("Größe {{1}}", &[])).at("Größe ", "{{1}}"),
        broken("header-example", "header", with_header("Größe {{1}}", &[""])).at("Größe ", "{{1}}"),
        broken("header-example", "header", with_header("Größe {{1}}", &["a", "b"])),
        broken("header-example", "header", with_header("Größe", &["a"])),
        broken("footer-empty", "footer", with_footer("")),
        broken("footer-empty", "footer", template(vec![body.clone(), json!({ "type": "FOOTER" })])),
        broken("footer-placeholder", "footer", with_footer("Größe {{1}}")).at("Größe ", "{{1}}"),
        broken("footer-placeholder", "footer", with_footer("{{a}} 😀 {{b}}")).at("", "{{a}}"),
    ];
    for (text, examples) in [
        ("*Big* news", &[][..]),
        ("_Big_ news", &[]),
        ("~Big~ news", &[]),
        ("```Big``` news", &[]),
        ("Big news 😃", &[]),
        ("Big\nnews", &[]),
        ("News for *{{1}}*", &["Pablo"]),
    ] {
        table.push(broken("header-style", "header", with_header(text, examples)));
    }
    let named = json!({ "type": "HEADER", "format": "TEXT", "text": "For {{name}}",
                        "example": { "header_text": ["Pablo"] } });
    let named = set(headless(named), "parameter_format", "NAMED");
    table.push(broken("example-form", "header", named));
    let numbered = json!({ "type": "HEADER", "format": "TEXT", "text": "For {{1}}",
                           "example": { "header_text_named_params": named_examples(&["1"]) } });
    table.push(broken("example-form", "header", headless(numbered)));
    table
}

#[test]
fn headers_that_are_accepted() {
    for (text, examples) in [
        ("News", &[][..]),
        // A header may begin and end with its placeholder.
        ("{{1}}", &["Pablo"]),
        ("Support of order no: {{1}}", &["1"]),
        ("Act fast, {{1}}!", &["Pablo"]),
        ("Größe © 2 * 3 a_b ñ 中文", &[]),
    ] {
        accepted(&with_header(text, examples));
    }
    for format in ["IMAGE", "video", "Document", "LOCATION", "HOLOGRAM"] {
        let header = json!({ "type": "HEADER", "format": format });
        accepted(&template(vec![header, json!({ "type": "BODY", "text": BODY })]));
    }
}

#[test]
fn header_examples_may_be_a_bare_string() {
    let header = json!({ "type": "HEADER", "format": "TEXT", "text": "For {{1}}",
                         "example": { "header_text": "Pablo" } });
    accepted(&template(vec![header, json!({ "type": "BODY", "text": BODY })]));
}

#[test]
fn footers_that_are_accepted() {
    for text in ["Lucky Shrub", "Größe 😀 *bold* {x}", "é"] {
        accepted(&with_footer(text));
    }
}

#[test]
fn both_samples_and_gap_are_said() {
    assert_eq!(rules(&with_header("Size {{2}}", &[])), ["header-placeholder-gap", "header-example"]);
}
