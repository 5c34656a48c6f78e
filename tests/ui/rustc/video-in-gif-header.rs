use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    header(gif),
)]
struct Order {
    #[wa(header)]
    clip: wa_template::Video,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
