//! The envelope: lists, fields, unknown keys, the order of members.

use serde_json::json;
use wa_template::webhook::{Event, Notification, Other};

use crate::support::*;

#[test]
fn a_batch_keeps_the_neighbours_of_a_broken_item() {
    let messages = json!([tap(), 7, { "type": "text", "text": { "body": "no id" } }, text("after")]);
    let statuses = json!([status("sent"), { "id": OUR_ID, "status": ["sent"] }, status("read")]);
    let good = cloud(json!({ "messages": messages, "statuses": statuses }));
    let body = json!({
        "object": "whatsapp_business_account",
        "entry": [
            null,
            good["entry"][0],
            { "id": "102290129340398", "changes": ["broken", { "field": "messages", "value": [] }] },
            good["entry"][0],
        ]
    });
    let notification = read(&body);
    assert_eq!(notification.button_replies().count(), 2);
    assert_eq!(notification.texts().count(), 2);
    assert_eq!(notification.statuses().count(), 4);
    let others: Vec<_> = notification.events().filter_map(Event::as_other).map(Other::raw).collect();
    assert_eq!(others.len(), 1 + 3 + 2 + 3);
    assert!(others.contains(&&json!(7)));
    assert!(others.contains(&&json!("broken")));
}

#[test]
fn an_unknown_field_is_kept() {
    let value = json!({ "calls": [7], "metadata": { "phone_number_id": "106540352242922" } });
    let mut body = change("calls", &value);
    body["entry"][0]["time"] = json!(1_739_321_024);
    let event = only(&body);
    let other = event.as_other().expect("it has no type of its own");
    assert_eq!(other.field(), Some("calls"));
    assert_eq!(*other.raw(), value);
    assert_eq!(other.time(), Some(at(1_739_321_024)));
    assert_eq!(other.waba_id(), Some("102290129340398"));
    assert_eq!(other.phone_number_id(), Some("106540352242922"));
    assert_eq!(other.message(), None);
}

#[test]
fn messages_under_another_field_are_not_answered() {
    let event = only(&change("standby", &json!({ "messages": [tap()] })));
    assert_eq!(event.as_other().expect("it has no type of its own").raw()["messages"][0], tap());
}

#[test]
fn unknown_keys_are_kept_on_every_level() {
    let mut body = cloud(json!({ "messages": [tap()], "calls": [1] }));
    body["beta"] = json!("root");
    body["entry"][0]["beta"] = json!("entry");
    body["entry"][0]["changes"][0]["beta"] = json!("change");
    let notification = read(&body);
    assert_eq!(notification.button_replies().count(), 1);
    let others: Vec<_> = notification.events().filter_map(Event::as_other).map(Other::raw).collect();
    assert_eq!(others.len(), 4);
    assert!(others.iter().any(|other| other["calls"] == json!([1])));
    for level in ["root", "entry", "change"] {
        assert!(others.iter().any(|other| other["beta"] == level), "{level}");
    }
}

#[test]
fn a_field_on_the_entry_counts() {
    let value = json!({ "event": "PARTNER_APP_INSTALLED" });
    let entry = json!({ "id": "1", "changes": [{ "value": value }], "field": "account_update", "object": "whatsapp" });
    let event = only(&json!({ "entry": [entry] }));
    assert_eq!(event.field(), Some("account_update"));
    assert!(event.as_account_update().is_some());
}

#[test]
fn an_account_behind_its_changes_counts() {
    let content =
        json!({ "messages": [tap(), { "type": "text" }], "statuses": [status("sent"), status("read")] });
    let approved = json!({ "event": "APPROVED", "message_template_name": "order_update" });
    let changes = [
        change("messages", &content),
        change("message_template_status_update", &approved),
        change("calls", &json!({ "calls": [1] })),
    ];
    let changes = changes.map(|body| body["entry"][0]["changes"][0].clone());
    let account = |id: &str| format!(r#""id": "{id}", "time": 1739321024"#);
    let changes = format!(r#""changes": [{}, {}, {}, "broken"]"#, changes[0], changes[1], changes[2]);
    let entries = |entry: fn(&str, &str) -> String| {
        let [one, two] = ["1", "2"].map(|id| entry(&account(id), &changes));
        format!(r#"{{ "entry": [{one}, {two}] }}"#).parse::<Notification>().expect("it is JSON")
    };
    let before = entries(|account, changes| format!("{{ {account}, {changes} }}"));
    let behind = entries(|account, changes| format!("{{ {changes}, {account} }}"));
    let accounts: Vec<_> = behind.events().map(Event::waba_id).collect();
    assert_eq!(accounts, [[Some("1"); 7], [Some("2"); 7]].concat());
    assert!(behind.events().filter_map(Event::as_other).all(|other| other.time() == Some(at(1_739_321_024))));
    assert_eq!(behind, before);
}

#[test]
fn single_items_may_stand_where_lists_belong() {
    let value = json!({ "messages": tap(), "contacts": { "wa_id": NUMBER, "profile": { "name": NAME } } });
    let event = only(&json!({ "entry": { "changes": { "field": "messages", "value": value } } }));
    let reply = event.as_button_reply().expect("it is a tap");
    assert_eq!(reply.sender().name(), Some(NAME));
}

#[test]
fn an_empty_notification_has_no_events() {
    for body in ["{}", r#"{"object":"whatsapp_business_account","entry":[]}"#, r#"{"messages":[]}"#] {
        let notification: Notification = body.parse().expect("it is a JSON object");
        assert_eq!(notification.events().len(), 0, "{body}");
    }
}
