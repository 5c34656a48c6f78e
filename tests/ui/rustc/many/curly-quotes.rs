use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = “Your order ships today.”)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
