//! What is no command's own: help, wrong usage, a reader that goes away.

use std::process::Stdio;

use serde_json::json;

use crate::folder::Folder;
use crate::samples::signed;

#[test]
fn help_and_version_are_fine() {
    let folder = Folder::new("usage-help");
    for arguments in [&["--help"][..], &["wa-template", "--help"], &["help", "lint"], &["--version"]] {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.errors.as_str()), (Some(0), ""), "{arguments:?}");
    }
    let help = folder.run(&["--help"]).output;
    assert!(help.contains("Usage: cargo wa-template "), "{help}");
}

#[test]
fn only_what_works_offline_is_listed() {
    let help = Folder::new("usage-commands").run(&["-h"]).output;
    let commands: Vec<_> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .map_while(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(commands, ["lint", "check-send", "render", "diff", "explain", "emulate", "help"]);
}

#[test]
fn wrong_usage_is_told_apart_from_problems() {
    let folder = Folder::new("usage-wrong");
    let wrong: [&[&str]; 7] = [
        &[],
        &["wa-template"],
        &["frobnicate"],
        &["lint"],
        &["lint", "--format", "xml", "a.json"],
        &["check-send", "a.json"],
        &["emulate", "--token", "", "a.json"],
    ];
    for arguments in wrong {
        let run = folder.run(arguments);
        assert_eq!((run.code, run.output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(!run.errors.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    // More than a pipe holds, so that the program is still writing when it happens.
    let list = vec![signed(); 1000];
    let folder = Folder::new("usage-pipe").with("list.json", json!(list).to_string());
    let mut child =
        folder.command(&["lint", "list.json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}
