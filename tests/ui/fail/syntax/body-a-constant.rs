use wa_template::WaTemplate;

const BODY: &str = "Your order has left our warehouse.";

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = BODY,
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
