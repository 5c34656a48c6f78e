//! `explain`: what does a rule say, and who says so?

use serde::Serialize;
use wa_template_definition::Rule;
use wa_template_definition::rule::{self, RULES, Stage};

use crate::answer::{Answer, Outcome};
use crate::cli::Format;
use crate::failure::Failure;
use crate::{finding, suggest};

/// Explains a rule, or lists them all.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "JSON, for one rule as for all: {\"rules\": […]}; a rule has \"id\", \"severity\" (\"error\" or \
                       \"warning\"), \"stage\" (\"creation\", \"send\" or \"value\"), \"code\" and \"subcode\" (Meta's, or \
                       null), \"summary\", \"source\", \"can_be_silenced\" and \"example\", which has \"template\" (or \
                       null), \"mistake\" and \"fix\"."
)]
pub(crate) struct Args {
    /// The rule's id, `body-missing` for example.
    #[arg(required_unless_present = "all")]
    rule: Option<String>,
    /// List all rules in a table.
    #[arg(long, conflicts_with = "rule")]
    all: bool,
}

/// The answer as JSON.
#[derive(Serialize)]
struct Report {
    rules: Vec<Record>,
}

#[derive(Serialize)]
struct Record {
    id: &'static str,
    severity: &'static str,
    stage: &'static str,
    code: Option<u32>,
    subcode: Option<u32>,
    summary: &'static str,
    source: &'static str,
    can_be_silenced: bool,
    example: Option<Example>,
}

#[derive(Serialize)]
struct Example {
    template: Option<&'static str>,
    mistake: &'static str,
    fix: &'static str,
}

pub(crate) fn run(args: &Args, format: Format) -> Result<Answer, Failure> {
    match &args.rule {
        Some(id) => {
            let rule = rule::find(id).ok_or_else(|| Failure::new(suggest::unknown_rule(id)))?;
            Answer::new(format, Outcome::Fine, || page(rule), || report(&[rule]))
        }
        None => Answer::new(format, Outcome::Fine, table, || report(RULES)),
    }
}

fn page(rule: &Rule) -> String {
    let stage = match rule.stage {
        Stage::Creation => "when a template is created",
        Stage::Send => "when a message is sent",
        Stage::Value => "when a message is sent, of each value",
        _ => stage(rule.stage),
    };
    let code = finding::codes(rule).unwrap_or_else(|| "none known".to_owned());
    let silence = if rule.allowable {
        format!("`allow(\"{0}\")` in the attribute, `lint --allow {0}`", rule.id)
    } else {
        "not possible".to_owned()
    };
    let mut page = format!(
        "{}\n  {}\n\n  severity: {}\n  asked:    {stage}\n  code:     {code}\n  source:   {}\n  silence:  {silence}\n",
        rule.id,
        rule.summary,
        finding::severity(rule.severity),
        rule.source,
    );
    if let Some(example) = rule.example() {
        let template = example.template.map(|template| ("template:", template));
        let pair = [("mistake:", example.mistake), ("fix:", example.fix)];
        // What follows the first line of a text stands below it.
        let line =
            |(what, text): (&str, &str)| format!("  {what:10}{}\n", text.replace('\n', "\n            "));
        page.push('\n');
        page.extend(template.into_iter().chain(pair).map(line));
    }
    page
}

fn table() -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let mut table = row(width, ["RULE", "SEVERITY", "STAGE", "CODE", "SUBCODE", "SUMMARY"]);
    for rule in RULES {
        let number = |code: Option<u32>| code.map_or_else(|| "-".to_owned(), |code| code.to_string());
        let (code, subcode) = (number(rule.code), number(rule.subcode));
        let severity = finding::severity(rule.severity);
        table += &row(width, [rule.id, severity, stage(rule.stage), &code, &subcode, rule.summary]);
    }
    table
}

fn row(width: usize, [id, severity, stage, code, subcode, summary]: [&str; 6]) -> String {
    format!("{id:width$}  {severity:8}  {stage:8}  {code:6}  {subcode:7}  {summary}\n")
}

fn report(rules: &[&Rule]) -> Report {
    let record = |rule: &&Rule| Record {
        id: rule.id,
        severity: finding::severity(rule.severity),
        stage: stage(rule.stage),
        code: rule.code,
        subcode: rule.subcode,
        summary: rule.summary,
        source: rule.source,
        can_be_silenced: rule.allowable,
        example: rule.example().map(|example| Example {
            template: example.template,
            mistake: example.mistake,
            fix: example.fix,
        }),
    };
    Report { rules: rules.iter().map(record).collect() }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Creation => "creation",
        Stage::Send => "send",
        Stage::Value => "value",
        _ => "other",
    }
}
