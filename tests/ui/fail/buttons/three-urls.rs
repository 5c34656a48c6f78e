// breaks: buttons-too-many-of-kind
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(url("A", "https://a.example"), url("B", "https://b.example"), url("C", "https://c.example")),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
