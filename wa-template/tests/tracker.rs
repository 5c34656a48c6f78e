//! What became of messages, from statuses in any order; and who does not want marketing.
#![cfg(feature = "webhook")]

use std::convert::Infallible;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use wa_template::definition::{Category, Definition, limits};
use wa_template::webhook::tracker::{
    Acceptance, DeliveryState, Entry, Failure, Lifetime, MemoryStore, MessageRecord, OptOuts, Overdue,
    Preference, Settlement, Store, StoreError, Tracker,
};
use wa_template::webhook::{Notification, Status};

const ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0QUQ2MjA4NEYyRkExNjMyREUA";
const NUMBER: &str = "16505551234";
const USER_ID: &str = "US.13491208655302741918";
const DAY: Duration = Duration::from_hours(24);

/// Some seconds after the first status below.
fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_030_000 + seconds)
}

fn statuses(statuses: &Value) -> Vec<Status> {
    let body = json!({ "statuses": statuses }).to_string();
    let notification = Notification::from_slice(body.as_bytes()).expect("JSON");
    let read: Vec<_> = notification.statuses().cloned().collect();
    assert_eq!(read.len(), statuses.as_array().expect("a list").len());
    read
}

fn status(kind: &str, seconds: u64) -> Value {
    json!({ "id": ID, "status": kind, "timestamp": (1_750_030_000 + seconds).to_string(), "recipient_id": NUMBER })
}

fn failed(code: u32, seconds: u64) -> Value {
    let mut failed = status("failed", seconds);
    failed["errors"] =
        json!([{ "code": code, "title": "a title", "error_data": { "details": "the details" } }]);
    failed
}

fn with(mut status: Value, name: &str, value: &str) -> Value {
    status[name] = value.into();
    status
}

fn of_participant(status: Value, participant: &str) -> Value {
    let status = with(with(status, "recipient_type", "group"), "recipient_id", "Y2FwaV9ncm91cDo");
    with(status, "recipient_participant_id", participant)
}

fn record(list: &Value) -> MessageRecord {
    let mut record = MessageRecord::default();
    for status in statuses(list) {
        record.observe(&status, at(100));
    }
    record
}

fn utility() -> Lifetime {
    Lifetime::of_category(&Category::Utility)
}

#[test]
fn the_furthest_status_counts() {
    use DeliveryState::{Accepted, Delivered, Failed, Read, Sent, Unknown};
    let [sent, delivered, read, played] = ["sent", "delivered", "read", "played"].map(|kind| status(kind, 1));
    for (list, state) in [
        (json!([]), Unknown),
        (json!([sent]), Sent),
        (json!([delivered]), Delivered),
        (json!([read]), Read),
        (json!([played]), Read),
        (json!([failed(131_026, 1)]), Failed),
        (json!([sent, failed(131_026, 1)]), Failed),
        (json!([failed(131_026, 1), sent]), Failed),
        (json!([failed(131_026, 1), delivered]), Delivered),
        (json!([delivered, failed(131_026, 1)]), Delivered),
        (json!([failed(131_026, 1), read]), Read),
        (json!([read, delivered, sent]), Read),
        (json!([delivered, sent]), Delivered),
        (json!([status("deleted", 1)]), Accepted),
        (json!([status("warning", 1)]), Accepted),
        (json!([read, status("deleted", 9)]), Read),
    ] {
        assert_eq!(record(&list).state(at(100)), state, "{list}");
    }
}

#[test]
fn states_say_whether_to_wait() {
    use DeliveryState::{Accepted, Delivered, Failed, Held, PresumedDropped, Read, Sent, Unknown};
    for (state, arrived, pending) in [
        (Unknown, false, true),
        (Accepted, false, true),
        (Held, false, true),
        (Sent, false, true),
        (Failed, false, false),
        (PresumedDropped, false, false),
        (Delivered, true, false),
        (Read, true, false),
    ] {
        assert_eq!((state.has_arrived(), state.is_pending()), (arrived, pending), "{state:?}");
    }
}

