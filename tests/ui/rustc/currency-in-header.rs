use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header = "Order for {{price}} today",
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(example = "$5")]
    price: wa_template::Currency,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
