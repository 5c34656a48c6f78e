//! Was a mutant answered as it should be?

use std::fmt::Write as _;

use super::compiler::{Message, Said};
use super::mutant::Mutant;
use super::{is_allowed, known_weakness};

fn errors<'s>(mutant: &Mutant, said: &'s Said) -> Vec<&'s Message> {
    said.about(&mutant.module()).iter().filter(|message| message.level == "error").collect()
}

/// What is wrong with the answer; nothing if it is as it should be.
pub(crate) fn problems(mutant: &Mutant, said: &Said) -> Vec<String> {
    let errors = errors(mutant, said);
    let mut problems = Vec::new();
    let [error] = errors.as_slice() else {
        return vec![if errors.is_empty() {
            "compiles".to_owned()
        } else {
            format!("{} errors", errors.len())
        }];
    };
    if said.about(&mutant.module()).iter().any(|message| message.level == "warning") {
        problems.push("a warning beside the error".to_owned());
    }
    if error.line != mutant.line {
        problems.push(format!("on line {} in place of {}", error.line, mutant.line));
    }
    if let Some(fix) = mutant.fix.iter().find(|fix| !error.rendered.contains(fix.as_str())) {
        problems.push(format!("does not say to write `{fix}`: {}", error.rendered.trim()));
    }
    for word in mutant.words.iter().filter(|word| !error.fact.contains(word.as_str())) {
        problems.push(format!("does not name `{word}`: {}", error.fact.trim()));
    }
    problems
}

/// What the compiler said about every mutant, for a human to read.
pub(crate) fn transcript(mutants: &[Mutant], said: &Said) -> String {
    let mut text = String::new();
    for mutant in mutants {
        let verdict =
            if is_allowed(mutant) { "allowed".to_owned() } else { problems(mutant, said).join("; ") };
        writeln!(text, "=== {}: {verdict}", mutant.name).expect("a string");
        for message in said.about(&mutant.module()) {
            text.push_str(&message.rendered);
        }
    }
    text
}

/// One line of the table.
#[derive(Default)]
struct Row {
    mutants: usize,
    allowed: usize,
    rejected: usize,
    one_error: usize,
    right_line: usize,
    names_it: usize,
    with_fix: usize,
    known_weak: usize,
}

impl Row {
    fn count(&mut self, mutant: &Mutant, said: &Said) {
        self.mutants += 1;
        if is_allowed(mutant) {
            self.allowed += 1;
            return;
        }
        let errors = errors(mutant, said);
        let named = |error: &&Message| mutant.words.iter().all(|word| error.fact.contains(word.as_str()));
        self.rejected += usize::from(!errors.is_empty());
        self.one_error += usize::from(errors.len() == 1);
        self.right_line += usize::from(errors.first().is_some_and(|error| error.line == mutant.line));
        self.names_it += usize::from(errors.first().is_some_and(named));
        self.with_fix += usize::from(errors.iter().any(|error| error.has_fix));
        self.known_weak += usize::from(known_weakness(mutant).is_some());
    }

    fn line(&self, name: &str) -> String {
        format!(
            "{name:<26}{:>8}{:>9}{:>10}{:>11}{:>12}{:>10}{:>10}{:>12}\n",
            self.mutants,
            self.allowed,
            self.rejected,
            self.one_error,
            self.right_line,
            self.names_it,
            self.with_fix,
            self.known_weak
        )
    }
}

/// The table of all operators.
pub(crate) fn table(mutants: &[Mutant], said: &Said) -> String {
    let mut rows: Vec<(&str, Row)> = Vec::new();
    let mut total = Row::default();
    for mutant in mutants {
        if rows.last().is_none_or(|(operator, _)| *operator != mutant.operator) {
            rows.push((&mutant.operator, Row::default()));
        }
        let (_, row) = rows.last_mut().expect("just added");
        row.count(mutant, said);
        total.count(mutant, said);
    }
    let mut table = format!(
        "{:<26}{:>8}{:>9}{:>10}{:>11}{:>12}{:>10}{:>10}{:>12}\n",
        "operator",
        "mutants",
        "allowed",
        "rejected",
        "one error",
        "right line",
        "names it",
        "with fix",
        "known weak"
    );
    for (operator, row) in &rows {
        table.push_str(&row.line(operator));
    }
    table.push_str(&total.line("all"));
    table
}
