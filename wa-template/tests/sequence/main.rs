//! Messages in a forced order: what the sequence decides, and what the driver sends.
#![cfg(feature = "webhook")]

#[cfg(feature = "client")]
mod driver;

use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use wa_template::Message;
use wa_template::definition::Category;
use wa_template::webhook::sequence::{GaveUp, InvalidSequence, Next, Sequence};
use wa_template::webhook::tracker::{Acceptance, Lifetime};
use wa_template::webhook::{Notification, Status};

const NUMBER: &str = "+16505551234";

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_750_030_000 + seconds)
}

/// A finished message, from its documented stored form.
fn message(callback_data: &str) -> Message {
    let body = json!({ "messaging_product": "whatsapp", "to": NUMBER, "type": "template",
        "biz_opaque_callback_data": callback_data,
        "template": { "name": "part", "language": { "code": "en" } } });
    let stored = json!({ "version": 1, "template": "part", "language": "en", "callback_data": callback_data,
        "json": body.to_string() });
    serde_json::from_value(stored).expect("a message")
}

/// Ten minutes without a margin.
fn lifetime() -> Lifetime {
    Lifetime::of_category(&Category::Authentication).margin(Duration::ZERO)
}

fn data(step: usize) -> String {
    format!("order=42/{step}")
}

fn id(step: usize) -> String {
    format!("wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI0QUQ2MjA4NEYyRkExNjMy{step}")
}

fn sequence(messages: usize) -> Sequence {
    Sequence::new((0..messages).map(|step| (message(&data(step)), lifetime()))).expect("a sequence")
}

fn status_json(step: usize, kind: &str, seconds: u64) -> Value {
    let mut status = json!({ "id": id(step), "status": kind, "recipient_id": "16505551234",
        "timestamp": (1_750_030_000 + seconds).to_string(), "biz_opaque_callback_data": data(step) });
    if kind == "failed" {
        status["errors"] = json!([{ "code": 131_026, "title": "Message undeliverable" }]);
    }
    status
}

fn read(status: &Value) -> Status {
    let notification: Notification = json!({ "statuses": [status] }).to_string().parse().expect("JSON");
    notification.statuses().next().expect("a status").clone()
}

fn status(step: usize, kind: &str, seconds: u64) -> Status {
    read(&status_json(step, kind, seconds))
}

#[track_caller]
fn sends(sequence: &mut Sequence, now: SystemTime, expected: usize) {
    let next = sequence.next(now);
    assert!(matches!(&next, Next::Send { step, .. } if *step == expected), "{next:?}");
    sequence.begin(expected, now);
}

#[track_caller]
fn waits(sequence: &mut Sequence, now: SystemTime, until: SystemTime) {
    assert_eq!(sequence.next(now), Next::Wait { until });
}

#[test]
fn each_message_waits_for_the_one_before() {
    let mut sequence = sequence(3);
    for (step, kind) in ["delivered", "read", "played"].into_iter().enumerate() {
        let seconds = 10 * u64::try_from(step).expect("small");
        assert_eq!(sequence.arrived(), step);
        sends(&mut sequence, at(seconds), step);
        sequence.accepted(step, Acceptance::new(id(step)), at(seconds + 1));
        waits(&mut sequence, at(seconds + 1), at(seconds + 601));
        assert!(sequence.observe(&status(step, "sent", seconds + 2), at(seconds + 2)));
        waits(&mut sequence, at(seconds + 2), at(seconds + 602));
        assert!(sequence.observe(&status(step, kind, seconds + 3), at(seconds + 3)));
    }
    assert_eq!(sequence.next(at(50)), Next::Done);
    assert_eq!((sequence.len(), sequence.arrived()), (3, 3));
}

#[test]
fn what_is_sent_is_the_message() {
    let mut sequence = sequence(2);
    assert_eq!(sequence.next(at(0)), Next::Send { step: 0, message: message(&data(0)) });
    // Asking changes nothing: only `begin` says that it leaves.
    assert_eq!(sequence.next(at(9_999)), Next::Send { step: 0, message: message(&data(0)) });
    assert_eq!(sequence.callback_data().collect::<Vec<_>>(), [data(0), data(1)]);
}

#[test]
fn a_status_may_be_faster_than_the_answer() {
    let mut sequence = sequence(2);
    sends(&mut sequence, at(0), 0);
    assert!(sequence.observe(&status(0, "read", 1), at(1)));
    sends(&mut sequence, at(1), 1);
    // The answer to the first comes when the second is on its way.
    sequence.accepted(0, Acceptance::new(id(0)), at(2));
    waits(&mut sequence, at(2), at(601));
    sequence.accepted(1, Acceptance::new(id(1)), at(3));
    // From then on its id is enough.
    let mut without_data = status_json(1, "delivered", 4);
    without_data.as_object_mut().expect("it is one").remove("biz_opaque_callback_data");
    assert!(sequence.observe(&read(&without_data), at(4)));
    assert_eq!(sequence.next(at(4)), Next::Done);
}

