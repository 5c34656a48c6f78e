//! The templates of the account, each with its state.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};
use wa_template_definition::Definition;

pub(crate) const APPROVED: &str = "APPROVED";
pub(crate) const PENDING: &str = "PENDING";
pub(crate) const REJECTED: &str = "REJECTED";
pub(crate) const PAUSED: &str = "PAUSED";
pub(crate) const DISABLED: &str = "DISABLED";
pub(crate) const ARCHIVED: &str = "ARCHIVED";

/// Where the platform shows samples; nobody answers there.
const SAMPLE_ADDRESS: &str = "https://scontent.example.com/v/t61/sample";

/// All templates, by name and language.
#[derive(Default)]
pub(crate) struct Stock {
    entries: BTreeMap<(String, String), Entry>,
    /// Names of approved templates that were deleted: they cannot be used again for 30 days, longer than any test.
    blocked: BTreeSet<String>,
}

/// One template in one language.
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) definition: Arc<Definition>,
    pub(crate) status: String,
    pub(crate) rejected_reason: Option<String>,
}

impl Stock {
    pub(crate) fn find(&self, name: &str, language: &str) -> Option<&Entry> {
        self.entries.get(&(name.to_owned(), language.to_owned()))
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Entry> {
        self.all().find(|entry| entry.id == id)
    }

    pub(crate) fn by_id_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.entries.values_mut().find(|entry| entry.id == id)
    }

    /// All of them, by name and language.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    pub(crate) fn is_blocked(&self, name: &str) -> bool {
        self.blocked.contains(name)
    }

    /// Puts a template in, in place of one with the same name and language.
    pub(crate) fn put(&mut self, id: String, definition: Definition, status: &str, reason: Option<&str>) {
        let key = (definition.name().to_owned(), definition.language().to_owned());
        let entry = Entry {
            id,
            definition: Arc::new(definition),
            status: status.to_owned(),
            rejected_reason: reason.map(ToOwned::to_owned),
        };
        self.entries.insert(key, entry);
    }

    /// Gives a template a status; whether there is one.
    pub(crate) fn decide(&mut self, name: &str, language: &str, status: &str, reason: Option<&str>) -> bool {
        let Some(entry) = self.entries.get_mut(&(name.to_owned(), language.to_owned())) else { return false };
        status.clone_into(&mut entry.status);
        entry.rejected_reason = reason.map(ToOwned::to_owned);
        true
    }

    /// Takes these templates out; how many there were.
    pub(crate) fn delete(&mut self, which: impl Fn(&Entry) -> bool) -> usize {
        let before = self.entries.len();
        let blocked = &mut self.blocked;
        self.entries.retain(|(name, _), entry| {
            let stays = !which(entry);
            if !stays && entry.status == APPROVED {
                blocked.insert(name.clone());
            }
            stays
        });
        before - self.entries.len()
    }
}

impl Entry {
    /// The template as it is read back: with its id and state, and an address in place of each sample
    /// (`templates/template-management`, November 2025).
    pub(crate) fn json(&self) -> Value {
        let mut json: Value = serde_json::from_str(&self.definition.to_creation_json()).unwrap_or_default();
        hide_samples(&mut json);
        json["id"] = json!(self.id);
        json["status"] = json!(self.status);
        json["rejected_reason"] = json!(self.rejected_reason.as_deref().unwrap_or("NONE"));
        json["quality_score"] = json!({ "score": "UNKNOWN" });
        json
    }
}

fn hide_samples(json: &mut Value) {
    match json {
        Value::Object(keys) => {
            for (key, value) in keys {
                if key == "header_handle" {
                    *value = json!([SAMPLE_ADDRESS]);
                } else {
                    hide_samples(value);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(hide_samples),
        _ => {}
    }
}
