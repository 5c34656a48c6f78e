use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Für Ihre Bestellung 📦 aus Köln: {{nummer}} ist da.",
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
