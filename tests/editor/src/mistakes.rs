//! Whole attributes with a mistake in each. What uses the struct has no error.

use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    name = "order_update",
    language = "en_US",
    category = "utility",
    body = "Hi {{custmer}}, your order {{number}} ships today.", // here
    buttons(url("Track", "https://www.example.com/track/{{number}}"))
)]
pub struct OrderUpdate<'a> {
    #[wa(example = "Pablo")]
    customer: &'a str,
    #[wa(example = "860198")]
    number: u32,
}

#[derive(WaTemplate)]
#[wa(name = "no_such_language", language = "eng", category = "utility", body = "Good morning.")] // here
pub struct NoSuchLanguage;

#[derive(WaTemplate)]
#[wa(
    name = "too_many",
    language = "en",
    category = "utility",
    header = "Order {{number}} of {{day}}", // here
    body = "Your order ships today."
)]
pub struct TooMany {
    #[wa(example = "860198")]
    number: u32,
    #[wa(example = "Monday")]
    day: String,
}

pub fn uses() -> bool {
    let update = OrderUpdate { customer: "Jessica", number: 7 };
    let many = TooMany { number: 7, day: String::from("Monday") };
    update.to("+16505551234").build().is_ok()
        && many.to("+16505551234").build().is_ok()
        && NoSuchLanguage.to("+16505551234").build().is_ok()
}
