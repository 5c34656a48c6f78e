use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has been paid: {{paid}}, thank you very much.",
)]
struct Order {
    #[wa(example = "yes")]
    paid: bool,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
