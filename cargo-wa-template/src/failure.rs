//! Why a command could not do its work: wrong usage, unreadable files, broken JSON.

use std::fmt::Display;
use std::io;
use std::path::Path;

use crate::plain;

/// One line or several, each in lower case and naming the file it is about.
#[derive(Debug, Default)]
pub(crate) struct Failure {
    lines: Vec<String>,
}

impl Failure {
    pub(crate) fn new(line: impl AsRef<str>) -> Self {
        Self { lines: vec![plain::line(line.as_ref())] }
    }

    /// The operating system did not let us do something.
    pub(crate) fn system(what: impl Display, error: &io::Error) -> Self {
        Self::new(format!("{what}: {}", lower_case(&error.to_string())))
    }

    /// A file is not what it should be.
    pub(crate) fn file(path: &Path, what: impl Display) -> Self {
        Self::new(format!("{}: {what}", crate::input::label(path)))
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }

    /// Nothing if nothing failed.
    pub(crate) fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::new(format!("cannot write JSON: {error}"))
    }
}

fn lower_case(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
