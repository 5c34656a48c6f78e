use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[template(language = "en", category = "utility", body = "Your order {{number}} ships today.")]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
