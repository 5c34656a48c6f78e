//! What became of messages, from statuses in any order; and who does not want marketing.
#![cfg(feature = "webhook")]

mod messages;
mod opt_outs;
mod record;
mod recorded;
mod store;

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use wa_template::definition::Category;
use wa_template::webhook::tracker::{Lifetime, MessageRecord};
use wa_template::webhook::{Notification, Status};

pub(crate) const ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0QUQ2MjA4NEYyRkExNjMyREUA";
pub(crate) const NUMBER: &str = "16505551234";
pub(crate) const USER_ID: &str = "US.13491208655302741918";
pub(crate) const DAY: Duration = Duration::from_hours(24);

/// Some seconds after the first status below.
pub(crate) fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_030_000 + seconds)
}

pub(crate) fn statuses(statuses: &Value) -> Vec<Status> {
    let body = json!({ "statuses": statuses }).to_string();
    let notification = Notification::from_slice(body.as_bytes()).expect("JSON");
    let read: Vec<_> = notification.statuses().cloned().collect();
    assert_eq!(read.len(), statuses.as_array().expect("a list").len());
    read
}

pub(crate) fn status(kind: &str, seconds: u64) -> Value {
    json!({ "id": ID, "status": kind, "timestamp": (1_750_030_000 + seconds).to_string(), "recipient_id": NUMBER })
}

pub(crate) fn failed(code: u32, seconds: u64) -> Value {
    let mut failed = status("failed", seconds);
    failed["errors"] =
        json!([{ "code": code, "title": "a title", "error_data": { "details": "the details" } }]);
    failed
}

pub(crate) fn with(mut status: Value, name: &str, value: &str) -> Value {
    status[name] = value.into();
    status
}

pub(crate) fn of_participant(status: Value, participant: &str) -> Value {
    let status = with(with(status, "recipient_type", "group"), "recipient_id", "Y2FwaV9ncm91cDo");
    with(status, "recipient_participant_id", participant)
}

pub(crate) fn record(list: &Value) -> MessageRecord {
    let mut record = MessageRecord::default();
    for status in statuses(list) {
        record.observe(&status, at(100));
    }
    record
}

pub(crate) fn utility() -> Lifetime {
    Lifetime::of_category(&Category::Utility)
}
