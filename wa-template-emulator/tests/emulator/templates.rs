//! Templates that are created, changed and deleted over HTTP.

use serde_json::{Value, json};
use wa_template_emulator::Emulator;

use crate::http::{Answer, CLOUD, ON_PREMISES, call, send};
use crate::samples::{emulator, poster, poster_send, tour, tour_send, tour_send_on_premises};

const TEMPLATES: &str = "/v25.0/100000000000002/message_templates";
const TOKEN: &str = "Authorization: Bearer any\r\n";

fn ask(emulator: &Emulator, method: &str, path: &str) -> Answer {
    call(emulator, method, path, TOKEN, "")
}

fn give(emulator: &Emulator, path: &str, body: &Value) -> Answer {
    call(emulator, "POST", path, TOKEN, &body.to_string())
}

fn creation() -> Value {
    serde_json::from_str(&tour().to_creation_json()).unwrap()
}

fn created(emulator: &Emulator, body: &Value) -> String {
    let answer = give(emulator, TEMPLATES, body);
    assert_eq!(answer.status, 200, "{}", answer.json);
    answer.text("/id").to_owned()
}

#[track_caller]
fn refused(answer: &Answer, subcode: Option<u64>) {
    assert_eq!((answer.status, answer.code()), (400, Some(100)), "{}", answer.json);
    assert_eq!(
        answer.json.pointer("/error/error_subcode").and_then(Value::as_u64),
        subcode,
        "{}",
        answer.json
    );
    assert!(
        !answer.text("/error/error_user_title").is_empty()
            && !answer.text("/error/error_user_msg").is_empty()
    );
}

#[test]
fn a_new_template_is_in_review_until_it_is_decided() {
    let emulator = Emulator::start().unwrap();
    let id = created(&emulator, &creation());
    let path = format!("/v25.0/{id}");
    let answer = ask(&emulator, "GET", &format!("{path}?fields=status,rejected_reason"));
    assert_eq!(answer.json, json!({ "id": id, "status": "PENDING", "rejected_reason": "NONE" }));
    assert_eq!(send(&emulator, CLOUD, &tour_send()).code(), Some(132_001));

    assert!(emulator.reject("harbour_tour", "en_GB", "PROMOTIONAL"));
    let answer = ask(&emulator, "GET", &format!("{path}?fields=status,rejected_reason"));
    assert_eq!((answer.text("/status"), answer.text("/rejected_reason")), ("REJECTED", "PROMOTIONAL"));

    assert!(emulator.set_status("harbour_tour", "en_GB", "APPROVED"));
    assert_eq!(send(&emulator, CLOUD, &tour_send()).status, 200);
    assert!(!emulator.set_status("harbour_tour", "en", "APPROVED"));
    assert!(!emulator.reject("other", "en_GB", "SCAM"));
}

#[test]
fn approval_at_once_is_a_setting() {
    let emulator = Emulator::builder().approve_at_once().start().unwrap();
    let answer = give(&emulator, TEMPLATES, &creation());
    assert_eq!((answer.text("/status"), answer.text("/category")), ("APPROVED", "UTILITY"));
    assert_eq!(send(&emulator, CLOUD, &tour_send()).status, 200);
}

#[test]
fn creations_are_judged_by_the_rules() {
    let emulator = Emulator::start().unwrap();
    let with = |change: fn(&mut Value)| {
        let mut body = creation();
        change(&mut body);
        give(&emulator, TEMPLATES, &body)
    };
    refused(&with(|body| body["components"][2]["text"] = json!("Yours, {{1}}")), Some(2_388_073));
    refused(&with(|body| body["components"][1]["example"] = json!(null)), Some(2_388_043));
    refused(&with(|body| body["name"] = json!("Harbour Tour")), None);
    // What only review finds is created, and rejected.
    let answer = with(|body| {
        body["components"][1] = json!({ "type": "BODY", "text": "We meet at {{1}} {{2}} gate. Are you coming with us?",
            "example": { "body_text": [["nine", "north"]] } });
    });
    assert_eq!((answer.status, answer.text("/status")), (200, "REJECTED"), "{}", answer.json);
    for odd in ["", "[]", "7", "{\"name\":"] {
        let answer = call(&emulator, "POST", TEMPLATES, TOKEN, odd);
        assert_eq!((answer.status, answer.code()), (400, Some(100)));
    }
}

#[test]
fn names_are_used_once() {
    let emulator = emulator();
    refused(&give(&emulator, TEMPLATES, &creation()), Some(2_388_024));
    let mut other = creation();
    other["language"] = json!("en_US");
    created(&emulator, &other);
    assert_eq!(
        ask(&emulator, "DELETE", &format!("{TEMPLATES}?name=harbour_tour")).json,
        json!({ "success": true })
    );
    refused(&give(&emulator, TEMPLATES, &creation()), Some(2_388_023));
    refused(&ask(&emulator, "DELETE", &format!("{TEMPLATES}?name=harbour_tour")), Some(2_593_002));
    // The name of a template that was never approved is free again.
    let mut other = creation();
    other["name"] = json!("another_tour");
    created(&emulator, &other);
    ask(&emulator, "DELETE", &format!("{TEMPLATES}?name=another_tour"));
    created(&emulator, &other);
}

