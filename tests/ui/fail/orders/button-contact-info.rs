use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(request_contact_info),
)]
struct Order {
    #[wa(button = 0)]
    number: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
