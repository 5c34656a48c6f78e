use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = r#"Say "hello" to order {{nummer}} from our warehouse."#,
)]
struct Order {
    #[wa(example = "860198")]
    number: u32,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