#[test]
fn deletions_take_what_they_name() {
    let emulator = Emulator::start().unwrap();
    let ids: Vec<_> = ["en", "es", "fr", "de"]
        .into_iter()
        .map(|language| {
            let mut body = creation();
            body["language"] = json!(language);
            created(&emulator, &body)
        })
        .collect();
    let left = || {
        let answer = ask(&emulator, "GET", &format!("{TEMPLATES}?fields=language"));
        let data = answer.json["data"].as_array().unwrap().clone();
        data.iter().map(|one| one["language"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let one = format!("{TEMPLATES}?hsm_id={}&name=harbour_tour", ids[0]);
    assert_eq!(ask(&emulator, "DELETE", &one).status, 200);
    assert_eq!(left(), ["de", "es", "fr"]);
    let two = format!("{TEMPLATES}?hsm_ids=%5B{}%2C%22{}%22%5D", ids[1], ids[2]);
    assert_eq!(ask(&emulator, "DELETE", &two).status, 200);
    assert_eq!(left(), ["de"]);
    assert_eq!(ask(&emulator, "DELETE", TEMPLATES).code(), Some(100));
    assert!(emulator.set_status("harbour_tour", "de", "DISABLED"));
    refused(&ask(&emulator, "DELETE", &format!("{TEMPLATES}?name=harbour_tour")), Some(2_388_039));
    assert_eq!(left(), ["de"]);
}

#[test]
fn edits_replace_what_they_name() {
    let emulator = Emulator::start().unwrap();
    let id = created(&emulator, &creation());
    let path = format!("/v25.0/{id}");
    let body = json!({ "type": "BODY", "text": "See you at {{1}}, at the harbour.",
        "example": { "body_text": [["nine"]] } });
    let edit = json!({ "components": [body], "category": "MARKETING", "message_send_ttl_seconds": 43_200 });
    refused(&give(&emulator, &path, &edit), Some(2_388_039));
    assert!(emulator.set_status("harbour_tour", "en_GB", "PAUSED"));
    let bad = json!({ "components": [{ "type": "BODY", "text": "{{1}}" }] });
    refused(&give(&emulator, &path, &bad), Some(2_388_299));
    assert_eq!(give(&emulator, &path, &edit).json, json!({ "success": true }));
    let definition = emulator.definition("harbour_tour", "en_GB").unwrap();
    assert_eq!(definition.body().unwrap().text().unwrap().wire(), "See you at {{1}}, at the harbour.");
    assert_eq!(definition.category().as_str(), "MARKETING");
    assert!(definition.footer().is_none());
    let answer = ask(&emulator, "GET", &path);
    assert_eq!((answer.text("/status"), answer.text("/id")), ("PENDING", id.as_str()));
    assert!(emulator.set_status("harbour_tour", "en_GB", "APPROVED"));
    assert_eq!(give(&emulator, &path, &json!({ "category": "UTILITY" })).code(), Some(100));
    refused(&give(&emulator, "/v25.0/77", &edit), Some(33));
}

#[test]
fn lists_have_pages_filters_and_fields() {
    let emulator = emulator();
    let answer = ask(&emulator, "GET", &format!("{TEMPLATES}?limit=2&fields=name"));
    let names = |answer: &Answer| {
        let data = answer.json["data"].as_array().unwrap().clone();
        data.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&answer), ["boats", "harbour_tour"]);
    assert_eq!(answer.json["data"][0].as_object().unwrap().len(), 2, "name and id");
    assert!(answer.text("/paging/next").contains("access_token"));
    let after = answer.text("/paging/cursors/after").to_owned();
    let answer = ask(&emulator, "GET", &format!("{TEMPLATES}?limit=2&fields=name&after={after}"));
    assert_eq!(names(&answer), ["poster"]);
    assert!(answer.json.pointer("/paging/next").is_none());
    for (filter, found) in [
        ("name=tour", vec!["harbour_tour"]),
        ("language=es", vec!["poster"]),
        ("category=marketing", vec!["boats", "poster"]),
        ("status=APPROVED&category=UTILITY", vec!["harbour_tour"]),
        ("status=PENDING", vec![]),
        ("content=mayo", vec!["poster"]),
    ] {
        assert_eq!(names(&ask(&emulator, "GET", &format!("{TEMPLATES}?{filter}"))), found, "{filter}");
    }
    assert_eq!(ask(&emulator, "GET", &format!("{TEMPLATES}?after=x")).code(), Some(131_059));
    assert_eq!(ask(&emulator, "GET", &format!("{TEMPLATES}?limit=x")).code(), Some(100));
}

#[test]
fn samples_are_read_back_as_addresses() {
    let emulator = Emulator::start().unwrap();
    emulator.add(poster());
    let answer = ask(&emulator, "GET", TEMPLATES);
    let address = answer.text("/data/0/components/0/example/header_handle/0");
    assert!(address.starts_with("https://"), "{address}");
    assert!(emulator.definition("poster", "es").unwrap().to_json().contains("4::sample"));
}

#[test]
fn only_approved_templates_can_be_sent() {
    let emulator = emulator();
    for (status, cloud, on_premises) in [
        ("PAUSED", 132_015, 2061),
        ("DISABLED", 132_016, 2062),
        ("ARCHIVED", 132_001, 2001),
        ("NEW", 132_001, 2001),
    ] {
        assert!(emulator.set_status("harbour_tour", "en_GB", status));
        assert_eq!(send(&emulator, CLOUD, &tour_send()).code(), Some(cloud), "{status}");
        assert_eq!(
            send(&emulator, ON_PREMISES, &tour_send_on_premises()).code(),
            Some(on_premises),
            "{status}"
        );
    }
    assert_eq!(send(&emulator, CLOUD, &poster_send()).status, 200);
}

#[test]
fn paused_and_archived_templates_come_back() {
    let emulator = emulator();
    let answer = ask(&emulator, "GET", &format!("{TEMPLATES}?name=harbour_tour"));
    let id = answer.text("/data/0/id").to_owned();
    let unpause = format!("/v25.0/{id}/unpause");
    refused(&ask(&emulator, "POST", &unpause), Some(2_388_039));
    assert!(emulator.set_status("harbour_tour", "en_GB", "PAUSED"));
    assert_eq!(ask(&emulator, "POST", &unpause).json, json!({ "success": true }));
    assert_eq!(send(&emulator, CLOUD, &tour_send()).status, 200);
    refused(&ask(&emulator, "POST", "/v25.0/77/unpause"), Some(33));

    let ids = json!({ "hsm_ids": format!("{id},77") });
    let answer = give(&emulator, "/100000000000002/message_templates/archive", &ids);
    assert_eq!(answer.json, json!({ "archived_templates": [id], "failed_templates": ["77"] }));
    assert_eq!(send(&emulator, CLOUD, &tour_send()).status, 404);
    let answer = give(&emulator, "/100000000000002/message_templates/unarchive", &ids);
    assert_eq!(answer.json["unarchived_templates"], json!([id]));
    assert_eq!(send(&emulator, CLOUD, &tour_send()).status, 200);
    assert_eq!(give(&emulator, "/100000000000002/message_templates/archive", &json!({})).code(), Some(100));
}

#[test]
fn an_upsert_creates_and_replaces() {
    let emulator = Emulator::start().unwrap();
    let path = "/v25.0/100000000000002/upsert_message_templates";
    let body = |minutes: u32| {
        json!({ "name": "login_code", "languages": ["en_US", "es_ES"], "category": "AUTHENTICATION", "components": [
            { "type": "BODY", "add_security_recommendation": true },
            { "type": "FOOTER", "code_expiration_minutes": minutes },
            { "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "COPY_CODE" }] }] })
    };
    let first = give(&emulator, path, &body(10));
    assert_eq!(first.status, 200, "{}", first.json);
    assert_eq!(first.text("/data/1/language"), "es_ES");
    let second = give(&emulator, path, &body(5));
    assert_eq!(second.json["data"][0]["id"], first.json["data"][0]["id"]);
    let definition = emulator.definition("login_code", "en_US").unwrap();
    assert_eq!(definition.footer().unwrap().code_expiration_minutes(), Some(5));
    refused(&give(&emulator, path, &body(91)), None);
    assert_eq!(give(&emulator, path, &json!({})).code(), Some(100));
}

#[test]
fn every_call_needs_a_token() {
    let emulator = Emulator::builder().access_token("right").start().unwrap();
    let calls = [
        ("GET", TEMPLATES),
        ("POST", TEMPLATES),
        ("DELETE", TEMPLATES),
        ("POST", "/v25.0/1/upsert_message_templates"),
        ("GET", "/v25.0/1"),
        ("POST", "/v25.0/1"),
        ("DELETE", "/v25.0/1"),
        ("POST", "/v25.0/1/unpause"),
        ("POST", "/1/message_templates/archive"),
        ("POST", "/v25.0/1/media"),
        ("POST", "/v25.0/1/uploads"),
        ("GET", "/v25.0/upload:1"),
        ("POST", "/v25.0/upload:1"),
    ];
    for (method, path) in calls {
        let answer = call(&emulator, method, path, "", "{}");
        assert_eq!((answer.code(), answer.status), (Some(0), 401), "{method} {path}");
        let scheme = if path.contains("upload:") { "OAuth" } else { "Bearer" };
        let header = format!("Authorization: {scheme} wrong\r\n");
        assert_eq!(call(&emulator, method, path, &header, "{}").code(), Some(190), "{method} {path}");
    }
}
