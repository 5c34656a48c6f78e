//! One package of everything that must compile, one of everything that must not, and what the compiler says.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use serde_json::Value;

use super::mutant::Mutant;
use super::source::Fixture;

/// What the compiler said about one file.
pub(crate) struct Message {
    pub(crate) level: String,
    /// The line of the primary span.
    pub(crate) line: usize,
    /// What is wrong, without help and notes, and the label of the primary span.
    pub(crate) fact: String,
    pub(crate) has_fix: bool,
    pub(crate) rendered: String,
}

/// What the compiler said, by module.
#[derive(Default)]
pub(crate) struct Said {
    by_module: HashMap<String, Vec<Message>>,
    /// Errors and warnings that stand in no file.
    elsewhere: Vec<String>,
}

impl Said {
    /// What was said of files that are none of these.
    pub(crate) fn beside(&self, modules: &BTreeSet<String>) -> Vec<&str> {
        let others = self.by_module.iter().filter(|(module, _)| !modules.contains(*module));
        let said = others.flat_map(|(_, messages)| messages).map(|message| message.rendered.as_str());
        said.chain(self.elsewhere.iter().map(String::as_str)).collect()
    }

    pub(crate) fn about(&self, module: &str) -> &[Message] {
        self.by_module.get(module).map_or(&[], Vec::as_slice)
    }
}

/// Packages of mutants: the compiler is busy with one of them per core.
const PACKAGES: usize = 2;

/// Compiles all of it in one run.
pub(crate) fn check(fixtures: &[Fixture], valid: &[&Mutant], broken: &[&Mutant]) -> Said {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants");
    fs::create_dir_all(&root).expect("a folder");
    fs::copy(here("../Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
    let mut modules: Vec<_> =
        fixtures.iter().map(|fixture| (fixture.name.clone(), fixture.text.clone())).collect();
    modules.extend(valid.iter().map(|mutant| (mutant.module(), mutant.text.clone())));
    package(&root.join("valid"), &modules, valid);
    let mut members = vec!["\"valid\"".to_owned()];
    for (number, mutants) in broken.chunks(broken.len().div_ceil(PACKAGES).max(1)).enumerate() {
        let name = format!("broken-{number}");
        let modules: Vec<_> = mutants.iter().map(|mutant| (mutant.module(), mutant.text.clone())).collect();
        package(&root.join(&name), &modules, mutants);
        members.push(format!("{name:?}"));
    }
    let members = members.join(", ");
    write(&root.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n"));
    run(&root)
}

/// A package with one module per text.
fn package(root: &Path, modules: &[(String, String)], mutants: &[&Mutant]) {
    let name = root.file_name().expect("a name").to_string_lossy();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n\
         wa-template = {{ path = \"{}\", default-features = false, features = [\"derive\"] }}\n",
        here("../wa-template").display()
    );
    write(&root.join("Cargo.toml"), &manifest);
    // Nothing constructs the structs, and a mutant may no longer need what its fixture imports.
    let mut library = "#![allow(dead_code, unused_imports)]\n\n".to_owned();
    for (module, text) in modules {
        writeln!(library, "mod {module};").expect("a string");
        write(&root.join("src").join(module).with_extension("rs"), text);
    }
    write(&root.join("src/lib.rs"), &library);
    let definitions = here("mutants/fixtures/templates/appointment");
    for language in ["en.json", "es.json"] {
        let text = fs::read_to_string(definitions.join(language)).expect("a definition");
        write(&root.join("templates/appointment").join(language), &text);
    }
    for (path, text) in mutants.iter().flat_map(|mutant| &mutant.files) {
        write(&root.join(path), text);
    }
}

pub(crate) fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Leaves a file alone that is as it should be, so that cargo need not compile again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

fn run(root: &Path) -> Said {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--workspace", "--keep-going", "--offline", "--quiet", "--message-format=json"])
        .arg("--target-dir")
        .arg(root.join("target"))
        .current_dir(root)
        .stderr(Stdio::piped())
        .output()
        .expect("cargo");
    let mut said = Said::default();
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        if line["reason"] == "compiler-message" {
            said.take(&line["message"]);
        }
    }
    // Without a word from the compiler it was cargo itself that failed.
    assert!(!text.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    said
}

impl Said {
    fn take(&mut self, message: &Value) {
        let text = message["message"].as_str().unwrap_or_default();
        let spans = message["spans"].as_array().map_or(&[][..], Vec::as_slice);
        let primary = spans.iter().find(|span| span["is_primary"] == true);
        let summary = text.starts_with("aborting due to") || text.contains("detailed explanations");
        let Some(span) = primary else {
            if !summary && !text.starts_with("For more information about") {
                self.elsewhere.push(text.to_owned());
            }
            return;
        };
        let file = Path::new(span["file_name"].as_str().unwrap_or_default());
        let module = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let label = span["label"].as_str().unwrap_or_default();
        let messages = self.by_module.entry(module).or_default();
        // The compiler repeats an unmet bound for every mention of it; cargo and editors show what is the same once.
        let rendered = message["rendered"].as_str().unwrap_or_default().to_owned();
        if messages.iter().any(|earlier| earlier.rendered == rendered) {
            return;
        }
        messages.push(Message {
            level: message["level"].as_str().unwrap_or_default().to_owned(),
            line: span["line_start"].as_u64().and_then(|line| usize::try_from(line).ok()).unwrap_or_default(),
            fact: format!("{}\n{label}", fact(text)),
            has_fix: has_fix(message),
            rendered,
        });
    }
}

/// What is wrong, without the place inside of a literal, help and notes.
fn fact(text: &str) -> &str {
    let ends = ["\n -->", "\nhelp:", "\nnote:"];
    let end = ends.iter().filter_map(|end| text.find(end)).min().unwrap_or(text.len());
    &text[..end]
}

/// Whether it is said what to type: a help of the derive, or a note of a trait that begins with what to do.
fn has_fix(message: &Value) -> bool {
    let ours = message["message"].as_str().is_some_and(|text| text.contains("\nhelp: "));
    let does = [
        "use ",
        "write ",
        "add ",
        "wrap ",
        "mark ",
        "derive ",
        "implement ",
        "consider ",
        "a similar name exists",
        "there is a variant",
    ];
    let children = message["children"].as_array().map_or(&[][..], Vec::as_slice);
    let texts = children.iter().filter_map(|child| child["message"].as_str());
    ours || texts
        .into_iter()
        .any(|text| does.iter().any(|does| text.starts_with(does) || text.contains("similar name")))
}
