//! The payloads of the platform's documentation and of recorded traffic, when they are there.
//!
//! `WA_TEMPLATE_VECTORS` names the folder: `definitions/X.json` are bodies of creations, `send/X.json` and
//! `send/X__variant.json` bodies of messages for them. Without the variable there is nothing to do.

mod breakages;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use wa_template_definition::{Definition, Violation};

/// Definitions that break a rule: the file, the rules, and why that is as it should be.
const DEFINITIONS_WITH_ERRORS: &[(&str, &[&str], &str)] = &[
    (
        "authentication_code_autofill_button_until_v20",
        &["one-time-password-apps"],
        "app fields on the button itself, as they stood until Graph v20",
    ),
    (
        "authentication_upsert_autofill",
        &["language-unknown"],
        "body of the bulk endpoint: `languages` instead of `language`",
    ),
    (
        "authentication_upsert_copy_code",
        &["language-unknown"],
        "body of the bulk endpoint: `languages` instead of `language`",
    ),
];

/// Sends that break a rule of their definition.
const SENDS_WITH_ERRORS: &[(&str, &[&str], &str)] = &[];

/// Templates whose answer differs from their definition: the name, the places, and why.
const READ_BACK_OTHERWISE: &[(&str, &[&str], &str)] =
    &[("hello_world", &["category"], "the documentation shows it as marketing there, as utility here")];

/// Sends whose file is not named after their definition.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("on_premises_generic_date_components", "on_premises_generic"),
    ("on_premises_generic_date_timestamp", "on_premises_generic"),
];

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("WA_TEMPLATE_VECTORS").map(PathBuf::from);
    if folder.is_none() {
        println!("WA_TEMPLATE_VECTORS is not set: nothing to compare with");
    }
    folder
}

/// The JSON files of a folder by name without ending. Relative folders count from the root of the workspace.
fn files(folder: &Path, name: &str) -> BTreeMap<String, Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join(folder).join(name);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = BTreeMap::new();
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text =
                std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let json =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            files.insert(path.file_stem().expect("a name").to_string_lossy().into_owned(), json);
        }
    }
    assert!(!files.is_empty(), "{} has no JSON files", folder.display());
    files
}

fn definitions(folder: &Path) -> BTreeMap<String, Definition> {
    let read = |(name, json): (String, Value)| {
        let definition = Definition::from_value(json).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, definition)
    };
    files(folder, "definitions").into_iter().map(read).collect()
}

/// The sends with their definitions: name of the send, definition, `template` object.
fn pairs(folder: &Path) -> Vec<(String, Definition, Value)> {
    let definitions = definitions(folder);
    let pair = |(name, mut body): (String, Value)| {
        let base = name.split("__").next().unwrap_or_default();
        let other = OTHER_NAMES.iter().find(|(send, _)| *send == base);
        let of = other.map_or(base, |(_, definition)| definition);
        let definition =
            definitions.get(of).unwrap_or_else(|| panic!("{name}: there is no definitions/{of}.json"));
        (name, definition.clone(), body["template"].take())
    };
    files(folder, "send").into_iter().map(pair).collect()
}

fn rules<'a>(violations: impl IntoIterator<Item = &'a Violation>) -> Vec<&'static str> {
    violations.into_iter().map(Violation::rule).collect()
}

/// What breaks rules, apart from the exceptions, and exceptions that are none.
fn problems(
    found: &BTreeMap<String, Vec<&'static str>>,
    exceptions: &[(&str, &[&str], &str)],
) -> Vec<String> {
    let expected: BTreeMap<_, _> = exceptions.iter().map(|(name, rules, _)| (*name, *rules)).collect();
    let names: BTreeSet<_> = found.keys().map(String::as_str).chain(expected.keys().copied()).collect();
    names
        .into_iter()
        .filter_map(|name| {
            let found = found.get(name).map(Vec::as_slice).unwrap_or_default();
            let expected = expected.get(name).copied().unwrap_or_default();
            (found != expected).then(|| format!("{name}: expected {expected:?}, found {found:?}"))
        })
        .collect()
}

#[test]
fn definitions_are_kept_and_have_no_errors() {
    let Some(folder) = folder() else { return };
    let mut found = BTreeMap::new();
    for (name, json) in files(&folder, "definitions") {
        let definition =
            Definition::from_json(&json.to_string()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let written: Value = serde_json::from_str(&definition.to_json()).unwrap();
        assert_eq!(written, json, "{name}");
        let creation = Definition::from_json(&definition.to_creation_json()).unwrap();
        assert_eq!(creation, definition, "{name}");
        assert_eq!(creation.differences(&definition), [], "{name}");
        found.insert(name, rules(definition.validate().iter().filter(|violation| violation.is_error())));
    }
    let problems = problems(&found, DEFINITIONS_WITH_ERRORS);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn sends_fit_their_definitions() {
    let Some(folder) = folder() else { return };
    let mut found = BTreeMap::new();
    for (name, definition, send) in pairs(&folder) {
        assert!(!definition.has_unknown_parts(), "{name} is not understood as a whole");
        let shown = definition.render(&send).to_string();
        assert!(!shown.contains("{{"), "{name} leaves a placeholder: {shown}");
        found.insert(name, rules(&definition.check_send(&send)));
    }
    let problems = problems(&found, SENDS_WITH_ERRORS);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What the platform answers is what was created, with ids, states and generated texts.
#[test]
fn answers_do_not_differ_from_their_definitions() {
    let Some(folder) = folder() else { return };
    let definitions = definitions(&folder);
    let mut found = BTreeMap::new();
    for (file, mut answer) in files(&folder, "responses") {
        let Some(templates) = answer.get_mut("data").and_then(Value::as_array_mut) else { continue };
        for template in templates.iter_mut().filter(|template| template.get("components").is_some()) {
            let written = template.to_string();
            let template =
                Definition::from_value(template.take()).unwrap_or_else(|error| panic!("{file}: {error}"));
            assert_eq!(template.to_json(), written, "{file}");
            let errors: Vec<_> = template.validate().into_iter().filter(Violation::is_error).collect();
            assert_eq!(errors, [], "{file}: {}", template.name());
            let same = |other: &&Definition| {
                (other.name(), other.language()) == (template.name(), template.language())
            };
            let Some(definition) = definitions.values().find(same) else { continue };
            let places = definition.differences(&template).into_iter().map(|difference| difference.place);
            let places: Vec<&'static str> = places.map(|place| &*place.leak()).collect();
            found.insert(template.name().to_owned(), places);
        }
    }
    assert!(found.len() >= 4, "only {found:?} have definitions");
    let problems = problems(&found, READ_BACK_OTHERWISE);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn single_mistakes_are_refused() {
    let Some(folder) = folder() else { return };
    let mut problems = Vec::new();
    let mut broken = 0;
    for (name, definition, send) in pairs(&folder) {
        let mut breakages = breakages::envelope(&send);
        breakages.extend(breakages::inside(&definition, &send));
        broken += breakages.len();
        for (what, send, code) in breakages {
            let violations = definition.check_send(&send);
            let codes: Vec<_> = violations.iter().map(Violation::code).collect();
            if codes != [Some(code)] {
                problems.push(format!("{name}, {what}: expected {code}, found {violations:#?}"));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(broken >= 2000, "only {broken} broken sends");
}
