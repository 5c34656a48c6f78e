//! Bodies that nobody should send.

use serde_json::json;
use wa_template::webhook::{Notification, TextMessage};

use crate::support::*;

#[test]
fn what_is_not_a_json_object_is_an_error() {
    for body in ["", "hello", "{", "[]", "null", "\"16505551234\"", "16505551234", "{} {}", "\u{feff}{}"] {
        let error = body.parse::<Notification>().expect_err(body);
        assert!(!format!("{error} {error:?}").contains(NUMBER));
    }
    assert!(Notification::from_slice(b"{\"a\":\xff}").is_err());
}

#[test]
fn depth_costs_only_the_item() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for levels in [100, 128, 100_000] {
        let deep =
            format!(r#"{{"id":"a","type":"text","text":{{"body":"deep"}},"beta":{}}}"#, nested(levels));
        let body =
            format!(r#"{{"messages":[{},{deep},{}],"beta":{}}}"#, tap(), text("after"), nested(levels));
        let notification: Notification = body.parse().expect("it is a JSON object");
        assert_eq!(notification.button_replies().count(), 1);
        assert_eq!(notification.texts().map(TextMessage::body).collect::<Vec<_>>(), ["deep", "after"]);
        assert_eq!(notification.events().len(), 4);
        // A tree of this depth would be a danger to whoever walks over it.
        let deep = notification.texts().next().expect("it is a text");
        assert_eq!(deep.raw().is_string(), levels > 127);
    }
    assert!("[".repeat(1_000_000).parse::<Notification>().is_err());
    assert!("{\"a\":".repeat(1_000_000).parse::<Notification>().is_err());
}

#[test]
fn half_an_emoji_costs_nothing() {
    let body =
        cloud(json!({ "messages": [text("CUT"), tap()] })).to_string().replace("CUT", r"Thanks \ud83d");
    let notification: Notification = body.parse().expect("it is JSON");
    assert_eq!(notification.texts().next().map(TextMessage::body), Some("Thanks \u{fffd}"));
    assert_eq!(notification.button_replies().count(), 1);
}

#[test]
fn a_repeated_key_counts_as_given_last() {
    let body = r#"{ "messages": [{
        "id": "ABGGFmkiWVVPAgo-sKD87hgxPHdF", "type": "text", "type": "button",
        "button": { "payload": "answer:no", "payload": "answer:yes", "text": "Yes" }
    }] }"#;
    let notification: Notification = body.parse().expect("it is a JSON object");
    let reply = notification.button_replies().next().expect("it is a tap");
    assert_eq!(reply.payload(), Ok(Answer::Yes));
}

#[test]
fn huge_lists_are_read_whole() {
    let contacts: Vec<_> =
        (0..20_000).map(|number| json!({ "wa_id": format!("1650555{number:05}") })).collect();
    let messages: Vec<_> = (0..20_000)
        .map(|number| json!({ "id": format!("{number}"), "from": "16505551234", "type": "text", "text": [] }))
        .collect();
    let notification = read(&cloud(json!({ "contacts": contacts, "messages": messages })));
    assert_eq!(notification.events().len(), 20_000);
}
