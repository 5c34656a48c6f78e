//! Where messages are written: what stands in a buffer, and values that do something else meanwhile.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;
use wa_template::{TextParameter, WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "The report of {{day}} is ready: {{summary}}.")]
struct Report<T: TextParameter> {
    #[wa(example = "Monday")]
    day: &'static str,
    #[wa(example = "42 orders")]
    summary: T,
}

/// Shows nothing, but panics.
struct Panics;

impl TextParameter for Panics {
    fn with_text<R>(&self, _: impl FnOnce(&str) -> R) -> R {
        panic!("a value that cannot be shown")
    }
}

#[test]
fn a_buffer_is_as_it_was_when_a_value_panics() {
    let mut buffer = b"kept".to_vec();
    let writing = AssertUnwindSafe(|| {
        Report { day: "Monday", summary: Panics }.to("+16505551234").write_to(&mut buffer)
    });
    assert!(catch_unwind(writing).is_err());
    assert_eq!(buffer, b"kept");
    let built = Report { day: "Monday", summary: "42" }.to("+16505551234").build().expect("valid");
    assert!(built.json().contains("42"), "{}", built.json());
}

/// Builds a message of its own while it is written.
struct Nested;

impl TextParameter for Nested {
    fn with_text<R>(&self, read: impl FnOnce(&str) -> R) -> R {
        let inner = Report { day: "Sunday", summary: "0" }.to("+16505551234").build().expect("valid");
        read(&format!("{} bytes", inner.json().len()))
    }
}

#[test]
fn a_value_may_build_another_message() {
    let outer = Report { day: "Monday", summary: Nested }.to("+16505551234").build().expect("valid");
    let json: Value = serde_json::from_str(outer.json()).expect("JSON");
    let parameters = &json["template"]["components"][0]["parameters"];
    assert_eq!(parameters[0]["text"], "Monday");
    assert!(parameters[1]["text"].as_str().is_some_and(|text| text.ends_with(" bytes")), "{json}");
}
