//! JSON that looks like the `template` object of a send.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::definition::payment_setting;
use super::{field, list, object, string, text, value, words};

/// Values of buttons: actions, and what stands in them.
fn action() -> BoxedStrategy<Value> {
    let product = object(vec![("product_retailer_id", field(string()))]);
    let section = object(vec![("title", field(string())), ("product_items", field(list(product, 3)))]);
    let amount = || field(object(vec![("value", field(any::<i64>().prop_map(|value| json!(value))))]));
    let item = object(vec![("name", field(string())), ("quantity", field(value())), ("amount", amount())]);
    let order = object(vec![
        ("items", field(list(item, 3))),
        ("subtotal", amount()),
        ("tax", amount()),
        ("discount", amount()),
    ]);
    let details = object(vec![
        ("reference_id", field(string())),
        ("payment_settings", field(list(payment_setting(), 2))),
        ("order", field(order)),
        ("total_amount", amount()),
    ]);
    let payment = object(vec![("payment_setting", field(payment_setting()))]);
    object(vec![
        ("flow_action_data", field(value())),
        ("thumbnail_product_retailer_id", field(string())),
        ("sections", field(list(section, 3))),
        ("order_details", field(details)),
        ("payment_request", field(payment)),
    ])
}

/// Objects that look like the `template` object of a send.
pub(crate) fn send() -> BoxedStrategy<Value> {
    let kinds = &[
        "text",
        "TEXT",
        "payload",
        "currency",
        "date_time",
        "image",
        "location",
        "video",
        "product",
        "action",
        "coupon_code",
        "ttl_minutes",
        "limited_time_offer",
        "order_status",
        "tap_target_configuration",
    ];
    let parameter = object(vec![
        ("type", field(words(kinds))),
        ("text", field(text().prop_map(Value::String))),
        ("payload", field(text().prop_map(Value::String))),
        ("parameter_name", field(words(&["name", "1", ""]))),
        ("currency", field(value())),
        ("date_time", field(value())),
        ("image", field(value())),
        ("location", field(value())),
        ("action", field(action())),
        ("coupon_code", field(string())),
        ("ttl_minutes", field(any::<i64>().prop_map(|minutes| json!(minutes)))),
        ("product", field(value())),
        ("limited_time_offer", field(value())),
        ("order_status", field(value())),
        ("tap_target_configuration", field(list(value(), 2))),
    ]);
    let kinds = &[
        "header",
        "BODY",
        "body",
        "button",
        "button",
        "footer",
        "order_status",
        "limited_time_offer",
        "tap_target_configuration",
    ];
    let sub_types = &[
        "url",
        "quick_reply",
        "URL",
        "voice_call",
        "otp",
        "copy_code",
        "flow",
        "mpm",
        "catalog",
        "order_details",
        "payment_request",
    ];
    let component = object(vec![
        ("type", field(words(kinds))),
        ("sub_type", field(words(sub_types))),
        (
            "index",
            field(prop_oneof![(0..6_i32).prop_map(|index| json!(index)), words(&["0", "1", "x", "+1"])]),
        ),
        ("parameters", field(list(parameter, 4))),
    ]);
    let index = field((0..4_i32).prop_map(|index| json!(index)));
    let card = object(vec![("card_index", index), ("components", field(list(component.clone(), 3)))]);
    let carousel = object(vec![("type", field(words(&["carousel"]))), ("cards", field(list(card, 4)))]);
    let component = prop_oneof![6 => component, 1 => carousel];
    object(vec![
        ("name", field(words(&["ticket"]))),
        ("language", field(Just(json!({ "code": "en_US" })))),
        ("components", field(list(component, 6))),
    ])
}
