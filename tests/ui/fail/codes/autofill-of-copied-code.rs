// breaks: one-time-password-apps
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    buttons(otp(copy_code, autofill_text = "Autofill")),
)]
struct LoginCode {
    #[wa(code)]
    code: String,
}

fn main() {
    let _ = <LoginCode as WaTemplate>::TEMPLATE.name();
}
