//! Orders.

use serde_json::{Value, json};

use super::{
    Refused, accepted, action_send, button_send, changed, component, list, parameter, plain, refused, rules,
    send, with_buttons,
};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = orders();
    table.extend(totals());
    table.extend(statuses());
    table
}

pub(super) fn details() -> Value {
    with_buttons(&[json!({ "type": "ORDER_DETAILS", "text": "Review and Pay" })])
}

fn amount(hundredths: i64) -> Value {
    json!({ "value": hundredths, "offset": 100 })
}

/// Two items, everything that may be described.
fn order() -> Value {
    json!({ "reference_id": "abc.123_xyz-1", "type": "physical-goods", "currency": "INR",
        "payment_settings": [{ "type": "payment_gateway",
            "payment_gateway": { "type": "razorpay", "configuration_name": "prod" } }],
        "total_amount": amount(1650),
        "order": { "status": "pending", "items": [
                { "name": "Blue Elf Aloe", "amount": amount(1000), "quantity": 1 },
                { "name": "Buddha's Temple", "amount": amount(300), "sale_amount": amount(250), "quantity": 2 }],
            "subtotal": amount(1500), "tax": { "value": 100, "offset": 100, "description": "GST" },
            "shipping": { "value": 200, "offset": 100, "description": "Express" },
            "discount": { "value": 150, "offset": 100, "description": "10% off", "discount_program_name": "Diwali" },
            "expiration": { "timestamp": "1798761600", "description": "Then it is gone" } } })
}

pub(super) fn order_send(change: impl FnOnce(&mut Value)) -> Value {
    let mut action = json!({});
    action["order_details"] = changed(order(), change);
    action_send("order_details", action)
}

pub(super) fn broken(rule: &'static str, change: impl FnOnce(&mut Value)) -> Refused {
    refused(rule, "buttons[1]", details(), order_send(change))
}

fn orders() -> Vec<Refused> {
    let mut table = vec![
        refused("send-button-missing", "buttons[1]", details(), send(json!([]))),
        refused("send-button-missing", "buttons[1]", details(), button_send("order_details", json!([]))),
        refused("value-order-reference", "buttons[1]", details(), action_send("order_details", json!({}))),
        refused("send-parameter-kind", "buttons[1]", details(), action_send("order_details", json!([]))),
        broken("value-order-item", |order| order["order"]["items"] = json!([])),
        broken("value-currency", |order| order["currency"] = json!("rupees")),
        broken("value-order-total", |order| order["total_amount"] = json!(null)),
        broken("value-order-total", |order| order["total_amount"]["offset"] = json!(1)),
        broken("value-order-total", |order| order["order"]["subtotal"]["value"] = json!("100")),
        broken("value-order-total", |order| order["order"]["items"][0]["amount"]["value"] = json!(1.5)),
        broken("value-order-total", |order| drop(order["order"].as_object_mut().unwrap().remove("subtotal"))),
        broken("value-order-item", |order| order["order"]["items"] = json!(null)),
        broken("value-order-item", |order| order["order"]["items"][1]["name"] = json!("")),
        broken("value-order-item", |order| order["order"]["items"][1]["name"] = json!("é".repeat(61))),
        broken("value-order-item", |order| order["order"]["items"][1]["name"] = json!(null)),
        broken("value-order-item", |order| order["order"]["items"] = items(11, true)),
    ];
    for reference in
        [json!(""), json!(null), json!("a b"), json!("größe"), json!("a/b"), json!("a".repeat(36))]
    {
        table.push(broken("value-order-reference", |order| order["reference_id"] = reference));
    }
    for quantity in [json!(0), json!(-1), json!("1"), json!(1.5), json!(null)] {
        table.push(broken("value-order-item", |order| order["order"]["items"][0]["quantity"] = quantity));
    }
    for (part, key) in [
        ("tax", "description"),
        ("shipping", "description"),
        ("discount", "description"),
        ("discount", "discount_program_name"),
    ] {
        table.push(broken("value-order-description", |order| {
            order["order"][part][key] = json!("😀".repeat(61));
        }));
    }
    table.push(broken("value-order-description", |order| {
        order["order"]["expiration"]["description"] = json!("é".repeat(121));
    }));
    table
}

fn items(count: usize, with_image: bool) -> Value {
    let mut items = vec![json!({ "name": "Aloe", "amount": amount(100), "quantity": 1 }); count];
    if with_image {
        items[0]["image"] = json!({ "link": "https://example.com/a.png" });
    }
    Value::Array(items)
}

