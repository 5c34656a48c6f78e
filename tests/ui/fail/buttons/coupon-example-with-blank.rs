// breaks: button-coupon-code
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(copy_code("{{coupon}}")),
)]
struct Order {
    #[wa(example = "25 OFF")]
    coupon: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
