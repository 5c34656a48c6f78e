use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    order_status,
)]
struct Order {
    status: wa_template::OrderStatus,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
