//! A template of each kind as a derived struct: its request body equal to an expectation written by hand and accepted
//! by the template's own definition, which is valid; both equal to the documented ones where those are at hand.

mod actions;
mod carousels;
mod checkout;
mod codes;
mod offers;
mod orders;
mod product_cards;
mod products;

use serde_json::{Value, json};
use tests::vectors;
use wa_template::definition::Violation;
use wa_template::{WaMessage, WaTemplate};

/// Compares a body with its expectation, and body and definition with the documented ones of that template.
#[track_caller]
fn check<M: WaTemplate>(message: &M, components: &Value) {
    let body = body(message, components);
    vectors::compare_send(M::TEMPLATE.name(), &body);
    vectors::compare_definition(M::TEMPLATE.name(), &M::definitions()[0]);
}

/// Compares a body with its expectation, `null` where nothing is filled in, and has it judged.
#[track_caller]
fn body<M: WaTemplate>(message: &M, components: &Value) -> Value {
    let built = message.to("16505551234").build().expect("a valid message");
    let found: Value = serde_json::from_str(built.json()).expect("JSON");
    let definition = &M::definitions()[0];
    let mut template = json!({ "name": M::TEMPLATE.name(), "language": { "code": definition.language() } });
    if !components.is_null() {
        template["components"] = components.clone();
    }
    let expected = json!({ "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+16505551234",
        "type": "template", "template": template });
    assert_eq!(found, expected);
    let errors: Vec<_> = definition.validate().into_iter().filter(Violation::is_error).collect();
    assert_eq!(errors, []);
    assert_eq!(definition.check_send(&found["template"]), []);
    found
}

/// The rules that a message breaks, each with the field that holds the value.
#[track_caller]
fn problems(message: &impl WaMessage) -> Vec<(Option<String>, String)> {
    let invalid = message.to("16505551234").build().expect_err("an invalid message");
    invalid
        .problems()
        .iter()
        .map(|problem| (problem.field().map(str::to_owned), problem.rule().to_owned()))
        .collect()
}

/// The header component with its one value.
fn header(kind: &str, value: &Value) -> Value {
    json!({ "type": "header", "parameters": [{ "type": kind, kind: value }] })
}

/// The body component of a template with numbered placeholders.
fn texts(values: &[&str]) -> Value {
    let values: Vec<_> = values.iter().map(|value| json!({ "type": "text", "text": value })).collect();
    json!({ "type": "body", "parameters": values })
}

/// The component of a button with its values.
fn button(kind: &str, index: usize, parameters: &Value) -> Value {
    json!({ "type": "button", "sub_type": kind, "index": index.to_string(), "parameters": parameters })
}

/// The component of a button whose value is an action.
fn action(kind: &str, index: usize, action: &Value) -> Value {
    button(kind, index, &json!([{ "type": "action", "action": action }]))
}

/// The component of a URL button.
fn address(index: usize, suffix: &str) -> Value {
    button("url", index, &json!([{ "type": "text", "text": suffix }]))
}

/// The component of a quick reply.
fn reply(index: usize, payload: &str) -> Value {
    button("quick_reply", index, &json!([{ "type": "payload", "payload": payload }]))
}

/// The component of a copy-code button.
fn coupon(index: usize, code: &str) -> Value {
    button("copy_code", index, &json!([{ "type": "coupon_code", "coupon_code": code }]))
}
