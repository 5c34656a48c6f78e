// breaks: placeholder-mixed
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header = "Order {{number}} for you",
    body = "Your order of {{1}} has left our warehouse today.",
)]
struct Order {
    #[wa(example = "x")]
    number: String,
    #[wa(body = 1, example = "x")]
    day: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
