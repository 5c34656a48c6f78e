use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{order_number}} has left our warehouse.",
)]
#[allow(non_snake_case)]
struct Order {
    #[wa(example = "860198")]
    orderNumber: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
