//! Limited-time offers and tap targets.

use serde_json::{Value, json};

use super::{
    Refused, accepted, changed, component, list, named, named_send, parameter, refused, rules, send, template,
};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = offers();
    table.extend(tap_targets());
    table
}

/// An image, an offer with a timer, a coupon code at index 0.
fn offer() -> Value {
    template(json!([
        { "type": "HEADER", "format": "IMAGE" },
        { "type": "BODY", "text": "Everything must go." },
        { "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Offer ends", "has_expiration": true } },
        { "type": "BUTTONS", "buttons": [{ "type": "COPY_CODE", "example": "25OFF" },
            { "type": "URL", "text": "Shop", "url": "https://example.com/" }] }]))
}

fn offer_send() -> Value {
    send(json!([
        { "type": "header", "parameters": [{ "type": "image", "image": { "id": "1602186516975000" } }] },
        component("limited_time_offer", json!({ "expiration_time_ms": 1_798_761_600_000_i64 })),
        { "type": "button", "sub_type": "copy_code", "index": 0,
          "parameters": [{ "type": "coupon_code", "coupon_code": "25OFF" }] }]))
}

fn offers() -> Vec<Refused> {
    let place = "limited_time_offer";
    let broken = |rule, change: &dyn Fn(&mut Value)| {
        let send = changed(offer_send(), |send| change(&mut send["components"][1]["parameters"]));
        refused(rule, place, offer(), send)
    };
    let without = changed(offer_send(), |send| drop(list(&mut send["components"]).remove(1)));
    let mut table = vec![
        refused("send-component-missing", place, offer(), without),
        broken("send-component-missing", &|parameters| *parameters = json!([])),
        broken("send-component-missing", &|parameters| *parameters = json!(null)),
        broken("send-parameter-kind", &|parameters| parameters[0] = parameter("text", json!("x"))),
        broken("send-parameter-kind", &|parameters| parameters[0]["limited_time_offer"] = json!(null)),
        broken("send-parameter-kind", &|parameters| parameters[0]["type"] = json!("offer")),
        broken("send-parameter-count", &|parameters| {
            let again = parameters[0].clone();
            list(parameters).push(again);
        }),
        broken("value-expiration", &|parameters| parameters[0]["limited_time_offer"] = json!({})),
    ];
    for time in [json!(-1), json!(null), json!("1798761600000"), json!(1.5)] {
        table.push(broken("value-expiration", &|parameters| {
            parameters[0]["limited_time_offer"]["expiration_time_ms"] = time.clone();
        }));
    }
    let twice = changed(offer_send(), |send| {
        let again = send["components"][1].clone();
        list(&mut send["components"]).push(again);
    });
    table.push(refused("send-component-duplicate", "components[3]", offer(), twice));
    let long = changed(offer_send(), |send| {
        send["components"][2]["parameters"][0]["coupon_code"] = json!("a".repeat(16));
    });
    table.push(refused("value-coupon-code", "buttons[0]", offer(), long));
    table
}

fn tap_target(targets: Value) -> Value {
    changed(named_send(), |send| {
        list(&mut send["components"]).push(component("tap_target_configuration", targets));
    })
}

fn tap_targets() -> Vec<Refused> {
    let mut table = Vec::new();
    for (key, value) in [
        ("url", json!("")),
        ("url", json!("www.example.com")),
        ("url", json!("ftp://example.com/")),
        ("url", json!("https://example.com/a b")),
        ("url", json!(null)),
        ("title", json!("")),
        ("title", json!(null)),
    ] {
        let mut target = json!({ "url": "https://example.com/", "title": "Details" });
        target[key] = value;
        table.push(refused(
            "value-tap-target",
            "tap_target_configuration",
            named(),
            tap_target(json!([target])),
        ));
    }
    for targets in [json!([]), json!(null), json!({})] {
        table.push(refused("value-tap-target", "tap_target_configuration", named(), tap_target(targets)));
    }
    table
}

#[test]
fn offers_with_and_without_timer() {
    accepted(&offer(), &offer_send());
    let of_offer = changed(offer_send(), |send| {
        send["components"][2]["parameters"][0]["coupon_code"] = json!("a".repeat(15));
    });
    accepted(&offer(), &of_offer);
    let without_timer = changed(offer(), |offer| {
        offer["components"][2]["limited_time_offer"].as_object_mut().unwrap().remove("has_expiration");
    });
    accepted(&without_timer, &offer_send());
    let without = changed(offer_send(), |send| drop(list(&mut send["components"]).remove(1)));
    accepted(&without_timer, &without);
    // An empty component says as much as none.
    accepted(&without_timer, &changed(offer_send(), |send| send["components"][1]["parameters"] = json!([])));
    let late = changed(offer_send(), |send| {
        send["components"][1]["parameters"][0]["limited_time_offer"]["expiration_time_ms"] = json!(-1);
    });
    assert_eq!(rules(&without_timer, &late), ["value-expiration"]);
}

#[test]
fn limits_of_the_text_of_an_offer() {
    let definition = changed(offer(), |offer| offer["components"][1]["text"] = json!("Only {{1}} left."));
    // "Only  left." has 11 characters.
    let with = |length: usize| {
        changed(offer_send(), |send| {
            let body =
                json!({ "type": "body", "parameters": [{ "type": "text", "text": "é".repeat(length) }] });
            list(&mut send["components"]).push(body);
        })
    };
    accepted(&definition, &with(588));
    accepted(&definition, &with(589));
    assert_eq!(rules(&definition, &with(590)), ["value-too-long"]);
}

#[test]
fn tap_targets_go_with_templates_that_have_an_address() {
    let target = json!({ "url": "https://example.com/", "title": "Details" });
    accepted(&named(), &tap_target(json!([target])));
    accepted(&named(), &tap_target(json!([target, target])));
    let twice = changed(tap_target(json!([target])), |send| {
        let again = send["components"][3].clone();
        list(&mut send["components"]).push(again);
    });
    assert_eq!(rules(&named(), &twice), ["send-component-duplicate"]);
    let without = changed(named(), |template| {
        list(&mut template["components"]).retain(|component| component["type"] != "BUTTONS");
    });
    assert!(rules(&without, &tap_target(json!([target]))).contains(&"send-component-unknown"));
}
