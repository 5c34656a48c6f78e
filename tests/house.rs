//! Rules of the house that a look at the files can check.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wa_template::definition::Severity;
use wa_template::definition::rule::{RULES, Stage};

/// Rules about definitions that no attribute can break: what they speak of cannot be written there.
const NOT_IN_ATTRIBUTES: &[&str] = &[
    // A key given twice is an error of its own.
    "component-duplicate",
    // The derive writes the parameter format and the form of samples.
    "placeholder-format-missing",
    "example-form",
    // Their labels are the platform's: there is no place for another.
    "button-payment-label",
    "button-contact-label",
    // A kind that the platform does not know is a key that the derive does not know.
    "one-time-password-kind",
    // No key names an entry of the library.
    "library-components",
];

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            found.extend(files(&entry, extension));
        } else if entry.extension().is_some_and(|found| found == extension) {
            found.push(entry);
        }
    }
    found
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn every_failing_case_has_its_text() {
    for folder in ["ui/fail", "ui/rustc"] {
        for case in files(&here(folder), "rs") {
            assert!(case.with_extension("stderr").exists(), "{} has no .stderr", case.display());
        }
        for text in files(&here(folder), "stderr") {
            assert!(text.with_extension("rs").exists(), "{} has no .rs", text.display());
        }
    }
}

#[test]
fn every_case_of_one_mistake_has_one_error() {
    for text in files(&here("ui"), "stderr")
        .iter()
        .filter(|text| !text.components().any(|part| part.as_os_str() == "many"))
    {
        let errors = fs::read_to_string(text)
            .expect("a text")
            .lines()
            .filter(|line| line.starts_with("error"))
            .count();
        assert_eq!(errors, 1, "{}", text.display());
    }
}

#[test]
fn every_rule_of_creation_has_a_case() {
    let broken: BTreeSet<String> = files(&here("ui/fail"), "rs")
        .iter()
        .filter_map(|case| {
            fs::read_to_string(case)
                .expect("a case")
                .lines()
                .next()?
                .strip_prefix("// breaks: ")
                .map(str::to_owned)
        })
        .collect();
    for rule in RULES.iter().filter(|rule| rule.stage == Stage::Creation && rule.severity == Severity::Error)
    {
        let shown = broken.contains(rule.id);
        let excused = NOT_IN_ATTRIBUTES.contains(&rule.id);
        assert!(
            shown != excused,
            "{} is {}",
            rule.id,
            if shown { "shown and excused" } else { "never shown" }
        );
    }
    for id in &broken {
        assert!(RULES.iter().any(|rule| rule.id == id), "a case breaks `{id}`, which is no rule");
    }
}

/// `wa-template-definition` knows nothing of tokens, HTTP or files; `wa-template` has no limits of its own.
#[test]
fn dependencies_point_inwards() {
    let definition = fs::read_to_string(here("../wa-template-definition/Cargo.toml")).expect("a manifest");
    let dependencies =
        definition.split("[dependencies]").nth(1).and_then(|rest| rest.split('[').next()).expect("a list");
    let names: Vec<_> = dependencies
        .lines()
        .filter_map(|line| line.split(['.', ' ']).next())
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(names, ["serde_core", "serde_json"]);
    for file in files(&here("../wa-template-definition/src"), "rs") {
        let text = fs::read_to_string(&file).expect("a file");
        for forbidden in ["std::fs", "std::net", "std::env", "println!", "proc_macro"] {
            assert!(!text.contains(forbidden), "{} uses {forbidden}", file.display());
        }
    }
}
