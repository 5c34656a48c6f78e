//! Bodies that nobody should send.

use serde_json::json;
use wa_template::webhook::{Event, Notification, TextMessage};

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

#[test]
fn bytes_that_are_no_text_cost_nothing_else() {
    let body = cloud(json!({ "messages": [text("CUT"), tap()], "statuses": [status("sent")] })).to_string();
    let (before, after) = body.split_once("CUT").expect("it is there");
    let body = [before.as_bytes(), b"Gr\xc3\xbc\xc3", after.as_bytes()].concat();
    let notification = Notification::from_slice(&body).expect("it is JSON");
    assert_eq!(notification.texts().next().map(TextMessage::body), Some("Grü\u{fffd}"));
    assert_eq!(notification.button_replies().count(), 1);
    assert_eq!(notification.statuses().count(), 1);
}

#[test]
fn numbers_beyond_all_bounds_cost_nothing() {
    let huge = ["1e999", "-1E+400", &"9".repeat(400), &format!("0.{}", "3".repeat(400))];
    for huge in huge {
        let mut odd = status("delivered");
        odd["timestamp"] = json!("HUGE");
        odd["beta"] = json!(["HUGE"]);
        let mut failed = status("failed");
        failed["errors"] = json!([{ "code": "HUGE" }, { "code": 131_026 }]);
        let body =
            cloud(json!({ "messages": [tap()], "statuses": [odd, failed, status("read")] })).to_string();
        let notification: Notification = body.replace("\"HUGE\"", huge).parse().expect("it is JSON");
        assert_eq!(notification.button_replies().count(), 1);
        let [odd, failed, _] = &notification.statuses().collect::<Vec<_>>()[..] else {
            panic!("three statuses")
        };
        assert_eq!(odd.timestamp(), None);
        assert!(odd.raw_json().contains(huge));
        assert_eq!(odd.raw()["status"], "delivered");
        let codes: Vec<_> = failed.errors().iter().map(|error| error.code()).collect();
        assert_eq!(codes, [None, Some(131_026)]);
    }
    let body = json!({ "messages": [{ "id": "a", "type": "text", "text": { "body": "BIG" } }] }).to_string();
    let notification: Notification = body.replace("\"BIG\"", "1e999").parse().expect("it is JSON");
    assert_eq!(notification.texts().next().map(TextMessage::body), Some("1e999"));
    assert_eq!(notification.texts().next().expect("it is a text").raw()["text"]["body"], "1e999");
}

#[test]
fn a_repeated_list_loses_nothing() {
    let [sent, read] = ["sent", "read"].map(status);
    let body = format!(
        r#"{{"entry":[{{"changes":[
            {{"field":"messages","value":{{"statuses":[{sent}]}},"value":{{"statuses":[{read}]}}}},
            {{"value":{{"statuses":[{sent}],"statuses":[{read}],"messages":[{0}],"messages":{0}}}}}
        ]}}],"entry":[{{"changes":[{{"value":{{"statuses":[{sent}]}}}}]}}]}}"#,
        tap()
    );
    let notification: Notification = body.parse().expect("it is JSON");
    assert_eq!(notification.statuses().count(), 5);
    assert_eq!(notification.button_replies().count(), 2);
    assert_eq!(notification.events().len(), 7);

    let value = |event: &str| json!({ "event": event, "message_template_name": "a" });
    let body = format!(
        r#"{{"entry":[{{"changes":[{{"value":{},"value":{},"field":"message_template_status_update"}}]}}]}}"#,
        value("PAUSED"),
        value("APPROVED")
    );
    let notification: Notification = body.parse().expect("it is JSON");
    let words: Vec<_> =
        notification.events().filter_map(Event::as_template_status).map(|it| it.event().as_str()).collect();
    assert_eq!(words, ["PAUSED", "APPROVED"]);
}

#[test]
fn three_megabytes_are_read_whole() {
    let many = |item: &serde_json::Value, separator: &str| {
        vec![item.to_string(); 3_000_000 / item.to_string().len()].join(separator)
    };
    let one = change("messages", &json!({ "statuses": [status("sent")] }))["entry"][0]["changes"][0].clone();
    let body = format!(r#"{{"entry":[{{"changes":[{}],"id":"1"}}]}}"#, many(&one, ","));
    let notification: Notification = body.parse().expect("it is JSON");
    assert_eq!(notification.events().len(), 3_000_000 / one.to_string().len());
    assert!(notification.events().all(|event| event.waba_id() == Some("1")));

    let keys = (0..300_000).map(|key| format!("\"k{key}\":0,")).collect::<Vec<_>>().concat();
    let body =
        format!(r#"{{"messages":[{{{keys}"id":"a","type":"text","text":{{"body":"b"}}}},{}]}}"#, tap());
    let notification: Notification = body.parse().expect("it is JSON");
    assert_eq!((notification.texts().count(), notification.button_replies().count()), (1, 1));

    let escapes = r"\u00e4\ud83d".repeat(250_000);
    let body =
        format!(r#"{{"messages":[{{"id":"a","type":"text","text":{{"body":"{escapes}"}}}},{}]}}"#, tap());
    let notification: Notification = body.parse().expect("it is JSON");
    assert_eq!(notification.texts().next().map(|text| text.body().chars().count()), Some(500_000));
    assert_eq!(notification.button_replies().count(), 1);

    let brackets = format!("{}{}", "[".repeat(1_500_000), "]".repeat(1_500_000));
    for body in [
        format!(r#"{{"statuses":[{brackets},{}]}}"#, status("sent")),
        format!(r#"{{"entry":[{{"changes":{brackets},"id":"1"}}],"statuses":[{}]}}"#, status("sent")),
    ] {
        let notification: Notification = body.parse().expect("it is JSON");
        assert_eq!(notification.statuses().count(), 1);
        assert_eq!(notification.events().len(), 2);
    }
}

#[test]
fn the_same_reading_with_and_without_quotes() {
    let quoted = json!({ "id": "7", "status": "sent", "timestamp": "1750030073", "recipient_id": "16505551234",
                         "conversation": { "expiration_timestamp": "1750116480" }, "errors": [{ "code": "131026" }] });
    let bare = json!({ "id": 7, "status": "sent", "timestamp": 1_750_030_073, "recipient_id": 16_505_551_234_u64,
                       "conversation": { "expiration_timestamp": 1_750_116_480 }, "errors": [{ "code": 131_026 }] });
    let [quoted, bare] = [quoted, bare].map(|status| only_status(&cloud(json!({ "statuses": [status] }))));
    assert_eq!(quoted.message_id(), bare.message_id());
    assert_eq!(quoted.timestamp(), bare.timestamp());
    assert_eq!(quoted.recipient_id(), bare.recipient_id());
    let expiration =
        |status: &wa_template::webhook::Status| status.conversation().and_then(|it| it.expiration());
    assert_eq!((expiration(&quoted), expiration(&bare)), (Some(at(1_750_116_480)), Some(at(1_750_116_480))));
    assert_eq!(quoted.errors()[0].code(), bare.errors()[0].code());
}
