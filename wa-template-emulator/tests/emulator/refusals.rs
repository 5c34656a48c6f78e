//! Sends that the Cloud API refuses, and calls that nobody answers.

use serde_json::{Value, json};
use wa_template_emulator::Emulator;

use crate::http::{CLOUD, ON_PREMISES, call, send};
use crate::samples::{CUSTOMER, emulator, poster_send, text, tour_send};

/// Sends a good message with one change; it must be refused with this code and status, and be remembered as refused.
#[track_caller]
fn refused(good: Value, code: u64, status: u16, change: impl FnOnce(&mut Value)) -> (Emulator, String) {
    let emulator = emulator();
    let mut body = good;
    change(&mut body);
    let answer = send(&emulator, CLOUD, &body);
    assert_eq!((answer.code(), answer.status), (Some(code), status), "{}", answer.json);
    assert_eq!(answer.text("/error/type"), "OAuthException");
    let message = answer.text("/error/message");
    assert!(message.starts_with(&format!("(#{code}) ")), "{message}");
    assert!(!answer.text("/error/fbtrace_id").is_empty());
    assert_eq!(answer.text("/error/error_data/messaging_product"), "whatsapp");

    assert!(emulator.accepted().is_empty());
    let refused = emulator.refused();
    assert_eq!(refused.len(), 1);
    assert_eq!(u64::from(refused[0].code()), code);
    assert_eq!(refused[0].details(), answer.details());
    assert_eq!(*refused[0].json(), body);
    (emulator, answer.details().to_owned())
}

fn components(body: &mut Value) -> &mut Vec<Value> {
    body["template"]["components"].as_array_mut().unwrap()
}

#[test]
fn without_the_value_of_an_address() {
    let (emulator, details) = refused(tour_send(), 131_008, 400, |body| {
        components(body).pop();
    });
    assert!(details.starts_with("buttons[2]: "), "{details}");
    let violations = emulator.refused()[0].violations().to_vec();
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].rule(), "send-button-missing");
    assert_eq!(details, violations[0].to_string());
}

#[test]
fn with_an_empty_value() {
    refused(tour_send(), 131_008, 400, |body| {
        body["template"]["components"][1]["parameters"][0] = text("");
    });
}

#[test]
fn with_too_few_values() {
    let (_, details) = refused(tour_send(), 132_000, 400, |body| {
        body["template"]["components"][1]["parameters"] = json!([text("ten")]);
    });
    assert!(details.starts_with("body: "), "{details}");
}

#[test]
fn of_a_template_that_nobody_made() {
    let (emulator, details) = refused(tour_send(), 132_001, 404, |body| {
        body["template"]["name"] = json!("harbor_tour");
    });
    assert_eq!(details, "template name (harbor_tour) does not exist in en_GB");
    assert!(emulator.refused()[0].violations().is_empty());
}

#[test]
fn in_a_language_that_the_template_lacks() {
    let (_, details) = refused(tour_send(), 132_001, 404, |body| {
        body["template"]["language"]["code"] = json!("en");
    });
    assert_eq!(details, "template name (harbour_tour) does not exist in en");
}

#[test]
fn with_a_header_of_another_kind() {
    let (_, details) = refused(poster_send(), 132_012, 400, |body| {
        body["template"]["components"][0]["parameters"] = json!([text("May")]);
    });
    assert!(details.starts_with("header: "), "{details}");
}

#[test]
fn with_a_line_break() {
    refused(tour_send(), 132_018, 400, |body| {
        body["template"]["components"][1]["parameters"][0] = text("ten\nor eleven");
    });
}

#[test]
fn with_a_text_that_becomes_too_long() {
    refused(tour_send(), 132_005, 400, |body| {
        body["template"]["components"][1]["parameters"][0] = text(&"x".repeat(1020));
    });
}

#[test]
fn with_a_payload_that_is_too_long() {
    refused(tour_send(), 131_009, 400, |body| {
        body["template"]["components"][2]["parameters"][0]["payload"] = json!("x".repeat(10_000));
    });
}

#[test]
fn with_a_wrong_envelope() {
    let cases: &[(&str, Value, u64)] = &[
        ("messaging_product", Value::Null, 100),
        ("messaging_product", json!("messenger"), 100),
        ("recipient_type", json!("crowd"), 100),
        ("to", Value::Null, 131_008),
        ("to", json!(""), 100),
        ("to", json!("555-CALL-NOW"), 100),
        ("to", json!(["15550100100"]), 100),
        ("type", Value::Null, 131_008),
        ("type", json!("text"), 100),
        ("template", Value::Null, 131_008),
        ("template", json!("harbour_tour"), 100),
        ("template", json!({ "language": { "code": "en_GB" } }), 100),
        ("template", json!({ "name": "harbour_tour" }), 100),
        ("biz_opaque_callback_data", json!(17), 100),
        ("biz_opaque_callback_data", json!("x".repeat(513)), 100),
    ];
    for (key, value, code) in cases {
        let (_, details) = refused(tour_send(), *code, 400, |body| body[*key] = value.clone());
        assert!(!details.is_empty(), "{key}");
    }
}

