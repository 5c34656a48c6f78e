// breaks: authentication-content
use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    authentication(security_recommendation),
)]
struct LoginCode;

fn main() {
    let _ = <LoginCode as WaTemplate>::TEMPLATE.name();
}
