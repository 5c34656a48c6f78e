use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "utility",
    body = "Your code {{code}} is valid for a day.",
)]
struct Order {
    #[wa(code, example = "123456")]
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
