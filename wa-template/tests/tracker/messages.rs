//! All messages, in a store.

use std::convert::Infallible;
use std::time::SystemTime;

use serde_json::json;
use wa_template::definition::Category;
use wa_template::webhook::Notification;
use wa_template::webhook::tracker::{
    Acceptance, DeliveryState, Entry, Lifetime, MemoryStore, OptOuts, Overdue, Preference, Settlement, Store,
    Tracker,
};

use crate::*;

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
    let store = MemoryStore::new();
    let tracker = Tracker::new(store.clone());
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
    // Nobody has to look at it again.
    assert_eq!(store.due("callback:", at(0) + 90 * DAY, 10).await, Ok(vec![]));
}

#[tokio::test]
async fn a_message_in_doubt_has_the_lifetime_of_its_template() {
    let tracker = Tracker::new(MemoryStore::new());
    let short = Lifetime::of_category(&Category::Authentication);
    tracker.in_doubt("order=42", short, at(0)).await.expect("stored");
    let sent = statuses(&json!([with(status("sent", 1), "biz_opaque_callback_data", "order=42")]));
    tracker.observe(&sent[0], at(2)).await.expect("stored");
    let record = tracker.message(ID).await.expect("read").expect("known");
    assert_eq!(record.deadline(), Some(at(1) + short.total()));
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
    let store = MemoryStore::new();
    let tracker = Tracker::new(store.clone());
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
    assert_eq!(store.due("", at(1_300), 10).await, Ok(vec![]));
    // Not even to a process that had asked the store before.
    let late = Tracker::new(Stale(store));
    assert_eq!(late.take_overdue(at(1_300), 9).await.expect("read"), []);
}

/// Says what was due some time ago.
struct Stale(MemoryStore);

impl Store for Stale {
    type Error = Infallible;

    async fn load(&self, key: &str) -> Result<Option<Entry>, Infallible> {
        self.0.load(key).await
    }

    async fn save(&self, key: &str, entry: Entry, now: SystemTime) -> Result<bool, Infallible> {
        self.0.save(key, entry, now).await
    }

    async fn due(&self, prefix: &str, _: SystemTime, _: usize) -> Result<Vec<String>, Infallible> {
        let due = if prefix == "message:" { "message:wamid.silent" } else { "callback:order=42" };
        Ok(vec![due.to_owned()])
    }
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

#[tokio::test]
async fn nothing_is_told_about_customers() {
    let store = MemoryStore::new();
    let tracker = Tracker::new(store.clone());
    let record = record(&json!([of_participant(failed(131_026, 1), NUMBER)]));
    let preference = Preference::stop(NUMBER, at(0));
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
