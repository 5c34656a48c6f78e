use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(document),
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(header)]
    file: wa_template::Image,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
