//! Headers and buttons that only some templates have.

use serde_json::{Value, json};

use super::limits::limit;
use super::{
    BODY, Broken, accepted, broken, buttons, coupon, header, labelled, marketing, quick_reply, set, template,
    url, with_buttons,
};

pub(super) fn broken_definitions() -> Vec<Broken> {
    let mut table = categories();
    table.extend(numbers());
    table.extend(coupons());
    table.extend(flows());
    table.extend(labels());
    table
}

fn flow() -> Value {
    json!({ "type": "FLOW", "text": "Open flow", "flow_id": "123" })
}

fn single_product(others: Vec<Value>) -> Value {
    let mut all = vec![labelled("SPM", "View")];
    all.extend(others);
    marketing(vec![header("PRODUCT"), buttons(all)])
}

fn categories() -> Vec<Broken> {
    let utility = |definition| set(definition, "category", "UTILITY");
    let permission = || json!({ "type": "call_permission_request" });
    vec![
        broken("marketing-only", "buttons[0]", with_buttons(vec![labelled("CATALOG", "View catalog")])),
        broken("marketing-only", "buttons[0]", with_buttons(vec![labelled("mpm", "View items")])),
        broken("marketing-only", "buttons[0]", utility(single_product(vec![]))),
        broken("marketing-only", "header", utility(marketing(vec![header("GIF")]))),
        broken("product-header", "header", marketing(vec![header("PRODUCT")])),
        broken(
            "product-header",
            "header",
            marketing(vec![header("product"), buttons(vec![quick_reply("Yes")])]),
        ),
        broken(
            "catalog-header",
            "header",
            marketing(vec![header("IMAGE"), buttons(vec![labelled("CATALOG", "View catalog")])]),
        ),
        broken("component-duplicate", "components[2]", marketing(vec![permission(), permission()])),
    ]
}

fn numbers() -> Vec<Broken> {
    let reply = || quick_reply("Yes");
    let of_kind = |button: Value| {
        broken("buttons-too-many-of-kind", "buttons[2]", with_buttons(vec![reply(), button.clone(), button]))
    };
    let once = |button: Value| {
        broken("buttons-kind-once", "buttons[1]", with_buttons(vec![button.clone(), button, reply()]))
    };
    let alone =
        |place, buttons: Vec<Value>| broken("buttons-alone", place, marketing(vec![super::buttons(buttons)]));
    let product = |others| broken("buttons-alone", "buttons[0]", single_product(others));
    vec![
        of_kind(coupon("25OFF")),
        of_kind(labelled("ORDER_DETAILS", "Buy now")),
        once(flow()),
        once(labelled("VOICE_CALL", "Call Now")),
        alone("buttons[0]", vec![labelled("CATALOG", "View catalog"), reply()]),
        alone("buttons[0]", vec![labelled("CATALOG", "View catalog"), labelled("CATALOG", "View catalog")]),
        alone("buttons[1]", vec![reply(), labelled("MPM", "View items")]),
        product(vec![reply()]),
        product(vec![url("https://example.com/", None)]),
        product(vec![labelled("SPM", "View")]),
    ]
}

fn coupons() -> Vec<Broken> {
    let button = |rule, button: Value| {
        broken(rule, "buttons[1].example", with_buttons(vec![quick_reply("Yes"), button]))
    };
    let mut table = vec![
        button("button-coupon-example", json!({ "type": "COPY_CODE" })),
        button("button-coupon-example", coupon("")),
        button("button-coupon-example", json!({ "type": "COPY_CODE", "example": [] })),
        button("button-coupon-example", json!({ "type": "copy_code", "example": null })),
    ];
    for code in ["25 OFF", " 25OFF", "25-OFF", "25%", "größe", "😀", "{{1}}", &"a".repeat(21)] {
        table.push(button("button-coupon-code", coupon(code)));
    }
    table
}

