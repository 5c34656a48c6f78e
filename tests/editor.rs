//! What an editor shows: rust-analyzer on the crate in `tests/editor`.
//!
//! It runs where `WA_TEMPLATE_RUST_ANALYZER` names the program, as the gate does after installing it; how a half-typed
//! attribute expands is tested without it by `wa-template-derive`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

use server::Server;

#[path = "editor/server.rs"]
mod server;

/// The marker of a line that has exactly one error.
const HERE: &str = "// here";

const MANIFEST: &str = r#"[package]
name = "editor"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
wa-template = { path = "PATH", default-features = false, features = ["derive"] }
"#;

#[test]
fn an_editor_shows_each_mistake_once_and_nothing_else() {
    let Some(analyzer) = env::var_os("WA_TEMPLATE_RUST_ANALYZER") else { return };
    let root = crate_of_its_own();
    let output = Command::new(analyzer)
        .args(["diagnostics", "--severity", "error"])
        .arg(&root)
        .current_dir(&root)
        .output()
        .expect("rust-analyzer starts");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("diagnostic scan complete"), "{text}\n{}", String::from_utf8_lossy(&output.stderr));

    let mut shown: Vec<(String, usize)> = text.split(['\n', '\r']).filter_map(error).collect();
    shown.sort();
    let expected: Vec<(String, usize)> = marked(&root).into_iter().collect();
    assert_eq!(shown, expected, "{text}");
}

/// What is named in an attribute leads to where it is defined, as if it stood in code; a type leads nowhere else for the
/// code that was made of it.
#[test]
fn an_editor_goes_from_names_to_their_definitions() {
    let Some(analyzer) = env::var_os("WA_TEMPLATE_RUST_ANALYZER") else { return };
    let root = crate_of_its_own();
    let file = root.join("src/fine.rs");
    let text = fs::read_to_string(&file).expect("a source");
    let place = |shown: &str, inside: &str| {
        let line = text.lines().position(|line| line.contains(shown)).expect(shown);
        (line, text.lines().nth(line).and_then(|line| line.find(inside)).expect(inside))
    };
    let mut server = Server::start(&analyzer, &root);
    for (place_of, word, definition) in [
        ("quick_reply(\"Keep\", Answer::Keep)", "Keep)", "    Keep,"),
        ("quick_reply(\"Keep\", Answer::Keep)", "Answer::", "pub enum Answer"),
        ("rooms: [Room", "Room<", "pub struct Room<"),
        ("    cancel: Answer", "Answer", "pub enum Answer"),
    ] {
        let (line, column) = place(place_of, word);
        let (expected, _) = place(definition, definition);
        let found = server.definitions(&file, line, column);
        assert_eq!(found, [("fine.rs".to_owned(), expected as u64)], "{word} in {place_of}");
    }
}

/// The crate as a copy in a folder of its own.
fn crate_of_its_own() -> PathBuf {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(copy).clone()
}

/// Copies the crate, so that its lock file and its target folder stay out of the project.
fn copy() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor");
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").join("wa-template");
    let path = runtime.to_str().expect("a path in UTF-8").replace('\\', "/");
    fs::create_dir_all(root.join("src")).expect("a folder");
    fs::write(root.join("Cargo.toml"), MANIFEST.replace("PATH", &path)).expect("a manifest");
    for file in sources() {
        let name = file.file_name().expect("a file has a name");
        fs::copy(&file, root.join("src").join(name)).expect("a copy");
    }
    root
}

fn sources() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("editor/src");
    fs::read_dir(folder).expect("the crate").map(|entry| entry.expect("a file").path()).collect()
}

/// File and line, counted from 1, of what rust-analyzer says about the crate itself.
fn error(line: &str) -> Option<(String, usize)> {
    let (_, rest) = line.split_once("at crate editor, file ")?;
    let (path, rest) = rest.split_once(": Error ")?;
    let (_, number) = rest.split_once("from LineCol { line: ")?;
    let (number, _) = number.split_once(',')?;
    let name = Path::new(path).file_name()?.to_str()?;
    Some((name.to_owned(), number.parse::<usize>().ok()? + 1))
}

/// The lines that are to have one error.
fn marked(root: &Path) -> BTreeSet<(String, usize)> {
    let mut marked = BTreeSet::new();
    for file in sources() {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8").to_owned();
        let text = fs::read_to_string(root.join("src").join(&name)).expect("a source");
        let lines = text.lines().enumerate().filter(|(_, line)| line.ends_with(HERE));
        marked.extend(lines.map(|(index, _)| (name.clone(), index + 1)));
    }
    assert!(marked.len() >= 6, "the crate has its mistakes: {marked:?}");
    marked
}