#[test]
fn statuses_of_others_change_nothing() {
    let mut sequence = sequence(2);
    let before = sequence.clone();
    // Nothing was sent yet: whatever carries our data is an older message.
    assert!(!sequence.observe(&status(0, "delivered", 1), at(1)));
    assert_eq!(sequence, before);
    sends(&mut sequence, at(1), 0);
    assert!(!sequence.observe(&status(7, "delivered", 1), at(1)));
    assert!(!sequence.observe(&status(1, "delivered", 1), at(1)));
    let mut without_data = status_json(0, "delivered", 1);
    without_data.as_object_mut().expect("it is one").remove("biz_opaque_callback_data");
    assert!(!sequence.observe(&read(&without_data), at(1)));
    waits(&mut sequence, at(2), at(601));
}

#[test]
fn the_answer_corrects_what_old_callback_data_suggested() {
    let mut sequence = sequence(2);
    sends(&mut sequence, at(0), 0);
    let mut stale = status_json(0, "failed", 0);
    stale["id"] = "wamid.of.last.year".into();
    assert!(sequence.observe(&read(&stale), at(1)));
    sequence.accepted(0, Acceptance::new(id(0)), at(2));
    waits(&mut sequence, at(3), at(602));
    assert!(!sequence.observe(&read(&stale), at(4)));
    let mut failed = sequence.clone();
    failed.observe(&status(0, "failed", 300), at(300));
    waits(&mut failed, at(300), at(360));
    assert!(sequence.observe(&status(0, "delivered", 5), at(5)));
    sends(&mut sequence, at(5), 1);
}

#[test]
fn a_failure_may_still_be_a_delivery_for_a_minute() {
    let mut failed = sequence(2);
    sends(&mut failed, at(0), 0);
    failed.observe(&status(0, "failed", 1), at(5));
    waits(&mut failed, at(5), at(65));
    // A repetition does not prolong it.
    failed.observe(&status(0, "failed", 1), at(30));
    waits(&mut failed, at(64), at(65));
    let mut saved = failed.clone();
    saved.observe(&status(0, "delivered", 50), at(64));
    sends(&mut saved, at(64), 1);

    let reason = GaveUp::Failed { codes: vec![131_026] };
    assert_eq!(failed.next(at(65)), Next::GaveUp { step: 0, reason: reason.clone() });
    // That is final: somebody may have taken another way by now.
    failed.observe(&status(0, "delivered", 50), at(66));
    assert_eq!(failed.next(at(66)), Next::GaveUp { step: 0, reason: reason.clone() });

    let mut hasty = sequence(2).grace(Duration::ZERO);
    sends(&mut hasty, at(0), 0);
    hasty.observe(&status(0, "failed", 1), at(5));
    assert_eq!(hasty.next(at(5)), Next::GaveUp { step: 0, reason });
}

#[test]
fn it_gives_up_when_a_lifetime_ends() {
    let mut silent = sequence(2);
    sends(&mut silent, at(0), 0);
    silent.accepted(0, Acceptance::new(id(0)), at(0));
    waits(&mut silent, at(599), at(600));
    assert_eq!(silent.next(at(600)), Next::GaveUp { step: 0, reason: GaveUp::Expired });

    let mut held = sequence(2);
    sends(&mut held, at(0), 0);
    held.accepted(0, Acceptance::new(id(0)).held(), at(0));
    assert!(matches!(held.next(at(3_600)), Next::Wait { .. }));
    held.observe(&status(0, "sent", 3_600), at(3_600));
    held.observe(&status(0, "delivered", 3_601), at(3_601));
    sends(&mut held, at(3_601), 1);
}

#[test]
fn a_send_in_doubt_is_settled_by_a_status_alone() {
    let mut sequence = sequence(2);
    sends(&mut sequence, at(0), 0);
    // No answer, and nothing but waiting; also after a restart.
    let json = serde_json::to_string(&sequence).expect("JSON");
    let mut sequence: Sequence = serde_json::from_str(&json).expect("a sequence");
    waits(&mut sequence, at(599), at(600));
    let mut lost = sequence.clone();
    assert_eq!(lost.next(at(600)), Next::GaveUp { step: 0, reason: GaveUp::InDoubt });
    sequence.observe(&status(0, "delivered", 500), at(550));
    sends(&mut sequence, at(550), 1);
}

#[test]
fn a_refusal_ends_it_unless_statuses_say_otherwise() {
    let mut sequence = sequence(2);
    sends(&mut sequence, at(0), 0);
    sequence.rejected(0, Some(132_015));
    let mut accepted = sequence.clone();
    assert_eq!(
        sequence.next(at(1)),
        Next::GaveUp { step: 0, reason: GaveUp::Rejected { code: Some(132_015) } }
    );
    accepted.observe(&status(0, "delivered", 1), at(1));
    sends(&mut accepted, at(1), 1);
}

