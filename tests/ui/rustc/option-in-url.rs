use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(url("Shop", "https://www.example.com/{{code}}")),
)]
struct Order {
    #[wa(example = "x")]
    code: Option<String>,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
