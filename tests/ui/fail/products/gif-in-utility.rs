// breaks: marketing-only
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order has left our warehouse.",
    header(gif),
)]
struct Order {
    #[wa(header)]
    animation: wa_template::Gif,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
