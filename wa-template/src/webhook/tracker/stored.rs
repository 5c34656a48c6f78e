//! Values in a store.

use std::time::SystemTime;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Entry, Store, StoreError};

/// A value that lies in a store as JSON.
pub(crate) trait Stored: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync {
    /// When somebody has to look at it again.
    fn due(&self) -> Option<SystemTime>;
    /// From when on it may be forgotten.
    fn keep_until(&self, now: SystemTime) -> SystemTime;
}

/// So often a change is tried again. Each time, somebody else has succeeded.
const TRIES: u32 = 1_000;

/// The value and its version; version 0 for what is not stored.
pub(crate) async fn read<S: Store, T: Stored>(
    store: &S,
    key: &str,
) -> Result<(Option<T>, u64), StoreError<S::Error>> {
    match store.load(key).await.map_err(StoreError::Store)? {
        // The error of `serde_json` may quote what it did not like, which is personal data.
        Some(entry) => match serde_json::from_str(&entry.value) {
            Ok(value) => Ok((Some(value), entry.version)),
            Err(_) => Err(StoreError::Unreadable),
        },
        None => Ok((None, 0)),
    }
}

/// Changes a value, starting from the latest as often as it takes. Nothing is written if nothing changes.
pub(crate) async fn update<S: Store, T: Stored, R>(
    store: &S,
    key: &str,
    now: SystemTime,
    mut change: impl FnMut(Option<T>) -> (Option<T>, R),
) -> Result<R, StoreError<S::Error>> {
    for _ in 0..TRIES {
        let (old, version) = read::<S, T>(store, key).await?;
        let (new, result) = change(old.clone());
        let Some(new) = new.filter(|new| old.as_ref() != Some(new)) else {
            return Ok(result);
        };
        let Ok(value) = serde_json::to_string(&new) else {
            return Err(StoreError::Unreadable);
        };
        let entry = Entry::new(value, version.saturating_add(1), new.due(), new.keep_until(now));
        if store.save(key, entry, now).await.map_err(StoreError::Store)? {
            return Ok(result);
        }
    }
    Err(StoreError::Contended)
}
