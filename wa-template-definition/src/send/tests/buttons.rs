//! Buttons of a send.

use serde_json::{Value, json};

use super::{
    LINK, REPLY, Refused, accepted, changed, list, named, named_send, numbered, numbered_send, plain,
    refused, rules, send, template,
};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = addressed();
    table.extend(filled());
    table
}

fn set(component: usize, key: &'static str, value: Value) -> Value {
    changed(numbered_send(), |send| send["components"][component][key] = value)
}

fn addressed() -> Vec<Refused> {
    let broken = |rule, place, send| refused(rule, place, numbered(), send);
    let mut table = vec![
        // The index of the address is shifted: among the addresses it is 1, without the static buttons 2.
        broken("send-button-index", "buttons[1]", set(LINK, "index", json!("1"))),
        broken("send-button-index", "buttons[2]", set(LINK, "index", json!(2))),
        broken("send-button-index", "buttons[3]", set(LINK, "index", json!("3"))),
        broken("send-button-index", "buttons[5]", set(LINK, "index", json!("5"))),
        broken("send-button-index", "buttons[0]", set(LINK, "index", json!("0"))),
        broken("send-button-index", "buttons", set(LINK, "index", json!("four"))),
        broken("send-button-index", "buttons", set(LINK, "index", json!(-1))),
        broken("send-button-index", "buttons", set(LINK, "index", json!(4.5))),
        broken("send-button-index", "buttons", set(LINK, "index", json!(null))),
        broken("send-button-index", "buttons[5]", set(REPLY, "index", json!("5"))),
        broken("send-button-index", "buttons[99999]", set(REPLY, "index", json!(99_999))),
        // Another kind than the button at the index.
        broken("send-button-kind", "buttons[4]", set(LINK, "sub_type", json!("quick_reply"))),
        broken("send-button-kind", "buttons[4]", set(LINK, "sub_type", json!("copy_code"))),
        broken("send-button-kind", "buttons[0]", set(REPLY, "sub_type", json!("url"))),
        broken("send-button-kind", "buttons[0]", set(REPLY, "sub_type", json!("flow"))),
        // Kinds that are created, but never sent.
        broken("send-button-sub-type", "buttons[0]", set(REPLY, "sub_type", json!("phone_number"))),
        broken("send-button-sub-type", "buttons[4]", set(LINK, "sub_type", json!("otp"))),
        broken("send-button-sub-type", "buttons[4]", set(LINK, "sub_type", json!("spm"))),
        broken("send-button-sub-type", "buttons[4]", set(LINK, "sub_type", json!(""))),
        broken("send-button-sub-type", "buttons[4]", set(LINK, "sub_type", json!(null))),
        // Static buttons.
        broken("send-button-static", "buttons[2]", set(REPLY, "index", json!("2"))),
        broken("send-button-static", "buttons[3]", set(REPLY, "index", json!("3"))),
    ];
    let static_url = changed(numbered_send(), |send| {
        let mut link = send["components"][LINK].clone();
        link["index"] = json!("3");
        list(&mut send["components"]).push(link);
    });
    table.push(broken("send-button-static", "buttons[3]", static_url));
    let twice = changed(numbered_send(), |send| {
        let reply = send["components"][REPLY].clone();
        list(&mut send["components"]).push(reply);
    });
    table.push(broken("send-component-duplicate", "buttons[0]", twice));
    let reply = json!([{ "type": "button", "sub_type": "quick_reply", "index": "0",
                         "parameters": [{ "type": "payload", "payload": "x" }] }]);
    table.push(refused("send-button-index", "buttons[0]", plain(), send(reply)));
    let call = json!([{ "type": "button", "sub_type": "voice_call",
                        "parameters": [{ "type": "payload", "payload": "x" }] }]);
    table.push(refused("send-button-index", "buttons", plain(), send(call)));
    let missing = changed(named_send(), |send| {
        list(&mut send["components"]).pop();
    });
    table.push(refused("send-button-missing", "buttons[0]", named(), missing));
    table
}

fn filled() -> Vec<Refused> {
    let link =
        |rule, parameters| refused(rule, "buttons[4]", numbered(), set(LINK, "parameters", parameters));
    let reply =
        |rule, parameters| refused(rule, "buttons[0]", numbered(), set(REPLY, "parameters", parameters));
    let text = |text: &str| json!([{ "type": "text", "text": text }]);
    let payload = |payload: &str| json!([{ "type": "payload", "payload": payload }]);
    // `https://example.com/t/` has 22 characters.
    vec![
        link("value-empty", text("")),
        link("value-empty", json!([])),
        link("value-white-space", text("a\nb")),
        link("value-white-space", text("a\tb")),
        link("value-white-space", text("a     b")),
        link("value-too-long", text(&"é".repeat(1979))),
        link(
            "send-parameter-count",
            json!([{ "type": "text", "text": "a" }, { "type": "text", "text": "b" }]),
        ),
        link("send-parameter-kind", payload("a")),
        link("send-parameter-kind", json!([{ "text": "a" }])),
        reply("value-payload-empty", payload("")),
        reply("value-payload-empty", json!([])),
        reply("value-payload-empty", json!([{ "type": "payload" }])),
        reply("value-payload-too-long", payload(&"é".repeat(257))),
        reply("send-parameter-kind", text("a")),
        reply(
            "send-parameter-count",
            json!([{ "type": "payload", "payload": "a" }, { "type": "payload", "payload": "b" }]),
        ),
    ]
}

#[test]
fn limits_of_values_of_buttons() {
    for letter in ["a", "é", "中", "😀"] {
        let payload = json!([{ "type": "payload", "payload": letter.repeat(256) }]);
        accepted(&numbered(), &set(REPLY, "parameters", payload));
        let suffix = json!([{ "type": "text", "text": letter.repeat(1978) }]);
        accepted(&numbered(), &set(LINK, "parameters", suffix));
    }
    // What comes back to the business is not shown: it may have line breaks.
    let payload = json!([{ "type": "payload", "payload": "a\nb\t     c" }]);
    accepted(&numbered(), &set(REPLY, "parameters", payload));
}

#[test]
fn two_addresses_are_told_apart() {
    let definition = template(json!([{ "type": "BODY", "text": "Your ticket is ready." },
        { "type": "BUTTONS", "buttons": [
            { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}" },
            { "type": "URL", "text": "Save", "url": "https://example.com/d/{{1}}" }] }]));
    let link = |index: u32| {
        json!({ "type": "button", "sub_type": "url", "index": index,
                "parameters": [{ "type": "text", "text": "a" }] })
    };
    accepted(&definition, &send(json!([link(1), link(0)])));
    assert_eq!(rules(&definition, &send(json!([link(1)]))), ["send-button-missing"]);
    assert_eq!(rules(&definition, &send(json!([link(1), link(2)]))), ["send-button-index"]);
    // The second of two equal ones is meant for the button that has none.
    assert_eq!(rules(&definition, &send(json!([link(0), link(0)]))), ["send-button-index"]);
    assert_eq!(rules(&definition, &send(json!([link(0), link(1), link(1)]))), ["send-component-duplicate"]);
    assert_eq!(rules(&definition, &send(json!([]))), ["send-button-missing", "send-button-missing"]);
}
