//! Payloads that hold a value: what is sent comes back, and what never was sent does no harm.

use std::fmt::Debug;

use proptest::prelude::*;
use wa_template::{UnknownPayload, WaMessage, WaPayload, WaTemplate};

#[derive(WaPayload, Debug, Clone, PartialEq)]
enum Answer {
    Yes,
    #[wa(payload = "not now: \"later\"")]
    Later,
    Confirm(u32),
    Move {
        day: i64,
    },
    Say(String),
    #[wa(payload = "ответ")]
    Letter(char),
    Share(f64),
}

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(quick_reply("Answer"))
)]
struct Order<'a> {
    #[wa(button = 0)]
    answer: &'a Answer,
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::Yes),
        Just(Answer::Later),
        any::<u32>().prop_map(Answer::Confirm),
        any::<i64>().prop_map(|day| Answer::Move { day }),
        any::<String>().prop_map(Answer::Say),
        "(answer:|:|say|é){0,80}".prop_map(Answer::Say),
        any::<char>().prop_map(Answer::Letter),
        prop::num::f64::NORMAL.prop_map(Answer::Share),
    ]
}

/// Any text, and texts that nearly are payloads.
fn any_payload() -> impl Strategy<Value = String> {
    let nearly = (any_answer(), any::<prop::sample::Index>(), any::<char>(), 0..3_u8);
    prop_oneof![
        any::<String>(),
        "(answer|ответ|:|yes|confirm|move|say|share|[0-9]|-| ){0,6}",
        nearly.prop_map(|(answer, index, char, change)| {
            let mut chars: Vec<char> = answer.to_payload().chars().collect();
            let at = index.index(chars.len());
            match change {
                0 => chars.truncate(at),
                1 => chars.insert(at, char),
                _ => chars[at] = char,
            }
            chars.into_iter().collect()
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sent_comes_back(answer in any_answer()) {
        let payload = answer.to_payload();
        prop_assert_eq!(Answer::from_payload(&payload), Ok(answer.clone()));
        let message = Order { answer: &answer }.to("+16505551234").build();
        prop_assert_eq!(message.is_ok(), payload.chars().count() <= 256);
        if let Ok(message) = message {
            let body: serde_json::Value = serde_json::from_str(message.json()).expect("JSON");
            let sent = &body["template"]["components"][0]["parameters"][0]["payload"];
            prop_assert_eq!(sent.as_str(), Some(&*payload));
        }
    }

    #[test]
    fn what_was_never_sent_is_unknown(payload in any_payload()) {
        match Answer::from_payload(&payload) {
            // Read as a value, it is written in the type's own way: `007` comes back as `7`.
            Ok(answer) => {
                prop_assert_eq!(Answer::from_payload(&answer.to_payload()), Ok(answer));
            }
            Err(unknown) => prop_assert_eq!(unknown, UnknownPayload::new(&payload)),
        }
    }
}

#[track_caller]
fn check<P: WaPayload + Debug + PartialEq>(payload: &str, value: P) {
    assert_eq!(P::from_payload(payload), Ok(value));
}

#[test]
fn values_may_hold_anything() {
    check("answer:say:", Answer::Say(String::new()));
    check("answer:say::", Answer::Say(":".into()));
    check("answer:say:answer:confirm:1", Answer::Say("answer:confirm:1".into()));
    check("answer:say: \n\0\"\\", Answer::Say(" \n\0\"\\".into()));
    check("answer:confirm:+007", Answer::Confirm(7));
    check("ответ:ы", Answer::Letter('ы'));
}

#[test]
fn what_does_not_parse_is_unknown() {
    for payload in [
        "",
        ":",
        "answer",
        "answer:",
        "answer:say",
        "answer:confirm",
        "answer:confirm:",
        "answer:confirm: 1",
        "answer:confirm:-1",
        "answer:confirm:4294967296",
        "answer:yes:",
        "answer:yes ",
        "Answer:Yes",
        "ответ",
        "ответ:",
        "ответ:ыы",
        "отве\u{301}т:ы",
    ] {
        assert_eq!(Answer::from_payload(payload), Err(UnknownPayload::new(payload)), "{payload:?}");
    }
}

/// `to_string` would panic.
#[test]
fn a_display_that_fails_does_not_panic() {
    struct Broken;

    impl std::fmt::Display for Broken {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("half")?;
            Err(std::fmt::Error)
        }
    }

    impl std::str::FromStr for Broken {
        type Err = ();

        fn from_str(_: &str) -> Result<Self, ()> {
            Err(())
        }
    }

    #[derive(WaPayload)]
    enum Odd {
        Value(Broken),
    }

    assert_eq!(Odd::Value(Broken).to_payload(), "odd:value:half");
    assert!(Odd::from_payload("odd:value:half").is_err());
}
