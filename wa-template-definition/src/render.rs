//! What the customer reads.

use std::fmt;

use serde_json::Value;

use crate::component::HeaderFormat;
use crate::{Body, Definition, Footer, ParameterFormat, PlaceholderName, Text};

/// A message as the customer reads it.
///
/// Placeholders without a value stay as they are: rendering never fails. Its `Display` is the message on several
/// lines, buttons in brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rendered {
    /// The header's text, or the file or place in brackets.
    pub header: Option<String>,
    /// The text. Empty for authentication templates, whose text the platform writes.
    pub body: String,
    /// The small print.
    pub footer: Option<String>,
    /// The labels of the buttons, in order, with the address where one is opened.
    pub buttons: Vec<String>,
}

impl Definition {
    /// The message that a send shows to the customer; `template` is the `template` object of the request body.
    #[must_use]
    pub fn render(&self, template: &Value) -> Rendered {
        let named = self.parameter_format() == ParameterFormat::Named;
        let header = self.header().map(|header| match header.format() {
            HeaderFormat::Text { text, .. } => fill(text, parameters(template, "header"), named),
            HeaderFormat::Other(format) => format!("[{}]", format.to_ascii_lowercase()),
            format => attachment(format, parameters(template, "header")),
        });
        let buttons = self.buttons().iter().enumerate().map(|(index, button)| {
            let label = button.label().unwrap_or_else(|| button.type_name());
            match button.kind() {
                crate::ButtonKind::Url { url, .. } => {
                    let values = button_parameters(template, index);
                    format!("{label} → {}", fill(url, values, false))
                }
                crate::ButtonKind::PhoneNumber { phone_number } => format!("{label} → {phone_number}"),
                _ => label.to_owned(),
            }
        });
        Rendered {
            header,
            body: self
                .body()
                .and_then(Body::text)
                .map(|text| fill(text, parameters(template, "body"), named))
                .unwrap_or_default(),
            footer: self.footer().and_then(Footer::text).map(Text::wire),
            buttons: buttons.collect(),
        }
    }
}

fn fill(text: &Text, parameters: &[Value], named: bool) -> String {
    text.fill(|placeholder| {
        let value = match &placeholder.name {
            PlaceholderName::Number(number) => {
                usize::try_from(*number).ok().and_then(|number| parameters.get(number.checked_sub(1)?))
            }
            PlaceholderName::Name(name) if named => parameters
                .iter()
                .find(|value| value.get("parameter_name").and_then(Value::as_str) == Some(name.as_str())),
            PlaceholderName::Name(_) => None,
        };
        value.and_then(shown).map_or_else(|| format!("{{{{{}}}}}", placeholder.name), ToOwned::to_owned)
    })
}

/// The text of a value: its own, or the fallback of a sum or date.
fn shown(parameter: &Value) -> Option<&str> {
    let text = parameter.get("text").and_then(Value::as_str);
    text.or_else(|| {
        ["currency", "date_time"].iter().find_map(|kind| parameter.get(kind)?.get("fallback_value")?.as_str())
    })
}

fn attachment(format: &HeaderFormat, parameters: &[Value]) -> String {
    let kind = format.as_str().to_ascii_lowercase();
    let object = parameters.first().and_then(|parameter| parameter.get(&kind));
    let text = |key: &str| object.and_then(|object| object.get(key)).and_then(Value::as_str);
    let what = match format {
        HeaderFormat::Location => match (text("name"), text("address")) {
            (Some(name), Some(address)) => Some(format!("{name}, {address}")),
            (name, address) => name.or(address).map(ToOwned::to_owned),
        },
        _ => text("filename").or_else(|| text("link")).or_else(|| text("id")).map(ToOwned::to_owned),
    };
    what.map_or_else(|| format!("[{kind}]"), |what| format!("[{kind}: {what}]"))
}

fn components(template: &Value) -> impl Iterator<Item = &Value> {
    template.get("components").and_then(Value::as_array).into_iter().flatten()
}

fn is(component: &Value, kind: &str) -> bool {
    component.get("type").and_then(Value::as_str).is_some_and(|found| found.eq_ignore_ascii_case(kind))
}

fn parameters<'a>(template: &'a Value, kind: &str) -> &'a [Value] {
    list(components(template).find(|component| is(component, kind)))
}

fn button_parameters(template: &Value, index: usize) -> &[Value] {
    let here = |component: &&Value| match component.get("index") {
        Some(Value::String(text)) => text.parse() == Ok(index),
        Some(number) => number.as_u64().and_then(|number| usize::try_from(number).ok()) == Some(index),
        None => false,
    };
    list(components(template).filter(|component| is(component, "button")).find(here))
}

fn list(component: Option<&Value>) -> &[Value] {
    component
        .and_then(|component| component.get("parameters"))
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut blocks: Vec<String> = Vec::new();
        blocks.extend(self.header.clone());
        blocks.push(self.body.clone());
        blocks.extend(self.footer.clone());
        blocks.extend(self.buttons.iter().map(|button| format!("[ {button} ]")));
        f.write_str(&blocks.join("\n"))
    }
}
