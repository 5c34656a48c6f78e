//! What the emulator knows and remembers.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use wa_template_definition::Definition;

use crate::accepted::Order;
use crate::files::Files;
use crate::stock::{APPROVED, Stock};
use crate::{Accepted, Refused, ids};

/// The templates, the files, and all messages in the order in which they came.
#[derive(Default)]
pub(crate) struct Book(Mutex<Pages>);

#[derive(Default)]
struct Pages {
    stock: Stock,
    files: Files,
    accepted: Vec<Accepted>,
    refused: Vec<Refused>,
    /// How many ids were given out.
    numbers: u64,
}

impl Book {
    /// A template that was there before: it can be sent.
    pub(crate) fn add(&self, definition: Definition) {
        let mut pages = self.open();
        let id = ids::node(pages.number());
        pages.stock.put(id, definition, APPROVED, None);
    }

    /// The template with exactly this name and language, whose status is told too: the platform falls back to no other.
    pub(crate) fn find(&self, name: &str, language: &str) -> Option<(Arc<Definition>, String)> {
        let pages = self.open();
        let entry = pages.stock.find(name, language)?;
        Some((Arc::clone(&entry.definition), entry.status.clone()))
    }

    /// Looks at the templates, or changes them; the second argument gives out ids.
    pub(crate) fn stock<T>(&self, work: impl FnOnce(&mut Stock, &mut dyn FnMut() -> String) -> T) -> T {
        let Pages { stock, numbers, .. } = &mut *self.open();
        work(stock, &mut || ids::node(next(numbers)))
    }

    /// The same with the files.
    pub(crate) fn files<T>(&self, work: impl FnOnce(&mut Files, &mut dyn FnMut() -> u64) -> T) -> T {
        let Pages { files, numbers, .. } = &mut *self.open();
        work(files, &mut || next(numbers))
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
        next(&mut self.numbers)
    }
}

fn next(numbers: &mut u64) -> u64 {
    *numbers = numbers.wrapping_add(1);
    *numbers
}
