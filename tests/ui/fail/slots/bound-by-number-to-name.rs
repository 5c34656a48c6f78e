use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse today.",
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
