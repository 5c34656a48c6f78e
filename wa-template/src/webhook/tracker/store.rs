//! Where what is known is kept.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::time::SystemTime;

/// A place for texts under keys, changed only by who has seen the latest version.
///
/// Three methods, which any database has. They are asynchronous because most clients of databases are; what is
/// *in* the texts ([`MessageRecord`](super::MessageRecord), [`Sequence`](crate::webhook::sequence::Sequence)) is a plain
/// value with plain methods, for those who keep it in another way. Implement them with `async fn`:
///
/// ```sql
/// create table wa (key text primary key, value text not null, version bigint not null,
///                  due timestamptz, keep_until timestamptz not null);
/// -- load
/// select value, version, due, keep_until from wa where key = $1;
/// -- save, version 1: true if one row was inserted
/// insert into wa (key, value, version, due, keep_until) values ($1, $2, 1, $4, $5) on conflict do nothing;
/// -- save, any other version: true if one row was updated
/// update wa set value = $2, version = $3, due = $4, keep_until = $5 where key = $1 and version = $3 - 1;
/// -- due
/// select key from wa where starts_with(key, $1) and due <= $2 order by due limit $3;
/// -- from time to time
/// delete from wa where keep_until < now();
/// ```
///
/// Keys and values hold phone numbers, user ids and message ids: treat them as personal data.
pub trait Store: Send + Sync {
    /// What can go wrong.
    type Error: Error + Send + Sync + 'static;

    /// What is stored under the key.
    fn load(&self, key: &str) -> impl Future<Output = Result<Option<Entry>, Self::Error>> + Send;

    /// Stores an entry if the one under the key is of the version before (none, for version 1), in one atomic step;
    /// `false` if it is not, because somebody else was faster. `now` may serve to forget entries that are no longer to
    /// be kept.
    fn save(
        &self,
        key: &str,
        entry: Entry,
        now: SystemTime,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// At most `limit` keys that begin with the prefix and whose entries are due by then, the earliest first.
    fn due(
        &self,
        prefix: &str,
        by: SystemTime,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<String>, Self::Error>> + Send;
}

/// What is stored under a key. `Debug` shows nothing of the value.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// A JSON text.
    pub value: String,
    /// Counts the changes, from 1.
    pub version: u64,
    /// When somebody has to look at it again, if at all.
    pub due: Option<SystemTime>,
    /// From when on it may be forgotten.
    pub keep_until: SystemTime,
}

impl Entry {
    /// An entry as it was stored.
    #[must_use]
    pub fn new(value: String, version: u64, due: Option<SystemTime>, keep_until: SystemTime) -> Self {
        Self { value, version, due, keep_until }
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("version", &self.version)
            .field("due", &self.due)
            .finish_non_exhaustive()
    }
}

/// What was not read or not stored.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreError<E> {
    /// The store's own error.
    Store(E),
    /// What is stored is not what this release writes.
    Unreadable,
    /// The store refused every version, again and again: it does not keep its promise, or is very busy.
    Contended,
}

impl<E> fmt::Display for StoreError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Store(_) => "the store failed",
            Self::Unreadable => "the store holds something that this release cannot read",
            Self::Contended => "the store took no change: others were always faster",
        })
    }
}

impl<E: Error + 'static> Error for StoreError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Store(error) => Some(error),
            Self::Unreadable | Self::Contended => None,
        }
    }
}
