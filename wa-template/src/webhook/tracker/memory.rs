//! A store for one process.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::{Entry, Store};

/// Keeps everything in memory, for one process and until it ends; clones share it.
///
/// It is bounded in size, by the number of entries, beyond which those are forgotten that were not changed for the
/// longest time; and in age, since every entry says how long it is to be kept. Give each use a store of its own, so that
/// many messages cannot push out the opt-outs.
///
/// ```
/// use wa_template::webhook::tracker::{MemoryStore, OptOuts, Tracker};
///
/// let tracker = Tracker::new(MemoryStore::with_capacity(1_000_000));
/// let opt_outs = OptOuts::new(MemoryStore::new());
/// # let _ = (tracker, opt_outs);
/// ```
#[derive(Clone)]
pub struct MemoryStore {
    shelf: Arc<Mutex<Shelf>>,
}

/// Entries of some 200 bytes: 20 to 40 MB.
const CAPACITY: usize = 100_000;

struct Shelf {
    capacity: usize,
    /// Counts the changes, so that they have an order.
    changes: u64,
    slots: HashMap<Arc<str>, Slot>,
    by_change: BTreeMap<u64, Arc<str>>,
    by_due: BTreeSet<(SystemTime, Arc<str>)>,
    by_end: BTreeSet<(SystemTime, Arc<str>)>,
}

struct Slot {
    entry: Entry,
    change: u64,
}

impl MemoryStore {
    /// Keeps at most 100,000 entries.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(CAPACITY)
    }

    /// Keeps at most so many entries, one at least.
    #[must_use]
    pub fn with_capacity(entries: usize) -> Self {
        let shelf = Shelf {
            capacity: entries.max(1),
            changes: 0,
            slots: HashMap::new(),
            by_change: BTreeMap::new(),
            by_due: BTreeSet::new(),
            by_end: BTreeSet::new(),
        };
        Self { shelf: Arc::new(Mutex::new(shelf)) }
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.open().slots.len()
    }

    /// Whether nothing is kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// No code that may panic runs while it is open.
    fn open(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    fn put(&mut self, key: &str, entry: Entry) {
        let key: Arc<str> = key.into();
        self.remove(&key);
        self.changes = self.changes.wrapping_add(1);
        let change = self.changes;
        self.by_change.insert(change, Arc::clone(&key));
        self.by_end.insert((entry.keep_until, Arc::clone(&key)));
        if let Some(due) = entry.due {
            self.by_due.insert((due, Arc::clone(&key)));
        }
        self.slots.insert(key, Slot { entry, change });
    }

    fn remove(&mut self, key: &Arc<str>) {
        if let Some(Slot { entry, change }) = self.slots.remove(key) {
            self.by_change.remove(&change);
            self.by_end.remove(&(entry.keep_until, Arc::clone(key)));
            if let Some(due) = entry.due {
                self.by_due.remove(&(due, Arc::clone(key)));
            }
        }
    }

    fn forget(&mut self, now: SystemTime) {
        while let Some((end, key)) = self.by_end.first().cloned() {
            if end > now {
                break;
            }
            self.remove(&key);
        }
        while self.slots.len() > self.capacity {
            let Some((_, key)) = self.by_change.first_key_value() else { break };
            let key = Arc::clone(key);
            self.remove(&key);
        }
    }
}

impl Store for MemoryStore {
    type Error = Infallible;

    async fn load(&self, key: &str) -> Result<Option<Entry>, Infallible> {
        Ok(self.open().slots.get(key).map(|slot| slot.entry.clone()))
    }

    async fn save(&self, key: &str, entry: Entry, now: SystemTime) -> Result<bool, Infallible> {
        let mut shelf = self.open();
        let stored = shelf.slots.get(key).map_or(0, |slot| slot.entry.version);
        if entry.version.checked_sub(1) != Some(stored) {
            return Ok(false);
        }
        shelf.put(key, entry);
        shelf.forget(now);
        Ok(true)
    }

    async fn due(&self, prefix: &str, by: SystemTime, limit: usize) -> Result<Vec<String>, Infallible> {
        let shelf = self.open();
        let due = shelf.by_due.iter().take_while(|(due, _)| *due <= by).map(|(_, key)| key);
        Ok(due.filter(|key| key.starts_with(prefix)).take(limit).map(ToString::to_string).collect())
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

/// The number of entries alone.
impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").field("len", &self.len()).finish_non_exhaustive()
    }
}
