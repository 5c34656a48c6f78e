//! The sample values that the platform wants when a template is created.

/// The samples of one text.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Examples {
    /// None given.
    #[default]
    Absent,
    /// By number: the first belongs to `{{1}}`. `None` is a hole.
    Positional {
        /// One entry per placeholder, in order.
        values: Vec<Option<String>>,
        /// Whether they stood in a list of one list, as the platform wants them for a body.
        nested: bool,
    },
    /// By name, in any order.
    Named(Vec<(String, String)>),
}

impl Examples {
    /// Samples by number, the first for `{{1}}`.
    #[must_use]
    #[inline]
    pub fn positional(values: impl IntoIterator<Item = Option<String>>) -> Self {
        let values: Vec<_> = values.into_iter().collect();
        if values.is_empty() { Self::Absent } else { Self::Positional { values, nested: true } }
    }

    /// Samples by name.
    #[must_use]
    #[inline]
    pub fn named(values: impl IntoIterator<Item = (String, String)>) -> Self {
        let values: Vec<_> = values.into_iter().collect();
        if values.is_empty() { Self::Absent } else { Self::Named(values) }
    }

    /// The sample of a placeholder.
    #[must_use]
    #[inline]
    pub fn get(&self, name: &crate::PlaceholderName) -> Option<&str> {
        match (self, name) {
            (Self::Positional { values, .. }, crate::PlaceholderName::Number(number)) => {
                let index = usize::try_from(*number).ok()?.checked_sub(1)?;
                values.get(index)?.as_deref()
            }
            (Self::Named(values), crate::PlaceholderName::Name(name)) => {
                values.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
            }
            _ => None,
        }
    }

    /// How many samples there are, holes not counted.
    #[must_use]
    #[inline]
    pub fn count(&self) -> usize {
        match self {
            Self::Absent => 0,
            Self::Positional { values, .. } => values.iter().flatten().count(),
            Self::Named(values) => values.len(),
        }
    }
}
