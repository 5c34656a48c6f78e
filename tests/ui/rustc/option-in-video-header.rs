use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(video),
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(header)]
    clip: Option<wa_template::Video>,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
