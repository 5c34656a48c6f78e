// breaks: button-url-placeholder
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(url("Shop", "https://www.example.com/{{code}}/view")),
)]
struct Order {
    #[wa(example = "x")]
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