#[test]
fn times_and_reasons_are_kept() {
    let record =
        record(&json!([status("read", 9), status("sent", 1), failed(131_026, 5), failed(131_053, 4)]));
    assert_eq!(record.sent_at(), Some(at(1)));
    assert_eq!(record.arrived_at(), Some(at(9)));
    assert_eq!(record.read_at(), Some(at(9)));
    let failure = record.failure().expect("it failed on one device");
    assert_eq!((failure.code(), failure.time()), (Some(131_053), Some(at(4))));
    let reason = &failure.reasons()[0];
    assert_eq!((reason.title(), reason.details()), (Some("a title"), Some("the details")));
    // A delivery that was told is the arrival, whatever else was.
    assert_eq!(self::record(&json!([status("read", 9), status("delivered", 3)])).arrived_at(), Some(at(3)));
}

#[test]
fn repetitions_are_recognised() {
    let mut record = MessageRecord::default();
    let mut told = Vec::new();
    let list = json!([
        status("delivered", 2),
        status("delivered", 2),
        status("sent", 1),
        status("sent", 1),
        status("x", 3),
        status("x", 3),
        status("read", 4)
    ]);
    for status in statuses(&list) {
        let observed = record.observe(&status, at(100));
        told.push((observed.is_repetition(), observed.is_change()));
    }
    let expected =
        [(false, true), (true, false), (false, false), (true, false), (false, false), (false, false)];
    assert_eq!(told[..6], expected);
    assert_eq!(told[6], (false, true));
}

#[test]
fn a_held_message_is_pending_until_it_is_sent_or_dropped() {
    let mut record = MessageRecord::default();
    record.accept(true, utility(), at(0));
    assert_eq!(record.state(at(10)), DeliveryState::Held);
    let mut dropped = record.clone();
    dropped.observe(&statuses(&json!([failed(132_015, 50)]))[0], at(100));
    assert_eq!(dropped.state(at(100)), DeliveryState::Failed);
    record.observe(&statuses(&json!([status("sent", 50)]))[0], at(100));
    assert_eq!(record.state(at(100)), DeliveryState::Sent);
}

#[test]
fn a_message_is_given_up_when_its_lifetime_is_over() {
    let lifetime = Lifetime::of_category(&Category::Authentication).margin(Duration::from_secs(5));
    let mut record = MessageRecord::default();
    assert_eq!(record.deadline(), None);
    record.accept(false, lifetime, at(0));
    assert_eq!(record.deadline(), Some(at(605)));
    assert_eq!(record.state(at(604)), DeliveryState::Accepted);
    assert_eq!(record.state(at(605)), DeliveryState::PresumedDropped);
    // Once it is sent, the time runs from there.
    record.observe(&statuses(&json!([status("sent", 40)]))[0], at(50));
    assert_eq!(record.state(at(644)), DeliveryState::Sent);
    assert_eq!(record.state(at(645)), DeliveryState::PresumedDropped);
    // What comes all the same counts.
    let observed = record.observe(&statuses(&json!([status("delivered", 700)]))[0], at(710));
    assert_eq!(
        (observed.before(), observed.after()),
        (DeliveryState::PresumedDropped, DeliveryState::Delivered)
    );
    assert_eq!(record.deadline(), None);
}

#[test]
fn what_is_held_gets_the_longest_lifetime() {
    let short = Lifetime::of_category(&Category::Authentication);
    let mut record = MessageRecord::default();
    record.accept(true, short, at(0));
    assert_eq!(record.state(at(0) + 29 * DAY), DeliveryState::Held);
    assert_eq!(record.state(at(0) + 31 * DAY), DeliveryState::PresumedDropped);
}

