use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse today.",
)]
struct Order {
    #[wa(example = "860198", description = "x")]
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
