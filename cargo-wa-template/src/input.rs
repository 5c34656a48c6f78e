//! Reading files, folders and standard input.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::Value;
use wa_template_definition::Definition;

use crate::failure::Failure;

/// A definition and where it was read.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) file: String,
    /// Whether the file holds a list of them.
    pub(crate) listed: bool,
    pub(crate) definition: Definition,
}

impl Entry {
    /// Name and language, as messages print them.
    pub(crate) fn title(&self) -> String {
        format!("{} ({})", self.definition.name(), self.definition.language())
    }
}

/// A file as messages name it.
pub(crate) fn label(path: &Path) -> String {
    if is_standard_input(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Refuses a second `-`: what the first one read is gone.
pub(crate) fn read_once<'a>(paths: impl IntoIterator<Item = &'a PathBuf>) -> Result<(), Failure> {
    if paths.into_iter().filter(|path| is_standard_input(path)).count() > 1 {
        return Err(Failure::new("standard input (`-`) can be read only once"));
    }
    Ok(())
}

/// All definitions in these files and folders, in order, and what could not be read.
pub(crate) fn definitions(paths: &[PathBuf]) -> (Vec<Entry>, Failure) {
    let (mut entries, mut failure) = (Vec::new(), Failure::default());
    for file in paths.iter().flat_map(|path| files(path)) {
        match file.and_then(|file| read(&file)) {
            Ok(found) => entries.extend(found),
            Err(error) => failure.join(error),
        }
    }
    (entries, failure)
}

/// All definitions in one file or folder; every one of them must be readable.
pub(crate) fn all_definitions(path: &Path) -> Result<Vec<Entry>, Failure> {
    let (entries, failure) = definitions(&[path.to_owned()]);
    failure.into_result()?;
    Ok(entries)
}

/// Like [`all_definitions`], but at least one.
pub(crate) fn some_definitions(path: &Path) -> Result<Vec<Entry>, Failure> {
    let entries = all_definitions(path)?;
    if entries.is_empty() {
        return Err(Failure::file(path, "there is no template definition in this list"));
    }
    Ok(entries)
}

/// The JSON in a file.
pub(crate) fn json(path: &Path) -> Result<Value, Failure> {
    let bytes =
        bytes(path).map_err(|error| Failure::system(format!("cannot read {}", label(path)), &error))?;
    // Editors of one operating system put a byte order mark in front.
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    serde_json::from_slice(text).map_err(|error| Failure::file(path, format!("not JSON: {error}")))
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if !is_standard_input(path) {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn read(path: &Path) -> Result<Vec<Entry>, Failure> {
    let broken = |what: &str, error| Failure::file(path, format!("{what}{error}"));
    let entry = |listed, definition| Entry { file: label(path), listed, definition };
    match list(json(path)?) {
        Ok(items) => items
            .into_iter()
            .enumerate()
            .map(|(index, item)| match Definition::from_value(item) {
                Ok(definition) => Ok(entry(true, definition)),
                Err(error) => Err(broken(&format!("entry {index} of the list: "), error)),
            })
            .collect(),
        Err(single) => match Definition::from_value(single) {
            Ok(definition) => Ok(vec![entry(false, definition)]),
            Err(error) => Err(broken("", error)),
        },
    }
}

/// The entries of a JSON array, or of the answer with which the platform lists templates; anything else comes back.
fn list(mut value: Value) -> Result<Vec<Value>, Value> {
    if let Value::Array(items) = value {
        return Ok(items);
    }
    if value.get("name").is_none()
        && let Some(Value::Array(items)) = value.get_mut("data")
    {
        return Ok(std::mem::take(items));
    }
    Err(value)
}

/// The file itself, or all files of a folder whose names end in `.json`, sorted.
fn files(path: &Path) -> Vec<Result<PathBuf, Failure>> {
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    match below(path) {
        Ok(found) if found.is_empty() => {
            vec![Err(Failure::file(path, "there is no *.json file below this folder"))]
        }
        Ok(found) => found.into_iter().map(Ok).collect(),
        Err(failure) => vec![Err(failure)],
    }
}

fn below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        let failed = |error| Failure::system(format!("cannot read {}", folder.display()), &error);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            // The type of the entry itself: a link to a folder is not followed, it could lead back here.
            if entry.file_type().map_err(failed)?.is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|end| end.eq_ignore_ascii_case("json")) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
