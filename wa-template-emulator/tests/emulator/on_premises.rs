//! The retired On-Premises API.

use serde_json::{Value, json};
use wa_template_emulator::{Api, Emulator};

use crate::http::{ON_PREMISES, call, send};
use crate::samples::{CUSTOMER, emulator, poster_send, sent_on_premises, text, tour_send_on_premises};

#[test]
fn a_good_send_is_answered_with_an_id_alone() {
    let emulator = emulator();
    let answer = send(&emulator, ON_PREMISES, &tour_send_on_premises());
    assert_eq!(answer.status, 201);
    let id = answer.text("/messages/0/id").to_owned();
    assert!(id.starts_with("gBEG"), "{id}");
    assert!(answer.json.get("contacts").is_none());

    let accepted = emulator.accepted().pop().unwrap();
    assert_eq!(accepted.id(), id);
    assert_eq!(accepted.api(), Api::OnPremises);
    assert_eq!(accepted.phone_number_id(), None);
    assert_eq!(accepted.to(), CUSTOMER);
    assert_eq!(accepted.rendered().header.as_deref(), Some("Tour on 4 May"));
}

#[test]
fn each_send_has_its_own_id() {
    let emulator = emulator();
    let first = sent_on_premises(&emulator, &tour_send_on_premises());
    let second = sent_on_premises(&emulator, &tour_send_on_premises());
    assert_ne!(first.id(), second.id());
}

#[track_caller]
fn refused(code: u64, status: u16, change: impl FnOnce(&mut Value)) -> Emulator {
    let emulator = emulator();
    let mut body = tour_send_on_premises();
    change(&mut body);
    let answer = send(&emulator, ON_PREMISES, &body);
    assert_eq!((answer.code(), answer.status), (Some(code), status), "{}", answer.json);
    assert!(!answer.text("/errors/0/title").is_empty());
    assert!(!answer.details().is_empty());
    assert!(answer.json.get("error").is_none());
    assert!(emulator.accepted().is_empty());
    let refused = emulator.refused().pop().unwrap();
    assert_eq!(refused.api(), Api::OnPremises);
    assert_eq!(u64::from(refused.code()), code);
    emulator
}

#[test]
fn the_envelope_is_its_own() {
    let cases: &[(&str, Value, u64)] = &[
        ("/messaging_product", json!("whatsapp"), 1010),
        ("/recipient", json!("US.00000000000000000001"), 1010),
        ("/recipient_type", json!("crowd"), 1002),
        ("/to", Value::Null, 1008),
        ("/to", json!("nobody"), 1009),
        ("/type", Value::Null, 1008),
        ("/type", json!("hsm"), 1009),
        ("/template", Value::Null, 1008),
        ("/template", json!([]), 1009),
        ("/template/namespace", Value::Null, 2014),
        ("/template/namespace", json!(""), 2014),
        ("/template/namespace", json!(7), 1009),
        ("/template/language/policy", Value::Null, 1008),
        ("/template/language/policy", json!("fallback"), 1009),
        ("/template/name", Value::Null, 1009),
    ];
    for (pointer, value, code) in cases {
        refused(*code, 400, |body| {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            body.pointer_mut(parent).unwrap()[key] = value.clone();
        });
    }
}

#[test]
fn the_template_is_judged_with_its_own_codes() {
    refused(2001, 404, |body| body["template"]["name"] = json!("harbor_tour"));
    let body_parameters = "/template/components/1/parameters";
    let cases: &[(&str, Value, u64)] = &[
        (body_parameters, json!([text("ten")]), 2000),
        (body_parameters, json!([text(&"x".repeat(1020)), text("south")]), 2005),
        (body_parameters, json!([text("ten\tor"), text("south")]), 2006),
        (body_parameters, json!([text(""), text("south")]), 1008),
        ("/template/components/0/parameters/0", json!({ "type": "image", "image": { "id": "1" } }), 2012),
        ("/template/components/2/parameters/0/payload", json!(""), 1009),
        ("/template/components/0/type", json!("heading"), 1009),
    ];
    for (pointer, value, code) in cases {
        let emulator = refused(*code, 400, |body| {
            *body.pointer_mut(pointer).unwrap() = value.clone();
        });
        assert!(!emulator.refused()[0].violations().is_empty());
    }
}

#[test]
fn a_body_that_is_no_message() {
    let emulator = emulator();
    for body in ["", "{", "[]"] {
        let answer = call(&emulator, "POST", ON_PREMISES, "Authorization: Bearer any\r\n", body);
        assert_eq!((answer.code(), answer.status), (Some(1025), 400), "{body}");
    }
}

#[test]
fn without_a_token() {
    let emulator = emulator();
    let body = tour_send_on_premises().to_string();
    let answer = call(&emulator, "POST", ON_PREMISES, "", &body);
    assert_eq!((answer.code(), answer.status), (Some(1005), 403));
}

#[test]
fn a_group_can_be_addressed() {
    let emulator = emulator();
    let mut body = poster_send();
    body.as_object_mut().unwrap().remove("messaging_product");
    body["template"]["namespace"] = json!("any");
    body["template"]["language"]["policy"] = json!("deterministic");
    body["recipient_type"] = json!("group");
    body["to"] = json!("group-1");
    assert_eq!(sent_on_premises(&emulator, &body).to(), "group-1");
}
