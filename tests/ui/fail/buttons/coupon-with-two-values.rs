use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(copy_code("{{coupon}}", "Copy")),
)]
struct Order {
    #[wa(example = "25OFF")]
    coupon: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
