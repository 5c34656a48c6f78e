//! `check-send`: would this message be accepted?

use std::path::PathBuf;

use serde::Serialize;
use serde_json::Value;
use wa_template_definition::{Part, Violation};

use crate::answer::{Answer, Outcome};
use crate::cli::Format;
use crate::failure::Failure;
use crate::finding::{self, RECORD, Record, count};
use crate::input::{self, Entry};
use crate::{choice, plain};

/// Says why Meta would refuse a message, with Meta's codes.
#[derive(Debug, clap::Args)]
#[command(after_long_help = after_help())]
pub(crate) struct Args {
    /// The template definition; of several, the one with the message's name and language is taken.
    definition: PathBuf,
    /// The message: a whole request body, of which only `template` is judged, or that object alone.
    send: PathBuf,
}

fn after_help() -> String {
    format!(
        "Exit code 1 if the message would be refused.\n\n\
         JSON: {{\"definition\": {{\"file\", \"name\", \"language\"}}, \"violations\": […]}}; a violation has {RECORD}."
    )
}

/// The answer as JSON.
#[derive(Serialize)]
struct Report<'a> {
    definition: Judge<'a>,
    violations: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Judge<'a> {
    file: &'a str,
    name: &'a str,
    language: &'a str,
}

pub(crate) fn run(args: &Args, format: Format) -> Result<Answer, Failure> {
    input::read_once([&args.definition, &args.send])?;
    let entries = input::some_definitions(&args.definition)?;
    let send = input::json(&args.send)?;
    let (entry, violations) = judge(&entries, choice::template(&send))
        .ok_or_else(|| Failure::file(&args.definition, "there is no template definition in it"))?;
    let file = input::label(&args.send);
    let outcome = Outcome::problem_if(!violations.is_empty());
    Answer::new(format, outcome, || text(&file, entry, &violations), || report(entry, &violations))
}

fn judge<'a>(entries: &'a [Entry], template: &Value) -> Option<(&'a Entry, Vec<Violation>)> {
    if let Some(entry) = choice::exact(entries, template) {
        return Some((entry, entry.definition.check_send(template)));
    }
    let entry = choice::closest(entries, template)?;
    let mut violations = entry.definition.check_send(template);
    // The values are those of another template: nothing more can be said about them.
    violations.retain(|violation| {
        matches!(violation.place().part(), Part::Definition | Part::Name | Part::Language)
    });
    Some((entry, violations))
}

fn text(file: &str, entry: &Entry, violations: &[Violation]) -> String {
    if violations.is_empty() {
        return plain::line(&format!("{file}: fits {}", entry.title())) + "\n";
    }
    let mut text = String::new();
    for violation in violations {
        text.push_str(&finding::in_file(file, violation, None));
    }
    text + &plain::line(&format!("{} against {}", count(violations.len(), "violation"), entry.title())) + "\n"
}

fn report<'a>(entry: &'a Entry, violations: &'a [Violation]) -> Report<'a> {
    let Entry { file, definition, .. } = entry;
    Report {
        definition: Judge { file, name: definition.name(), language: definition.language() },
        violations: violations.iter().map(Record::new).collect(),
    }
}
