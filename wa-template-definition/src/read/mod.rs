//! JSON → definition: the creation form and the read-back form, in any letter case, keeping what is not understood.

mod button;
mod component;
mod keys;

use serde_core::de::Error as _;
use serde_json::Value;

use self::component::component;
use self::keys::take_string;

use crate::{Category, Definition, ParameterFormat};

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
        Self::from_value(json.parse()?)
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
