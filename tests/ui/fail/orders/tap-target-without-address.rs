use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(tap_target)]
    target: wa_template::TapTarget,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
