//! The table of all rules: what is refused, how surely, with which code, and who says so. All of it with examples is
//! the page [`reference`](mod@reference).

mod examples;
mod page;
mod table;

pub use examples::{GROUPS, RuleExample, RuleGroup};
pub use page::page;
pub use table::*;

#[expect(clippy::doc_markdown, reason = "sources are printed as they stand in the table")]
#[doc = include_str!("../../docs/rules.md")]
pub mod reference {}

/// One thing that a definition, a send or a value must satisfy.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The stable id, by which a rule is named in messages and silenced with `allow`.
    pub id: &'static str,
    /// When it is asked.
    pub stage: Stage,
    /// Whether breaking it is refused for certain.
    pub severity: Severity,
    /// Whether a template may silence it: rules that only the creation check knows, and uncertain ones. An approved
    /// template may predate or outrun them.
    pub allowable: bool,
    /// Meta's error code.
    pub code: Option<u32>,
    /// Meta's error subcode.
    pub subcode: Option<u32>,
    /// The rule in one sentence.
    pub summary: &'static str,
    /// The page that states it and when it was seen, or what kind of evidence there is.
    pub source: &'static str,
}

/// When a rule is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// When a template is created.
    Creation,
    /// When a message is sent: does it fit the template?
    Send,
    /// When a message is sent: can this value be sent at all?
    Value,
}

/// How surely the platform refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It may be refused, or it is refused according to some.
    Warning,
    /// It is refused.
    Error,
}

/// The rule with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::{RULES, Severity, find};

    #[test]
    fn ids_are_distinct_and_in_kebab_case() {
        for (index, rule) in RULES.iter().enumerate() {
            assert!(
                rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
                "{} is not in kebab-case",
                rule.id
            );
            assert!(RULES[..index].iter().all(|other| other.id != rule.id), "{} stands twice", rule.id);
            assert_eq!(find(rule.id), Some(*rule));
        }
    }

    #[test]
    fn every_rule_says_what_and_who() {
        for rule in RULES {
            assert!(!rule.summary.is_empty() && !rule.source.is_empty(), "{} is bare", rule.id);
            assert!(
                rule.subcode.is_none() || rule.code == Some(100),
                "{}: subcodes belong to code 100",
                rule.id
            );
            assert!(
                rule.severity == Severity::Error || rule.allowable,
                "{}: a warning can be silenced",
                rule.id
            );
        }
    }
}
