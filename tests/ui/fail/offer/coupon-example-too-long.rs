// breaks: button-coupon-code
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    limited_time_offer("Expiring offer!"),
    buttons(copy_code("{{coupon}}")),
)]
struct Order {
    #[wa(example = "ABCDEFGHIJKLMNOP")]
    coupon: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
