//! What the emulator knows and remembers.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use wa_template_definition::Definition;

use crate::accepted::Order;
use crate::{Accepted, Refused, ids};

/// The definitions, and all messages in the order in which they came.
#[derive(Default)]
pub(crate) struct Book(Mutex<Pages>);

#[derive(Default)]
struct Pages {
    definitions: BTreeMap<(String, String), Arc<Definition>>,
    accepted: Vec<Accepted>,
    refused: Vec<Refused>,
    /// How many ids were given out.
    numbers: u64,
}

impl Book {
    pub(crate) fn add(&self, definition: Definition) {
        let key = (definition.name().to_owned(), definition.language().to_owned());
        self.open().definitions.insert(key, Arc::new(definition));
    }

    /// The template with exactly this name and language: the platform falls back to no other.
    pub(crate) fn find(&self, name: &str, language: &str) -> Option<Arc<Definition>> {
        let key = (name.to_owned(), language.to_owned());
        self.open().definitions.get(&key).map(Arc::clone)
    }

    /// Numbers and notes a message in one step, so that the same sends get the same ids in the same order.
    pub(crate) fn accept(&self, order: Order) -> Accepted {
        let mut pages = self.open();
        let accepted = Accepted::new(ids::outgoing(order.api, pages.number()), order);
        pages.accepted.push(accepted.clone());
        accepted
    }

    pub(crate) fn refuse(&self, refused: Refused) {
        self.open().refused.push(refused);
    }

    pub(crate) fn accepted(&self) -> Vec<Accepted> {
        self.open().accepted.clone()
    }

    pub(crate) fn refused(&self) -> Vec<Refused> {
        self.open().refused.clone()
    }

    pub(crate) fn clear(&self) {
        let mut pages = self.open();
        pages.accepted.clear();
        pages.refused.clear();
    }

    /// A number for an id, never given out before.
    pub(crate) fn number(&self) -> u64 {
        self.open().number()
    }

    /// A panic while the book was open leaves it complete: every change is one step.
    fn open(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pages {
    fn number(&mut self) -> u64 {
        self.numbers = self.numbers.wrapping_add(1);
        self.numbers
    }
}