#[test]
fn a_refusal_remembers_everything_and_answers_the_first() {
    let (emulator, details) = refused(tour_send(), 132_018, 400, |body| {
        body["template"]["components"][0]["parameters"][0] = text("4\tMay");
        body["template"]["components"][1]["parameters"] = json!([text("ten")]);
        components(body).pop();
    });
    let codes: Vec<_> =
        emulator.refused()[0].violations().iter().map(|violation| violation.code().unwrap()).collect();
    assert_eq!(codes, [132_018, 132_000, 131_008]);
    assert!(details.starts_with("header: "), "{details}");
    emulator.clear();
    assert!(emulator.refused().is_empty());
}

#[test]
fn a_body_that_is_no_message() {
    let emulator = emulator();
    let headers = "Authorization: Bearer any\r\n";
    for body in ["", "{\"to\":", "[]", "7", "\"text\""] {
        let answer = call(&emulator, "POST", CLOUD, headers, body);
        assert_eq!((answer.code(), answer.status), (Some(100), 400), "{body}");
    }
    // One byte more than is read, so that the answer is not cut off by unread bytes.
    let long = format!("\"{}\"", "x".repeat(1024 * 1024 - 1));
    let answer = call(&emulator, "POST", CLOUD, headers, &long);
    assert_eq!((answer.code(), answer.status), (Some(100), 400));
    assert!(answer.details().contains("1 MiB"), "{}", answer.details());
    assert_eq!(emulator.refused().len(), 6);
    assert!(emulator.refused()[0].json().is_null());
}

#[test]
fn without_an_access_token() {
    let emulator = emulator();
    let body = tour_send().to_string();
    for headers in
        ["", "Authorization: Bearer \r\n", "Authorization: Bearer\r\n", "Authorization: Basic YTpi\r\n"]
    {
        let answer = call(&emulator, "POST", CLOUD, headers, &body);
        assert_eq!((answer.code(), answer.status), (Some(0), 401), "{headers:?}");
    }
    assert!(emulator.accepted().is_empty());
    assert_eq!(emulator.refused().len(), 4);
}

#[test]
fn with_another_access_token_than_the_wanted_one() {
    let emulator = Emulator::builder().access_token("right").start().unwrap();
    emulator.add(crate::samples::poster());
    let body = poster_send().to_string();
    let answer = call(&emulator, "POST", CLOUD, "Authorization: Bearer wrong\r\n", &body);
    assert_eq!((answer.code(), answer.status), (Some(190), 401));
    let answer = call(&emulator, "POST", CLOUD, "authorization: bearer right\r\n", &body);
    assert_eq!(answer.status, 200);
}

#[test]
fn other_calls_are_named() {
    let emulator = emulator();
    for (method, path, named) in [
        ("GET", "/v25.0/100000000000002/template_analytics", ""),
        ("PUT", "/v25.0/100000000000002/message_templates", ""),
        ("GET", CLOUD, ""),
        ("DELETE", ON_PREMISES, ""),
        ("POST", "/", ""),
        ("POST", "/v1/users/login?access_token=hidden", "POST /v1/users/login"),
    ] {
        let answer = call(&emulator, method, path, "", "{}");
        assert_eq!(answer.status, 404, "{method} {path}");
        assert_eq!(answer.code(), Some(100));
        let message = answer.text("/error/message");
        let call = if named.is_empty() { format!("{method} {path}") } else { named.to_owned() };
        assert!(message.contains(&format!("`{call}`")), "{message}");
        assert!(!message.contains("hidden"));
    }
    assert!(emulator.refused().is_empty());
}

#[test]
fn nothing_of_the_customer_is_printed() {
    let (emulator, _) = refused(tour_send(), 132_000, 400, |body| {
        body["template"]["components"][1]["parameters"] = json!([text("secret")]);
    });
    crate::samples::sent_by_cloud(&emulator, &tour_send());
    let printed = format!("{:?} {:?} {emulator:?}", emulator.accepted(), emulator.refused());
    for hidden in [CUSTOMER, "secret", "south", "tour:coming:17"] {
        assert!(!printed.contains(hidden), "{printed}");
    }
    assert!(printed.contains("harbour_tour") && printed.contains("132000"));
    let builder = Emulator::builder().access_token("very secret");
    assert!(!format!("{builder:?}").contains("very secret"));
}
