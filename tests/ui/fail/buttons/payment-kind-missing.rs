use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    buttons(payment_request),
)]
struct Order {
    #[wa(button = 0, example = "x")]
    pix: wa_template::PaymentRequest,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
