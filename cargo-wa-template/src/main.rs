//! `cargo wa-template`: checks, judges and renders WhatsApp message templates.
//!
//! This crate reads files and prints; what a template, a send or a value must satisfy is asked of
//! `wa_template_definition`. `cargo wa-template --help` lists the commands, [`cli`] is where they are declared.

mod answer;
mod choice;
mod cli;
mod command;
mod excerpt;
mod failure;
mod finding;
mod input;
mod plain;
mod sample;
mod suggest;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::Cli;

fn main() -> ExitCode {
    match Cli::try_parse_from(arguments(std::env::args_os())) {
        Ok(cli) => answer::finish(command::run(cli)),
        Err(error) => {
            // A terminal that is gone has nobody left to tell.
            let _ = error.print();
            if error.use_stderr() { answer::usage() } else { ExitCode::SUCCESS }
        }
    }
}

/// Cargo passes the name of the subcommand on as the first argument.
fn arguments(given: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<_> = given.collect();
    if arguments.get(1).is_some_and(|first| first == "wa-template") {
        arguments.remove(1);
    }
    arguments
}
