use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    limited_time_offer("Expiring offer!", has_expiration = true),
)]
struct Order {
    #[wa(expiration)]
    ends: std::time::SystemTime,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
