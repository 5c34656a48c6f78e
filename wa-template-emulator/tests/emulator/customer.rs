//! What the customer does with a message.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::samples::{
    DIGITS, boats_send, definition, emulator, poster_send, sent_by_cloud, sent_on_premises, tour_send,
    tour_send_on_premises,
};

fn parsed(webhook: &str) -> Value {
    serde_json::from_str(webhook).unwrap()
}

/// The one change of a Cloud notification.
fn change(webhook: &str) -> Value {
    let webhook = parsed(webhook);
    assert_eq!(webhook["object"], "whatsapp_business_account");
    assert!(webhook["entry"][0]["id"].is_string());
    let change = &webhook["entry"][0]["changes"][0];
    assert_eq!(change["field"], "messages");
    assert_eq!(change["value"]["messaging_product"], "whatsapp");
    let metadata = &change["value"]["metadata"];
    assert_eq!(metadata["phone_number_id"], "100000000000001");
    assert!(metadata["display_phone_number"].is_string());
    change["value"].clone()
}

#[track_caller]
fn is_now(timestamp: &Value) {
    let seconds: u64 = timestamp.as_str().unwrap().parse().unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    assert!(now.abs_diff(seconds) < 60, "{timestamp}");
}

#[test]
fn a_tap_brings_back_the_payload_that_was_sent() {
    let emulator = emulator();
    let accepted = sent_by_cloud(&emulator, &tour_send());
    let value = change(&emulator.tap(&accepted, "Coming").unwrap());
    let contact = &value["contacts"][0];
    assert_eq!(contact["wa_id"], DIGITS);
    assert!(contact["profile"]["name"].is_string());
    let message = &value["messages"][0];
    assert_eq!(message["type"], "button");
    assert_eq!(message["button"], json!({ "payload": "tour:coming:17", "text": "Coming" }));
    assert_eq!(message["from"], DIGITS);
    assert_eq!(message["context"]["id"], accepted.id());
    assert!(message["id"].as_str().unwrap().starts_with("wamid."));
    assert_ne!(message["id"], accepted.id());
    is_now(&message["timestamp"]);
}

#[test]
fn a_tap_brings_back_the_label_when_no_payload_was_sent() {
    let emulator = emulator();
    let accepted = sent_by_cloud(&emulator, &tour_send());
    let value = change(&emulator.tap(&accepted, "Not this time").unwrap());
    let button = &value["messages"][0]["button"];
    assert_eq!(*button, json!({ "payload": "Not this time", "text": "Not this time" }));
}

#[test]
fn an_index_may_be_a_number() {
    let emulator = emulator();
    let mut body = tour_send();
    body["template"]["components"][2]["index"] = json!(1);
    let accepted = sent_by_cloud(&emulator, &body);
    let payload =
        |label| change(&emulator.tap(&accepted, label).unwrap())["messages"][0]["button"]["payload"].clone();
    assert_eq!(payload("Coming"), "Coming");
    assert_eq!(payload("Not this time"), "tour:coming:17");
}

#[test]
fn on_premises_notifications_are_flat() {
    let emulator = emulator();
    let accepted = sent_on_premises(&emulator, &tour_send_on_premises());
    for (label, payload) in [("Coming", "tour:coming:17"), ("Not this time", "Not this time")] {
        let webhook = parsed(&emulator.tap(&accepted, label).unwrap());
        assert!(webhook.get("entry").is_none());
        assert_eq!(webhook["contacts"][0]["wa_id"], DIGITS);
        let message = &webhook["messages"][0];
        assert_eq!(message["type"], "button");
        assert_eq!(message["button"], json!({ "payload": payload, "text": label }));
        assert_eq!(message["from"], DIGITS);
        assert_eq!(message["context"]["id"], accepted.id());
        is_now(&message["timestamp"]);
    }
    let webhook = parsed(&emulator.reply(&accepted, "When?"));
    assert_eq!(webhook["messages"][0]["text"]["body"], "When?");
}

