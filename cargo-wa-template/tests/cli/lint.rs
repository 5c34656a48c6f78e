//! `lint`.

use serde_json::json;

use crate::folder::Folder;
use crate::samples::{dotted, listed, signed, tour, translated};

const SIGNED: &str = "\
error[footer-placeholder]: footer: the footer has the placeholder `{{1}}`, footers are fixed text
  | Yours, {{1}}
  |        ^^^^^
  help: write the text out, or move the placeholder into the body
  note: Meta's code is 100, subcode 2388073
";

#[test]
fn a_template_without_fault_is_fine() {
    let folder = Folder::new("lint-fine").with("tour.json", tour().to_string());
    folder.run(&["lint", "tour.json"]).is(0, "no problems in 1 definition\n");
}

#[test]
fn an_error_is_shown_at_its_place() {
    let folder = Folder::new("lint-error").with("signed.json", signed().to_string());
    let expected = format!("signed.json: {SIGNED}1 error in 1 definition\n");
    folder.run(&["lint", "signed.json"]).is(1, &expected);
}

#[test]
fn cargo_passes_its_subcommand_on() {
    let folder = Folder::new("lint-by-cargo").with("tour.json", tour().to_string());
    folder.run(&["wa-template", "lint", "tour.json"]).is(0, "no problems in 1 definition\n");
}

#[test]
fn warnings_are_problems_only_when_denied() {
    let folder = Folder::new("lint-warning").with("dotted.json", dotted().to_string());
    let run = folder.run(&["lint", "dotted.json"]);
    assert_eq!(run.code, Some(0));
    assert!(run.output.starts_with("dotted.json: warning[body-edge-punctuation]: body: "), "{}", run.output);
    assert!(run.output.ends_with("\n1 warning in 1 definition\n"), "{}", run.output);
    assert_eq!(folder.run(&["lint", "--deny-warnings", "dotted.json"]).code, Some(1));
}

#[test]
fn a_rule_can_be_left_out_if_it_can_be_silenced() {
    let folder = Folder::new("lint-allow").with("dotted.json", dotted().to_string());
    let lint = |rule| folder.run(&["lint", "dotted.json", "--deny-warnings", "--allow", rule]);
    lint("body-edge-punctuation").is(0, "no problems in 1 definition\n");
    lint("footer-placeholder").fails("rule `footer-placeholder` cannot be silenced");
    lint("body-edge-punctation")
        .fails("there is no rule `body-edge-punctation`; did you mean `body-edge-punctuation`?");
}

#[test]
fn a_list_is_as_many_definitions() {
    let folder = Folder::new("lint-list")
        .with("answer.json", listed(&[tour(), signed()]))
        .with("array.json", json!([signed(), dotted()]).to_string())
        .with("empty.json", "[]");
    let expected = format!("answer.json: greeting (en): {SIGNED}1 error in 2 definitions\n");
    folder.run(&["lint", "answer.json"]).is(1, &expected);
    let run = folder.run(&["lint", "answer.json", "array.json"]);
    assert!(run.output.ends_with("\n2 errors and 1 warning in 4 definitions\n"), "{}", run.output);
    folder.run(&["lint", "empty.json"]).is(0, "no problems in 0 definitions\n");
}

#[test]
fn a_folder_is_all_its_json_files_in_order() {
    let folder = Folder::new("lint-folder")
        .with("templates/b/en.json", signed().to_string())
        .with("templates/a/es.json", translated(signed(), "es").to_string())
        .with("templates/a/en.JSON", tour().to_string())
        .with("templates/a/README.md", "# not JSON")
        .with("bare/README.md", "# nothing here");
    let run = folder.run(&["--format", "json", "lint", "templates"]).json(1);
    assert_eq!(run["definitions"], 3);
    let languages: Vec<_> = (0..2).map(|index| run["violations"][index]["language"].clone()).collect();
    assert_eq!(languages, ["es", "en"]);
    folder.run(&["lint", "bare"]).fails("bare: there is no *.json file below this folder");
}

#[test]
fn standard_input_is_read_once() {
    let folder = Folder::new("lint-input");
    let expected = format!("<stdin>: {SIGNED}1 error in 1 definition\n");
    folder.run_with_input(&["lint", "-"], &signed().to_string()).is(1, &expected);
    folder.run(&["lint", "-", "-"]).fails("standard input (`-`) can be read only once");
}

#[test]
fn json_has_everything() {
    let folder = Folder::new("lint-json").with("signed.json", signed().to_string());
    let expected = json!({
        "violations": [{
            "file": "signed.json", "name": "greeting", "language": "en",
            "rule": "footer-placeholder", "severity": "error", "place": "footer", "range": { "start": 7, "end": 12 },
            "fact": "the footer has the placeholder `{{1}}`, footers are fixed text",
            "fix": "write the text out, or move the placeholder into the body",
            "code": 100, "subcode": 2_388_073,
        }],
        "definitions": 1, "errors": 1, "warnings": 0,
    });
    assert_eq!(folder.run(&["lint", "signed.json", "--format", "json"]).json(1), expected);
}

#[test]
fn what_can_be_read_is_judged_beside_what_cannot() {
    let folder = Folder::new("lint-broken")
        .with("signed.json", signed().to_string())
        .with("broken.json", "{\n  \"name\": oops\n}")
        .with("text.json", "\"text\"")
        .with("list.json", "[{}, 7]");
    let run = folder.run(&["lint", "missing.json", "broken.json", "signed.json", "text.json", "list.json"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.output, format!("signed.json: {SIGNED}1 error in 1 definition\n"));
    let lines: Vec<_> = run.errors.lines().collect();
    // The rest of this line is the operating system's.
    assert!(lines[0].starts_with("error: cannot read missing.json: "), "{}", lines[0]);
    assert_eq!(
        lines[1..],
        [
            "error: broken.json: not JSON: expected value at line 2 column 11",
            "error: text.json: a template definition is a JSON object",
            "error: list.json: entry 1 of the list: a template definition is a JSON object",
        ]
    );
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let folder = Folder::new("lint-mark").with("tour.json", format!("\u{feff}{}", tour()));
    folder.run(&["lint", "tour.json"]).is(0, "no problems in 1 definition\n");
}

#[test]
fn a_definition_cannot_steer_the_terminal() {
    let mut template = signed();
    template["components"][1]["text"] = json!("\u{1b}[2J{{1}}\r");
    template["name"] = json!("a\u{1b}[2Jb\nc");
    let folder = Folder::new("lint-terminal").with("evil.json", json!([template]).to_string());
    let run = folder.run(&["lint", "evil.json"]);
    assert_eq!(run.code, Some(1));
    assert!(run.output.lines().all(|line| !line.contains(char::is_control)), "{:?}", run.output);
}
