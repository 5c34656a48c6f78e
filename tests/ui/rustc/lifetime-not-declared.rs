use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order {{number}} has left our warehouse.")]
struct Order {
    #[wa(example = "860198")]
    number: &'a str,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
