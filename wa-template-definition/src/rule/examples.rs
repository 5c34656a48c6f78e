//! For each rule a mistake and its fix.
//!
//! What stands here is what the tests check: a mistake breaks its rule and no other, a fix breaks none.

mod buttons;
mod envelope;
mod send;
mod special;
mod template;
mod value;

use super::Rule;

/// A mistake that breaks one rule, and the same without it.
///
/// Both are fragments, and `…` in them stands for more of the text than there is room for. How they are completed
/// stands in [`reference`](mod@super::reference). Rules that no JSON shows, such as those of a recipient, have lines of
/// Rust.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleExample {
    /// The rule.
    pub rule: &'static Rule,
    /// What the template has in its place, for rules that are asked of a send.
    pub template: Option<&'static str>,
    /// What breaks the rule.
    pub mistake: &'static str,
    /// What does not.
    pub fix: &'static str,
}

/// Rules that belong together.
#[derive(Debug)]
#[non_exhaustive]
pub struct RuleGroup {
    /// What they are about.
    pub title: &'static str,
    /// One example for each of them.
    pub examples: &'static [RuleExample],
}

/// All groups, in the order of the table of rules.
pub static GROUPS: &[RuleGroup] = &[
    group("The definition as a whole", template::WHOLE),
    group("Placeholders", template::PLACEHOLDERS),
    group("Header", template::HEADER),
    group("Body", template::BODY),
    group("Footer", template::FOOTER),
    group("Buttons", buttons::BUTTONS),
    group("One-time passwords", special::ONE_TIME_PASSWORDS),
    group("Offers, products, carousels, orders, library", special::SPECIAL),
    group("A send against its template", send::SEND),
    group("Values", value::VALUES),
    group("The envelope of a message", envelope::ENVELOPE),
];

impl Rule {
    /// An example of the mistake and of its fix.
    #[must_use]
    pub fn example(&self) -> Option<&'static RuleExample> {
        GROUPS.iter().flat_map(|group| group.examples).find(|example| example.rule.id == self.id)
    }
}

const fn group(title: &'static str, examples: &'static [RuleExample]) -> RuleGroup {
    RuleGroup { title, examples }
}

const fn of(rule: &'static Rule, mistake: &'static str, fix: &'static str) -> RuleExample {
    RuleExample { rule, template: None, mistake, fix }
}

const fn sent(
    rule: &'static Rule,
    template: &'static str,
    mistake: &'static str,
    fix: &'static str,
) -> RuleExample {
    RuleExample { rule, template: Some(template), mistake, fix }
}
