use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(
    language = "en-US",
    category = "utility",
    body = "Hello {{custmer}}, your order {{number}} has left our warehouse.",
    footer = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    buttons(quick_reply("Yes 👍")),
)]
struct Order {
    #[wa(example = "x")]
    customer: String,
    #[wa(example = "860198")]
    number: u32,
}

fn main() {
    let order = Order { customer: String::new(), number: 1 };
    let message = order.to("+16505551234").build();
    let _ = (message, Order::definitions(), <Order as WaTemplate>::TEMPLATE);
    let _: &dyn WaMessage = &order;
}