#[test]
fn without_a_receipt_a_message_is_given_the_longest_lifetime() {
    let record = record(&json!([status("sent", 0)]));
    assert_eq!(record.deadline(), Some(at(0) + Lifetime::default().total()));
    let without_time = self::record(&json!([{ "id": ID, "status": "sent" }]));
    assert_eq!(without_time.deadline(), Some(at(100) + Lifetime::default().total()));
}

#[test]
fn lifetimes_are_those_of_the_definition() {
    let seconds = |category: &str, ttl: Value| {
        let definition = json!({ "name": "n", "language": "en", "category": category,
            "message_send_ttl_seconds": ttl, "components": [{ "type": "BODY", "text": "Hello." }] });
        let definition = Definition::from_json(&definition.to_string()).expect("a definition");
        let of = |lifetime: Lifetime| {
            i64::try_from(lifetime.margin(Duration::ZERO).total().as_secs()).expect("it fits")
        };
        (of(Lifetime::of(&definition)), of(Lifetime::of_marketing_send(&definition)))
    };
    let month = limits::ttl::DEFAULT;
    let ten_minutes = limits::ttl::AUTHENTICATION_DEFAULT;
    for (category, ttl, plain, marketing) in [
        ("UTILITY", json!(null), month, month),
        ("UTILITY", json!(60), 60, 60),
        ("UTILITY", json!("60"), 60, 60),
        ("UTILITY", json!(-1), month, month),
        ("UTILITY", json!(0), month, month),
        ("UTILITY", json!(-7), month, month),
        ("UTILITY", json!("soon"), month, month),
        ("AUTHENTICATION", json!(null), ten_minutes, ten_minutes),
        ("AUTHENTICATION", json!(30), 30, 30),
        ("AUTHENTICATION", json!(-1), month, month),
        // Only the other endpoint honours it.
        ("MARKETING", json!(43_200), month, 43_200),
        ("MARKETING", json!(null), month, month),
    ] {
        assert_eq!(seconds(category, ttl.clone()), (plain, marketing), "{category} {ttl}");
    }
    assert!(Lifetime::default().total() > Duration::from_hours(30 * 24));
}

#[test]
fn a_group_is_tracked_by_participant() {
    let [one, two] = ["16505551234", "16505551235"];
    let list = json!([
        of_participant(status("sent", 1), one),
        of_participant(status("sent", 1), two),
        of_participant(status("delivered", 2), one),
        of_participant(failed(131_026, 3), two),
        of_participant(status("delivered", 2), one),
    ]);
    let record = record(&list);
    let states: Vec<_> = record.participants().collect();
    assert_eq!(states, [(one, DeliveryState::Delivered), (two, DeliveryState::Failed)]);
    assert_eq!(record.state(at(100)), DeliveryState::Delivered);

    // Another participant's status of the same kind is no repetition.
    let mut record = MessageRecord::default();
    let told: Vec<_> =
        statuses(&list).iter().map(|status| record.observe(status, at(100)).is_repetition()).collect();
    assert_eq!(told, [false, false, false, false, true]);
}

#[test]
fn a_group_has_failed_when_all_have_or_when_the_platform_says_so() {
    let [one, two] = ["16505551234", "16505551235"];
    let sent = |participant| of_participant(status("sent", 1), participant);
    let fails = |participant| of_participant(failed(131_026, 3), participant);
    let whole = with(failed(131_041, 1), "recipient_type", "group");
    for (list, state) in [
        (json!([sent(one), sent(two), fails(one)]), DeliveryState::Sent),
        (json!([sent(one), sent(two), fails(one), fails(two)]), DeliveryState::Failed),
        (json!([whole, sent(two)]), DeliveryState::Failed),
        (json!([whole, of_participant(status("read", 2), one)]), DeliveryState::Read),
    ] {
        // A participant that was sent to and has failed is no longer on the way.
        assert_eq!(record(&list).state(at(100)), state, "{list}");
    }
}

