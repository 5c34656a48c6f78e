// breaks: button-payment-kind
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(payment_request(boleto), payment_request(boleto)),
)]
struct Order {
    #[wa(button = 0, example = "03399026944140000002628346101018898510000008848")]
    first: wa_template::PaymentRequest,
    #[wa(button = 1, example = "03399026944140000002628346101018898510000008848")]
    second: wa_template::PaymentRequest,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
