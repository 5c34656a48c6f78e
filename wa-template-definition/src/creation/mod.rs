//! May this template be created? One file per part, one function per question.

mod body;
mod buttons;
mod cards;
mod envelope;
mod examples;
mod header;
mod kinds;
mod one_time_password;
mod placeholders;
mod special;

use crate::place::Place;
use crate::rule::Rule;
use crate::{Definition, Violation};

impl Definition {
    /// Everything that speaks against creating this template: what the platform refuses ([`Violation::is_error`]) and
    /// what it may refuse. All of it, in the order of the parts; one cause gives one violation.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template_definition::Definition;
    ///
    /// let definition = Definition::from_json(r#"{
    ///     "name": "greeting", "language": "en", "category": "UTILITY",
    ///     "components": [{ "type": "BODY", "text": "Welcome, we are glad to see you." },
    ///                    { "type": "FOOTER", "text": "Yours, {{1}}" }]
    /// }"#)?;
    /// let violations = definition.validate();
    /// assert_eq!(violations[0].rule(), "footer-placeholder");
    /// assert_eq!(violations[0].subcode(), Some(2_388_073));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn validate(&self) -> Vec<Violation> {
        let mut findings = Findings::default();
        envelope::check(&mut findings, self);
        let template = self.section();
        header::check(&mut findings, template);
        body::check(&mut findings, self, template);
        header::check_footer(&mut findings, self);
        special::check(&mut findings, self);
        cards::check(&mut findings, self);
        buttons::check(&mut findings, self, template);
        placeholders::check_mix(&mut findings, self);
        findings.violations
    }
}

/// Collects violations.
#[derive(Default)]
struct Findings {
    violations: Vec<Violation>,
}

impl Findings {
    #[inline]
    fn add(&mut self, rule: &'static Rule, place: Place, fact: impl Into<String>, fix: impl Into<String>) {
        self.violations.push(Violation::new(rule, place, fact, fix));
    }

    /// A text of `found` characters where `limit` are allowed.
    #[inline]
    fn too_long(&mut self, rule: &'static Rule, place: Place, what: &str, found: usize, limit: usize) {
        if found > limit {
            let fact = format!("{what} has {found} characters, the limit is {limit}");
            self.add(rule, place, fact, format!("shorten it by {}", found - limit));
        }
    }
}

#[cfg(test)]
mod tests;
