use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    limited_time_offer("Expiring offer!", has_expiration),
)]
struct Order {
    ends: std::time::SystemTime,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
