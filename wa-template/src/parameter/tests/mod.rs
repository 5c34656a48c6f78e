//! What each kind of value writes between fixed pieces like those of the derive, and what it refuses.

mod buttons;
mod codes;
mod header;
mod order_details;
mod order_problems;
mod order_properties;
mod special;

use serde_json::Value;

use crate::buffer::Buffer;
use crate::definition::Category;
use crate::invalid::InvalidMessage;
use crate::template::Template;
use crate::writer::{Api, Writer};

/// A value in each test of what errors show; no error may hold it.
const SECRET: &str = "s3cr3t";

/// The codes of the body and of the first button.
const BODY: u8 = 0;
const BUTTON: u8 = 2;

static MEMBERS: Template = around("{}", &row(1, 1, BUTTON, 0));
static ELEMENTS: Template = around("[]", &row(1, 1, BUTTON, 0));
/// A file by link, whose key is written before it.
static MEDIA: Template = around("{\"link\":\"\"}", &row(9, 2, BUTTON, 0));
static TEXT: Template = around("\"\"", &row(1, 1, BUTTON, 0));
static NUMBER: Template = around("", &row(0, 0, BUTTON, 0));

/// A text with a limit of 15 characters, like the coupon code of a limited-time offer.
static OFFER_TEXT: Template = Template::new(
    "values",
    Category::Marketing,
    &["en"],
    "",
    "\"\"",
    "value",
    &row(1, 1, BUTTON, 1),
    b"\x02\0\x0f\0\0\0\0\0\0\0",
);

/// One field that fills two texts.
static TWICE: Template = around("[\"\",\"\"]", &two(row(2, 2, BODY, 0), row(1, 2, BUTTON, 0)));

/// A table without texts, whose values all come from one field.
const fn around(json: &'static str, rows: &'static [u8]) -> Template {
    Template::new("values", Category::Utility, &["en"], "", json, "value value", rows, b"")
}

/// How much JSON stands before and after a value, the part that it fills, and the number of its text.
const fn row(before: u8, after: u8, part: u8, text: u8) -> [u8; 12] {
    [before, 0, 0, 0, after, 0, 0, 0, part, 0, text, 0]
}

const fn two(first: [u8; 12], second: [u8; 12]) -> [u8; 24] {
    let mut rows = [0; 24];
    let (of_first, of_second) = rows.split_at_mut(12);
    of_first.copy_from_slice(&first);
    of_second.copy_from_slice(&second);
    rows
}

/// The JSON, and what cannot be sent.
fn written(template: &'static Template, write: impl FnOnce(&mut Writer<'_>)) -> (String, InvalidMessage) {
    let (mut out, mut problems) = (Buffer::default(), Vec::new());
    write(&mut Writer::new(&mut out, template, 0, Api::Cloud, &mut problems));
    (String::from_utf8(out.as_slice().to_vec()).expect("text"), InvalidMessage::new("values", problems))
}

#[track_caller]
fn writes(template: &'static Template, write: impl FnOnce(&mut Writer<'_>), json: &str) {
    let (found, invalid) = written(template, write);
    assert!(invalid.problems().is_empty(), "{invalid}");
    assert_eq!(found, json);
    assert!(json.is_empty() || serde_json::from_str::<Value>(json).is_ok(), "not JSON: {json}");
}

/// Checks the problems, each as `rule: fact`. Also a refused value is written as JSON, and no error shows it.
#[track_caller]
fn refuses(template: &'static Template, write: impl FnOnce(&mut Writer<'_>), problems: &[&str]) {
    let (json, invalid) = written(template, write);
    let found: Vec<String> = invalid
        .problems()
        .iter()
        .map(|problem| format!("{}: {}", problem.rule(), problem.violation().fact()))
        .collect();
    assert_eq!(found, problems);
    assert!(serde_json::from_str::<Value>(&json).is_ok(), "not JSON: {json}");
    let shown = format!("{invalid} {invalid:?}");
    assert!(!shown.contains(SECRET), "an error shows the value: {shown}");
}
