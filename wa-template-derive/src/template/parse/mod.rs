//! Tokens → attributes as written. Only syntax is judged here; what could be read is returned whatever else is wrong.

mod buttons;
mod cards;
pub(crate) mod fields;
mod header;
mod keys;
mod section;
mod special;
mod special_buttons;
mod translation;

use proc_macro2::Span;
use syn::{DeriveInput, Path};

use crate::diagnostic::Diagnostic;
use crate::item::{Item, Lit, LitStr};
use crate::report::Report;

pub(crate) use self::buttons::{WrittenButton, WrittenPayload};
pub(crate) use self::fields::{WrittenField, WrittenTarget};
pub(crate) use self::header::{KINDS as HEADER_KINDS, WrittenHeader};
pub(crate) use self::section::WrittenSection;
pub(crate) use self::special::{WrittenAuthentication, WrittenOffer};
pub(crate) use self::special_buttons::{Argument, Special, WrittenPlaceholder};
pub(crate) use self::translation::WrittenTranslation;

/// Everything that stands in the attributes of a struct, each with the tokens it came from.
#[derive(Clone, Default)]
pub(crate) struct Written {
    pub(crate) name: Option<LitStr>,
    pub(crate) language: Option<LitStr>,
    pub(crate) category: Option<LitStr>,
    /// Header, body, footer and buttons of the template itself.
    pub(crate) section: WrittenSection,
    pub(crate) carousel: Option<(Span, Vec<WrittenSection>)>,
    pub(crate) limited_time_offer: Option<WrittenOffer>,
    pub(crate) authentication: Option<WrittenAuthentication>,
    pub(crate) call_permission_request: bool,
    pub(crate) order_status: Option<Span>,
    pub(crate) positional: bool,
    pub(crate) translations: Vec<WrittenTranslation>,
    /// The file or folder from which the definition is taken.
    pub(crate) definition: Option<LitStr>,
    /// The languages of such a folder.
    pub(crate) languages: Vec<LitStr>,
    /// Creation fields under the platform's own names.
    pub(crate) creation_fields: Vec<(String, Lit)>,
    pub(crate) allow: Vec<LitStr>,
    pub(crate) crate_path: Option<Path>,
    pub(crate) fields: Vec<WrittenField>,
    /// All keys on the struct, as often as they stand there.
    pub(crate) keys: Vec<(String, Span)>,
    /// Keys whose value could not be read: nothing may be said about what depends on them.
    pub(crate) broken: Vec<String>,
    /// Whether there is any `#[wa(…)]` on the struct.
    pub(crate) any_attribute: bool,
    /// An attribute of another name that seems to be meant for one.
    pub(crate) misnamed: Option<Path>,
}

/// The keys on which other checks depend, and the fields.
pub(crate) const ALL: [&str; 7] =
    ["language", "category", "header", "body", "buttons", "definition", "fields"];

impl Written {
    pub(crate) fn is_broken(&self, key: &str) -> bool {
        self.broken.iter().any(|broken| broken == key)
    }

    /// Whether only the fields say what they are: those of a card do.
    pub(crate) fn is_like_a_card(&self) -> bool {
        let is_marked = |field: &WrittenField| {
            matches!(field.target, WrittenTarget::Header(_) | WrittenTarget::Button(..))
        };
        !self.any_attribute && self.misnamed.is_none() && self.fields.iter().any(is_marked)
    }

    /// Whether `definition` is there, but its value could not be read: what it names says the rest.
    pub(crate) fn names_unread_files(&self) -> bool {
        self.is_broken("definition") && self.section.body.is_none()
    }

    /// The template itself, or a card of its carousel.
    pub(crate) fn section_at(&self, card: Option<usize>) -> Option<&WrittenSection> {
        match card {
            None => Some(&self.section),
            Some(card) => self.carousel.as_ref()?.1.get(card),
        }
    }
}

/// Whether a key of a list is there for the first time; a second time is reported.
fn first_time(report: &Report, seen: &mut Vec<String>, item: &Item) -> bool {
    let key = item.key();
    if seen.contains(&key) {
        let fact = format!("`{key}` is given twice");
        report.add(&Diagnostic::new(item.span(), fact).help("keep one of them"));
        return false;
    }
    seen.push(key);
    true
}

/// Reads the attributes of a struct and of its fields.
pub(crate) fn read(report: &Report, input: &DeriveInput) -> Written {
    let mut written = keys::read(report, &input.attrs);
    match fields::read(report, input, &fields::TEMPLATE) {
        Some(fields) => written.fields = fields,
        None => written.broken.push("fields".to_owned()),
    }
    written
}
