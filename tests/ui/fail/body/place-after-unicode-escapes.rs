use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "\u{46}\u{fc}r\x20Sie:\t\"{{nummer}}\" ist da.",
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
