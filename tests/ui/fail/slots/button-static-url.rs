use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(url("Shop", "https://www.example.com/shop")),
)]
struct Order {
    #[wa(button = 0)]
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
