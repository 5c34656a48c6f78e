//! Sends that fit, each broken in one way.

use serde_json::{Value, json};
use wa_template_definition::{Definition, ParameterFormat};

/// A send with one thing broken: what, the send, and the code with which the platform refuses it.
pub(crate) type Breakage = (String, Value, u32);

fn changed(send: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut send = send.clone();
    change(&mut send);
    send
}

pub(crate) fn envelope(send: &Value) -> Vec<Breakage> {
    let breakage =
        |what: &str, code, change: &dyn Fn(&mut Value)| (what.to_owned(), changed(send, change), code);
    vec![
        breakage("other name", 132_001, &|send| send["name"] = json!("another_template")),
        breakage("other language", 132_001, &|send| send["language"]["code"] = json!("zu")),
        breakage("no language", 100, &|send| send["language"] = json!(null)),
    ]
}

pub(crate) fn inside(definition: &Definition, send: &Value) -> Vec<Breakage> {
    let components = send["components"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut breakages = Vec::new();
    for (index, component) in components.iter().enumerate() {
        let kind = component["type"].as_str().unwrap_or_default().to_lowercase();
        let sub_type = component["sub_type"].as_str().unwrap_or_default().to_lowercase();
        // Goes with any template, and is not judged.
        if kind == "tap_target_configuration" {
            continue;
        }
        let at = |what: &str, code, change: &dyn Fn(&mut Value)| {
            let broken = changed(send, |send| change(&mut send["components"][index]));
            (format!("{what} of component {index}"), broken, code)
        };
        let text_header = definition.header_text().is_some();
        // Without the component or without its values the same is missing; a reply has no value then.
        let (missing, without) = match (kind.as_str(), sub_type.as_str()) {
            ("header", _) if !text_header => (Some(132_012), 132_012),
            ("header" | "body", _) => (Some(132_000), 132_000),
            (_, "url") => (Some(131_008), 131_008),
            _ => (None, 132_018),
        };
        if let Some(code) = missing {
            let broken = changed(send, |send| {
                send["components"].as_array_mut().unwrap().remove(index);
            });
            breakages.push((format!("component {index} left out"), broken, code));
        }
        breakages.push(at("no values", without, &|component| component["parameters"] = json!([])));
        breakages.push(at("a value too many", 132_000, &|component| {
            let parameters = component["parameters"].as_array_mut().unwrap();
            parameters.push(parameters[0].clone());
        }));
        if kind == "button" {
            breakages.extend(button(definition, components, &sub_type, component, &at));
        }
        for parameter in 0..component["parameters"].as_array().map_or(0, Vec::len) {
            let texts = kind == "body" || kind == "header" && text_header;
            breakages.extend(values(definition, component, parameter, texts, &at));
        }
    }
    breakages
}

/// Makes a breakage: what, code, change of the component.
type At<'a> = dyn Fn(&str, u32, &dyn Fn(&mut Value)) -> Breakage + 'a;

fn values(
    definition: &Definition,
    component: &Value,
    index: usize,
    texts: bool,
    at: &At<'_>,
) -> Vec<Breakage> {
    let kind = component["parameters"][index]["type"].as_str().unwrap_or_default().to_lowercase();
    let mut breakages = vec![at("another kind of value", 132_012, &|component| {
        let other = if kind == "image" { "video" } else { "image" };
        let mut parameter = json!({ "type": other });
        parameter[other] = json!({ "link": "https://example.com/a" });
        // What names the placeholder is right.
        if let Some(name) = component["parameters"][index].get("parameter_name") {
            parameter["parameter_name"] = name.clone();
        }
        component["parameters"][index] = parameter;
    })];
    if !texts {
        return breakages;
    }
    if kind == "text" {
        for (text, code) in [("", 131_008), ("a\nb", 132_018), ("a\tb", 132_018), ("a     b", 132_018)] {
            breakages.push(at(&format!("the value {text:?}"), code, &|component| {
                component["parameters"][index]["text"] = json!(text);
            }));
        }
        breakages.push(at("a long value", 132_005, &|component| {
            component["parameters"][index]["text"] = json!("x".repeat(32_769));
        }));
    }
    breakages.push(at("one value less", 132_000, &|component| {
        component["parameters"].as_array_mut().unwrap().remove(index);
    }));
    // A name where none belongs, or another than the placeholder's.
    breakages.push(at("another name", 132_000, &|component| {
        component["parameters"][index]["parameter_name"] = json!("no_such_placeholder");
    }));
    if definition.parameter_format() == ParameterFormat::Named {
        breakages.push(at("no name", 100, &|component| {
            component["parameters"][index].as_object_mut().unwrap().remove("parameter_name");
        }));
    }
    breakages
}

fn button(
    definition: &Definition,
    components: &[Value],
    sub_type: &str,
    component: &Value,
    at: &At<'_>,
) -> Vec<Breakage> {
    let position = |component: &Value| match &component["index"] {
        Value::String(text) => text.parse::<usize>().expect("an index"),
        number => usize::try_from(number.as_u64().expect("an index")).expect("an index"),
    };
    let index = position(component);
    let mut breakages = vec![
        at("far index", 131_008, &|component| component["index"] = json!(definition.buttons().len())),
        at("no index", 131_008, &|component| component["index"] = json!(null)),
        at("unknown sub_type", 100, &|component| component["sub_type"] = json!("phone_number")),
        at("another sub_type", 132_018, &|component| component["sub_type"] = json!("copy_code")),
    ];
    for other in (0..definition.buttons().len()).filter(|other| *other != index) {
        let sent = components.iter().any(|sent| sent["index"] != Value::Null && position(sent) == other);
        let takes = match definition.buttons()[other].type_name() {
            "QUICK_REPLY" => Some("quick_reply"),
            "URL" if !definition.slots().iter().any(|slot| slot.kind.button() == Some(other)) => None,
            "URL" => Some("url"),
            _ => None,
        };
        let code = match (sub_type, takes) {
            // The address is needed at its own index, wherever it is sent instead.
            ("url", _) => 131_008,
            // A reply has a button of its own, or none.
            _ if sent => 100,
            (_, Some("quick_reply")) => continue,
            (_, Some(_)) => 132_018,
            (_, None) => 100,
        };
        breakages.push(at(&format!("index {other} instead of {index}"), code, &|component| {
            component["index"] = json!(other.to_string());
        }));
    }
    breakages
}
