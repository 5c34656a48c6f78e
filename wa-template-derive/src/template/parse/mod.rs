//! Tokens → attributes as written. Only syntax is judged here; what could be read is returned whatever else is wrong.

mod buttons;
mod fields;
mod header;
mod keys;

use proc_macro2::Span;
use syn::{DeriveInput, Lit, LitStr, Path};

use crate::report::Report;

pub(crate) use self::buttons::{WrittenButton, WrittenPayload};
pub(crate) use self::fields::{WrittenField, WrittenTarget};
pub(crate) use self::header::WrittenHeader;

/// The keys on which other checks depend, and the fields.
pub(crate) const ALL: [&str; 6] = ["language", "category", "header", "body", "buttons", "fields"];

/// Everything that stands in the attributes of a struct, each with the tokens it came from.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) name: Option<LitStr>,
    pub(crate) language: Option<LitStr>,
    pub(crate) category: Option<LitStr>,
    pub(crate) header: Option<WrittenHeader>,
    pub(crate) body: Option<LitStr>,
    pub(crate) footer: Option<LitStr>,
    pub(crate) buttons: Option<(Span, Vec<WrittenButton>)>,
    pub(crate) positional: bool,
    /// Creation fields under the platform's own names.
    pub(crate) creation_fields: Vec<(String, Lit)>,
    pub(crate) allow: Vec<LitStr>,
    pub(crate) crate_path: Option<Path>,
    pub(crate) fields: Vec<WrittenField>,
    /// Keys whose value could not be read: nothing may be said about what depends on them.
    pub(crate) broken: Vec<String>,
    /// Whether there is any `#[wa(…)]` on the struct.
    pub(crate) any_attribute: bool,
}

impl Written {
    pub(crate) fn is_broken(&self, key: &str) -> bool {
        self.broken.iter().any(|broken| broken == key)
    }
}

/// Reads the attributes of a struct and of its fields.
pub(crate) fn read(report: &Report, input: &DeriveInput) -> Written {
    let mut written = keys::read(report, &input.attrs);
    match fields::read(report, input) {
        Some(fields) => written.fields = fields,
        None => written.broken.push("fields".to_owned()),
    }
    written
}
