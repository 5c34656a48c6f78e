use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(catalog("View catalog")),
)]
struct Order {
    #[wa(button = 0)]
    first: wa_template::Product,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