fn flows() -> Vec<Broken> {
    let flow = |rule, keys: Value| {
        let mut button = json!({ "type": "FLOW", "text": "Open flow" });
        button.as_object_mut().unwrap().extend(keys.as_object().cloned().unwrap());
        broken(rule, "buttons[0]", with_buttons(vec![button]))
    };
    vec![
        flow("button-flow-source", json!({})),
        flow("button-flow-source", json!({ "flow_id": 123 })),
        flow("button-flow-source", json!({ "flow_id": "123", "flow_name": "survey" })),
        flow("button-flow-source", json!({ "flow_id": "123", "flow_json": "{}" })),
        flow("button-flow-source", json!({ "flow_id": "1", "flow_name": "survey", "flow_json": "{}" })),
        flow("button-flow-action", json!({ "flow_id": "123", "flow_action": "jump" })),
        flow("button-flow-action", json!({ "flow_id": "123", "flow_action": "" })),
        flow(
            "button-flow-action",
            json!({ "flow_id": "123", "flow_action": "data_exchange", "navigate_screen": "WELCOME" }),
        ),
    ]
}

fn labels() -> Vec<Broken> {
    let mut table = Vec::new();
    let without = |mut button: Value| {
        button.as_object_mut().unwrap().remove("text");
        broken("button-label-missing", "buttons[0].text", marketing(vec![buttons(vec![button])]))
    };
    for kind in ["CATALOG", "MPM", "VOICE_CALL", "ORDER_DETAILS"] {
        table.push(without(labelled(kind, "View")));
    }
    table.push(without(flow()));
    let mut view = single_product(vec![]);
    view["components"][2]["buttons"][0]["text"] = json!("View 😃");
    table.push(broken("button-label-style", "buttons[0].text", view));
    for label in ["Share", "share contact info", "Share Contact Info!"] {
        let button = labelled("REQUEST_CONTACT_INFO", label);
        table.push(broken("button-contact-label", "buttons[0].text", with_buttons(vec![button])));
    }
    table.push(broken(
        "button-label-too-long",
        "buttons[1].text",
        with_buttons(vec![quick_reply("Yes"), labelled("VOICE_CALL", &"é".repeat(26))]),
    ));
    // Where the label is the platform's, an empty one is still none.
    table.push(broken(
        "button-label-missing",
        "buttons[0].text",
        with_buttons(vec![json!({ "type": "COPY_CODE", "text": "", "example": "25OFF" })]),
    ));
    table
}

#[test]
fn kinds_that_are_accepted() {
    accepted(&marketing(vec![header("GIF")]));
    accepted(&single_product(vec![]));
    for kind in ["CATALOG", "catalog", "MPM", "VOICE_CALL", "Order_Details"] {
        accepted(&marketing(vec![buttons(vec![labelled(kind, "View")])]));
    }
    for category in ["UTILITY", "MARKETING"] {
        let permission =
            vec![json!({ "type": "BODY", "text": BODY }), json!({ "type": "call_permission_request" })];
        accepted(&set(template(permission), "category", category));
        for list in [
            vec![flow(), quick_reply("No")],
            vec![quick_reply("No"), labelled("VOICE_CALL", "Call Now"), coupon("25OFF"), flow()],
            vec![json!({ "type": "REQUEST_CONTACT_INFO" }), quick_reply("No")],
            vec![labelled("REQUEST_CONTACT_INFO", "Share Contact Info")],
            vec![labelled("COPY_CODE", "Copy offer code")]
                .into_iter()
                .map(|button| set(button, "example", "x"))
                .collect(),
            vec![json!({ "type": "COPY_CODE", "example": ["25OFF"] })],
        ] {
            accepted(&set(with_buttons(list), "category", category));
        }
    }
}

#[test]
fn flows_that_are_accepted() {
    for keys in [
        json!({ "flow_name": "survey" }),
        json!({ "flow_json": "{\"version\":\"5.0\"}" }),
        json!({ "flow_id": "123", "flow_action": "navigate", "navigate_screen": "WELCOME" }),
        json!({ "flow_id": "123", "flow_action": "NAVIGATE" }),
        // To navigate is what is meant when nothing is said.
        json!({ "flow_id": "123", "navigate_screen": "WELCOME" }),
        json!({ "flow_id": "123", "flow_action": "Data_Exchange", "icon": "PROMOTION" }),
    ] {
        let mut button = json!({ "type": "FLOW", "text": "Open flow" });
        button.as_object_mut().unwrap().extend(keys.as_object().cloned().unwrap());
        accepted(&with_buttons(vec![button]));
    }
}

#[test]
fn limits_of_kinds() {
    limit("button-coupon-code", 20, |length| with_buttons(vec![coupon(&"A".repeat(length))]));
    for kind in ["VOICE_CALL", "ORDER_DETAILS"] {
        limit("button-label-too-long", 25, |length| with_buttons(vec![labelled(kind, &"中".repeat(length))]));
    }
}
