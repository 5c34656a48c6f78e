// breaks: limited-time-offer-header
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "marketing",
    body = "Your order has left our warehouse.",
    header(document),
    limited_time_offer("Expiring offer!"),
)]
struct Order {
    #[wa(header)]
    list: wa_template::Document,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
