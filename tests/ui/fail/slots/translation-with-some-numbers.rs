use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{1}} of {{2}} has left our warehouse.",
    translation("es", body = "Su pedido {{2}} ha salido de casa."),
)]
struct Order {
    #[wa(body = 1, example = "860198")]
    number: u32,
    #[wa(body = 2, example = "Monday")]
    day: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
