// breaks: buttons-too-many-of-kind
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(order_details("Review and Pay"), order_details("Buy now")),
)]
struct Order {
    #[wa(button = 0)]
    first: wa_template::OrderDetails,
    #[wa(button = 1)]
    second: wa_template::OrderDetails,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
