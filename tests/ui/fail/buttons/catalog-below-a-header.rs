// breaks: catalog-header
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    header = "Our plants",
    body = "Your order has left our warehouse.",
    buttons(catalog("View catalog")),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
