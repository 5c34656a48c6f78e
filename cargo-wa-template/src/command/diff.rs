//! `diff`: do two definitions mean the same?

use std::path::PathBuf;

use serde::Serialize;
use wa_template_definition::Difference;

use crate::answer::{Answer, Outcome};
use crate::cli::Format;
use crate::failure::Failure;
use crate::finding::count;
use crate::input::{self, Entry};
use crate::plain;

/// Says where two definitions differ in meaning.
///
/// Ids, states, media handles, letter case and the order of components do not count.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Our definition, or several.
    ours: PathBuf,
    /// The definition to compare it with. Where a side has several, those of the same name and language are compared.
    theirs: PathBuf,
}

const AFTER_HELP: &str = "\
Exit code 1 if there is a difference.

JSON: {\"differences\": […], \"only_ours\": […], \"only_theirs\": […]}; a difference has \"name\" and \"language\" of our \
template, \"place\", \"ours\" and \"theirs\" (texts, or null for nothing); what only one side has, has \"name\" and \
\"language\".";

/// What two sides have in common and what not.
struct Comparison<'a> {
    pairs: Vec<(&'a Entry, Vec<Difference>)>,
    only_ours: Vec<&'a Entry>,
    only_theirs: Vec<&'a Entry>,
}

/// The answer as JSON.
#[derive(Serialize)]
struct Report<'a> {
    differences: Vec<Record<'a>>,
    only_ours: Vec<Title<'a>>,
    only_theirs: Vec<Title<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    #[serde(flatten)]
    title: Title<'a>,
    place: &'a str,
    ours: Option<&'a str>,
    theirs: Option<&'a str>,
}

#[derive(Serialize)]
struct Title<'a> {
    name: &'a str,
    language: &'a str,
}

pub(crate) fn run(args: &Args, format: Format) -> Result<Answer, Failure> {
    input::read_once([&args.ours, &args.theirs])?;
    let ours = input::all_definitions(&args.ours)?;
    let theirs = input::all_definitions(&args.theirs)?;
    let comparison = compare(&ours, &theirs);
    let outcome = Outcome::problem_if(comparison.count() > 0);
    Answer::new(format, outcome, || text(&comparison), || report(&comparison))
}

fn compare<'a>(ours: &'a [Entry], theirs: &'a [Entry]) -> Comparison<'a> {
    let differences = |one: &'a Entry, other: &'a Entry| (one, one.definition.differences(&other.definition));
    let mut comparison =
        Comparison { pairs: Vec::new(), only_ours: Vec::new(), only_theirs: theirs.iter().collect() };
    if let ([one], [other]) = (ours, theirs) {
        // These two are meant, whatever their names.
        comparison.pairs.push(differences(one, other));
        comparison.only_theirs.clear();
        return comparison;
    }
    for one in ours {
        match comparison.only_theirs.iter().position(|other| same(one, other)) {
            Some(at) => comparison.pairs.push(differences(one, comparison.only_theirs.remove(at))),
            None => comparison.only_ours.push(one),
        }
    }
    comparison
}

fn same(one: &Entry, other: &Entry) -> bool {
    let key = |entry: &Entry| (entry.definition.name().to_owned(), entry.definition.language().to_owned());
    key(one) == key(other)
}

impl Comparison<'_> {
    fn count(&self) -> usize {
        let places: usize = self.pairs.iter().map(|(_, differences)| differences.len()).sum();
        places + self.only_ours.len() + self.only_theirs.len()
    }
}

fn text(comparison: &Comparison<'_>) -> String {
    let differences = comparison.pairs.iter().flat_map(|(entry, differences)| {
        differences.iter().map(move |difference| format!("{}: {difference}", entry.title()))
    });
    let ours = comparison.only_ours.iter().map(|entry| format!("{}: only here", entry.title()));
    let theirs = comparison.only_theirs.iter().map(|entry| format!("{}: only there", entry.title()));
    let summary = match comparison.count() {
        0 => "no differences".to_owned(),
        number => count(number, "difference"),
    };
    differences.chain(ours).chain(theirs).chain([summary]).map(|line| plain::line(&line) + "\n").collect()
}

fn report<'a>(comparison: &'a Comparison<'a>) -> Report<'a> {
    let differences = comparison.pairs.iter().flat_map(|(entry, differences)| {
        differences.iter().map(|difference| Record {
            title: title(entry),
            place: &difference.place,
            ours: difference.ours.as_deref(),
            theirs: difference.theirs.as_deref(),
        })
    });
    Report {
        differences: differences.collect(),
        only_ours: comparison.only_ours.iter().map(|entry| title(entry)).collect(),
        only_theirs: comparison.only_theirs.iter().map(|entry| title(entry)).collect(),
    }
}

fn title(entry: &Entry) -> Title<'_> {
    Title { name: entry.definition.name(), language: entry.definition.language() }
}
