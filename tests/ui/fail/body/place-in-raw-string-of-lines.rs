use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = r#"Your "order" \n
{{number}} has left."#,
)]
struct Order;

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
