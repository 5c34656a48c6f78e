//! Objects inside a value.

use std::fmt;

use serde_json::Value;

use crate::writer::ValueWriter;

/// Writes the members of one JSON object, with commas between them.
///
/// Keys are constants of this crate and need no escape.
pub(super) struct Members<'m, 'w> {
    writer: &'m mut ValueWriter<'w>,
    first: bool,
}

impl<'m, 'w> Members<'m, 'w> {
    pub(super) fn new(writer: &'m mut ValueWriter<'w>) -> Self {
        Self { writer, first: true }
    }

    pub(super) fn text(&mut self, key: &str, text: &str) {
        let writer = self.key(key);
        writer.raw("\"");
        writer.unchecked_text(text);
        writer.raw("\"");
    }

    /// A text that is left out when it is not given.
    pub(super) fn optional_text(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    pub(super) fn number(&mut self, key: &str, number: impl fmt::Display) {
        self.key(key).number(number);
    }

    pub(super) fn json(&mut self, key: &str, json: &Value) {
        self.key(key).raw(&json.to_string());
    }

    pub(super) fn object(&mut self, key: &str, write: impl FnOnce(&mut Members<'_, 'w>)) {
        let writer = self.key(key);
        object(writer, write);
    }

    /// A list with one element per item, each written by `write`.
    pub(super) fn list<T>(&mut self, key: &str, items: &[T], write: impl FnMut(&mut ValueWriter<'w>, &T)) {
        let writer = self.key(key);
        writer.raw("[");
        elements(writer, items, write);
        writer.raw("]");
    }

    fn key(&mut self, key: &str) -> &mut ValueWriter<'w> {
        self.writer.raw(if self.first { "\"" } else { ",\"" });
        self.first = false;
        self.writer.raw(key);
        self.writer.raw("\":");
        self.writer
    }
}

/// An object with its brackets.
pub(super) fn object<'w>(writer: &mut ValueWriter<'w>, write: impl FnOnce(&mut Members<'_, 'w>)) {
    writer.raw("{");
    write(&mut Members::new(writer));
    writer.raw("}");
}

/// The elements of a list, with commas between them.
pub(super) fn elements<'w, T>(
    writer: &mut ValueWriter<'w>,
    items: impl IntoIterator<Item = T>,
    mut write: impl FnMut(&mut ValueWriter<'w>, T),
) {
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            writer.raw(",");
        }
        write(writer, item);
    }
}
