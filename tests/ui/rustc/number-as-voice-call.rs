use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(voice_call("Call now")),
)]
struct Order {
    #[wa(button = 0)]
    call: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
