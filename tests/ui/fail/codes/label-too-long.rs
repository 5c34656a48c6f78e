// breaks: button-label-too-long
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    buttons(otp(copy_code, text = "Copy this code to the app!")),
)]
struct LoginCode {
    #[wa(code)]
    code: String,
}

fn main() {
    let _ = <LoginCode as WaTemplate>::TEMPLATE.name();
}
