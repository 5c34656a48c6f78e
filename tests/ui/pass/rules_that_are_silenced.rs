//! A template that was approved before a rule came.
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "ar_SA",
    category = "utility",
    body = "{{number}}{{day}} is the number of your order",
    allow("language-unknown", "body-edge-placeholder"),
    allow("placeholder-adjacent", "body-example")
)]
struct Order {
    number: u32,
    #[wa(example = "Monday")]
    day: String,
}

fn main() {
    assert_eq!(Order::definitions().len(), 1);
}
