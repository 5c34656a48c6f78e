use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    buttons(otp(copy_code, one_tap, app("com.example.app", "K8a/AINcGX7"))),
)]
struct LoginCode {
    #[wa(code)]
    code: String,
}

fn main() {
    let _ = <LoginCode as WaTemplate>::TEMPLATE.name();
}
