//! Does a send fit its template? Judged with the platform's codes.

mod body;
mod buttons;
mod cards;
mod components;
mod header;
mod parameters;
mod special;
mod values;

use serde_json::Value;

use crate::place::{Part, Place};
use crate::rule::{self, Rule};
use crate::{Definition, Violation};

impl Definition {
    /// Everything for which the platform refuses a send, judged against this template; `template` is the `template`
    /// object of the request body. Empty when it would be accepted.
    ///
    /// Components and buttons of kinds that this crate does not know are not judged.
    ///
    /// # Example
    ///
    /// ```
    /// # use wa_template_definition::Definition;
    /// let definition = Definition::from_json(r#"{
    ///     "name": "ticket", "language": "en", "category": "UTILITY", "components": [
    ///     { "type": "BODY", "text": "Your ticket is ready." },
    ///     { "type": "BUTTONS", "buttons": [
    ///         { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550051310" },
    ///         { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}", "example": ["x"] }] }] }"#)?;
    /// let send = serde_json::json!({ "name": "ticket", "language": { "code": "en" }, "components": [
    ///     { "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "a" }] }] });
    /// let violations = definition.check_send(&send);
    /// assert_eq!(violations.len(), 1);
    /// assert_eq!(violations[0].rule(), "send-button-index");
    /// assert_eq!(violations[0].code(), Some(131_008));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn check_send(&self, template: &Value) -> Vec<Violation> {
        let mut verdict = Verdict::default();
        let Some(keys) = template.as_object() else {
            verdict.form("the template is not an object");
            return verdict.violations;
        };
        name(&mut verdict, self, keys.get("name"));
        language(&mut verdict, self, keys.get("language"));
        // A send for another template fits nothing here: one cause.
        if !verdict.violations.is_empty() {
            return verdict.violations;
        }
        match keys.get("components") {
            None | Some(Value::Null) => components::check(&mut verdict, self, &[]),
            Some(Value::Array(components)) => components::check(&mut verdict, self, components),
            Some(_) => verdict.form("`components` is not a list"),
        }
        verdict.violations
    }
}

#[inline]
fn name(verdict: &mut Verdict, definition: &Definition, name: Option<&Value>) {
    match name.and_then(Value::as_str) {
        None => verdict.form("the send does not name its template"),
        Some(name) if name == definition.name() => {}
        Some(name) => {
            let fact = format!(
                "the send is for template `{}`, this is `{}`",
                name.escape_debug(),
                definition.name()
            );
            verdict.add(
                &rule::SEND_NAME,
                Place::new(Part::Name),
                fact,
                "send the name of an approved template",
            );
        }
    }
}

#[inline]
fn language(verdict: &mut Verdict, definition: &Definition, language: Option<&Value>) {
    match language.and_then(|language| language.get("code")).and_then(Value::as_str) {
        None => verdict.form("the send does not name a language"),
        Some(code) if code == definition.language() => {}
        Some(code) => {
            let fact = format!(
                "the send is for language `{}`, this is `{}`",
                code.escape_debug(),
                definition.language()
            );
            let fix = "send the exact code of an approved translation";
            verdict.add(&rule::SEND_LANGUAGE, Place::new(Part::Language), fact, fix);
        }
    }
    let policy = language.and_then(|language| language.get("policy"));
    if policy
        .is_some_and(|policy| !policy.as_str().is_some_and(|it| it.eq_ignore_ascii_case("deterministic")))
    {
        verdict.form("the policy of the language is not `deterministic`, the only one there is");
    }
}

/// Collects violations.
#[derive(Default)]
struct Verdict {
    violations: Vec<Violation>,
}

impl Verdict {
    #[inline]
    fn add(&mut self, rule: &'static Rule, place: Place, fact: impl Into<String>, fix: impl Into<String>) {
        self.violations.push(Violation::new(rule, place, fact, fix));
    }

    #[inline]
    fn extend(&mut self, violation: Option<Violation>) {
        self.violations.extend(violation);
    }

    #[inline]
    fn form(&mut self, fact: &str) {
        let fix = "send `name`, `language.code` and a list of `components`";
        self.add(&rule::SEND_FORM, Place::new(Part::Definition), fact, fix);
    }
}

#[cfg(test)]
mod tests;
