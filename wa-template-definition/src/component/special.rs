//! Components that only some templates have.

use serde_json::{Map, Value};

use super::Component;

/// An offer that ends (`templates/marketing-templates/limited-time-offer-templates`, May 2026).
#[derive(Clone, Debug, PartialEq)]
pub struct LimitedTimeOffer {
    pub(crate) text: String,
    pub(crate) has_expiration: Option<bool>,
    pub(crate) extra: Map<String, Value>,
}

/// One card of a carousel.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub(crate) components: Vec<Component>,
    pub(crate) extra: Map<String, Value>,
}

impl LimitedTimeOffer {
    /// An offer under this heading; `has_expiration` shows the time that is left.
    #[must_use]
    #[inline]
    pub fn new(text: impl Into<String>, has_expiration: bool) -> Self {
        Self { text: text.into(), has_expiration: Some(has_expiration), extra: Map::new() }
    }

    /// The heading.
    #[must_use]
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the time that is left is shown, and must be sent. Not said is no.
    #[must_use]
    #[inline]
    pub fn has_expiration(&self) -> bool {
        self.has_expiration.unwrap_or(false)
    }
}

impl Card {
    /// A card of these components.
    #[must_use]
    #[inline]
    pub fn new(components: Vec<Component>) -> Self {
        Self { components, extra: Map::new() }
    }

    /// Its header, body and buttons, in the order in which they were read or added.
    #[must_use]
    #[inline]
    pub fn components(&self) -> &[Component] {
        &self.components
    }
}
