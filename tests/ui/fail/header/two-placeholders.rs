// breaks: header-placeholders
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header = "Order {{number}} of {{day}}!",
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(example = "x")]
    number: String,
    #[wa(example = "x")]
    day: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
