use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    header(video),
    buttons(url("Shop", "https://www.example.com/")),
)]
struct Order {
    #[wa(header)]
    clip: wa_template::Video,
    #[wa(tap_target)]
    target: wa_template::TapTarget,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
