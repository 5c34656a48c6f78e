//! `render`.

use serde_json::json;

use crate::folder::Folder;
use crate::samples::{listed, short_send, signed, tour, tour_send};

fn folder(test: &str) -> Folder {
    Folder::new(test)
        .with("tour.json", tour().to_string())
        .with("list.json", listed(&[signed(), tour()]))
        .with("send.json", tour_send().to_string())
}

const TOUR: &str = "\
Tour on 3 May
We meet at nine by the north gate. Are you coming?
Harbour Tours
[ Coming ]
[ Map → https://example.com/m/q7 ]
";

#[test]
fn a_message_is_shown_as_the_customer_reads_it() {
    let expected = "\
Tour on 4 May
We meet at ten by the south gate. Are you coming?
Harbour Tours
[ Coming ]
[ Map → https://example.com/m/k3 ]
";
    let folder = folder("render-send");
    folder.run(&["render", "tour.json", "send.json"]).is(0, expected);
    folder.run(&["render", "list.json", "send.json"]).is(0, expected);
}

#[test]
fn what_the_message_lacks_stays_a_placeholder() {
    let run = folder("render-short").run_with_input(&["render", "tour.json", "-"], &short_send().to_string());
    assert_eq!(run.code, Some(0));
    assert!(run.output.contains("\nWe meet at ten by the {{2}} gate. Are you coming?\n"), "{}", run.output);
}

#[test]
fn without_a_message_the_samples_are_shown() {
    let folder = folder("render-samples");
    folder.run(&["render", "tour.json"]).is(0, TOUR);
    let signed = "Welcome, we are glad to see you.\nYours, {{1}}\n";
    let expected = format!("greeting (en):\n{signed}\nharbour_tour (en_GB):\n{TOUR}");
    folder.run(&["render", "list.json"]).is(0, &expected);
}

#[test]
fn json_has_everything() {
    let expected = json!({ "messages": [{
        "name": "harbour_tour", "language": "en_GB", "header": "Tour on 3 May",
        "body": "We meet at nine by the north gate. Are you coming?", "footer": "Harbour Tours",
        "buttons": ["Coming", "Map → https://example.com/m/q7"],
    }] });
    assert_eq!(folder("render-json").run(&["render", "tour.json", "--format", "json"]).json(0), expected);
}

#[test]
fn a_message_without_definition_cannot_be_shown() {
    let folder = folder("render-unknown");
    let send = tour_send().to_string().replace("en_GB", "fr");
    folder
        .run_with_input(&["render", "list.json", "-"], &send)
        .fails("list.json: there is no definition of `harbour_tour` in `fr`");
}
