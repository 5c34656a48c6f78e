//! What can be asked on the command line.

use clap::{Parser, Subcommand, ValueEnum};

use crate::command::{check_send, diff, emulate, explain, lint, render};

const AFTER_HELP: &str = "\
Wherever a template definition is read, FILE may be `-` for standard input, a folder for all *.json below it, or a \
file that holds several: a JSON array, or the platform's list answer {\"data\":[…]}.

Exit codes:
  0  fine
  1  a problem was found
  2  wrong usage, an unreadable file or broken JSON

`cargo wa-template help COMMAND` describes what `--format json` prints.";

/// Checks, judges and renders WhatsApp message templates, without any connection to the platform.
#[derive(Debug, Parser)]
#[command(name = "cargo-wa-template", bin_name = "cargo wa-template", version, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    /// What to print: text for people, or JSON for programs.
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Lines for people.
    Text,
    /// JSON for programs; its keys are stable.
    Json,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Lint(lint::Args),
    CheckSend(check_send::Args),
    Render(render::Args),
    Diff(diff::Args),
    Explain(explain::Args),
    Emulate(emulate::Args),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_declaration_is_sound() {
        super::Cli::command().debug_assert();
    }
}
