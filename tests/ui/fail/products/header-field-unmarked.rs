use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    header(product),
    buttons(spm("View")),
)]
struct Order {
    product: wa_template::Product,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
