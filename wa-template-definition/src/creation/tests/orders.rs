//! Orders, payments, clones of library templates.

use serde_json::{Value, json};

use super::limits::limit;
use super::{
    BODY, Broken, accepted, broken, header, labelled, quick_reply, rules, set, template, with, with_buttons,
};

const PAYMENTS: [(&str, &str, &str); 3] = [
    ("pix_dynamic_code", "code", "Copy Pix code"),
    ("boleto", "digitable_line", "Copy Boleto code"),
    ("payment_link", "uri", "Open payment link"),
];

fn payment(kind: &str, key: &str, label: &str) -> Value {
    let mut setting = json!({ "type": kind });
    setting[kind] = json!({});
    setting[kind][key] = json!("https://example.com/");
    json!({ "type": "PAYMENT_REQUEST", "text": label, "payment_setting": setting })
}

fn payments() -> Vec<Value> {
    PAYMENTS.iter().map(|(kind, key, label)| payment(kind, key, label)).collect()
}

pub(super) fn broken_definitions() -> Vec<Broken> {
    let mut table = vec![
        broken(
            "order-status-category",
            "sub_category",
            set(with("category", "MARKETING"), "sub_category", "ORDER_STATUS"),
        ),
        broken(
            "order-status-category",
            "sub_category",
            set(with("category", "marketing"), "sub_category", "order_status"),
        ),
        broken("library-components", "definition", with("library_template_name", "delivery_update_1")),
        broken("buttons-too-many-of-kind", "buttons[3]", with_payments(4)),
    ];
    for setting in [json!(null), json!("boleto"), json!({}), json!({ "type": 1 })] {
        let button = json!({ "type": "PAYMENT_REQUEST", "text": "Pay", "payment_setting": setting });
        table.push(broken("button-payment-example", "buttons[0]", with_buttons(vec![button])));
    }
    for (kind, key, label) in PAYMENTS {
        for wrong in ["Pay now", &label.to_lowercase(), &label.to_uppercase()] {
            let button = payment(kind, key, wrong);
            table.push(broken("button-payment-label", "buttons[0].text", with_buttons(vec![button])));
        }
        let mut without = payment(kind, key, label);
        without.as_object_mut().unwrap().remove("text");
        table.push(broken("button-label-missing", "buttons[0].text", with_buttons(vec![without])));
        let mut empty = payment(kind, key, label);
        empty["payment_setting"][kind][key] = json!("");
        table.push(broken("button-payment-example", "buttons[0].example", with_buttons(vec![empty])));
        let mut bare = payment(kind, key, label);
        bare["payment_setting"].as_object_mut().unwrap().remove(kind);
        table.push(broken("button-payment-example", "buttons[0].example", with_buttons(vec![bare])));
        let twice = vec![quick_reply("No"), payment(kind, key, label), payment(kind, key, label)];
        table.push(broken("button-payment-kind", "buttons[2]", with_buttons(twice)));
    }
    table
}

/// Further kinds than the three are made up.
fn with_payments(count: usize) -> Value {
    let mut buttons = payments();
    buttons.push(payment("card_link", "uri", "Pay by card"));
    buttons.truncate(count);
    with_buttons(buttons)
}

#[test]
fn orders_that_are_accepted() {
    let order = |label: &str| labelled("ORDER_DETAILS", label);
    for category in ["UTILITY", "MARKETING"] {
        for format in ["TEXT", "IMAGE", "DOCUMENT"] {
            let mut header = header(format);
            if format == "TEXT" {
                header["text"] = json!("Your order");
            }
            let buttons = json!({ "type": "BUTTONS", "buttons": [order("Review and Pay")] });
            let all = template(vec![header, json!({ "type": "BODY", "text": BODY }), buttons]);
            let all = set(set(all, "category", category), "display_format", "ORDER_DETAILS");
            accepted(&all);
        }
    }
    // A checkout button with up to nine quick replies.
    let mut list = vec![order("Buy now")];
    list.extend((0..9).map(|_| quick_reply("No")));
    accepted(&with_buttons(list));
    accepted(&with("sub_category", "ORDER_STATUS"));
    accepted(&with("sub_category", "CUSTOM"));
    assert_eq!(rules(&set(with("category", "FUTURE"), "sub_category", "ORDER_STATUS")), ["category-unknown"]);
}

#[test]
fn payments_that_are_accepted() {
    accepted(&with_buttons(payments()));
    let mut mixed = payments();
    mixed.push(quick_reply("No"));
    accepted(&set(with_buttons(mixed), "category", "MARKETING"));
    // The names of kinds are exact: this is another one, with a label of its own.
    accepted(&with_buttons(vec![payment("PIX_DYNAMIC_CODE", "code", "Pay")]));
    limit("buttons-too-many-of-kind", 3, with_payments);
}

#[test]
fn clones_that_are_read_back_have_components() {
    let clone = with("library_template_name", "delivery_update_1");
    accepted(&set(clone, "status", "APPROVED"));
    accepted(&json!({ "name": "clone", "language": "en", "category": "UTILITY",
        "library_template_name": "delivery_update_1",
        "library_template_button_inputs": [{ "type": "PHONE_NUMBER", "phone_number": "+16315551010" }] }));
}
