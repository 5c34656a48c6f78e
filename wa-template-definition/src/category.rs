//! What a template is for, and how its placeholders are named.

use std::fmt;

/// What a template is for (`templates/template-categorization`).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Category {
    /// Offers, news, everything that is neither of the others.
    Marketing,
    /// About something the customer did or asked for: orders, appointments, accounts.
    Utility,
    /// One-time passwords.
    Authentication,
    /// A category that this crate does not know, in upper case.
    Other(String),
}

impl Category {
    /// The three that a template can be created with.
    pub const KNOWN: [Self; 3] = [Self::Marketing, Self::Utility, Self::Authentication];

    /// Reads a category in any letter case.
    #[must_use]
    #[inline]
    pub fn parse(text: &str) -> Self {
        let upper = text.to_ascii_uppercase();
        Self::KNOWN.into_iter().find(|category| category.as_str() == upper).unwrap_or(Self::Other(upper))
    }

    /// The name in upper case, as definitions carry it.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Marketing => "MARKETING",
            Self::Utility => "UTILITY",
            Self::Authentication => "AUTHENTICATION",
            Self::Other(other) => other,
        }
    }
}

impl fmt::Display for Category {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How the placeholders of header and body are addressed by a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterFormat {
    /// By number: the n-th value fills `{{n}}`. What a definition without the key means.
    Positional,
    /// By name: every value says which placeholder it fills.
    Named,
}

impl ParameterFormat {
    /// The name in upper case, as definitions carry it.
    #[must_use]
    #[inline]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Positional => "POSITIONAL",
            Self::Named => "NAMED",
        }
    }

    /// Reads a format in any letter case.
    #[must_use]
    #[inline]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Positional, Self::Named].into_iter().find(|format| text.eq_ignore_ascii_case(format.as_str()))
    }
}
