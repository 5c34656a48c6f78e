// breaks: header-example
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header = "Order {{number}} for you",
    body = "Your order has left our warehouse.",
)]
struct Order {
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
