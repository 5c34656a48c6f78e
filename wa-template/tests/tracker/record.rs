//! What is known about one message.

use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use wa_template::definition::{Category, Definition, limits};
use wa_template::webhook::tracker::{Acceptance, DeliveryState, Lifetime, MessageRecord};

use crate::*;

fn acceptance(held: bool) -> Acceptance {
    let acceptance = Acceptance::new(ID);
    if held { acceptance.held() } else { acceptance }
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
    record.accept(&acceptance(true), utility(), at(0));
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
    record.accept(&acceptance(false), lifetime, at(0));
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
    record.accept(&acceptance(true), short, at(0));
    assert_eq!(record.state(at(0) + 29 * DAY), DeliveryState::Held);
    assert_eq!(record.state(at(0) + 31 * DAY), DeliveryState::PresumedDropped);
}

/// A receipt that is noted again, by whoever repeats something, takes nothing back.
#[test]
fn what_was_accepted_stays_so() {
    let short = Lifetime::of_category(&Category::Authentication);
    for (first, second) in [((true, short), (false, utility())), ((false, utility()), (true, short))] {
        let mut record = MessageRecord::default();
        record.accept(&acceptance(first.0), first.1, at(0));
        record.accept(&acceptance(second.0), second.1, at(0));
        assert_eq!(record.state(at(0)), DeliveryState::Held);
        assert_eq!(record.deadline(), Some(at(0) + utility().total()));
        record.observe(&statuses(&json!([status("sent", 0)]))[0], at(0));
        assert_eq!(record.deadline(), Some(at(0) + utility().total()));
    }
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
fn participants_may_hide_their_number() {
    let hidden = |kind| {
        let mut status = of_participant(status(kind, 1), "");
        status.as_object_mut().expect("it is one").remove("recipient_participant_id");
        with(status, "recipient_participant_user_id", "US.13491208655302741918")
    };
    let record = record(&json!([hidden("sent"), of_participant(status("read", 2), "16505551234")]));
    let states: Vec<_> = record.participants().collect();
    let expected = [("16505551234", DeliveryState::Read), ("US.13491208655302741918", DeliveryState::Sent)];
    assert_eq!(states, expected);
}

#[test]
fn a_group_has_failed_when_all_have_or_when_the_platform_says_so() {
    let [one, two] = ["16505551234", "16505551235"];
    let sent = |participant| of_participant(status("sent", 1), participant);
    let fails = |participant| of_participant(failed(131_026, 3), participant);
    let whole = with(failed(131_041, 1), "recipient_type", "group");
    let sent_to_group = with(status("sent", 1), "recipient_type", "group");
    for (list, state) in [
        (json!([sent(one), sent(two), fails(one)]), DeliveryState::Sent),
        (json!([sent(one), sent(two), fails(one), fails(two)]), DeliveryState::Failed),
        (json!([sent_to_group, fails(one), sent(two)]), DeliveryState::Sent),
        (json!([sent_to_group, fails(one), fails(two)]), DeliveryState::Failed),
        (json!([whole, sent(two)]), DeliveryState::Failed),
        (json!([whole, of_participant(status("read", 2), one)]), DeliveryState::Read),
    ] {
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
                record.accept(&acceptance(held), lifetime, at(0));
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
                record.accept(&acceptance(held), lifetime, at(0));
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
