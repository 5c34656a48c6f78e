use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    buttons(otp(one_tap, app("com.example.app", "K8a/AINcGX7"), autofill_text = "Fill in the code for me now")),
)]
struct Order {
    #[wa(code)]
    code: String,
}

fn main() {
    let _ = <Order as WaTemplate>::TEMPLATE.name();
}
