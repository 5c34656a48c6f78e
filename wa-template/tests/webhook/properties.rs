//! What holds for every body.

use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use wa_template::webhook::{ButtonReply, Event, Notification, Status};

use crate::summary::summary;
use crate::support::*;

/// Calls every accessor, so that a property test reaches all of them.
fn visit(notification: &Notification) {
    for event in notification.events() {
        let _ = (
            event.phone_number_id(),
            event.waba_id(),
            event.message().map(|message| message.sender().name()),
        );
        match event {
            Event::ButtonReply(reply) => drop((reply.payload::<Answer>(), reply.text(), reply.in_reply_to())),
            Event::Text(text) => assert!(text.body().len() < usize::MAX),
            Event::Status(status) => {
                drop((status.kind().clone(), status.group_id(), status.errors().to_vec()));
            }
            Event::Error(report) => drop(report.error().clone()),
            Event::Other(other) => drop((other.raw().clone(), other.field(), other.time())),
            _ => {}
        }
        assert!(!summary(event).is_empty());
    }
    assert!(!format!("{notification:?}").is_empty());
}

/// Keys and values that the platform uses, so that arbitrary JSON gets past the first check.
const WORDS: &[&str] = &[
    "interactive",
    "nfm_reply",
    "response_json",
    "order",
    "product_items",
    "item_price",
    "image",
    "location",
    "latitude",
    "longitude",
    "reaction",
    "message_id",
    "system",
    "edit",
    "message",
    "pricing",
    "category",
    "conversation",
    "origin",
    "recipient_user_id",
    "event",
    "message_template_name",
    "message_template_status_update",
    "user_preferences",
    "account_update",
    "object",
    "entry",
    "changes",
    "field",
    "value",
    "messages",
    "statuses",
    "errors",
    "contacts",
    "metadata",
    "id",
    "time",
    "timestamp",
    "type",
    "button",
    "text",
    "body",
    "payload",
    "context",
    "from",
    "from_user_id",
    "wa_id",
    "user_id",
    "profile",
    "name",
    "username",
    "status",
    "sent",
    "recipient_id",
    "recipient_type",
    "group",
    "group_id",
    "code",
    "title",
    "details",
    "error_data",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => proptest::sample::select(WORDS).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(8, 128, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((word(), inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Every place in a notification where something else may stand.
const PLACES: [&str; 14] = [
    "/entry",
    "/entry/0",
    "/entry/0/id",
    "/entry/0/changes/0",
    "/entry/0/changes/0/field",
    "/entry/0/changes/0/value",
    "/entry/0/changes/0/value/metadata",
    "/entry/0/changes/0/value/contacts",
    "/entry/0/changes/0/value/messages",
    "/entry/0/changes/0/value/messages/0",
    "/entry/0/changes/0/value/messages/0/button",
    "/entry/0/changes/0/value/messages/0/context",
    "/entry/0/changes/0/value/statuses/0",
    "/entry/0/changes/0/value/statuses/0/status",
];

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(body in proptest::collection::vec(any::<u8>(), 0..256)) {
        if let Ok(notification) = Notification::from_slice(&body) {
            visit(&notification);
        }
    }

    #[test]
    fn arbitrary_escapes_never_panic(text in r#"(\\|u|d|8|c|0|"){0,24}"#) {
        let _ = format!(r#"{{"messages":["{text}"]}}"#).parse::<Notification>();
    }

    #[test]
    fn arbitrary_json_is_an_error_only_if_it_is_no_object(body in any_json()) {
        let notification = Notification::from_slice(body.to_string().as_bytes());
        prop_assert_eq!(notification.is_ok(), body.is_object());
        notification.iter().for_each(visit);
    }

    #[test]
    fn arbitrary_parts_never_panic(part in any_json(), place in proptest::sample::select(&PLACES[..])) {
        let body = cloud(json!({ "contacts": contacts(), "messages": [tap()], "statuses": [status("sent")] }));
        visit(&read(&with(body, place, part)));
    }

    #[test]
    fn arbitrary_items_keep_their_neighbours(item in any_json()) {
        let mut reply = tap();
        reply["id"] = json!("before");
        let notification = read(&cloud(json!({
            "contacts": contacts(),
            "messages": [reply, item, text("after")],
            "statuses": [status("sent"), item, status("read")],
        })));
        prop_assert_eq!(notification.events().len(), 6);
        let first = notification.button_replies().next().map(ButtonReply::message_id);
        prop_assert_eq!(first, Some("before"));
        prop_assert!(notification.texts().any(|text| text.body() == "after"));
        prop_assert!(notification.statuses().count() >= 2);
    }
}

/// Notifications of all sorts.
fn samples() -> Vec<Value> {
    let order = json!({ "catalog_id": "7", "product_items": [{ "quantity": 2, "item_price": 12.5 }] });
    let order = json!({ "id": "order", "from": NUMBER, "type": "order", "order": order, "context": { "id": OUR_ID } });
    let mut sent = status("sent");
    sent["conversation"] = json!({ "id": "5fc5", "origin": { "type": "utility" } });
    sent["pricing"] = json!({ "pricing_model": "PMP", "type": "regular", "category": "utility" });
    let mut failed = status("failed");
    failed["errors"] = json!([{ "code": 131_026, "title": "a", "error_data": { "details": "b" } }]);
    let template = json!({ "event": "PAUSED", "message_template_name": "spring_sale", "message_template_id": 7,
                           "other_info": { "title": "FIRST_PAUSE", "description": "c" } });
    let mut template = change("message_template_status_update", &template);
    template["entry"][0]["time"] = json!(1_751_247_548);
    let preference = json!({ "user_id": USER_ID, "category": "marketing_messages", "value": "stop" });
    let flat = json!({ "messages": [tap()], "statuses": [sent], "errors": [{ "code": 1014 }], "contacts": contacts() });
    vec![
        cloud(
            json!({ "contacts": contacts(), "messages": [tap(), text("a"), order], "statuses": [sent, failed] }),
        ),
        template,
        change(
            "user_preferences",
            &json!({ "contacts": [{ "user_id": USER_ID }], "user_preferences": [preference] }),
        ),
        flat,
    ]
}

/// JSON text with the members of each object in an order that `dice` decides.
fn shuffled(json: &Value, dice: &mut impl FnMut(usize) -> usize) -> String {
    match json {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| shuffled(item, dice)).collect();
            format!("[{}]", items.join(" ,\n"))
        }
        Value::Object(members) => {
            let mut rest: Vec<_> = members.iter().collect();
            let mut written = Vec::new();
            while !rest.is_empty() {
                let (key, value) = rest.swap_remove(dice(rest.len()));
                written.push(format!("{} : {}", json!(key), shuffled(value, dice)));
            }
            format!("{{ {} }}", written.join(", "))
        }
        scalar => scalar.to_string(),
    }
}

/// Every object inside of the items of a notification, by pointer.
fn objects_in_items(json: &Value, at: &str, found: &mut Vec<String>) {
    let is_item = ["/messages/", "/statuses/", "/errors/", "/user_preferences/", "/other_info"]
        .iter()
        .any(|list| at.contains(list));
    match json {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                objects_in_items(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(members) => {
            if is_item {
                found.push(at.to_owned());
            }
            for (key, value) in members {
                objects_in_items(value, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// A status by the rules in the plainest words: a tree, and a question for each fact.
fn check_against_tree(status: &Status, tree: &Value) {
    let text = |value: Option<&Value>| match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let id = |name: &str| text(tree.get(name)).filter(|id| !id.is_empty());
    assert_eq!(Some(status.message_id().to_owned()), id("id"));
    assert_eq!(Some(status.kind().as_str().to_owned()), id("status"));
    let nested = || text(tree.get("message").and_then(|message| message.get("recipient_id")));
    let recipient = id("recipient_id").or_else(|| nested().filter(|id| !id.is_empty()));
    assert_eq!(status.recipient_id().map(str::to_owned), recipient);
    assert_eq!(status.recipient_user_id().map(str::to_owned), id("recipient_user_id"));
    assert_eq!(status.group_id().is_some(), recipient.is_some() && tree["recipient_type"] == "group");
    let seconds = text(tree.get("timestamp")).and_then(|seconds| seconds.parse().ok());
    // A time that this machine cannot represent is none.
    let time = seconds.and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
    assert_eq!(status.timestamp(), time);
    let pricing =
        [&tree["pricing"], &tree["conversation"]["pricing"]].into_iter().find(|json| json.is_object());
    assert_eq!(status.pricing().is_some(), pricing.is_some());
    let category = text(pricing.and_then(|pricing| pricing.get("category"))).filter(|word| !word.is_empty());
    let seen = status.pricing().and_then(|pricing| pricing.category()).map(|word| word.as_str().to_owned());
    assert_eq!(seen, category);
    let errors = match &tree["errors"] {
        Value::Array(errors) => errors.iter().filter(|error| error.is_object()).count(),
        error => usize::from(error.is_object()),
    };
    assert_eq!(status.errors().len(), errors);
}

/// A status with odd things in it.
fn odd_status() -> impl Strategy<Value = Value> {
    let keys = [
        "id",
        "status",
        "timestamp",
        "recipient_id",
        "recipient_user_id",
        "recipient_type",
        "message",
        "pricing",
        "conversation",
        "errors",
        "biz_opaque_callback_data",
    ];
    let value = prop_oneof![
        3 => any_json(),
        1 => "[0-9]{1,10}".prop_map(Value::from),
        1 => any_json().prop_map(|json| json!({ "recipient_id": json, "category": json, "pricing": { "category": json } })),
        1 => Just(json!("group")),
    ];
    proptest::collection::vec((proptest::sample::select(keys.to_vec()), value), 0..8).prop_map(|members| {
        let mut odd = status("sent");
        for (key, value) in members {
            odd[key] = value;
        }
        odd
    })
}

proptest! {
    #[test]
    fn the_order_of_members_means_nothing(seed in any::<u64>(), sample in 0..4_usize) {
        let body = &samples()[sample];
        let mut state = seed;
        let mut dice = |sides: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).expect("31 bits fit") % sides
        };
        let shuffled = shuffled(body, &mut dice);
        let notification: Notification = shuffled.parse().expect("it is JSON");
        prop_assert_eq!(notification, read(body));
    }

    #[test]
    fn unknown_additions_are_ignored(
        addition in any_json(), huge in any::<bool>(), sample in 0..4_usize, place in any::<proptest::sample::Index>(),
    ) {
        let mut body = samples().swap_remove(sample);
        let before: Vec<_> = read(&body).events().map(summary).collect();
        let mut places = Vec::new();
        objects_in_items(&body, "", &mut places);
        let place = place.get(&places);
        let object = body.pointer_mut(place).and_then(Value::as_object_mut).expect("it is an object");
        object.insert("zeta".to_owned(), if huge { json!("HUGE") } else { addition });
        let body = body.to_string().replace("\"HUGE\"", "-1e999");
        let notification: Notification = body.parse().expect("it is JSON");
        prop_assert_eq!(notification.events().map(summary).collect::<Vec<_>>(), before);
    }

    #[test]
    fn a_repeated_item_is_the_same_event_again(sample in 0..4_usize, times in 2..5_usize) {
        let body = samples().swap_remove(sample);
        let once: Vec<_> = read(&body).into_iter().collect();
        let mut repeated = body.clone();
        if let Some(entry) = body.get("entry") {
            let entries = entry.as_array().expect("it is a list");
            repeated["entry"] = std::iter::repeat_n(entries.clone(), times).flatten().collect();
            let repeated: Vec<_> = read(&repeated).into_iter().collect();
            prop_assert_eq!(repeated, std::iter::repeat_n(once, times).flatten().collect::<Vec<_>>());
        } else {
            repeated["statuses"] = std::iter::repeat_n(body["statuses"][0].clone(), times).collect();
            let repeated = read(&repeated);
            prop_assert_eq!(repeated.statuses().count(), times);
            prop_assert!(repeated.statuses().all(|status| Some(status) == once.iter().find_map(Event::as_status)));
        }
    }

    #[test]
    fn a_status_is_read_as_its_tree_would_be(odd in odd_status()) {
        let notification = read(&cloud(json!({ "statuses": [status("read"), odd, status("sent")] })));
        prop_assert_eq!(notification.events().len(), 3);
        if let Some(status) = notification.events().nth(1).and_then(Event::as_status) {
            check_against_tree(status, &odd);
        }
        let is_status = |name: &str| odd[name].is_number() || odd[name].as_str().is_some_and(|text| !text.is_empty());
        prop_assert_eq!(notification.statuses().count() == 3, is_status("id") && is_status("status"));
    }

    #[test]
    fn a_cut_body_is_an_error(sample in 0..4_usize, cut in any::<proptest::sample::Index>()) {
        let body = samples()[sample].to_string();
        let cut = cut.index(body.len());
        prop_assert!(Notification::from_slice(&body.as_bytes()[..cut]).is_err());
    }

    #[test]
    fn a_damaged_body_is_judged_as_by_serde_json(
        sample in 0..4_usize, place in any::<proptest::sample::Index>(), damage in r#"["\\{}\[\]:, \n\x01u0e]"#,
    ) {
        let mut body = samples()[sample].to_string();
        let place = place.index(body.len());
        body.replace_range(place..=place, &damage);
        let is_json = serde_json::from_str::<IgnoredAny>(&body).is_ok();
        prop_assert_eq!(body.parse::<Notification>().is_ok(), is_json, "{}", body);
    }
}
