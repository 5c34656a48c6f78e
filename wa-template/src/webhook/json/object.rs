//! The members of an object.

use std::borrow::Cow;
use std::time::SystemTime;

use super::{Json, Number, Reader};
use crate::webhook::redacted::{MessageId, Redacted};
use crate::webhook::word::Word;

/// The members of an object, in their order. A key that is given twice counts as given last.
pub(in crate::webhook) struct Object<'a> {
    members: Vec<(Cow<'a, str>, Json<'a>)>,
}

impl<'a> Object<'a> {
    /// Reads the members; `None` if the text is not that of an object.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let mut reader = Reader::new(text);
        reader.enter(b'{').ok()?;
        // Most objects have no more.
        let mut members = Vec::with_capacity(8);
        let mut is_first = true;
        while let Some(key) = reader.key(&mut is_first).ok()? {
            members.push((key, reader.value().ok()?));
        }
        Some(Self { members })
    }

    pub(in crate::webhook) fn get(&self, name: &str) -> Option<Json<'a>> {
        self.members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| *value)
    }

    pub(in crate::webhook) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The members of the object in this member.
    pub(in crate::webhook) fn object(&self, name: &str) -> Option<Object<'a>> {
        self.get(name)?.object()
    }

    /// The elements of the list in this member; a missing list has none.
    pub(in crate::webhook) fn items(&self, name: &str) -> impl Iterator<Item = Json<'a>> {
        self.get(name).into_iter().flat_map(Json::items)
    }

    pub(in crate::webhook) fn text(&self, name: &str) -> Option<Cow<'a, str>> {
        self.get(name)?.text()
    }

    pub(in crate::webhook) fn id(&self, name: &str) -> Option<Box<str>> {
        self.get(name)?.id()
    }

    pub(in crate::webhook) fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.number()
    }

    pub(in crate::webhook) fn exact_number(&self, name: &str) -> Option<Number> {
        self.get(name)?.exact_number()
    }

    pub(in crate::webhook) fn truth(&self, name: &str) -> Option<bool> {
        self.get(name)?.truth()
    }

    pub(in crate::webhook) fn seconds(&self, name: &str) -> Option<SystemTime> {
        self.get(name)?.seconds()
    }

    /// A text that must not reach a log; an empty one is a text.
    pub(in crate::webhook) fn private(&self, name: &str) -> Option<Redacted<Box<str>>> {
        Some(Redacted::new(self.text(name)?.into()))
    }

    /// An id that must not reach a log.
    pub(in crate::webhook) fn private_id(&self, name: &str) -> Option<Redacted<Box<str>>> {
        self.id(name).map(Redacted::new)
    }

    pub(in crate::webhook) fn message_id(&self, name: &str) -> Option<MessageId> {
        self.id(name).map(MessageId::new)
    }

    /// One of the platform's words.
    pub(in crate::webhook) fn word<W: Word>(&self, name: &str) -> Option<W> {
        self.text(name).filter(|word| !word.is_empty()).map(W::of)
    }

    pub(in crate::webhook) fn members(&self) -> impl Iterator<Item = (&Cow<'a, str>, Json<'a>)> {
        self.members.iter().map(|(key, value)| (key, *value))
    }
}
