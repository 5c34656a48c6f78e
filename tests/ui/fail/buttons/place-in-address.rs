use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    buttons(url("Track", "https://www.example.com/t?x=\u{e4}&n={{number}}")),
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
