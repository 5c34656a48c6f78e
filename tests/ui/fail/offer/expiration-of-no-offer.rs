use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(expiration)]
    ends: std::time::SystemTime,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