#[test]
fn what_is_certainly_nowhere_is_sent_again_later() {
    let mut sequence = sequence(2);
    sends(&mut sequence, at(0), 0);
    sequence.postpone(0, at(60));
    waits(&mut sequence, at(1), at(60));
    sends(&mut sequence, at(60), 0);
    sequence.postpone(0, at(120));
    let mut late = sequence.clone();
    assert_eq!(late.next(at(600)), Next::GaveUp { step: 0, reason: GaveUp::NotSent });
    sends(&mut sequence, at(130), 0);
    sequence.accepted(0, Acceptance::new(id(0)), at(130));
    sequence.observe(&status(0, "delivered", 131), at(131));
    sends(&mut sequence, at(131), 1);
}

#[test]
fn positions_that_do_not_exist_are_ignored() {
    let mut sequence = sequence(1);
    let before = sequence.clone();
    sequence.begin(1, at(0));
    sequence.accepted(7, Acceptance::new("x"), at(0));
    sequence.rejected(usize::MAX, None);
    sequence.postpone(1, at(0));
    assert_eq!(sequence, before);
}

#[test]
fn messages_need_callback_data_of_their_own() {
    let steps = |data: &[&str]| data.iter().map(|data| (message(data), lifetime())).collect::<Vec<_>>();
    let bare: Message =
        serde_json::from_value(json!({ "version": 1, "template": "part", "language": "en", "json": "{}" }))
            .expect("a message");
    assert_eq!(Sequence::new(steps(&[])), Err(InvalidSequence::Empty));
    assert_eq!(Sequence::new(steps(&["a", ""])), Err(InvalidSequence::NoCallbackData { step: 1 }));
    assert_eq!(Sequence::new([(bare, lifetime())]), Err(InvalidSequence::NoCallbackData { step: 0 }));
    assert_eq!(Sequence::new(steps(&["a", "b", "a"])), Err(InvalidSequence::SameCallbackData { step: 2 }));
    let error = InvalidSequence::NoCallbackData { step: 1 }.to_string();
    assert!(error.contains("message 1") && error.contains("callback_data"), "{error}");
}

#[test]
fn nothing_is_told_about_messages() {
    let mut sequence = sequence(2);
    let next = sequence.next(at(0));
    let shown = format!("{sequence:?} {next:?}");
    for part in ["1650", "order=42", "wamid"] {
        assert!(!shown.contains(part), "{shown}");
    }
}

/// Everything that may be told about the first of two messages once it was sent.
fn facts() -> Vec<Value> {
    let mut facts: Vec<_> = ["sent", "delivered", "read", "failed", "deleted", "warning"]
        .into_iter()
        .flat_map(|kind| [status_json(0, kind, 1), status_json(0, kind, 2)])
        .collect();
    facts.push(json!({ "id": id(0), "status": "delivered", "biz_opaque_callback_data": data(0) }));
    facts
}

proptest! {
    /// However statuses come, and wherever the answer to the send is among them, the same is done next; and what was
    /// begun is never sent again.
    #[test]
    fn order_and_repetition_do_not_matter(
        told in proptest::collection::vec(select(facts()), 0..6),
        repeated in proptest::collection::vec(any::<Index>(), 0..6),
        order in proptest::collection::vec(any::<u32>(), 12),
        answered in any::<Option<Index>>(),
        now in 0_u64..2_000,
    ) {
        let told: Vec<_> = told.iter().map(read).collect();
        let begun = || {
            let mut sequence = sequence(2);
            sequence.begin(0, at(0));
            sequence
        };
        let mut straight = begun();
        if answered.is_some() {
            straight.accepted(0, Acceptance::new(id(0)), at(3));
        }
        for status in &told {
            straight.observe(status, at(3));
        }
        let mut mixed: Vec<_> = told.iter().collect();
        if !told.is_empty() {
            mixed.extend(repeated.iter().map(|index| index.get(&told)));
        }
        let mut keyed: Vec<_> = order.into_iter().zip(mixed).collect();
        keyed.sort_by_key(|(key, _)| *key);
        let answer = answered.map(|index| index.index(keyed.len() + 1));
        let mut shuffled = begun();
        for position in 0..=keyed.len() {
            if answer == Some(position) {
                shuffled.accepted(0, Acceptance::new(id(0)), at(3));
            }
            if let Some((_, status)) = keyed.get(position) {
                shuffled.observe(status, at(3));
            }
            // A restart at any point.
            let json = serde_json::to_string(&shuffled).expect("JSON");
            shuffled = serde_json::from_str(&json).expect("a sequence");
        }
        prop_assert_eq!(&shuffled, &straight);
        let next = straight.next(at(now));
        let resent = matches!(next, Next::Send { step: 0, .. });
        prop_assert!(!resent);
        prop_assert_eq!(shuffled.next(at(now)), next);
    }
}
