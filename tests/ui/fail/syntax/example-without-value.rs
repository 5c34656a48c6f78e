use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse today.",
)]
struct Order {
    #[wa(example)]
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