/// Everything that may be told about one message.
fn facts() -> Vec<Value> {
    let mut facts = vec![json!({ "id": ID, "status": "sent" }), json!({ "id": ID, "status": "failed" })];
    for kind in ["sent", "delivered", "read", "played", "deleted", "warning"] {
        facts.extend([status(kind, 1), status(kind, 2)]);
        facts.extend(["16505551234", "16505551235"].map(|id| of_participant(status(kind, 3), id)));
    }
    facts.extend([
        failed(131_026, 2),
        failed(131_049, 2),
        failed(131_053, 7),
        of_participant(failed(1, 1), NUMBER),
    ]);
    facts
}

proptest! {
    /// However often and in which order statuses come, and wherever the answer to the send is among them.
    #[test]
    fn order_and_repetition_do_not_matter(
        told in proptest::collection::vec(select(facts()), 0..8),
        repeated in proptest::collection::vec(any::<Index>(), 0..8),
        order in proptest::collection::vec(any::<u32>(), 16),
        accepted in any::<Option<(Index, bool)>>(),
        now in 0_u64..3_000_000,
    ) {
        let told = statuses(&json!(told));
        let lifetime = Lifetime::of_category(&Category::Authentication);
        let straight = {
            let mut record = MessageRecord::default();
            if let Some((_, held)) = accepted {
                record.accept(held, lifetime, at(0));
            }
            for status in &told {
                record.observe(status, at(0));
            }
            record
        };
        let mut mixed: Vec<_> = told.iter().collect();
        if !told.is_empty() {
            mixed.extend(repeated.iter().map(|index| index.get(&told)));
        }
        let mut keyed: Vec<_> = order.into_iter().zip(mixed).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let when = accepted.map(|(index, held)| (index.index(keyed.len() + 1), held));
        let mut record = MessageRecord::default();
        for position in 0..=keyed.len() {
            if let Some((_, held)) = when.filter(|(when, _)| *when == position) {
                record.accept(held, lifetime, at(0));
            }
            if let Some((_, status)) = keyed.get(position) {
                record.observe(status, at(0));
            }
        }
        prop_assert_eq!(serde_json::to_string(&record).ok(), serde_json::to_string(&straight).ok());
        prop_assert_eq!(record.state(at(now)), straight.state(at(now)));
        prop_assert_eq!(record.deadline(), straight.deadline());
        // A restart in between changes nothing either.
        let json = serde_json::to_string(&record).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<MessageRecord>(&json).ok(), Some(record));
    }
}

#[tokio::test]
async fn a_tracker_knows_statuses_before_the_receipt() {
    let tracker = Tracker::new(MemoryStore::new());
    let read = &statuses(&json!([status("read", 5)]))[0];
    let observed = tracker.observe(read, at(6)).await.expect("stored");
    assert_eq!((observed.before(), observed.after()), (DeliveryState::Unknown, DeliveryState::Read));
    tracker.accepted(Acceptance::new(ID), utility(), at(7)).await.expect("stored");
    let record = tracker.message(ID).await.expect("read").expect("known");
    assert_eq!(record.state(at(8)), DeliveryState::Read);
    assert!(tracker.observe(read, at(9)).await.expect("stored").is_repetition());
    assert_eq!(tracker.message("wamid.other").await.expect("read"), None);
}

#[tokio::test]
async fn doubts_are_settled_by_callback_data() {
    let tracker = Tracker::new(MemoryStore::new());
    let short = Lifetime::of_category(&Category::Authentication);
    let waiting = Settlement::Waiting { until: at(0) + short.total() };
    assert_eq!(tracker.settlement("order=42", at(1)).await.expect("read"), Settlement::Unknown);
    assert_eq!(tracker.in_doubt("order=42", short, at(0)).await.expect("stored"), waiting);
    // Another message, and the same one without the data, settle nothing.
    let other = with(with(status("sent", 1), "biz_opaque_callback_data", "order=43"), "id", "wamid.other");
    for status in statuses(&json!([other, with(status("sent", 1), "id", "wamid.third")])) {
        tracker.observe(&status, at(2)).await.expect("stored");
    }
    assert_eq!(tracker.settlement("order=42", at(3)).await.expect("read"), waiting);
    let ours = statuses(&json!([with(status("delivered", 4), "biz_opaque_callback_data", "order=42")]));
    tracker.observe(&ours[0], at(5)).await.expect("stored");
    let accepted = Settlement::Accepted { message_id: ID.to_owned() };
    assert_eq!(tracker.settlement("order=42", at(5) + 90 * DAY).await.expect("read"), accepted);
    assert_eq!(tracker.take_overdue(at(700), 10).await.expect("read"), []);
}

