use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order:
    {{number}} – it has left.
    Yours",
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
