// breaks: placeholder-mixed
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{1}} of {{day}} has left our warehouse today.",
)]
struct Order {
    #[wa(body = 1, example = "x")]
    number: String,
    #[wa(example = "x")]
    day: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
