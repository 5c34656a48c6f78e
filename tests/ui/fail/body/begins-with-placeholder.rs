// breaks: body-edge-placeholder
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "{{number}} is the number of your new order.",
)]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