fn totals() -> Vec<Refused> {
    let mut table = vec![
        broken("value-order-total", |order| order["total_amount"] = amount(1651)),
        broken("value-order-total", |order| order["total_amount"] = amount(0)),
        broken("value-order-total", |order| order["order"]["subtotal"] = amount(1501)),
        broken("value-order-total", |order| order["order"]["shipping"] = json!(null)),
        broken("value-order-total", |order| order["order"]["discount"]["value"] = json!(2000)),
        broken("value-order-total", |order| order["order"]["subtotal"] = amount(i64::MAX)),
        broken("value-order-total", |order| order["order"]["items"][0]["amount"] = amount(-1)),
        broken("value-order-total", |order| order["order"]["items"][1]["sale_amount"] = amount(-1)),
    ];
    for key in ["subtotal", "tax", "shipping", "discount"] {
        table.push(broken("value-order-total", |order| order["order"][key] = amount(-1)));
    }
    table
}

fn status_template() -> Value {
    changed(plain(), |definition| definition["sub_category"] = json!("ORDER_STATUS"))
}

fn status_send(change: impl FnOnce(&mut Value)) -> Value {
    let status = json!({ "reference_id": "abc", "order": { "status": "shipped", "description": "Soon" } });
    let mut send = send(json!([component("order_status", status)]));
    change(&mut send["components"][0]["parameters"]);
    send
}

fn statuses() -> Vec<Refused> {
    let place = "order_status";
    let broken =
        |rule, change: &dyn Fn(&mut Value)| refused(rule, place, status_template(), status_send(change));
    let mut table = vec![
        refused("send-component-missing", place, status_template(), send(json!([]))),
        broken("send-component-missing", &|parameters| *parameters = json!([])),
        broken("send-component-missing", &|parameters| *parameters = json!({})),
        broken("send-parameter-kind", &|parameters| parameters[0] = parameter("text", json!("shipped"))),
        broken("send-parameter-kind", &|parameters| parameters[0]["order_status"] = json!("shipped")),
        broken("send-parameter-count", &|parameters| {
            let again = parameters[0].clone();
            list(parameters).push(again);
        }),
        broken("value-order-reference", &|parameters| {
            parameters[0]["order_status"]["reference_id"] = json!("");
        }),
        broken("value-order-status", &|parameters| parameters[0]["order_status"]["order"] = json!(null)),
    ];
    for status in ["", "Shipped", "cancelled", "delivered", "partially shipped"] {
        table.push(broken("value-order-status", &|parameters| {
            parameters[0]["order_status"]["order"]["status"] = json!(status);
        }));
    }
    table
}

#[test]
fn orders_that_are_accepted() {
    accepted(&details(), &order_send(|_| {}));
    for reference in ["a", &"A".repeat(35), "0._-"] {
        accepted(&details(), &order_send(|order| order["reference_id"] = json!(reference)));
    }
    accepted(&details(), &order_send(|order| order["order"]["items"] = items(10, true)));
    accepted(&details(), &order_send(|order| order["order"]["items"] = items(11, false)));
    for letter in ["a", "é", "😀"] {
        let longest = order_send(|order| {
            order["order"]["items"][0]["name"] = json!(letter.repeat(60));
            for part in ["tax", "shipping", "discount"] {
                order["order"][part]["description"] = json!(letter.repeat(60));
            }
            order["order"]["discount"]["discount_program_name"] = json!(letter.repeat(60));
            order["order"]["expiration"]["description"] = json!(letter.repeat(120));
        });
        accepted(&details(), &longest);
    }
    // Shipping, discount and expiration are optional; what is not given counts as nothing.
    let shortest = order_send(|order| {
        order["total_amount"] = amount(1500);
        order["order"]["tax"] = amount(0);
        for part in ["shipping", "discount", "expiration"] {
            order["order"].as_object_mut().unwrap().remove(part);
        }
        order.as_object_mut().unwrap().remove("payment_settings");
    });
    accepted(&details(), &shortest);
}

#[test]
fn statuses_that_are_accepted() {
    for status in [
        "pending",
        "processing",
        "partially_shipped",
        "partially-shipped",
        "shipped",
        "completed",
        "canceled",
    ] {
        let send = status_send(|parameters| parameters[0]["order_status"]["order"]["status"] = json!(status));
        accepted(&status_template(), &send);
    }
    let bare =
        status_send(|parameters| parameters[0]["order_status"]["order"] = json!({ "status": "shipped" }));
    accepted(&status_template(), &bare);
}

#[test]
fn every_mistake_of_an_order_is_reported() {
    let send = order_send(|order| {
        order["reference_id"] = json!("");
        order["order"]["items"][0] = json!({});
        order["order"]["tax"]["description"] = json!("x".repeat(61));
        order["total_amount"] = amount(1);
    });
    assert_eq!(
        rules(&details(), &send),
        [
            "value-order-reference",
            "value-order-item",
            "value-order-item",
            "value-order-description",
            "value-order-total"
        ]
    );
}
