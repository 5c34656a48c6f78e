// breaks: limited-time-offer-buttons
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    limited_time_offer("Expiring offer!"),
    buttons(url("Shop", "https://www.example.com/"), copy_code("{{coupon}}")),
)]
struct Order {
    #[wa(example = "25OFF")]
    coupon: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
