//! What became of a message.

use serde_json::{Value, json};

use crate::samples::{DIGITS, emulator, poster_send, sent_by_cloud, sent_on_premises, tour_send_on_premises};

fn parsed(webhook: &str) -> Value {
    serde_json::from_str(webhook).unwrap()
}

fn value(webhook: &str) -> Value {
    parsed(webhook)["entry"][0]["changes"][0]["value"].clone()
}

#[test]
fn a_status_names_message_and_recipient() {
    let emulator = emulator();
    let accepted = sent_by_cloud(&emulator, &poster_send());
    let value = value(&emulator.status(&accepted, "delivered"));
    let status = &value["statuses"][0];
    assert_eq!(status["id"], accepted.id());
    assert_eq!(status["status"], "delivered");
    assert_eq!(status["recipient_id"], DIGITS);
    assert!(status["timestamp"].as_str().unwrap().parse::<u64>().is_ok());
    assert!(status.get("biz_opaque_callback_data").is_none());
    assert!(status.get("errors").is_none());
    assert!(value.get("messages").is_none());
}

#[test]
fn callback_data_comes_back() {
    let emulator = emulator();
    let mut body = poster_send();
    body["biz_opaque_callback_data"] = json!("campaign=5;\"q\"");
    let accepted = sent_by_cloud(&emulator, &body);
    let value = value(&emulator.status(&accepted, "read"));
    assert_eq!(value["statuses"][0]["biz_opaque_callback_data"], "campaign=5;\"q\"");
}

#[test]
fn a_failure_says_why() {
    let emulator = emulator();
    let accepted = sent_by_cloud(&emulator, &poster_send());
    let value = value(&emulator.status(&accepted, "failed"));
    assert_eq!(value["statuses"][0]["errors"][0]["code"], 131_026);

    let accepted = sent_on_premises(&emulator, &tour_send_on_premises());
    let webhook = parsed(&emulator.status(&accepted, "failed"));
    assert_eq!(webhook["statuses"][0]["errors"][0]["code"], 1026);
}

#[test]
fn on_premises_statuses_are_flat() {
    let emulator = emulator();
    let accepted = sent_on_premises(&emulator, &tour_send_on_premises());
    let webhook = parsed(&emulator.status(&accepted, "sent"));
    let status = &webhook["statuses"][0];
    assert_eq!(status["id"], accepted.id());
    assert_eq!(status["recipient_id"], DIGITS);
    assert_eq!(status["status"], "sent");
}

#[test]
fn users_and_groups_are_named_by_their_ids() {
    let emulator = emulator();
    let mut body = poster_send();
    body["recipient_type"] = json!("group");
    body["to"] = json!("Z3JvdXA6MQ");
    let group = sent_by_cloud(&emulator, &body);
    let status = value(&emulator.status(&group, "sent"))["statuses"][0].clone();
    assert_eq!(status["recipient_type"], "group");
    assert_eq!(status["recipient_id"], "Z3JvdXA6MQ");
    assert!(status["recipient_participant_id"].is_string());

    let mut body = poster_send();
    body.as_object_mut().unwrap().remove("to");
    body["recipient"] = json!("US.00000000000000000001");
    let user = sent_by_cloud(&emulator, &body);
    let sent = value(&emulator.status(&user, "sent"));
    assert_eq!(sent["statuses"][0]["recipient_user_id"], "US.00000000000000000001");
    assert!(sent["statuses"][0].get("recipient_id").is_none());
    assert_eq!(sent["contacts"][0]["user_id"], "US.00000000000000000001");
    let failed = value(&emulator.status(&user, "failed"));
    assert!(failed.get("contacts").is_none());
}
