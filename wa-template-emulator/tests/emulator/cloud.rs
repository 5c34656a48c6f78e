//! Messages that the Cloud API accepts.

use serde_json::json;
use wa_template_emulator::Api;

use crate::http::{CLOUD, send};
use crate::samples::{CUSTOMER, DIGITS, definition, emulator, poster_send, sent_by_cloud, tour_send};

#[test]
fn a_good_send_is_answered_as_the_platform_does() {
    let emulator = emulator();
    let answer = send(&emulator, CLOUD, &tour_send());
    assert_eq!(answer.status, 200);
    let id = answer.text("/messages/0/id");
    assert!(id.starts_with("wamid."), "{id}");
    let expected = json!({
        "messaging_product": "whatsapp",
        "contacts": [{ "input": CUSTOMER, "wa_id": DIGITS }],
        "messages": [{ "id": id, "message_status": "accepted" }],
    });
    assert_eq!(answer.json, expected);
}

#[test]
fn an_accepted_message_can_be_read_back() {
    let emulator = emulator();
    let mut body = tour_send();
    body["biz_opaque_callback_data"] = json!("tour=17");
    let accepted = sent_by_cloud(&emulator, &body);
    assert_eq!(accepted.api(), Api::Cloud);
    assert_eq!(accepted.phone_number_id(), Some("100000000000001"));
    assert_eq!(accepted.to(), CUSTOMER);
    assert_eq!(accepted.template_name(), "harbour_tour");
    assert_eq!(accepted.language(), "en_GB");
    assert_eq!(accepted.callback_data(), Some("tour=17"));
    assert_eq!(*accepted.json(), body);
    let rendered = accepted.rendered();
    assert_eq!(rendered.header.as_deref(), Some("Tour on 4 May"));
    assert_eq!(rendered.body, "We meet at ten by the south gate. Are you coming?");
    assert!(rendered.buttons[2].contains("https://example.com/m/k3"));
}

#[test]
fn messages_stand_in_the_order_of_their_calls() {
    let emulator = emulator();
    let first = sent_by_cloud(&emulator, &tour_send());
    let second = sent_by_cloud(&emulator, &poster_send());
    assert_ne!(first.id(), second.id());
    let names: Vec<_> =
        emulator.accepted().iter().map(|accepted| accepted.template_name().to_owned()).collect();
    assert_eq!(names, ["harbour_tour", "poster"]);

    emulator.clear();
    assert!(emulator.accepted().is_empty());
    let third = sent_by_cloud(&emulator, &tour_send());
    assert!(third.id() != first.id() && third.id() != second.id());
}

#[test]
fn a_user_id_takes_the_place_of_a_phone_number() {
    let emulator = emulator();
    let mut body = poster_send();
    body.as_object_mut().unwrap().remove("to");
    body["recipient"] = json!("US.00000000000000000001");
    let answer = send(&emulator, CLOUD, &body);
    let expected = json!({ "input": "US.00000000000000000001", "user_id": "US.00000000000000000001" });
    assert_eq!(answer.json["contacts"], json!([expected]));
    assert_eq!(emulator.accepted()[0].to(), "US.00000000000000000001");

    // With both, the phone number wins.
    body["to"] = json!(CUSTOMER);
    let answer = send(&emulator, CLOUD, &body);
    assert_eq!(answer.text("/contacts/0/wa_id"), DIGITS);
}

#[test]
fn a_group_is_answered_with_its_id() {
    let emulator = emulator();
    let mut body = poster_send();
    body["recipient_type"] = json!("group");
    body["to"] = json!("Z3JvdXA6MQ");
    let answer = send(&emulator, CLOUD, &body);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.text("/messages/0/group_id"), "Z3JvdXA6MQ");
    assert_eq!(answer.json["contacts"], json!([{ "input": "Z3JvdXA6MQ", "wa_id": "Z3JvdXA6MQ" }]));
}

#[test]
fn a_definition_added_again_replaces_the_first() {
    let emulator = emulator();
    emulator.add(definition(&json!({
        "name": "poster", "language": "es", "category": "MARKETING",
        "components": [{ "type": "BODY", "text": "Sin imagen." }] })));
    let mut body = poster_send();
    body["template"].as_object_mut().unwrap().remove("components");
    assert_eq!(sent_by_cloud(&emulator, &body).rendered().body, "Sin imagen.");
}