/// The status is often faster than the time limit of the send.
#[tokio::test]
async fn a_doubt_may_be_settled_before_it_arises() {
    let tracker = Tracker::new(MemoryStore::new());
    let sent = statuses(&json!([with(status("sent", 1), "biz_opaque_callback_data", "order=42")]));
    tracker.observe(&sent[0], at(1)).await.expect("stored");
    let short = Lifetime::of_category(&Category::Authentication);
    let settled = tracker.in_doubt("order=42", short, at(30)).await.expect("stored");
    assert_eq!(settled, Settlement::Accepted { message_id: ID.to_owned() });
    // From then on the message has the lifetime of its template.
    let record = tracker.message(ID).await.expect("read").expect("known");
    assert_eq!(record.deadline(), Some(at(1) + short.total()));
}

#[tokio::test]
async fn what_was_not_heard_of_is_told_once() {
    let tracker = Tracker::new(MemoryStore::new());
    let short = Lifetime::of_category(&Category::Authentication);
    tracker.accepted(Acceptance::new("wamid.silent"), short, at(0)).await.expect("stored");
    tracker.accepted(Acceptance::new("wamid.held").held(), short, at(0)).await.expect("stored");
    tracker.accepted(Acceptance::new(ID), short, at(0)).await.expect("stored");
    tracker.in_doubt("order=42", short, at(0)).await.expect("stored");
    tracker.observe(&statuses(&json!([status("delivered", 5)]))[0], at(6)).await.expect("stored");
    assert_eq!(tracker.take_overdue(at(1_199), 10).await.expect("read"), []);
    let message = Overdue::Message { message_id: "wamid.silent".to_owned() };
    let doubt = Overdue::Doubt { callback_data: "order=42".to_owned() };
    assert_eq!(tracker.take_overdue(at(1_200), 1).await.expect("read"), [message]);
    assert_eq!(tracker.take_overdue(at(1_200), 9).await.expect("read"), [doubt]);
    assert_eq!(tracker.take_overdue(at(1_300), 9).await.expect("read"), []);
    assert_eq!(tracker.settlement("order=42", at(1_300)).await.expect("read"), Settlement::PresumedLost);
}

#[tokio::test]
async fn data_that_many_messages_share_is_kept_small() {
    let store = MemoryStore::new();
    let tracker = Tracker::new(store.clone());
    for number in 0..100 {
        let status = with(status("sent", 1), "biz_opaque_callback_data", "campaign");
        let status = statuses(&json!([with(status, "id", &format!("wamid.{number}"))]));
        tracker.observe(&status[0], at(1)).await.expect("stored");
    }
    let entry = store.load("callback:campaign").await.expect("read").expect("stored");
    assert!(entry.value.len() < 200, "{}", entry.value.len());
    assert_eq!(store.len(), 101);
}

#[tokio::test]
async fn customers_messages_are_new_once() {
    let tracker = Tracker::new(MemoryStore::new());
    let body = json!({ "messages": [
        { "from": NUMBER, "id": "wamid.a", "timestamp": "1750030000", "type": "text", "text": { "body": "Hello" } },
        { "from": NUMBER, "id": "wamid.b", "type": "text", "text": { "body": "Hello" } },
        { "from": NUMBER, "id": "wamid.a", "timestamp": "1750030000", "type": "text", "text": { "body": "Hello" } },
    ] });
    let notification: Notification = body.to_string().parse().expect("JSON");
    let mut new = Vec::new();
    for event in notification.events() {
        new.push(tracker.is_new(event.message().expect("a message"), at(0)).await.expect("stored"));
    }
    assert_eq!(new, [true, true, false]);
}

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

