//! Why a message cannot be sent.

use std::fmt;

use crate::definition::{Part, Violation};

/// A message that the platform would refuse. It lists all problems; nothing was sent.
///
/// Neither `Debug` nor `Display` shows a value or the recipient.
#[derive(Clone, PartialEq, Eq)]
pub struct InvalidMessage {
    // Boxed, so that the result of `build()` stays small on the way that everybody takes.
    inner: Box<Inner>,
}

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    template: &'static str,
    problems: Vec<InvalidValue>,
}

/// One value that cannot be sent: the field that holds it and the rule that it breaks.
#[derive(Clone, PartialEq, Eq)]
pub struct InvalidValue {
    field: Option<&'static str>,
    violation: Violation,
}

impl InvalidMessage {
    pub(crate) fn new(template: &'static str, problems: Vec<InvalidValue>) -> Self {
        Self { inner: Box::new(Inner { template, problems }) }
    }

    /// All problems, in wire order. There is at least one.
    #[must_use]
    pub fn problems(&self) -> &[InvalidValue] {
        &self.inner.problems
    }

    /// The name of the template.
    #[must_use]
    pub fn template_name(&self) -> &'static str {
        self.inner.template
    }
}

impl InvalidValue {
    pub(crate) fn new(field: Option<&'static str>, violation: Violation) -> Self {
        Self { field, violation }
    }

    /// The struct's field that holds the value; `None` for what stands around the values: recipient, language,
    /// callback data, the length of a whole text.
    #[must_use]
    pub fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// The stable id of the broken rule, `value-empty` for example.
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.violation.rule()
    }

    /// What is the case, where, and with which code the platform would answer.
    #[must_use]
    pub fn violation(&self) -> &Violation {
        &self.violation
    }
}

impl fmt::Display for InvalidMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a message of template `{}` cannot be sent: ", self.inner.template)?;
        for (index, problem) in self.inner.problems.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.violation.place();
        match self.field {
            Some(field) => write!(f, "field `{field}` ({place}): ")?,
            None if place.part() == Part::Definition => {}
            None => write!(f, "{place}: ")?,
        }
        write!(f, "{} (rule `{}`, {})", self.violation.fact(), self.rule(), self.violation.fix())
    }
}

impl fmt::Debug for InvalidMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidMessage")
            .field("template", &self.inner.template)
            .field("problems", &self.inner.problems)
            .finish()
    }
}

impl fmt::Debug for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InvalidValue")
            .field("field", &self.field)
            .field("rule", &self.rule())
            .field("fact", &self.violation.fact())
            .finish()
    }
}

impl std::error::Error for InvalidMessage {}
