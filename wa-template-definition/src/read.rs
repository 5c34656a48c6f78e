//! JSON → definition: the creation form and the read-back form, in any letter case, keeping what is not understood.

use serde::de::Error as _;
use serde_json::{Map, Value};

use crate::component::{Component, HeaderFormat, MediaKind};
use crate::{
    Body, Button, ButtonKind, Category, Definition, Examples, Footer, Header, ParameterFormat, Text,
};

impl Definition {
    /// Reads a definition: the body with which a template is created, or the object as which it is read back.
    ///
    /// Kinds that this crate does not know are kept; keys of an unexpected type count as absent. What that means for
    /// the template is said by [`Definition::validate`].
    ///
    /// # Errors
    ///
    /// The text is not JSON, or not an object.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        Self::from_value(serde_json::from_str(json)?)
    }

    /// Reads a definition from parsed JSON, like [`Definition::from_json`].
    ///
    /// # Errors
    ///
    /// The value is not an object.
    pub fn from_value(value: Value) -> Result<Self, serde_json::Error> {
        let Value::Object(mut keys) = value.clone() else {
            return Err(serde_json::Error::custom("a template definition is a JSON object"));
        };
        let mut definition = Self::new(
            take_string(&mut keys, "name").unwrap_or_default(),
            take_string(&mut keys, "language").unwrap_or_default(),
            Category::parse(&take_string(&mut keys, "category").unwrap_or_default()),
        );
        if let Some(format) =
            keys.get("parameter_format").and_then(Value::as_str).and_then(ParameterFormat::parse)
        {
            definition.parameter_format = Some(format);
            keys.remove("parameter_format");
        }
        if let Some(Value::Array(components)) = keys.get_mut("components") {
            definition.components = std::mem::take(components).into_iter().map(component).collect();
            keys.remove("components");
        }
        definition.extra = keys;
        definition.source = Some(value);
        Ok(definition)
    }
}

fn component(value: Value) -> Component {
    let Value::Object(mut keys) = value else {
        return Component::Other(value);
    };
    let kind = keys.get("type").and_then(Value::as_str).map(str::to_ascii_uppercase);
    match kind.as_deref() {
        Some("HEADER") => Component::Header(header(without_type(keys))),
        Some("BODY") => Component::Body(body(without_type(keys))),
        Some("FOOTER") => {
            let mut keys = without_type(keys);
            let text = take_string(&mut keys, "text").map(Text::parse);
            Component::Footer(Footer { text, extra: keys })
        }
        // Without further keys: a list that also says something else is not one that this crate knows.
        Some("BUTTONS") if keys.len() == 2 && keys.get("buttons").is_some_and(Value::is_array) => {
            let Some(Value::Array(buttons)) = keys.remove("buttons") else {
                return Component::Buttons(Vec::new());
            };
            Component::Buttons(buttons.into_iter().map(button).collect())
        }
        _ => Component::Other(Value::Object(upper_case_type(keys))),
    }
}

/// Kinds are compared without letter case; answers print them in upper case.
fn upper_case_type(mut keys: Map<String, Value>) -> Map<String, Value> {
    if let Some(Value::String(kind)) = keys.get_mut("type") {
        kind.make_ascii_uppercase();
    }
    keys
}

fn without_type(mut keys: Map<String, Value>) -> Map<String, Value> {
    keys.remove("type");
    keys
}

fn header(mut keys: Map<String, Value>) -> Header {
    let format = take_string(&mut keys, "format")
        .map_or_else(|| "TEXT".to_owned(), |format| format.to_ascii_uppercase());
    let media = MediaKind::ALL.into_iter().find(|kind| kind.as_str() == format);
    let format = match (format.as_str(), media) {
        (_, Some(kind)) => HeaderFormat::Media { kind, example: take_handle(&mut keys) },
        ("TEXT", _) => {
            let text = Text::parse(take_string(&mut keys, "text").unwrap_or_default());
            let examples = take_examples(&mut keys, "header_text", "header_text_named_params", Nesting::Flat);
            HeaderFormat::Text { text, examples }
        }
        ("LOCATION", _) => HeaderFormat::Location,
        _ => HeaderFormat::Other(format),
    };
    Header { format, extra: keys }
}

fn body(mut keys: Map<String, Value>) -> Body {
    let text = take_string(&mut keys, "text").map(Text::parse);
    let examples = take_examples(&mut keys, "body_text", "body_text_named_params", Nesting::Nested);
    Body { text, examples, extra: keys }
}

fn button(value: Value) -> Button {
    let Value::Object(mut keys) = value else {
        // Not an object: kept under a key that no button has, so that nothing is lost.
        let extra = Map::from_iter([("button".to_owned(), value)]);
        return Button { label: None, kind: ButtonKind::Other, extra };
    };
    let kind = keys.get("type").and_then(Value::as_str).map(str::to_ascii_uppercase);
    let kind = match kind.as_deref() {
        Some("QUICK_REPLY") => ButtonKind::QuickReply,
        Some("URL") => {
            let url = Text::parse(take_string(&mut keys, "url").unwrap_or_default());
            ButtonKind::Url { url, example: take_url_example(&mut keys) }
        }
        Some("PHONE_NUMBER") => ButtonKind::PhoneNumber {
            phone_number: take_string(&mut keys, "phone_number").unwrap_or_default(),
        },
        _ => {
            return Button { label: None, kind: ButtonKind::Other, extra: upper_case_type(keys) };
        }
    };
    keys.remove("type");
    Button { label: take_string(&mut keys, "text"), kind, extra: keys }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Nesting {
    Flat,
    Nested,
}

/// Takes the samples of a text. Pages and answers print three shapes for numbered ones: a list of one list, a flat
/// list, a bare string.
fn take_examples(keys: &mut Map<String, Value>, positional: &str, named: &str, wanted: Nesting) -> Examples {
    let Some(Value::Object(example)) = keys.get("example") else {
        return Examples::Absent;
    };
    let examples = if let Some(Value::Array(values)) = example.get(named) {
        Examples::named(values.iter().filter_map(|value| {
            let name = value.get("param_name").and_then(plain)?;
            Some((name, value.get("example").and_then(plain)?))
        }))
    } else if let Some(values) = example.get(positional) {
        let (values, nested) = match values {
            Value::Array(values) => match values.first() {
                Some(Value::Array(inner)) => (inner.iter().map(plain).collect(), true),
                _ => (values.iter().map(plain).collect(), false),
            },
            value => (vec![plain(value)], false),
        };
        if values.is_empty() {
            Examples::Absent
        } else {
            Examples::Positional { values, nested: nested || wanted == Nesting::Flat }
        }
    } else {
        return Examples::Absent;
    };
    keys.remove("example");
    examples
}

fn take_handle(keys: &mut Map<String, Value>) -> Option<String> {
    let handle = match keys.get("example")?.get("header_handle")? {
        Value::Array(handles) => handles.first().and_then(plain)?,
        handle => plain(handle)?,
    };
    keys.remove("example");
    Some(handle)
}

fn take_url_example(keys: &mut Map<String, Value>) -> Option<String> {
    let example = match keys.get("example")? {
        Value::Array(examples) => examples.first().and_then(plain)?,
        example => plain(example)?,
    };
    keys.remove("example");
    Some(example)
}

fn take_string(keys: &mut Map<String, Value>, key: &str) -> Option<String> {
    if !keys.get(key)?.is_string() {
        return None;
    }
    match keys.remove(key) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}

/// A sample as text; numbers stand for themselves.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
