//! Values of headers, buttons and components that only some templates have.

use serde_json::{Value, json};

use super::{
    Refused, accepted, action_send, button_send, changed, header_send, list, parameter, refused, rules, send,
    template, with_buttons, with_header,
};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = required();
    table.extend(never_sent());
    table.extend(coupons());
    table.extend(flows_and_calls());
    table
}

fn labelled(kind: &str) -> Value {
    with_buttons(&[json!({ "type": kind, "text": "View" })])
}

fn coupon() -> Value {
    with_buttons(&[json!({ "type": "COPY_CODE", "example": "25OFF" })])
}

fn flow() -> Value {
    with_buttons(&[json!({ "type": "FLOW", "text": "Open flow", "flow_id": "123" })])
}

/// What a button cannot do without, missing in several ways; and what stands there instead.
fn required() -> Vec<Refused> {
    let mut table = Vec::new();
    for (definition, sub_type) in [(coupon(), "copy_code"), (labelled("MPM"), "mpm")] {
        let broken = |rule, send| refused(rule, "buttons[1]", definition.clone(), send);
        table.push(broken("send-button-missing", send(json!([]))));
        table.push(broken("send-button-missing", button_send(sub_type, json!([]))));
        table.push(broken("send-button-missing", button_send(sub_type, json!(null))));
        let text = parameter("text", json!("25OFF"));
        table.push(broken("send-parameter-kind", button_send(sub_type, json!([text]))));
        let twice = parameter("coupon_code", json!("25OFF"));
        table.push(broken("send-parameter-count", button_send(sub_type, json!([twice, twice]))));
        table.push(broken("send-button-kind", action_send("flow", json!({}))));
    }
    for (definition, sub_type) in
        [(labelled("MPM"), "mpm"), (flow(), "flow"), (labelled("CATALOG"), "catalog")]
    {
        let broken = |action| {
            refused("send-parameter-kind", "buttons[1]", definition.clone(), action_send(sub_type, action))
        };
        table.push(broken(json!(null)));
        table.push(broken(json!("x")));
    }
    table
}

fn never_sent() -> Vec<Refused> {
    let mut table = Vec::new();
    let payload = || json!([parameter("payload", json!("x"))]);
    for (kind, sub_type) in [("SPM", "spm"), ("REQUEST_CONTACT_INFO", "request_contact_info")] {
        let broken =
            |rule, sub_type| refused(rule, "buttons[1]", labelled(kind), button_send(sub_type, payload()));
        table.push(broken("send-button-sub-type", sub_type));
        table.push(broken("send-button-static", "url"));
        table.push(broken("send-button-static", "mpm"));
    }
    table
}

fn coupons() -> Vec<Refused> {
    let with = |code: Value| button_send("copy_code", json!([parameter("coupon_code", code)]));
    let mut table = Vec::new();
    for code in ["", "25 OFF", " ", "25-OFF", "größe", "😀", "25OFF\n", &"a".repeat(21)] {
        table.push(refused("value-coupon-code", "buttons[1]", coupon(), with(json!(code))));
    }
    for code in [json!(null), json!(25), json!(["25OFF"])] {
        table.push(refused("value-coupon-code", "buttons[1]", coupon(), with(code)));
    }
    table
}

fn flows_and_calls() -> Vec<Refused> {
    let mut table = Vec::new();
    for data in [json!("x"), json!(7), json!([]), json!(false)] {
        let action = json!({ "flow_token": "unused", "flow_action_data": data });
        table.push(refused("value-flow-data", "buttons[1]", flow(), action_send("flow", action)));
    }
    let call = |rule, parameters| {
        refused(rule, "buttons[1]", labelled("VOICE_CALL"), button_send("voice_call", parameters))
    };
    for minutes in [json!(0), json!(43_201), json!(-1), json!("100"), json!(1.5), json!(null)] {
        table.push(call("value-voice-call", json!([parameter("ttl_minutes", minutes)])));
    }
    for payload in [json!(""), json!(null), json!("é".repeat(513))] {
        table.push(call("value-voice-call", json!([parameter("payload", payload)])));
    }
    let payload = || parameter("payload", json!("x"));
    table.push(call("send-parameter-kind", json!([parameter("text", json!("x"))])));
    table.push(call("send-parameter-count", json!([payload(), payload()])));
    // The platform's own sample has no index: its values are judged all the same.
    let without_index =
        changed(button_send("voice_call", json!([parameter("payload", json!(""))])), |send| {
            send["components"][0].as_object_mut().unwrap().remove("index");
        });
    table.push(refused("value-voice-call", "buttons[1]", labelled("VOICE_CALL"), without_index));
    table
}

#[test]
fn values_that_are_accepted() {
    for letter in ["a", "Z", "9"] {
        let code = |length| json!([parameter("coupon_code", json!(letter.repeat(length)))]);
        accepted(&coupon(), &button_send("copy_code", code(1)));
        accepted(&coupon(), &button_send("COPY_CODE", code(20)));
    }
    for action in [
        json!({}),
        json!({ "flow_token": "tok" }),
        json!({ "flow_action_data": {} }),
        json!({ "flow_token": "tok", "flow_action_data": { "k": [1, null] } }),
    ] {
        accepted(&flow(), &action_send("flow", action));
    }
    accepted(&with_header("gif"), &header_send("gif", json!({ "link": "https://example.com/a.mp4" })));
}

#[test]
fn what_may_be_left_out() {
    for (definition, sub_type) in
        [(labelled("CATALOG"), "catalog"), (flow(), "flow"), (labelled("VOICE_CALL"), "voice_call")]
    {
        accepted(&definition, &send(json!([])));
        accepted(&definition, &button_send(sub_type, json!([])));
        accepted(&definition, &button_send(sub_type, json!(null)));
    }
    for kind in ["SPM", "REQUEST_CONTACT_INFO"] {
        accepted(&labelled(kind), &send(json!([])));
    }
    let permission =
        template(json!([{ "type": "BODY", "text": "May we call?" }, { "type": "call_permission_request" }]));
    accepted(&permission, &send(json!([])));
}

#[test]
fn calls_with_and_without_index() {
    let definition = labelled("VOICE_CALL");
    let ttl = |minutes: i64| parameter("ttl_minutes", json!(minutes));
    let payload = |text: &str| parameter("payload", json!(text));
    for parameters in
        [json!([ttl(1)]), json!([ttl(43_200), payload("x")]), json!([payload(&"😀".repeat(512)), ttl(100)])]
    {
        let with_index = button_send("voice_call", parameters);
        accepted(&definition, &with_index);
        for index in [json!(1), json!("1")] {
            accepted(
                &definition,
                &changed(with_index.clone(), |send| send["components"][0]["index"] = index),
            );
        }
        let without = changed(with_index, |send| {
            send["components"][0].as_object_mut().unwrap().remove("index");
        });
        accepted(&definition, &without);
        let twice = changed(without, |send| {
            let again = send["components"][0].clone();
            list(&mut send["components"]).push(again);
        });
        assert_eq!(rules(&definition, &twice), ["send-component-duplicate"]);
    }
}
