use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    display_format = true,
    buttons(order_details("Review and Pay")),
)]
struct Order {
    #[wa(button = 0)]
    order: wa_template::OrderDetails,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