fn preference(value: &str, seconds: u64, ids: &Value) -> Notification {
    let mut preference = json!({
        "detail": "User requested to stop marketing messages", "category": "marketing_messages", "value": value,
        "timestamp": 1_750_030_000 + seconds
    });
    preference.as_object_mut().expect("it is one").extend(ids.as_object().expect("it is one").clone());
    let body = json!({ "object": "whatsapp_business_account", "entry": [{ "id": "1", "changes": [{
        "field": "user_preferences", "value": { "messaging_product": "whatsapp",
            "metadata": { "phone_number_id": "106540352242922" }, "user_preferences": [preference] } }] }] });
    body.to_string().parse().expect("JSON")
}

async fn observe(opt_outs: &OptOuts<MemoryStore>, notification: &Notification) -> usize {
    let mut told = 0;
    for event in notification.events() {
        told += opt_outs.observe(event, at(900)).await.expect("stored").len();
    }
    told
}

#[tokio::test]
async fn the_latest_wish_holds() {
    let number = json!({ "wa_id": NUMBER });
    let [stop, resume] = ["stop", "resume"].map(|value| move |seconds| (value, seconds));
    for (wishes, allowed) in [
        (vec![], true),
        (vec![stop(1)], false),
        (vec![stop(1), resume(2)], true),
        (vec![resume(2), stop(1)], true),
        (vec![resume(1), stop(2)], false),
        (vec![stop(2), resume(1), stop(2)], false),
        (vec![stop(1), resume(1)], false),
        (vec![resume(1), stop(1)], false),
        (vec![("pause", 1)], true),
    ] {
        let opt_outs = OptOuts::new(MemoryStore::new());
        for (value, seconds) in &wishes {
            observe(&opt_outs, &preference(value, *seconds, &number)).await;
        }
        assert_eq!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"), allowed, "{wishes:?}");
    }
}

#[tokio::test]
async fn customers_are_known_by_number_in_any_form_and_by_user_id() {
    let opt_outs = OptOuts::new(MemoryStore::new());
    observe(&opt_outs, &preference("stop", 1, &json!({ "wa_id": NUMBER, "user_id": USER_ID }))).await;
    for customer in [NUMBER, "+16505551234", "+1 (650) 555-1234", USER_ID] {
        assert!(!opt_outs.allow_marketing_to(customer).await.expect("read"), "{customer}");
    }
    assert!(opt_outs.allow_marketing_to("+16505551235").await.expect("read"));
    // A hidden number is no reason to miss the wish.
    let hidden = "US.13491208655302741919";
    assert_eq!(observe(&opt_outs, &preference("stop", 1, &json!({ "user_id": hidden }))).await, 1);
    assert!(!opt_outs.allow_marketing_to(hidden).await.expect("read"));
    assert_eq!(observe(&opt_outs, &preference("stop", 1, &json!({}))).await, 0);
    let other = preference("stop", 1, &json!({ "wa_id": NUMBER, "category": "service_messages" }));
    assert_eq!(observe(&opt_outs, &other).await, 0);
}

