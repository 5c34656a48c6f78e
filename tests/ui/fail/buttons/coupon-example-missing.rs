// breaks: button-coupon-example
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(copy_code("{{coupon}}")),
)]
struct Order {
    coupon: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
