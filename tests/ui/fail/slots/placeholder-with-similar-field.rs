use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Hello {{custmer}}, your order has left our warehouse.",
)]
struct Order {
    #[wa(example = "x")]
    customer: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
