use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(image),
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(header)]
    picture: Option<wa_template::Image>,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
