use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(url("Track", "https://www.example.com/{{code}}")),
)]
struct Order {
    #[wa(example = "9")]
    code: f64,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
