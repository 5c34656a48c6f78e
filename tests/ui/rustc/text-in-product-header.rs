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
    #[wa(header)]
    product: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
