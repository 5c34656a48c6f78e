//! `check-send`.

use serde_json::json;

use crate::folder::Folder;
use crate::samples::{listed, short_send, signed, tour, tour_send, translated};

fn folder(test: &str) -> Folder {
    Folder::new(test)
        .with("tour.json", tour().to_string())
        .with("send.json", tour_send().to_string())
        .with("bare.json", tour_send()["template"].to_string())
        .with("short.json", short_send().to_string())
}

#[test]
fn a_good_send_fits_as_a_whole_body_and_as_its_template() {
    let folder = folder("check-send-fits");
    for send in ["send.json", "bare.json"] {
        let expected = format!("{send}: fits harbour_tour (en_GB)\n");
        folder.run(&["check-send", "tour.json", send]).is(0, &expected);
    }
}

#[test]
fn a_bad_send_is_refused_with_the_platforms_code() {
    let run = folder("check-send-refused").run(&["check-send", "tour.json", "short.json"]);
    assert_eq!((run.code, run.errors.as_str()), (Some(1), ""));
    let lines: Vec<_> = run.output.lines().collect();
    assert!(lines[0].starts_with("short.json: error[send-parameter-count]: body: "), "{}", lines[0]);
    assert!(lines[1].starts_with("  help: "), "{}", lines[1]);
    assert_eq!(lines[2..], ["  note: Meta's code is 132000", "1 violation against harbour_tour (en_GB)"]);
}

#[test]
fn json_has_everything() {
    let folder = folder("check-send-json");
    let json = folder.run(&["check-send", "tour.json", "short.json", "--format", "json"]).json(1);
    assert_eq!(
        json["definition"],
        json!({ "file": "tour.json", "name": "harbour_tour", "language": "en_GB" })
    );
    let violation = &json["violations"][0];
    assert_eq!((&violation["rule"], &violation["code"]), (&json!("send-parameter-count"), &json!(132_000)));
    assert_eq!((&violation["range"], &violation["subcode"]), (&json!(null), &json!(null)));
    let json = folder.run(&["check-send", "tour.json", "send.json", "--format", "json"]).json(0);
    assert_eq!(json["violations"], json!([]));
}

#[test]
fn of_several_definitions_that_of_the_send_is_taken() {
    let list = listed(&[signed(), translated(tour(), "es"), tour()]);
    let folder = folder("check-send-list").with("list.json", list);
    folder.run(&["check-send", "list.json", "send.json"]).is(0, "send.json: fits harbour_tour (en_GB)\n");
    folder
        .run_with_input(&["check-send", "list.json", "-"], &tour_send().to_string())
        .is(0, "<stdin>: fits harbour_tour (en_GB)\n");
}

#[test]
fn a_template_that_does_not_exist_is_one_violation() {
    let folder = folder("check-send-unknown")
        .with("list.json", listed(&[signed(), translated(tour(), "es")]))
        .with("none.json", listed(&[]));
    let other = tour_send().to_string().replace("harbour_tour", "harbor_tour");
    for (send, rule) in [(tour_send().to_string(), "send-language"), (other, "send-name")] {
        let run = folder.run_with_input(&["check-send", "list.json", "-", "--format", "json"], &send);
        let violations = &run.json(1)["violations"];
        assert_eq!((&violations[0]["rule"], &violations[0]["code"]), (&json!(rule), &json!(132_001)));
    }
    folder
        .run(&["check-send", "none.json", "send.json"])
        .fails("none.json: there is no template definition in this list");
}

#[test]
fn a_send_of_any_form_is_judged() {
    let folder = folder("check-send-form").with("broken.json", "{");
    for send in ["null", "[]", "7", "{}", r#"{"template":3}"#] {
        assert_eq!(folder.run_with_input(&["check-send", "tour.json", "-"], send).code, Some(1), "{send}");
    }
    folder
        .run(&["check-send", "tour.json", "broken.json"])
        .fails("broken.json: not JSON: EOF while parsing an object at line 1 column 1");
    folder.run(&["check-send", "-", "-"]).fails("standard input (`-`) can be read only once");
}
