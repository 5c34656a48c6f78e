use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    positional,
    body = "Your order {{number}} of {{day}}, number {{number}}, has left.",
    translation("es", body = "Su pedido {{number}} del {{day}} ha salido."),
)]
struct Order {
    #[wa(example = "860198")]
    number: u32,
    #[wa(example = "Monday")]
    day: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
