// breaks: button-payment-example
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(payment_request(boleto)),
)]
struct Order {
    #[wa(button = 0)]
    payment: wa_template::PaymentRequest,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
