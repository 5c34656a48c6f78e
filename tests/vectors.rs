//! Recorded payloads, where the environment variable `WA_TEMPLATE_VECTORS` names their folder. Without it nothing is
//! compared: the tests' own expectations stand for themselves.

use std::path::PathBuf;

use serde_json::Value;
use wa_template::definition::Definition;

/// The folder, if it is named.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("WA_TEMPLATE_VECTORS").map(PathBuf::from)
}

/// Compares a request body with the documented one of that name.
///
/// # Panics
///
/// When they differ in more than what the documentation itself leaves open.
#[track_caller]
pub fn compare_send(name: &str, body: &Value) {
    let Some(documented) = read("send", name) else { return };
    assert_eq!(normalised(body.clone()), normalised(documented), "{name}");
}

/// Compares a definition with the one of that name.
///
/// # Panics
///
/// When they differ in anything but the wording of their sentences.
#[track_caller]
pub fn compare_definition(name: &str, definition: &Definition) {
    let Some(documented) = read("definitions", name) else { return };
    let ours = serde_json::from_str(&definition.to_json()).expect("JSON");
    let [ours, documented] =
        [ours, documented].map(|value| Definition::from_value(without_prose(value)).expect("a definition"));
    assert_eq!(ours.differences(&documented), [], "{name}");
}

/// Leaves the placeholders of headers and bodies only: the sentences of the samples are ours.
fn without_prose(mut definition: Value) -> Value {
    for component in definition["components"].as_array_mut().into_iter().flatten() {
        for card in component["cards"].as_array_mut().into_iter().flatten() {
            *card = without_prose(card.take());
        }
        if let Some(Value::String(text)) = component.get_mut("text") {
            let placeholders = text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
            *text = placeholders.flat_map(|name| ["{{", name, "}} "]).collect();
        }
    }
    definition
}

fn read(kind: &str, name: &str) -> Option<Value> {
    let path = folder()?.join(kind).join(format!("{name}.json"));
    // Samples of our own have no counterpart.
    let text = std::fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).expect("JSON"))
}

/// What the documentation writes in more than one way: `index` and parts of a date as numbers or strings, a plus
/// before the number or none, `recipient_type` and the language policy given or left out, `sub_type` in any letter
/// case.
fn normalised(mut value: Value) -> Value {
    if let Some(keys) = value.as_object_mut() {
        if keys.contains_key("type") && keys.contains_key("template") {
            keys.entry("recipient_type").or_insert_with(|| "individual".into());
        }
        if keys.contains_key("code") && keys.get("policy").is_some_and(|policy| policy == "deterministic") {
            keys.remove("policy");
        }
        for (key, value) in keys.iter_mut() {
            match value {
                Value::Number(number) if key == "index" => *value = number.to_string().into(),
                Value::String(text) if key == "sub_type" => *text = text.to_ascii_lowercase(),
                Value::String(text) if key == "to" => *text = text.trim_start_matches('+').to_owned(),
                Value::Object(date) if key == "date_time" => {
                    for part in date.values_mut() {
                        if let Some(number) = part.as_str().and_then(|text| text.parse::<i64>().ok()) {
                            *part = number.into();
                        }
                    }
                }
                _ => *value = normalised(value.take()),
            }
        }
    } else if let Some(values) = value.as_array_mut() {
        for value in values {
            *value = normalised(value.take());
        }
    }
    value
}
