// breaks: header-placeholder-gap
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header = "Order {{2}} for you",
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(header = 2, example = "x")]
    number: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
