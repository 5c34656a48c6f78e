//! Definitions from files: what is wrong with them is said at the literal that names them.

use super::{check, errors};

const FIELDS: &str = "struct Trip { trip: String, place: String, #[wa(button = 1)] code: String }";

#[track_caller]
fn check_file(attributes: &str, expected: &[(&str, &str)]) {
    check(&format!("#[wa({attributes})] {FIELDS}"), expected);
}

#[test]
fn a_file_gives_the_text() {
    check_file(r#"definition = "src/template/files/trip/en.json""#, &[]);
    check_file(r#"name = "trip", definition = "src/template/files/trip", languages("en")"#, &[]);
}

#[test]
fn files_that_cannot_be_used() {
    let missing = r#""src/template/files/trip/fr.json""#;
    check_file(
        &format!("definition = {missing}"),
        &[(missing, "`src/template/files/trip/fr.json` does not exist")],
    );
    let cut = r#""src/template/files/trip/cut.json""#;
    let fact = "`src/template/files/trip/cut.json` is not JSON: EOF while parsing a value";
    check_file(&format!("definition = {cut}"), &[(cut, fact)]);
    check_file(
        r#"definition = "src/template/files/trip", languages("en", "it")"#,
        &[("\"it\"", "`src/template/files/trip/it.json` does not exist")],
    );
}

#[test]
fn folders_and_languages_go_together() {
    let folder = r#""src/template/files/trip""#;
    check_file(
        &format!("definition = {folder}"),
        &[(folder, "a folder of definitions does not say which languages it has")],
    );
    check_file(
        r#"definition = "src/template/files/trip/en.json", languages("en")"#,
        &[("\"en\"", "one file is one language")],
    );
    check_file(
        r#"language = "en", category = "utility", body = "Your {{trip}} to {{place}} is near.", languages("en")"#,
        &[("\"en\"", "`languages` names the files of a `definition` folder")],
    );
}

#[test]
fn the_right_template_in_the_right_language() {
    check_file(
        r#"name = "journey", definition = "src/template/files/trip/en.json""#,
        &[("\"journey\"", "`src/template/files/trip/en.json` is template `trip`, not `journey`")],
    );
    check_file(
        r#"definition = "src/template/files/trip/en.json", body = "Text.""#,
        &[("body", "`body` stands in the definition file")],
    );
    check_file(
        r#"definition = "src/template/files/trip/en.json", positional, translation("it", body = "Ciao.")"#,
        &[
            ("positional", "`positional` stands in the definition file"),
            ("translation", "`translation` stands in the definition file"),
        ],
    );
    let absolute = r#""/trip/en.json""#;
    check_file(&format!("definition = {absolute}"), &[(absolute, "`/trip/en.json` is an absolute path")]);
}

#[test]
fn languages_have_the_same_placeholders() {
    check_file(
        r#"definition = "src/template/files/trip", languages("en", "es")"#,
        &[(
            "\"es\"",
            "`src/template/files/trip/es.json`: the translation `es` has placeholder `{{viaje}}`, the first language has not",
        )],
    );
}

#[test]
fn rules_hold_for_files_that_are_not_approved_yet() {
    let edge = r#""src/template/files/trip/edge.json""#;
    let fact = "`src/template/files/trip/edge.json`: body: the body ends with the placeholder `{{place}}`";
    check_file(&format!("definition = {edge}"), &[(edge, fact)]);
    check_file(&format!("definition = {edge}, allow(\"body-edge-placeholder\")"), &[]);
    check_file(r#"definition = "src/template/files/trip/approved.json""#, &[]);
}

#[test]
fn fields_are_bound_to_the_placeholders_of_the_file() {
    check(
        r#"#[wa(definition = "src/template/files/trip/en.json")] struct Trip { trip: String, plaice: String }"#,
        &[
            (r#""src/template/files/trip/en.json""#, "placeholder `{{place}}` has no field"),
            (r#""src/template/files/trip/en.json""#, "placeholder `{{1}}` has no field"),
        ],
    );
}

/// One wrong key or type in a file, which would leave most of the fields without a placeholder.
#[test]
fn mistakes_in_files_are_told_once() {
    for (file, at, fact, help) in [
        (
            "no_text",
            "",
            "`{}`: body: the template has no body text",
            "give its component `BODY` a text: `\"text\": \"Your order has left our warehouse.\"`",
        ),
        (
            "unknown_component",
            "",
            "`{}`: body: the template has no body text",
            "its component `BODDY` is of an unknown type: did you mean `BODY`?",
        ),
        (
            "no_components",
            "",
            "`{}`: body: the template has no body text",
            "add a component: `{ \"type\": \"BODY\", \"text\": \"Your order has left our warehouse.\" }` in `\"components\"`",
        ),
        (
            "no_list",
            "1",
            "there is no button 1, the template has 0",
            "give its component `BUTTONS` a list `\"buttons\": [ … ]` and nothing else",
        ),
        (
            "unknown_button",
            "1",
            "button 1 is of the unknown type `URLL`, it takes no value",
            "did you mean `URL`?",
        ),
        ("samples", "", "`{}`: body: the placeholder `{{trip}}` has no example", "give a sample value"),
        (
            "renamed",
            "",
            "placeholder `{{plaice}}` has no field",
            "a field with a similar name exists: `place`",
        ),
        (
            "left_out",
            "place",
            "field `place` has no placeholder `{{place}}`",
            "its texts have `{{trip}}`: name the field like one, or mark it `#[wa(skip)]`",
        ),
        (
            "list",
            "",
            "`{}` is not a template definition: a template definition is a JSON object",
            "write `{ \"name\": \"…\", \"language\": \"en\", \"category\": \"UTILITY\", \"components\": [ … ] }`",
        ),
        (
            "no_quotes",
            "",
            "`{}` is not JSON: key must be a string\n --> {}:4:3",
            "write JSON: keys and texts in double quotes, a comma between two entries and none behind the last",
        ),
    ] {
        let path = format!("src/template/files/broken/{file}.json");
        let errors = errors(&format!("#[wa(definition = \"{path}\")] {FIELDS}"));
        let [error] = errors.as_slice() else { panic!("{file}: {} errors", errors.len()) };
        let wanted = format!(
            "{}\nhelp: {help}",
            fact.replace("`{}`", &format!("`{path}`")).replace("{}:", &format!("{path}:"))
        );
        assert!(error.to_string().starts_with(&wanted), "{file}: {error}");
        let at = if at.is_empty() { format!("\"{path}\"") } else { at.to_owned() };
        assert_eq!(error.span().source_text(), Some(at), "{file}");
    }
}
