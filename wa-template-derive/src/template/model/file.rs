//! Definitions from files.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::SystemTime;

use wa_template_definition::Definition;

/// A definition that was read from a file of the user's crate.
pub(super) struct File {
    pub(super) definition: Definition,
    /// The path below the crate's root, as messages print it.
    pub(super) shown: String,
}

/// What has been read in this process, by path; a file that has changed since is read again. An editor's process
/// expands on every keystroke.
static READ: LazyLock<Mutex<HashMap<PathBuf, AsOf>>> = LazyLock::new(Mutex::default);

/// When the file had been changed last, and what it held then.
type AsOf = (Option<SystemTime>, Definition);

/// Why a file cannot be used.
pub(super) struct Problem {
    pub(super) fact: String,
    /// Where in the file.
    pub(super) place: Option<String>,
    pub(super) help: &'static str,
}

pub(super) const PATHS: &str = "paths count from the folder of `Cargo.toml`";

/// Reads a definition below the crate's root.
pub(super) fn read(shown: &str) -> Result<File, Problem> {
    if Path::new(shown).is_absolute() {
        let fact = format!("`{shown}` is an absolute path");
        return Err(Problem { fact, place: None, help: PATHS });
    }
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let path = root.join(shown);
    let definition = cached(&path).map_err(|problem| Problem {
        fact: format!("`{shown}` {}", problem.fact),
        place: problem.place.map(|place| format!("{shown}:{place}")),
        ..problem
    })?;
    Ok(File { definition, shown: shown.to_owned() })
}

fn cached(path: &Path) -> Result<Definition, Problem> {
    let changed = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((at, definition)) = read.get(path)
        && changed.is_some()
        && *at == changed
    {
        return Ok(definition.clone());
    }
    let text = std::fs::read_to_string(path).map_err(|error| {
        let fact = match error.kind() {
            std::io::ErrorKind::NotFound => "does not exist".to_owned(),
            _ => format!("cannot be read: {error}"),
        };
        Problem { fact, place: None, help: PATHS }
    })?;
    let definition = Definition::from_json(&text).map_err(|error| {
        let sentence = error.to_string();
        let place = format!("{}:{}", error.line(), error.column().max(1));
        if error.is_data() {
            let help = "write `{ \"name\": \"…\", \"language\": \"en\", \"category\": \"UTILITY\", \"components\": [ … ] }`";
            return Problem { fact: format!("is not a template definition: {sentence}"), place: None, help };
        }
        // The place is stated in its own line.
        let sentence = sentence.split(" at line ").next().unwrap_or_default();
        let help = "write JSON: keys and texts in double quotes, a comma between two entries and none behind the last";
        Problem { fact: format!("is not JSON: {sentence}"), place: Some(place), help }
    })?;
    read.insert(path.to_owned(), (changed, definition.clone()));
    Ok(definition)
}

/// Whether there is such a folder below the crate's root.
pub(super) fn is_folder(shown: &str) -> bool {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    root.join(shown).is_dir()
}

/// Whether the path names a file rather than a folder of files.
pub(super) fn is_file(shown: &str) -> bool {
    Path::new(shown).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}
