//! Stores that keep their promises, and others.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::SystemTime;

use serde_json::json;
use wa_template::webhook::Status;
use wa_template::webhook::tracker::{
    Acceptance, DeliveryState, Entry, Failure, MemoryStore, Store, StoreError, Tracker,
};

use crate::*;

/// Lets others be faster a few times before each change.
struct Contended {
    inner: MemoryStore,
    left: AtomicU32,
}

impl Store for Contended {
    type Error = Infallible;

    async fn load(&self, key: &str) -> Result<Option<Entry>, Infallible> {
        self.inner.load(key).await
    }

    async fn save(&self, key: &str, entry: Entry, now: SystemTime) -> Result<bool, Infallible> {
        if self.left.load(Ordering::Relaxed) > 0 {
            self.left.fetch_sub(1, Ordering::Relaxed);
            let other = Tracker::new(self.inner.clone());
            let kind = if self.left.load(Ordering::Relaxed) == 0 { "delivered" } else { "sent" };
            other.observe(&statuses(&json!([status(kind, 3)]))[0], now).await.expect("stored");
            if entry.version == 1 {
                return Ok(false);
            }
        }
        self.inner.save(key, entry, now).await
    }

    async fn due(&self, prefix: &str, by: SystemTime, limit: usize) -> Result<Vec<String>, Infallible> {
        self.inner.due(prefix, by, limit).await
    }
}

#[tokio::test]
async fn others_changes_are_never_overwritten() {
    let inner = MemoryStore::new();
    let tracker = Tracker::new(Contended { inner: inner.clone(), left: AtomicU32::new(2) });
    tracker.observe(&statuses(&json!([failed(131_026, 4)]))[0], at(5)).await.expect("stored");
    let record = Tracker::new(inner).message(ID).await.expect("read").expect("known");
    assert_eq!(record.state(at(6)), DeliveryState::Delivered);
    assert_eq!(record.failure().and_then(Failure::code), Some(131_026));
    assert_eq!(record.sent_at(), Some(at(3)));
}

/// Several threads, each with a part of the truth.
#[tokio::test]
async fn many_threads_change_one_record() {
    let tracker = Tracker::new(MemoryStore::new());
    let all: Vec<_> = (0..50)
        .map(|number| of_participant(status("delivered", 1), &format!("165055510{number:02}")))
        .collect();
    let mut threads = Vec::new();
    for chunk in statuses(&json!(all)).chunks(10).map(<[Status]>::to_vec) {
        let tracker = tracker.clone();
        threads.push(std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            for status in chunk {
                runtime.block_on(tracker.observe(&status, at(2))).expect("stored");
            }
        }));
    }
    for thread in threads {
        thread.join().expect("no panic");
    }
    let record = tracker.message(ID).await.expect("read").expect("known");
    assert_eq!(record.participants().count(), 50);
}

/// Breaks each promise of a store.
struct Broken;

impl Store for Broken {
    type Error = Infallible;

    async fn load(&self, key: &str) -> Result<Option<Entry>, Infallible> {
        let is_odd = key.contains("odd");
        Ok(is_odd.then(|| Entry::new("{\"accepted\":\"16505551234\"}".to_owned(), 1, None, at(0))))
    }

    async fn save(&self, _: &str, _: Entry, _: SystemTime) -> Result<bool, Infallible> {
        Ok(false)
    }

    async fn due(&self, _: &str, _: SystemTime, _: usize) -> Result<Vec<String>, Infallible> {
        Ok(vec!["no such key".to_owned()])
    }
}

#[tokio::test]
async fn a_broken_store_is_an_error_and_nothing_worse() {
    let tracker = Tracker::new(Broken);
    let error = tracker.accepted(Acceptance::new("x"), utility(), at(0)).await.expect_err("never stored");
    assert!(matches!(error, StoreError::Contended));
    let error = tracker.message("odd").await.expect_err("not a record");
    assert!(matches!(error, StoreError::Unreadable));
    assert!(!format!("{error} {error:?}").contains(NUMBER));
    assert_eq!(tracker.take_overdue(at(0), 10).await.expect("nothing"), []);
}

#[tokio::test]
async fn memory_is_bounded_in_size() {
    let store = MemoryStore::with_capacity(3);
    let tracker = Tracker::new(store.clone());
    for number in 0..10 {
        let id = format!("wamid.{number}");
        tracker.accepted(Acceptance::new(&id), utility(), at(number)).await.expect("stored");
        // The first one keeps changing, so it stays.
        let first = with(of_participant(status("sent", 1), &number.to_string()), "id", "wamid.0");
        tracker.observe(&statuses(&json!([first]))[0], at(number)).await.expect("stored");
    }
    assert_eq!(store.len(), 3);
    for (id, known) in [("wamid.0", true), ("wamid.9", true), ("wamid.8", true), ("wamid.7", false)] {
        assert_eq!(tracker.message(id).await.expect("read").is_some(), known, "{id}");
    }
}

#[tokio::test]
async fn memory_is_bounded_in_age() {
    let store = MemoryStore::new();
    assert!(store.is_empty());
    let tracker = Tracker::new(store.clone());
    tracker.accepted(Acceptance::new("wamid.old"), utility(), at(0)).await.expect("stored");
    tracker.accepted(Acceptance::new("wamid.new"), utility(), at(0) + 36 * DAY).await.expect("stored");
    assert_eq!(store.len(), 2);
    tracker.accepted(Acceptance::new("wamid.newer"), utility(), at(0) + 38 * DAY).await.expect("stored");
    assert_eq!(store.len(), 2);
    assert_eq!(tracker.message("wamid.old").await.expect("read"), None);
}

#[tokio::test]
async fn a_store_takes_the_next_version_only() {
    let store = MemoryStore::new();
    let entry = |version, due| Entry::new("{}".to_owned(), version, due, at(1_000));
    for (version, due, taken) in [
        (0, None, false),
        (2, None, false),
        (1, Some(at(5)), true),
        (1, None, false),
        (3, None, false),
        (2, Some(at(7)), true),
        (u64::MAX, None, false),
    ] {
        assert_eq!(store.save("a", entry(version, due), at(0)).await, Ok(taken), "version {version}");
    }
    store.save("b", entry(1, Some(at(6))), at(0)).await.expect("stored");
    store.save("c", entry(1, None), at(0)).await.expect("stored");
    assert_eq!(store.due("", at(5), 9).await, Ok(vec![]));
    assert_eq!(store.due("", at(7), 9).await, Ok(vec!["b".to_owned(), "a".to_owned()]));
    assert_eq!(store.due("", at(7), 1).await, Ok(vec!["b".to_owned()]));
    assert_eq!(store.due("a", at(7), 1).await, Ok(vec!["a".to_owned()]));
}
