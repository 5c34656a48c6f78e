//! How two definitions of a template differ.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use crate::{Category, Definition, limits};

/// One place at which two definitions differ.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The path in the normalised creation form: `body.text`, `buttons[0].url`.
    pub place: String,
    /// What the definition itself has there; `None` if nothing.
    pub ours: Option<String>,
    /// What the other one has there; `None` if nothing.
    pub theirs: Option<String>,
}

impl Definition {
    /// Every place at which this definition and another one differ in meaning. Ids, states, media handles, letter
    /// case of enum-like values, the order of components, the form of samples and stated defaults do not count, and
    /// neither does the text that the platform writes into authentication templates.
    #[must_use]
    #[inline]
    pub fn differences(&self, other: &Definition) -> Vec<Difference> {
        let (ours, theirs) = (self.leaves(), other.leaves());
        let mut places: Vec<&String> = ours.keys().chain(theirs.keys()).collect();
        places.sort();
        places.dedup();
        places
            .into_iter()
            .filter(|place| ours.get(*place) != theirs.get(*place))
            .map(|place| Difference {
                place: place.clone(),
                ours: ours.get(place).cloned(),
                theirs: theirs.get(place).cloned(),
            })
            .collect()
    }

    /// The normalised creation form as a flat list of paths and values.
    #[inline]
    fn leaves(&self) -> BTreeMap<String, String> {
        let mut leaves = BTreeMap::new();
        let mut creation: Value = serde_json::from_str(&self.to_creation_json()).unwrap_or_default();
        let components = creation.as_object_mut().and_then(|keys| keys.remove("components"));
        flatten(&mut leaves, "", &creation);
        // What is not said is the default.
        leaves.insert("parameter_format".to_owned(), self.parameter_format().as_str().to_owned());
        for (key, default) in DEFAULTS {
            if leaves.get(*key).is_some_and(|value| value == default) {
                leaves.remove(*key);
            }
        }
        leaves.remove("allow_category_change");
        if let Some(lifetime) = leaves.remove("message_send_ttl_seconds") {
            leaves.extend(
                self.lifetime(lifetime).map(|lifetime| ("message_send_ttl_seconds".to_owned(), lifetime)),
            );
        }
        let generated = self.buttons().iter().any(crate::Button::is_one_time_password);
        component_leaves(&mut leaves, "", components, generated);
        leaves
    }

    /// The lifetime of an undelivered message in seconds, if it is not the default of the category.
    #[inline]
    fn lifetime(&self, said: String) -> Option<String> {
        let Ok(seconds) = said.parse() else { return Some(said) };
        let seconds = if seconds == limits::ttl::THIRTY_DAYS { limits::ttl::DEFAULT } else { seconds };
        let default = match self.category() {
            Category::Authentication => limits::ttl::AUTHENTICATION_DEFAULT,
            Category::Utility | Category::Marketing | Category::Other(_) => limits::ttl::DEFAULT,
        };
        (seconds != default).then(|| seconds.to_string())
    }
}

/// Fields of the top level that answers state although nobody set them. `allow_category_change` is left out beside
/// them: creations may have it, answers do not, and it has had no effect since April 2025.
const DEFAULTS: &[(&str, &str)] = &[("sub_category", "CUSTOM"), ("cta_url_link_tracking_opted_out", "false")];

/// Components stand in any order, in a card as well: the type takes the place of the index.
#[inline]
fn component_leaves(
    leaves: &mut BTreeMap<String, String>,
    path: &str,
    components: Option<Value>,
    generated: bool,
) {
    let Some(Value::Array(components)) = components else { return };
    for mut component in components {
        let kind = component.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
        let path = format!("{path}{kind}");
        if let Some(keys) = component.as_object_mut() {
            keys.remove("type");
            if matches!(kind.as_str(), "body" | "footer") && generated {
                keys.remove("text");
                keys.remove("example");
            }
            if kind == "buttons"
                && let Some(buttons) = keys.remove("buttons")
                && !generated
            {
                flatten(leaves, &path, &buttons);
            }
            let cards = keys.get_mut("cards").filter(|_| kind == "carousel").and_then(Value::as_array_mut);
            for (index, card) in cards.into_iter().flatten().enumerate() {
                let card_path = format!("{path}.cards[{index}]");
                leaves.insert(card_path.clone(), "present".to_owned());
                let inside = card.get_mut("components").filter(|inside| inside.is_array()).map(Value::take);
                component_leaves(leaves, &format!("{card_path}."), inside, false);
            }
        }
        leaves.insert(path.clone(), "present".to_owned());
        flatten(leaves, &path, &component);
    }
}

#[inline]
fn flatten(leaves: &mut BTreeMap<String, String>, path: &str, value: &Value) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys.iter().filter(|(key, _)| *key != "header_handle") {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match value {
                    Value::String(text) => {
                        leaves.insert(path, normalised(key, text));
                    }
                    Value::Array(samples) if key.ends_with("_named_params") => {
                        named_samples(leaves, &path, samples);
                    }
                    value => flatten(leaves, &path, value),
                }
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                flatten(leaves, &format!("{path}[{index}]"), value);
            }
        }
        Value::Null => {}
        Value::String(text) => {
            leaves.insert(path.to_owned(), text.clone());
        }
        other => {
            leaves.insert(path.to_owned(), other.to_string());
        }
    }
}

/// Samples by name stand in any order: the name takes the place of the index.
#[inline]
fn named_samples(leaves: &mut BTreeMap<String, String>, path: &str, samples: &[Value]) {
    for (index, sample) in samples.iter().enumerate() {
        match sample.get("param_name").and_then(Value::as_str) {
            Some(name) => flatten(leaves, &format!("{path}.{name}"), &sample["example"]),
            None => flatten(leaves, &format!("{path}[{index}]"), sample),
        }
    }
}

/// A value without what does not count: letter case, and the signs around the digits of a phone number, which is
/// read back with a plus.
#[inline]
fn normalised(key: &str, text: &str) -> String {
    match key {
        "type" | "format" | "otp_type" | "display_format" | "sub_category" | "flow_action" | "icon" => {
            text.to_ascii_uppercase()
        }
        "phone_number" => text.chars().filter(char::is_ascii_digit).collect(),
        _ => text.to_owned(),
    }
}

impl fmt::Display for Difference {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<String>| {
            value.as_ref().map_or_else(|| "nothing".to_owned(), |text| format!("{text:?}"))
        };
        write!(f, "{}: {} here, {} there", self.place, shown(&self.ours), shown(&self.theirs))
    }
}

#[cfg(test)]
mod tests;
