//! The commands, one module each.

pub(crate) mod check_send;
pub(crate) mod diff;
pub(crate) mod emulate;
pub(crate) mod explain;
pub(crate) mod lint;
pub(crate) mod render;

use crate::answer::Answer;
use crate::cli::{Cli, Command};
use crate::failure::Failure;

/// Does what was asked.
pub(crate) fn run(cli: Cli) -> Result<Answer, Failure> {
    let format = cli.format;
    match cli.command {
        Command::Lint(args) => lint::run(&args, format),
        Command::CheckSend(args) => check_send::run(&args, format),
        Command::Render(args) => render::run(&args, format),
        Command::Diff(args) => diff::run(&args, format),
        Command::Explain(args) => explain::run(&args, format),
        Command::Emulate(args) => emulate::run(args, format),
    }
}
