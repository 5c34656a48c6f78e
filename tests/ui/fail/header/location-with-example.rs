use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    header(location, example = "here"),
    body = "Your order has left our warehouse.",
)]
struct Order {
    #[wa(header)]
    place: wa_template::Location,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
