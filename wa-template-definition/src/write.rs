//! Definition → JSON.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Map, Value};

use crate::component::{Component, HeaderFormat};
use crate::{Body, Button, ButtonKind, Definition, Examples, Footer, Header};

/// Keys that only answers of the platform have.
const READ_BACK: &[&str] = &[
    "id",
    "status",
    "quality_score",
    "rejected_reason",
    "previous_category",
    "correct_category",
    "message_template_namespace",
    "last_updated_time",
];

impl Definition {
    /// The definition as JSON, equal (as parsed JSON) to what it was read from; a definition that was put together
    /// is written in creation form.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.source.as_ref().map_or_else(|| self.to_creation_json(), ToString::to_string)
    }

    /// The body with which this template is created: enum-like values in upper case, samples nested as the platform
    /// wants them, keys in the order of the platform's own samples, nothing that only answers have.
    #[must_use]
    pub fn to_creation_json(&self) -> String {
        // Strings and numbers only: writing them cannot fail.
        serde_json::to_string(&self.creation()).unwrap_or_default()
    }

    /// [`Definition::to_creation_json`] with line breaks and indentation, for people.
    #[must_use]
    pub fn to_creation_json_pretty(&self) -> String {
        serde_json::to_string_pretty(&self.creation()).unwrap_or_default()
    }

    fn creation(&self) -> Json {
        let mut keys = vec![
            ("name", string(&self.name)),
            ("language", string(&self.language)),
            ("category", string(self.category.as_str())),
        ];
        if let Some(format) = self.parameter_format {
            keys.push(("parameter_format", string(format.as_str())));
        }
        if !self.components.is_empty() {
            keys.push(("components", Json::Array(self.components.iter().map(component).collect())));
        }
        let extra = self.extra.iter().filter(|(key, _)| !READ_BACK.contains(&key.as_str()));
        Json::Object(keys, extra.map(|(key, value)| (key.clone(), value.clone())).collect())
    }
}

/// Whether components mean the same: whether they are written alike in creation form.
pub(crate) fn equal(one: &[Component], other: &[Component]) -> bool {
    one.iter().map(component).eq(other.iter().map(component))
}

/// JSON that keeps the order of its keys; further ones follow in alphabetical order. A further one of the same name
/// is what was read, of a type that could not be understood: it stands instead.
#[derive(PartialEq)]
enum Json {
    Object(Vec<(&'static str, Json)>, Map<String, Value>),
    Array(Vec<Json>),
    Value(Value),
}

fn string(text: impl Into<String>) -> Json {
    Json::Value(Value::String(text.into()))
}

fn object(keys: Vec<(&'static str, Json)>) -> Json {
    Json::Object(keys, Map::new())
}

fn component(component: &Component) -> Json {
    match component {
        Component::Header(header) => self::header(header),
        Component::Body(body) => self::body(body),
        Component::Footer(Footer { text, extra }) => {
            let mut keys = vec![("type", string("FOOTER"))];
            keys.extend(text.iter().map(|text| ("text", string(text.wire()))));
            Json::Object(keys, extra.clone())
        }
        Component::Buttons(buttons) => object(vec![
            ("type", string("BUTTONS")),
            ("buttons", Json::Array(buttons.iter().map(button).collect())),
        ]),
        Component::Other(value) => Json::Value(upper_case_type(value.clone())),
    }
}

fn header(header: &Header) -> Json {
    let mut keys = vec![("type", string("HEADER")), ("format", string(header.format.as_str()))];
    match &header.format {
        HeaderFormat::Text { text, examples } => {
            keys.push(("text", string(text.wire())));
            let positional = |values: Vec<Json>| ("header_text", Json::Array(values));
            keys.extend(examples_object(examples, positional, "header_text_named_params"));
        }
        HeaderFormat::Media { example, .. } => {
            keys.extend(example.iter().map(|handle| {
                ("example", object(vec![("header_handle", Json::Array(vec![string(handle)]))]))
            }));
        }
        HeaderFormat::Location | HeaderFormat::Other(_) => {}
    }
    Json::Object(keys, header.extra.clone())
}

fn body(body: &Body) -> Json {
    let mut keys = vec![("type", string("BODY"))];
    keys.extend(body.text.iter().map(|text| ("text", string(text.wire()))));
    let positional = |values: Vec<Json>| ("body_text", Json::Array(vec![Json::Array(values)]));
    keys.extend(examples_object(&body.examples, positional, "body_text_named_params"));
    Json::Object(keys, body.extra.clone())
}

fn examples_object(
    examples: &Examples,
    positional: impl FnOnce(Vec<Json>) -> (&'static str, Json),
    named: &'static str,
) -> Option<(&'static str, Json)> {
    let example = match examples {
        Examples::Absent => return None,
        Examples::Positional { values, .. } => positional(
            values.iter().map(|value| value.as_ref().map_or(Json::Value(Value::Null), string)).collect(),
        ),
        Examples::Named(values) => {
            let value = |(name, example): &(String, String)| {
                object(vec![("param_name", string(name)), ("example", string(example))])
            };
            (named, Json::Array(values.iter().map(value).collect()))
        }
    };
    Some(("example", object(vec![example])))
}

fn button(button: &Button) -> Json {
    if button.kind == ButtonKind::Other {
        return Json::Value(upper_case_type(Value::Object(button.extra.clone())));
    }
    let mut keys = vec![("type", string(button.type_name()))];
    keys.extend(button.label.iter().map(|label| ("text", string(label))));
    match &button.kind {
        ButtonKind::QuickReply | ButtonKind::Other => {}
        ButtonKind::Url { url, example } => {
            keys.push(("url", string(url.wire())));
            keys.extend(example.iter().map(|example| ("example", Json::Array(vec![string(example)]))));
        }
        ButtonKind::PhoneNumber { phone_number } => keys.push(("phone_number", string(phone_number))),
    }
    Json::Object(keys, button.extra.clone())
}

fn upper_case_type(mut value: Value) -> Value {
    if let Some(Value::String(kind)) = value.get_mut("type") {
        kind.make_ascii_uppercase();
    }
    value
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(keys, extra) => {
                let mut map = serializer.serialize_map(None)?;
                for (key, value) in keys.iter().filter(|(key, _)| !extra.contains_key(*key)) {
                    map.serialize_entry(key, value)?;
                }
                for (key, value) in extra {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::Array(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Value(value) => value.serialize(serializer),
        }
    }
}
