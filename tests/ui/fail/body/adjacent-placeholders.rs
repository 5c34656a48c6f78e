// breaks: placeholder-adjacent
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your order {{number}} {{color}} has left our warehouse today.",
)]
struct Order {
    #[wa(example = "860198")]
    number: u32,
    #[wa(example = "x")]
    color: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
