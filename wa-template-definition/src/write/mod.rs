//! Definition → JSON.

mod button;
mod component;
mod json;

use self::component::component;
use self::json::{Json, string};
use crate::Definition;
use crate::component::Component;

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
    #[inline]
    pub fn to_json(&self) -> String {
        self.source.as_ref().map_or_else(|| self.to_creation_json(), ToString::to_string)
    }

    /// The body with which this template is created: enum-like values in upper case, samples nested as the platform
    /// wants them, keys in the order of the platform's own samples, nothing that only answers have.
    #[must_use]
    #[inline]
    pub fn to_creation_json(&self) -> String {
        let mut json = String::new();
        self.creation().write(&mut json);
        json
    }

    /// [`Definition::to_creation_json`] with line breaks and indentation, for people.
    #[must_use]
    #[inline]
    pub fn to_creation_json_pretty(&self) -> String {
        // Strings and numbers only: writing them cannot fail.
        serde_json::to_string_pretty(&self.creation()).unwrap_or_default()
    }

    #[inline]
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
#[inline]
pub(crate) fn equal(one: &[Component], other: &[Component]) -> bool {
    one.iter().map(component).eq(other.iter().map(component))
}
