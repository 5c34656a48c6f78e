//! `lint`: may these templates be created?

use std::path::PathBuf;

use serde::Serialize;
use wa_template_definition::{Rule, Violation, rule};

use crate::answer::{Answer, Outcome};
use crate::cli::Format;
use crate::failure::Failure;
use crate::finding::{self, RECORD, Record, count};
use crate::input::{self, Entry};
use crate::suggest;

/// Says what speaks against creating a template.
///
/// What Meta refuses is an error, what it may refuse a warning.
#[derive(Debug, clap::Args)]
#[command(after_long_help = after_help())]
pub(crate) struct Args {
    /// Files with template definitions, folders, or `-` for standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Count warnings as problems.
    #[arg(long)]
    deny_warnings: bool,
    /// Leave a rule out; only rules that can be silenced, `explain` says which.
    #[arg(long, value_name = "RULE")]
    allow: Vec<String>,
}

fn after_help() -> String {
    format!(
        "Exit code 1 if there is an error, or a warning with --deny-warnings.\n\n\
         JSON: {{\"violations\": […], \"definitions\", \"errors\", \"warnings\"}}; a violation has \"file\", \"name\" and \
         \"language\" of the template, {RECORD}."
    )
}

/// The answer as JSON.
#[derive(Serialize)]
struct Report<'a> {
    violations: Vec<Located<'a>>,
    definitions: usize,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct Located<'a> {
    file: &'a str,
    name: &'a str,
    language: &'a str,
    #[serde(flatten)]
    record: Record<'a>,
}

/// A definition and what is wrong with it.
struct Judged {
    entry: Entry,
    violations: Vec<Violation>,
}

pub(crate) fn run(args: &Args, format: Format) -> Result<Answer, Failure> {
    input::read_once(&args.files)?;
    let allowed = allowed(&args.allow)?;
    let (entries, failure) = input::definitions(&args.files);
    if entries.is_empty() {
        failure.into_result()?;
        return answer(&[], Outcome::Fine, format);
    }
    let judged: Vec<_> = entries.into_iter().map(|entry| judge(entry, &allowed)).collect();
    let (errors, warnings) = totals(&judged);
    let outcome = Outcome::problem_if(errors > 0 || warnings > 0 && args.deny_warnings);
    Ok(Answer { failure, ..answer(&judged, outcome, format)? })
}

fn allowed(ids: &[String]) -> Result<Vec<&'static Rule>, Failure> {
    let allowed = |id: &String| match rule::find(id) {
        Some(rule) if rule.allowable => Ok(rule),
        Some(_) => Err(Failure::new(format!("rule `{id}` cannot be silenced"))),
        None => Err(Failure::new(suggest::unknown_rule(id))),
    };
    ids.iter().map(allowed).collect()
}

fn judge(entry: Entry, allowed: &[&Rule]) -> Judged {
    let mut violations = entry.definition.validate();
    violations.retain(|violation| !allowed.contains(&violation.details()));
    Judged { entry, violations }
}

/// Errors and warnings.
fn totals(judged: &[Judged]) -> (usize, usize) {
    let all = || judged.iter().flat_map(|judged| &judged.violations);
    let errors = all().filter(|violation| violation.is_error()).count();
    (errors, all().count() - errors)
}

fn answer(judged: &[Judged], outcome: Outcome, format: Format) -> Result<Answer, Failure> {
    Answer::new(format, outcome, || text(judged), || report(judged))
}

fn text(judged: &[Judged]) -> String {
    let mut text = String::new();
    for Judged { entry, violations } in judged {
        let label =
            if entry.listed { format!("{}: {}", entry.file, entry.title()) } else { entry.file.clone() };
        for violation in violations {
            text.push_str(&finding::in_file(&label, violation, Some(&entry.definition)));
        }
    }
    text + &summary(judged)
}

fn summary(judged: &[Judged]) -> String {
    let problems = match totals(judged) {
        (0, 0) => "no problems".to_owned(),
        (errors, 0) => count(errors, "error"),
        (0, warnings) => count(warnings, "warning"),
        (errors, warnings) => format!("{} and {}", count(errors, "error"), count(warnings, "warning")),
    };
    format!("{problems} in {}\n", count(judged.len(), "definition"))
}

fn report(judged: &[Judged]) -> Report<'_> {
    let (errors, warnings) = totals(judged);
    let violations = judged.iter().flat_map(|Judged { entry, violations }| {
        violations.iter().map(|violation| Located {
            file: &entry.file,
            name: entry.definition.name(),
            language: entry.definition.language(),
            record: Record::new(violation),
        })
    });
    Report { violations: violations.collect(), definitions: judged.len(), errors, warnings }
}
