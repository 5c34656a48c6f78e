//! Which of several definitions a send is for.

use serde_json::Value;

use crate::input::Entry;

/// The `template` object of a request body; what has none is one itself.
pub(crate) fn template(send: &Value) -> &Value {
    send.get("template").unwrap_or(send)
}

/// The definition with the send's name and language. A single one is always meant: what does not fit is then a
/// problem of the send.
pub(crate) fn exact<'a>(entries: &'a [Entry], template: &Value) -> Option<&'a Entry> {
    match entries {
        [single] => Some(single),
        _ => entries.iter().find(|entry| has_name(entry, template) && has_language(entry, template)),
    }
}

/// The definition with the send's name, or any: good enough to say that there is no other.
pub(crate) fn closest<'a>(entries: &'a [Entry], template: &Value) -> Option<&'a Entry> {
    entries.iter().find(|entry| has_name(entry, template)).or(entries.first())
}

/// Name and language of a send, as messages print them.
pub(crate) fn title(template: &Value) -> String {
    let text = |pointer| template.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    format!("`{}` in `{}`", text("/name"), text("/language/code"))
}

fn has_name(entry: &Entry, template: &Value) -> bool {
    template.get("name").and_then(Value::as_str) == Some(entry.definition.name())
}

fn has_language(entry: &Entry, template: &Value) -> bool {
    template.pointer("/language/code").and_then(Value::as_str) == Some(entry.definition.language())
}
