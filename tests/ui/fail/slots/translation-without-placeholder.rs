use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{number}} has left our warehouse today.",
    translation("es", body = "Su pedido ha salido de casa."),
)]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
