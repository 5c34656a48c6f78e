use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(payment_request(boleto)),
)]
struct Order {
    #[wa(button = 0, example = "03399026944140000002628346101018898510000008848")]
    payment: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
