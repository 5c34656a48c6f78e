// breaks: body-placeholder-gap
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{1}} of {{3}} has left our warehouse today.",
)]
struct Order {
    #[wa(body = 1, example = "x")]
    number: String,
    #[wa(body = 3, example = "x")]
    day: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
