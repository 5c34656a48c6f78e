use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(copy_code("Copy", "{{code}}")),
)]
struct Order {
    #[wa(example = "SUMMER26")]
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
