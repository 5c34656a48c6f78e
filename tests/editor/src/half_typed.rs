//! Attributes that somebody is just typing. What uses the struct has no error.

use wa_template::{WaMessage, WaPayload, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    name = "half_typed_value",
    language = "en",
    category = "utility",
    body = // here
)]
pub struct Value {
    place: u32,
}

#[derive(WaTemplate)]
#[wa(
    name = "half_typed_key",
    language = "en",
    category = "utility",
    body = "Your order {{number}} ships today.",
    butt // here
)]
pub struct Key {
    #[wa(example = "860198")]
    number: u32,
}

#[derive(WaPayload)]
pub enum Answer {
    #[wa(pay)] // here
    Yes,
}

pub fn uses(value: &Value, key: &Key) -> bool {
    let names = (Value::TEMPLATE.name(), Key::TEMPLATE.name());
    let built = value.to("+16505551234").build().is_ok() && key.to("+16505551234").build().is_ok();
    built && names.0 == names.1 && Answer::from_payload("answer:yes").is_ok()
}
