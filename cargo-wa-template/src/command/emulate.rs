//! `emulate`: a local platform for whoever wants to send to it.

use std::convert::Infallible;
use std::io::{self, Write};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use clap::builder::NonEmptyStringValueParser;
use serde::Serialize;
use serde_json::Value;
use wa_template_emulator::{Accepted, Emulator, Refused};

use super::render::Message;
use crate::answer::Answer;
use crate::cli::Format;
use crate::failure::Failure;
use crate::finding::{self, RECORD, Record, count};
use crate::input::{self, Entry};
use crate::{choice, plain};

/// How long a message may wait until it is printed.
const INTERVAL: Duration = Duration::from_millis(100);

/// Plays the platform on this machine.
///
/// Takes messages, judges them and prints what the customer reads, or why a message is refused. It runs until it is
/// interrupted.
#[derive(Debug, clap::Args)]
#[command(after_long_help = after_help())]
pub(crate) struct Args {
    /// Files with template definitions, folders, or `-` for standard input.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The port of 127.0.0.1 to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The only access token to take; by default any will do.
    #[arg(long, value_name = "TOKEN", value_parser = NonEmptyStringValueParser::new())]
    token: Option<String>,
}

fn after_help() -> String {
    format!(
        "Code under test sends to the printed address instead of the platform's; both its APIs are understood.\n\n\
         JSON, one object per line: first {{\"event\": \"listening\", \"base_url\", \"templates\": [{{\"name\", \
         \"language\"}}]}}; then {{\"event\": \"accepted\", \"id\", \"to\"}} with the keys of a message of `render`, or \
         {{\"event\": \"refused\", \"code\", \"details\", \"violations\": […]}}; a violation has {RECORD}."
    )
}

/// Something that happened, as JSON.
#[derive(Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
enum Event<'a> {
    Listening {
        base_url: &'a str,
        templates: Vec<Title<'a>>,
    },
    Accepted {
        id: &'a str,
        to: &'a str,
        #[serde(flatten)]
        message: Message<'a>,
    },
    Refused {
        code: u32,
        details: &'a str,
        violations: Vec<Record<'a>>,
    },
}

#[derive(Serialize)]
struct Title<'a> {
    name: &'a str,
    language: &'a str,
}

/// Prints what happens, as it happens.
struct Printer {
    format: Format,
}

pub(crate) fn run(args: Args, format: Format) -> Result<Answer, Failure> {
    input::read_once(&args.files)?;
    let (entries, failure) = input::definitions(&args.files);
    failure.into_result()?;
    if entries.is_empty() {
        return Err(Failure::new("there is no template definition in these files"));
    }
    let emulator = start(args)?;
    emulator.add_all(entries.iter().map(|entry| entry.definition.clone()));
    match follow(&emulator, &entries, &Printer { format }) {
        // Nobody reads any more: that is how a pipe ends a program.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Answer::printed()),
        Err(error) => Err(Failure::system("cannot write to standard output", &error)),
        Ok(never) => match never {},
    }
}

fn start(args: Args) -> Result<Emulator, Failure> {
    let mut builder = Emulator::builder().port(args.port);
    if let Some(token) = args.token {
        builder = builder.access_token(token);
    }
    builder.start().map_err(|error| Failure::system(format!("cannot listen on port {}", args.port), &error))
}

fn follow(emulator: &Emulator, entries: &[Entry], printer: &Printer) -> io::Result<Infallible> {
    printer.listening(&emulator.base_url(), entries)?;
    let (mut accepted, mut refused) = (0, 0);
    loop {
        thread::sleep(INTERVAL);
        for message in emulator.accepted().iter().skip(accepted) {
            accepted += 1;
            printer.accepted(message)?;
        }
        for send in emulator.refused().iter().skip(refused) {
            refused += 1;
            printer.refused(send)?;
        }
    }
}

impl Printer {
    fn listening(&self, base_url: &str, entries: &[Entry]) -> io::Result<()> {
        let text = || {
            let number = count(entries.len(), "template");
            let head = format!("listening on {base_url} with {number}, until interrupted\n");
            entries.iter().fold(head, |text, entry| text + "  " + &plain::line(&entry.title()) + "\n")
        };
        let templates = entries
            .iter()
            .map(|entry| Title { name: entry.definition.name(), language: entry.definition.language() });
        self.print(text, || Event::Listening { base_url, templates: templates.collect() })
    }

    fn accepted(&self, accepted: &Accepted) -> io::Result<()> {
        let (id, to) = (accepted.id(), accepted.to());
        let (name, language) = (accepted.template_name(), accepted.language());
        let text = || {
            let head = plain::line(&format!("accepted {name} ({language}) to {to}: {id}"));
            head + "\n" + &indented(plain::block(&accepted.rendered().to_string()).lines())
        };
        let message = Message::new(name, language, accepted.rendered());
        self.print(text, || Event::Accepted { id, to, message })
    }

    fn refused(&self, refused: &Refused) -> io::Result<()> {
        let (code, details, violations) = (refused.code(), refused.details(), refused.violations());
        let text = || {
            let what = send_of(refused.json());
            let head = format!("refused {what} with code {code}");
            if violations.is_empty() {
                return plain::line(&format!("{head}: {details}")) + "\n";
            }
            let lines = violations.iter().flat_map(|violation| finding::lines(violation, None));
            plain::line(&head) + "\n" + &indented(lines)
        };
        let violations = violations.iter().map(Record::new);
        self.print(text, || Event::Refused { code, details, violations: violations.collect() })
    }

    fn print<'a>(&self, text: impl FnOnce() -> String, event: impl FnOnce() -> Event<'a>) -> io::Result<()> {
        let text = match self.format {
            Format::Text => text(),
            Format::Json => serde_json::to_string(&event())? + "\n",
        };
        let mut output = io::stdout().lock();
        output.write_all(text.as_bytes())?;
        output.flush()
    }
}

fn send_of(json: &Value) -> String {
    match choice::template(json).get("name").and_then(Value::as_str) {
        Some(name) => format!("a send of `{name}`"),
        None => "a call".to_owned(),
    }
}

fn indented<L: AsRef<str>>(lines: impl IntoIterator<Item = L>) -> String {
    lines.into_iter().fold(String::new(), |text, line| text + "  " + line.as_ref() + "\n")
}
