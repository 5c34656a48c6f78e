use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(flow("Book", id = "1")),
)]
struct Order {
    #[wa(button = 0)]
    flow: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
