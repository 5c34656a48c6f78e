use wa_template::{WaMessage, WaTemplate};

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = )]
struct Order;

const NAME: &wa_template::Template = Order::TEMPLATE;

fn main() {
    let _ = (NAME.name(), Order.template(), Order.to("+16505551234").build(), Order::definitions());
}
