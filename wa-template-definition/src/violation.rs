//! A rule that does not hold, and where.

use std::fmt;

use crate::place::Place;
use crate::rule::{Rule, Severity};

/// One rule that does not hold at one place.
///
/// `Display` gives the fact, then the fix, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    rule: &'static Rule,
    place: Place,
    fact: String,
    fix: String,
}

impl Violation {
    pub(crate) fn new(
        rule: &'static Rule,
        place: Place,
        fact: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        Self { rule, place, fact: fact.into(), fix: fix.into() }
    }

    /// The stable id of the rule, `body-placeholder-gap` for example.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule.id
    }

    /// The rule itself: severity, codes, source.
    #[must_use]
    pub fn details(&self) -> &'static Rule {
        self.rule
    }

    /// Whether the platform refuses this, or may refuse it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// Whether the platform refuses this.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }

    /// Where it does not hold.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What is the case, in lower case and without a final stop. It never quotes a value of a send.
    #[must_use]
    pub fn fact(&self) -> &str {
        &self.fact
    }

    /// What to do about it, in lower case and without a final stop.
    #[must_use]
    pub fn fix(&self) -> &str {
        &self.fix
    }

    /// The code with which the platform answers, where one is known.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.rule.code
    }

    /// The subcode with which the platform answers a creation, where one is known.
    #[must_use]
    pub fn subcode(&self) -> Option<u32> {
        self.rule.subcode
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.fact, self.fix)
    }
}
