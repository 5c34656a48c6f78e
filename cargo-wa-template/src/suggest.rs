//! "Did you mean", for the ids of rules.

use wa_template_definition::rule::RULES;

/// How many ids are offered.
const OFFERED: usize = 4;

/// Why there is no rule with this id, and what was probably meant.
pub(crate) fn unknown_rule(written: &str) -> String {
    let meant = similar(written);
    let help = if meant.is_empty() {
        "`cargo wa-template explain --all` lists them".to_owned()
    } else {
        let quoted: Vec<_> = meant.iter().map(|id| format!("`{id}`")).collect();
        format!("did you mean {}?", quoted.join(" or "))
    };
    format!("there is no rule `{written}`; {help}")
}

/// The closest id; when none is close, the ones that contain what was written.
fn similar(written: &str) -> Vec<&'static str> {
    let written = written.trim().to_lowercase().replace('_', "-");
    let ids = || RULES.iter().map(|rule| rule.id);
    let close = ids()
        .map(|id| (strsim::damerau_levenshtein(&written, id), id))
        .filter(|(distance, id)| *distance <= id.chars().count().max(written.chars().count()) / 3)
        .min();
    match close {
        Some((_, id)) => vec![id],
        None if written.is_empty() => Vec::new(),
        None => ids().filter(|id| id.contains(&written)).take(OFFERED).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::unknown_rule;

    #[test]
    fn offers_the_closest_or_those_that_contain_it() {
        assert_eq!(
            unknown_rule("body-mising"),
            "there is no rule `body-mising`; did you mean `body-missing`?"
        );
        assert_eq!(
            unknown_rule("BODY_MISSING"),
            "there is no rule `BODY_MISSING`; did you mean `body-missing`?"
        );
        assert_eq!(
            unknown_rule("callback"),
            "there is no rule `callback`; did you mean `callback-data-too-long`?"
        );
        let none = "`cargo wa-template explain --all` lists them";
        assert_eq!(unknown_rule("zzz"), format!("there is no rule `zzz`; {none}"));
        assert_eq!(unknown_rule(""), format!("there is no rule ``; {none}"));
    }
}
