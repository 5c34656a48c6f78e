//! What a command has to say, and how the program ends.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::cli::Format;
use crate::failure::Failure;

/// The exit code when a problem was found.
const PROBLEM: u8 = 1;
/// The exit code of wrong usage, unreadable files and broken JSON.
const USAGE: u8 = 2;

/// What a command found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Fine,
    Problem,
}

/// What a command prints, and what it found.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) outcome: Outcome,
    /// For standard output, line ends included.
    pub(crate) text: String,
    /// What could not be read beside that.
    pub(crate) failure: Failure,
}

impl Answer {
    /// The answer in the format that was asked for; only that one is made.
    pub(crate) fn new<J: Serialize>(
        format: Format,
        outcome: Outcome,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> J,
    ) -> Result<Self, Failure> {
        let text = match format {
            Format::Text => text(),
            Format::Json => serde_json::to_string_pretty(&json())? + "\n",
        };
        Ok(Self { outcome, text, failure: Failure::default() })
    }

    /// Nothing to print, because it has been printed already.
    pub(crate) fn printed() -> Self {
        Self { outcome: Outcome::Fine, text: String::new(), failure: Failure::default() }
    }
}

impl Outcome {
    pub(crate) fn problem_if(found: bool) -> Self {
        if found { Self::Problem } else { Self::Fine }
    }
}

/// Prints, and says how the process ends.
pub(crate) fn finish(answer: Result<Answer, Failure>) -> ExitCode {
    match answer {
        Ok(answer) => {
            complain(&answer.failure);
            match print(&answer.text) {
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                    complain(&Failure::system("cannot write to standard output", &error));
                    usage()
                }
                // Whoever reads only the beginning still learns what was found.
                _ if !answer.failure.is_empty() => usage(),
                _ => match answer.outcome {
                    Outcome::Fine => ExitCode::SUCCESS,
                    Outcome::Problem => ExitCode::from(PROBLEM),
                },
            }
        }
        Err(failure) => {
            complain(&failure);
            usage()
        }
    }
}

/// The exit code of wrong usage.
pub(crate) fn usage() -> ExitCode {
    ExitCode::from(USAGE)
}

fn print(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()
}

fn complain(failure: &Failure) {
    let mut output = io::stderr().lock();
    for line in failure.lines() {
        // `eprintln!` would panic when nobody listens.
        let _ = writeln!(output, "error: {line}");
    }
}