#[tokio::test]
async fn a_refusal_by_the_platform_is_a_wish_to_stop() {
    let opt_outs = OptOuts::new(MemoryStore::new());
    let one = |status: Value| -> Notification {
        json!({ "statuses": [status] }).to_string().parse().expect("JSON")
    };
    assert_eq!(observe(&opt_outs, &one(failed(131_049, 5))).await, 0);
    assert!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    assert_eq!(observe(&opt_outs, &one(failed(131_050, 5))).await, 1);
    assert!(!opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    observe(&opt_outs, &preference("resume", 6, &json!({ "wa_id": NUMBER }))).await;
    assert!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    // The refusal comes again, late.
    observe(&opt_outs, &one(failed(131_050, 5))).await;
    assert!(opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
    // In a group it is the participant who has stopped.
    observe(&opt_outs, &one(of_participant(failed(131_050, 5), "16505551299"))).await;
    assert!(!opt_outs.allow_marketing_to("16505551299").await.expect("read"));
    let whole = with(with(failed(131_050, 5), "recipient_type", "group"), "recipient_id", "Y2FwaV9ncm91cDo");
    assert_eq!(observe(&opt_outs, &one(whole)).await, 0);
}

#[tokio::test]
async fn a_wish_in_words_is_noted_by_the_application() {
    let opt_outs = OptOuts::new(MemoryStore::new());
    opt_outs.note(&Preference::new("+1 650 555 1234", false, at(3)), at(3)).await.expect("stored");
    assert!(!opt_outs.allow_marketing_to(NUMBER).await.expect("read"));
}

#[tokio::test]
async fn nothing_is_told_about_customers() {
    let store = MemoryStore::new();
    let tracker = Tracker::new(store.clone());
    let record = record(&json!([of_participant(failed(131_026, 1), NUMBER)]));
    let preference = Preference::new(NUMBER, false, at(0));
    let overdue = [
        Overdue::Message { message_id: ID.to_owned() },
        Overdue::Doubt { callback_data: "order=42".to_owned() },
    ];
    let settlement = Settlement::Accepted { message_id: ID.to_owned() };
    tracker.accepted(Acceptance::new(ID), utility(), at(0)).await.expect("stored");
    let entry = store.load(&format!("message:{ID}")).await.expect("read");
    assert!(entry.is_some());
    let shown = format!(
        "{record:?} {preference:?} {overdue:?} {settlement:?} {tracker:?} {entry:?} {:?} {:?}",
        Acceptance::new(ID),
        OptOuts::new(store)
    );
    for part in [NUMBER, "wamid", "order=42", "HBgL", "details", "title"] {
        assert!(!shown.contains(part), "{part}: {shown}");
    }
    assert!(shown.contains("131026"), "{shown}");
}

/// Every recorded notification is taken, and the states are those that the names of the files say.
#[tokio::test]
async fn recorded_statuses_are_tracked() {
    let Some(folder) = std::env::var_os("WA_TEMPLATE_VECTORS") else { return };
    let mut found = 0;
    for file in std::fs::read_dir(Path::new(&folder).join("webhooks")).expect("a folder") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let notification = Notification::from_slice(&std::fs::read(&path).expect("a file")).expect("JSON");
        let tracker = Tracker::new(MemoryStore::new());
        let opt_outs = OptOuts::new(MemoryStore::new());
        let mut after = None;
        for status in notification.statuses() {
            after = Some(tracker.observe(status, at(0)).await.expect("stored").after());
        }
        let wishes = observe(&opt_outs, &notification).await;
        if let Some(kind) = name.strip_prefix("cloud_status_") {
            let expected = match kind.split('_').collect::<Vec<_>>()[..] {
                ["failed", "then", ..] | ["delivered", ..] | ["group", "delivered", ..] => {
                    Some(DeliveryState::Delivered)
                }
                ["failed", ..] | ["group", "failed", ..] => Some(DeliveryState::Failed),
                ["read" | "played", ..] | ["group", "read", ..] => Some(DeliveryState::Read),
                ["sent", ..] | ["group", "sent", ..] => Some(DeliveryState::Sent),
                _ => after,
            };
            assert_eq!(after, expected, "{name}");
            assert!(after.is_some(), "{name}");
            found += 1;
        }
        let expected = usize::from(name.starts_with("cloud_user_preferences_") || name.ends_with("_131050"));
        assert_eq!(wishes, expected, "{name}");
    }
    assert!(found > 30, "{found}");
}
