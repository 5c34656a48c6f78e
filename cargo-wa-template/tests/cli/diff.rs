//! `diff`.

use serde_json::{Value, json};

use crate::folder::Folder;
use crate::samples::{listed, signed, tour, translated};

/// As it is read back after somebody edited the footer.
fn edited() -> Value {
    let mut tour = tour();
    tour["id"] = json!("1000000000000001");
    tour["status"] = json!("APPROVED");
    tour["category"] = json!("utility");
    tour["components"][2]["text"] = json!("Harbour Tours Ltd");
    tour
}

fn folder(test: &str) -> Folder {
    Folder::new(test).with("ours.json", tour().to_string()).with("theirs.json", edited().to_string())
}

#[test]
fn the_same_is_the_same() {
    let folder = folder("diff-same");
    folder.run(&["diff", "ours.json", "ours.json"]).is(0, "no differences\n");
    let json = folder.run(&["diff", "ours.json", "ours.json", "--format", "json"]).json(0);
    assert_eq!(json, json!({ "differences": [], "only_ours": [], "only_theirs": [] }));
}

#[test]
fn differences_in_meaning_are_told() {
    let expected = "\
harbour_tour (en_GB): footer.text: \"Harbour Tours\" here, \"Harbour Tours Ltd\" there
1 difference
";
    folder("diff-text").run(&["diff", "ours.json", "theirs.json"]).is(1, expected);
}

#[test]
fn json_has_everything() {
    let expected = json!({
        "differences": [{ "name": "harbour_tour", "language": "en_GB", "place": "footer.text",
                          "ours": "Harbour Tours", "theirs": "Harbour Tours Ltd" }],
        "only_ours": [], "only_theirs": [],
    });
    let folder = folder("diff-json");
    assert_eq!(folder.run(&["--format", "json", "diff", "ours.json", "theirs.json"]).json(1), expected);
}

#[test]
fn several_are_compared_by_name_and_language() {
    let folder = folder("diff-lists")
        .with("all/tour/en.json", tour().to_string())
        .with("all/tour/es.json", translated(tour(), "es").to_string())
        .with("answer.json", listed(&[signed(), edited()]));
    let expected = "\
harbour_tour (en_GB): footer.text: \"Harbour Tours\" here, \"Harbour Tours Ltd\" there
harbour_tour (es): only here
greeting (en): only there
3 differences
";
    folder.run(&["diff", "all", "answer.json"]).is(1, expected);
    let json = folder.run(&["diff", "all", "answer.json", "--format", "json"]).json(1);
    assert_eq!(json["only_ours"], json!([{ "name": "harbour_tour", "language": "es" }]));
    assert_eq!(json["only_theirs"], json!([{ "name": "greeting", "language": "en" }]));
}

#[test]
fn two_single_templates_are_compared_whatever_their_names() {
    let folder = folder("diff-names").with("other.json", translated(tour(), "es").to_string());
    let expected = "harbour_tour (en_GB): language: \"en_GB\" here, \"es\" there\n1 difference\n";
    folder.run(&["diff", "ours.json", "other.json"]).is(1, expected);
}

#[test]
fn a_side_that_cannot_be_read_ends_it() {
    let folder = folder("diff-broken").with("broken.json", "nope");
    folder
        .run(&["diff", "ours.json", "broken.json"])
        .fails("broken.json: not JSON: expected ident at line 1 column 2");
}
