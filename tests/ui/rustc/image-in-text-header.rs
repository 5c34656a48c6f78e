use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header = "Order {{number}}",
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(example = "860198")]
    number: wa_template::Image,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
