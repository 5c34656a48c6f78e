use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(language = "en", category = "utility", body = "Your order {{1}} has left our warehouse today.")]
struct Order(u32);

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
