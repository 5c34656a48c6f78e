use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    header(image, example = "4::aW...", example = "4::an..."),
)]
struct Order {
    #[wa(header)]
    image: wa_template::Image,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