#[test]
fn other_buttons_report_no_tap() {
    let emulator = emulator();
    let accepted = sent_by_cloud(&emulator, &tour_send());
    let error = emulator.tap(&accepted, "Map").unwrap_err();
    assert_eq!(
        error.to_string(),
        "button `Map` is URL, only quick replies report a tap; its quick replies are `Coming`, `Not this time`"
    );
    let error = emulator.tap(&accepted, "coming").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the message has no button `coming`; its quick replies are `Coming`, `Not this time`"
    );
    assert_eq!(error.label(), "coming");
    assert_eq!(error.labels(), ["Coming", "Not this time"]);

    let accepted = sent_by_cloud(&emulator, &poster_send());
    let error = emulator.tap(&accepted, "Coming").unwrap_err();
    assert_eq!(error.to_string(), "the message has no button `Coming`; it has no quick replies");
}

#[test]
fn a_button_is_found_by_its_label_in_the_language_of_the_message() {
    let emulator = emulator();
    emulator.add(definition(&json!({
        "name": "poster", "language": "ru", "category": "MARKETING", "components": [
            { "type": "BODY", "text": "Программа на май." },
            { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Спасибо" }] }] })));
    let mut body = poster_send();
    body["template"] = json!({ "name": "poster", "language": { "code": "ru" } });
    let accepted = sent_by_cloud(&emulator, &body);
    let value = change(&emulator.tap(&accepted, "Спасибо").unwrap());
    assert_eq!(value["messages"][0]["button"]["payload"], "Спасибо");
}

#[test]
fn the_customer_may_answer_in_words() {
    let emulator = emulator();
    let accepted = sent_by_cloud(&emulator, &tour_send());
    let words = "Is it \"wet\"?\nI'm not sure ☔";
    let value = change(&emulator.reply(&accepted, words));
    let message = &value["messages"][0];
    assert_eq!(message["type"], "text");
    assert_eq!(message["text"], json!({ "body": words }));
    assert_eq!(message["context"]["id"], accepted.id());
    let again = change(&emulator.reply(&accepted, words));
    assert_ne!(again["messages"][0]["id"], message["id"]);
}

#[test]
fn a_user_without_a_number_stays_without_one() {
    let emulator = emulator();
    let mut body = tour_send();
    body.as_object_mut().unwrap().remove("to");
    body["recipient"] = json!("US.00000000000000000001");
    let accepted = sent_by_cloud(&emulator, &body);
    let value = change(&emulator.tap(&accepted, "Coming").unwrap());
    assert_eq!(value["contacts"][0]["user_id"], "US.00000000000000000001");
    assert!(value["contacts"][0].get("wa_id").is_none());
    let message = &value["messages"][0];
    assert_eq!(message["from_user_id"], "US.00000000000000000001");
    assert!(message.get("from").is_none());
}

#[test]
fn a_member_of_a_group_answers() {
    let emulator = emulator();
    let mut body = tour_send();
    body["recipient_type"] = json!("group");
    body["to"] = json!("Z3JvdXA6MQ");
    let accepted = sent_by_cloud(&emulator, &body);
    let value = change(&emulator.tap(&accepted, "Coming").unwrap());
    let message = &value["messages"][0];
    assert_eq!(message["group_id"], "Z3JvdXA6MQ");
    assert_eq!(message["from"], value["contacts"][0]["wa_id"]);
    assert_ne!(message["from"], "Z3JvdXA6MQ");
}

#[test]
fn a_tap_on_a_card_brings_back_the_payload_of_this_card() {
    let emulator = emulator();
    let accepted = sent_by_cloud(&emulator, &boats_send());
    let tapped = |card, label| {
        change(&emulator.tap_card(&accepted, card, label).unwrap())["messages"][0]["button"].clone()
    };
    assert_eq!(tapped(0, "Rent"), json!({ "payload": "rent:skiff", "text": "Rent" }));
    assert_eq!(tapped(1, "Rent"), json!({ "payload": "rent:sloop", "text": "Rent" }));
    assert_eq!(tapped(1, "Ask"), json!({ "payload": "Ask", "text": "Ask" }));
    assert_eq!(
        emulator.tap_card(&accepted, 1, "Buy").unwrap_err().to_string(),
        "card 1 has no button `Buy`; its quick replies are `Rent`, `Ask`"
    );
    assert_eq!(
        emulator.tap_card(&accepted, 2, "Rent").unwrap_err().to_string(),
        "card 2 has no button `Rent`; it has no quick replies"
    );
    assert!(emulator.tap(&accepted, "Rent").is_err());
}
