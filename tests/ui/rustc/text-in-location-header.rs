use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(location),
    body = "Your order has left our warehouse.",
)]
struct Order<'a> {
    #[wa(header)]
    place: &'a str,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
