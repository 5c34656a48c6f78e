use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(url("Shop", "https://www.example.com/")),
)]
struct Order {
    #[wa(tap_target)]
    target: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
