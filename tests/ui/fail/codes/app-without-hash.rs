use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    buttons(otp(one_tap, app("com.example.app"))),
)]
struct LoginCode {
    #[wa(code)]
    code: String,
}

fn main() {
    let _ = <LoginCode as WaTemplate>::TEMPLATE.name();
}
