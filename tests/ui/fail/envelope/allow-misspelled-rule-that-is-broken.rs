use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "{{number}} is the number of your order, which has left.",
    allow("body-edge-placeholders"),
)]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
