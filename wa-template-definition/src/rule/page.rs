//! The reference of all rules as Markdown.

use std::fmt::{self, Write as _};

use super::{GROUPS, Rule, RuleExample, RuleGroup, Severity, Stage};

const HEAD: &str = "\
# All rules

What the platform asks of a template and of a message, each with Meta's code, who says so and an example. This page is
written by `UPDATE_RULES=1 cargo test -p wa-template-definition --test rule_examples` from the table of rules; the same
test checks every example.

Examples are fragments of JSON; `…` stands for more of the text than there is room for. Around what is shown stands:

- members such as `\"name\": …`: a definition or, of a send, the object `template`. They replace members of the same
  name. The definition is called `order_update`, its language is `en_US`, its category `MARKETING`, or `AUTHENTICATION`
  around an `OTP` button; the body is \"Your order is here.\", or without text in an authentication template.
- an object with `\"type\": \"BODY\"`, `\"HEADER\"` and so on: a component. One with `\"type\": \"URL\"`,
  `\"QUICK_REPLY\"` and so on: a button in `BUTTONS`. One with `\"components\"`: a card of a `CAROUSEL`; where there is
  only one, all cards are like it.
- of a send, an object with `\"parameters\"`: a component. One with `\"card_index\"`: a card. Any other: a parameter of
  the component that fills in what `template` shows, at index 0 if that is a button.

A struct that derives `WaTemplate` breaks a rule in the same place: `body = \"…\"` is the text of the component `BODY`.

Where no JSON shows the mistake there are lines of Rust, in terms of the crate `wa-template`: `order` is a value of a
template with the language `en_US`, `code` one of an authentication template.
";

/// The reference of all rules as Markdown: the file `docs/rules.md` of this crate, which is
/// [`reference`](mod@super::reference).
#[must_use]
#[inline]
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    // Writing to a string cannot fail.
    let _ = write_groups(&mut page);
    page
}

#[inline]
fn write_groups(page: &mut String) -> fmt::Result {
    for RuleGroup { title, examples } in GROUPS {
        let links: Vec<_> =
            examples.iter().map(|example| format!("[`{0}`](#{0})", example.rule.id)).collect();
        write!(page, "\n- {title}:\n  {}", links.join(",\n  "))?;
    }
    writeln!(page)?;
    for RuleGroup { title, examples } in GROUPS {
        writeln!(page, "\n## {title}")?;
        examples.iter().try_for_each(|example| write_rule(page, example))?;
    }
    Ok(())
}

#[inline]
fn write_rule(page: &mut String, example: &RuleExample) -> fmt::Result {
    let rule = example.rule;
    let (id, summary, source, facts) = (rule.id, rule.summary, rule.source, facts(rule));
    write!(page, "\n### `{id}`\n\n{summary}\n\n{facts}.\\\nSource: {source}.\n\n```text\n")?;
    let template = example.template.map(|template| ("template", template));
    for (what, text) in template.into_iter().chain([("mistake", example.mistake), ("fix", example.fix)]) {
        // What follows the first line stands below it.
        writeln!(page, "{what:10}{}", text.replace('\n', "\n          "))?;
    }
    writeln!(page, "```")
}

/// Severity, moment, codes and whether it can be silenced, in one sentence.
#[inline]
fn facts(rule: &Rule) -> String {
    let severity = match rule.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
    };
    let stage = match rule.stage {
        Stage::Creation => "when a template is created",
        Stage::Send => "when a message is sent",
        Stage::Value => "when a message is sent, of each value",
    };
    let code = match (rule.code, rule.subcode) {
        (Some(code), Some(subcode)) => format!("code {code}, subcode {subcode}"),
        (Some(code), None) => format!("code {code}"),
        _ => "no code known".to_owned(),
    };
    let silence = if rule.allowable { "`allow` silences it" } else { "cannot be silenced" };
    format!("{severity} {stage}; {code}; {silence}")
}
