//! One-time codes: the same in body and button.

use serde_json::{Value, json};

use super::{Refused, accepted, changed, list, refused, rules, send, template};

pub(super) fn refused_sends() -> Vec<Refused> {
    // As it is created, and as it is read back: judged alike.
    [created(), read_back()].iter().flat_map(broken).collect()
}

fn created() -> Value {
    template(json!([{ "type": "BODY", "add_security_recommendation": true },
        { "type": "FOOTER", "code_expiration_minutes": 10 },
        { "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "COPY_CODE" }] }]))
}

fn read_back() -> Value {
    template(json!([
        { "type": "BODY", "text": "*{{1}}* is your verification code.", "add_security_recommendation": true },
        { "type": "FOOTER", "text": "This code expires in 10 minutes.", "code_expiration_minutes": 10 },
        { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "Copy code",
            "url": "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}" }] }]))
}

fn code(text: &str) -> Value {
    codes(&json!(text), &json!(text))
}

fn codes(body: &Value, button: &Value) -> Value {
    send(json!([
        { "type": "body", "parameters": [{ "type": "text", "text": body }] },
        { "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": button }] }]))
}

fn broken(definition: &Value) -> Vec<Refused> {
    let long = "1".repeat(16);
    let both = |rule, text: &str| refused(rule, "body", definition.clone(), code(text));
    let button = |rule, button: Value| {
        refused(rule, "buttons[0]", definition.clone(), codes(&json!("123456"), &button))
    };
    let body = |rule, body: Value| refused(rule, "body", definition.clone(), codes(&body, &json!("123456")));
    let change = |rule, place, change: &dyn Fn(&mut Value)| {
        refused(
            rule,
            place,
            definition.clone(),
            changed(code("123456"), |send| change(&mut send["components"])),
        )
    };
    let mut table = vec![
        // The same code at both places is one mistake.
        both("value-one-time-code", &long),
        both("value-one-time-code", &"é".repeat(16)),
        both("value-one-time-code", &"😀".repeat(16)),
        both("value-empty", ""),
        both("value-white-space", "1\n2"),
        // It stands in one of them only.
        button("value-one-time-code", json!(long)),
        button("value-empty", json!("")),
        button("value-empty", json!(null)),
        button("value-white-space", json!("1\t2")),
        body("value-one-time-code", json!(long)),
        body("value-empty", json!("")),
        body("value-empty", json!(7)),
        body("value-white-space", json!("1     2")),
        // Two codes.
        body("value-one-time-code", json!("654321")),
        body("value-one-time-code", json!("12345")),
        body("value-one-time-code", json!("123456 ")),
        // A place without its code.
        change("send-parameter-count", "body", &|components| drop(list(components).remove(0))),
        change("send-parameter-count", "body", &|components| components[0]["parameters"] = json!([])),
        change("send-button-missing", "buttons[0]", &|components| drop(list(components).remove(1))),
        change("value-empty", "buttons[0]", &|components| components[1]["parameters"] = json!([])),
        change("send-button-index", "buttons[1]", &|components| components[1]["index"] = json!("1")),
        change("send-button-index", "buttons", &|components| components[1]["index"] = json!(null)),
        change("send-button-sub-type", "buttons[0]", &|components| components[1]["sub_type"] = json!("otp")),
        change("send-button-kind", "buttons[0]", &|components| {
            components[1]["sub_type"] = json!("copy_code");
        }),
    ];
    let kind = json!({ "type": "coupon_code", "coupon_code": "123456" });
    for (component, place) in [(0, "body"), (1, "buttons[0]")] {
        table.push(change("send-parameter-count", place, &|components| {
            let again = components[component]["parameters"][0].clone();
            list(&mut components[component]["parameters"]).push(again);
        }));
        table.push(change("send-parameter-kind", place, &|components| {
            components[component]["parameters"][0] = kind.clone();
        }));
    }
    table
}

#[test]
fn codes_that_are_accepted() {
    for definition in [created(), read_back()] {
        for text in ["1", "J$FpnYnP", "123456789012345", "ééééééééééééééé", "1 2"] {
            accepted(&definition, &code(text));
        }
        accepted(&definition, &changed(code("1"), |send| list(&mut send["components"]).reverse()));
        accepted(&definition, &changed(code("1"), |send| send["components"][1]["index"] = json!(0)));
        let nothing = send(json!([]));
        assert_eq!(rules(&definition, &nothing), ["send-parameter-count", "send-button-missing"]);
    }
    let one_tap = changed(created(), |definition| {
        definition["components"][2]["buttons"][0]["otp_type"] = json!("ONE_TAP");
    });
    accepted(&one_tap, &code("123456"));
}

/// Two mistakes are two violations.
#[test]
fn each_place_is_judged() {
    for definition in [created(), read_back()] {
        let send = codes(&json!("1\n2"), &json!(""));
        assert_eq!(rules(&definition, &send), ["value-white-space", "value-empty"]);
    }
}
