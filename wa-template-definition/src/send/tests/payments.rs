//! Ways to pay.

use serde_json::{Value, json};

use super::orders::{broken, details, order_send};
use super::{Refused, accepted, action_send, button_send, list, refused, send, with_buttons};

fn payment_template() -> Value {
    with_buttons(&[json!({ "type": "PAYMENT_REQUEST", "text": "Copy Pix code",
        "payment_setting": { "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "0002" } } })])
}

fn payment_send(setting: Value) -> Value {
    let mut request = json!({ "payment_request": {} });
    request["payment_request"]["payment_setting"] = setting;
    action_send("payment_request", request)
}

/// What no way to pay may be, as an element of an order's `payment_settings` and as that of a payment request.
pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = vec![
        refused("send-button-missing", "buttons[1]", payment_template(), send(json!([]))),
        refused(
            "send-button-missing",
            "buttons[1]",
            payment_template(),
            button_send("payment_request", json!([])),
        ),
        refused("value-payment", "buttons[1]", payment_template(), action_send("payment_request", json!({}))),
        refused("value-payment", "buttons[1]", payment_template(), payment_send(json!(null))),
    ];
    for setting in [
        json!({}),
        json!("pix_dynamic_code"),
        json!({ "pix_dynamic_code": { "code": "0002" } }),
        json!({ "type": "pix_dynamic_code" }),
        json!({ "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "" } }),
        json!({ "type": "pix_dynamic_code", "boleto": { "digitable_line": "0339" } }),
        json!({ "type": "boleto", "boleto": { "digitable_line": 339 } }),
        json!({ "type": "payment_link", "payment_link": { "uri": "example.com" } }),
        json!({ "type": "payment_gateway", "payment_gateway": { "type": "razorpay" } }),
        json!({ "type": "payment_gateway",
                "payment_gateway": { "type": "razorpay", "configuration_name": "é".repeat(61) } }),
        json!({ "type": "upi_intent_link", "upi_intent_link": {} }),
        json!({ "type": "offsite_card_pay", "offsite_card_pay": { "last_four_digits": "123", "credential_id": "x" } }),
    ] {
        table.push(refused("value-payment", "buttons[1]", payment_template(), payment_send(setting.clone())));
        table.push(broken("value-payment", |order| list(&mut order["payment_settings"]).push(setting)));
    }
    for setting in [
        json!({ "type": "boleto", "boleto": { "digitable_line": "0339" } }),
        json!({ "type": "payment_link", "payment_link": { "uri": "https://example.com/pay" } }),
        json!({ "type": "cash" }),
    ] {
        table.push(refused("value-payment", "buttons[1]", payment_template(), payment_send(setting)));
    }
    table
}

#[test]
fn payments_that_are_accepted() {
    for setting in [
        json!({ "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "0002" } }),
        json!({ "type": "boleto", "boleto": { "digitable_line": "0339" } }),
        json!({ "type": "payment_link", "payment_link": { "uri": "https://example.com/pay" } }),
        json!({ "type": "offsite_card_pay", "offsite_card_pay": { "last_four_digits": "1234", "credential_id": "x" } }),
        // Kinds that nobody knows yet.
        json!({ "type": "cash" }),
    ] {
        if setting["type"] == "pix_dynamic_code" {
            accepted(&payment_template(), &payment_send(setting.clone()));
        }
        accepted(&details(), &order_send(|order| order["payment_settings"] = json!([setting])));
    }
}
