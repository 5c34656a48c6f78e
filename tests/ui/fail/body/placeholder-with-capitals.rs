// breaks: placeholder-name
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{orderNumber}} has left our warehouse today.",
)]
struct Order {
    #[wa(example = "x")]
    order_number: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
