//! `render`: what does the customer read?

use std::path::PathBuf;

use serde::Serialize;
use wa_template_definition::Rendered;

use crate::answer::{Answer, Outcome};
use crate::cli::Format;
use crate::failure::Failure;
use crate::input::{self, Entry};
use crate::{choice, plain, sample};

/// Shows a message as the customer reads it.
///
/// It does not judge the message: `check-send` does.
#[derive(Debug, clap::Args)]
#[command(
    after_long_help = "JSON: {\"messages\": […]}; a message has \"name\" and \"language\" of the template, \"header\" \
                       (or null), \"body\", \"footer\" (or null) and \"buttons\" (a list of texts)."
)]
pub(crate) struct Args {
    /// The template definition. Without a message, each of several is shown; with one, that of its name and language.
    definition: PathBuf,
    /// The message: a whole request body or its `template` object. Without it the samples of the definition are
    /// filled in; what has no sample stays a placeholder.
    send: Option<PathBuf>,
}

/// The answer as JSON.
#[derive(Serialize)]
struct Report<'a> {
    messages: Vec<Message<'a>>,
}

/// A message as the customer reads it, as JSON.
#[derive(Debug, Serialize)]
pub(crate) struct Message<'a> {
    name: &'a str,
    language: &'a str,
    header: Option<&'a str>,
    body: &'a str,
    footer: Option<&'a str>,
    buttons: &'a [String],
}

impl<'a> Message<'a> {
    pub(crate) fn new(name: &'a str, language: &'a str, rendered: &'a Rendered) -> Self {
        Self {
            name,
            language,
            header: rendered.header.as_deref(),
            body: &rendered.body,
            footer: rendered.footer.as_deref(),
            buttons: &rendered.buttons,
        }
    }
}

pub(crate) fn run(args: &Args, format: Format) -> Result<Answer, Failure> {
    input::read_once(args.send.iter().chain([&args.definition]))?;
    let entries = input::some_definitions(&args.definition)?;
    let rendered = match &args.send {
        None => entries.iter().map(with_samples).collect(),
        Some(send) => {
            let send = input::json(send)?;
            let template = choice::template(&send);
            let entry = choice::exact(&entries, template).ok_or_else(|| {
                let missing = format!("there is no definition of {}", choice::title(template));
                Failure::file(&args.definition, missing)
            })?;
            vec![(entry, entry.definition.render(template))]
        }
    };
    Answer::new(format, Outcome::Fine, || text(&rendered), || report(&rendered))
}

fn with_samples(entry: &Entry) -> (&Entry, Rendered) {
    (entry, entry.definition.render(&sample::send(&entry.definition)))
}

fn text(rendered: &[(&Entry, Rendered)]) -> String {
    if let [(_, single)] = rendered {
        return plain::block(&single.to_string()) + "\n";
    }
    let blocks: Vec<_> = rendered
        .iter()
        .map(|(entry, rendered)| {
            format!("{}:\n{}\n", plain::line(&entry.title()), plain::block(&rendered.to_string()))
        })
        .collect();
    blocks.join("\n")
}

fn report<'a>(rendered: &'a [(&'a Entry, Rendered)]) -> Report<'a> {
    let message = |(entry, rendered): &'a (&'a Entry, Rendered)| {
        Message::new(entry.definition.name(), entry.definition.language(), rendered)
    };
    Report { messages: rendered.iter().map(message).collect() }
}
