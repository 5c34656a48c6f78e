use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    body = "Your order has left our warehouse.",
    buttons(catalog("View catalog")),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
