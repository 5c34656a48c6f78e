use wa_template::WaTemplate;

#[derive(WaTemplate)]
#[wa(
    language = "en",
    category = "authentication",
    buttons(otp(
        one_tap,
        app("com.example.app0", "K8a/AINcGX7"),
        app("com.example.app1", "K8a/AINcGX7"),
        app("com.example.app2", "K8a/AINcGX7"),
        app("com.example.app3", "K8a/AINcGX7"),
        app("com.example.app4", "K8a/AINcGX7"),
        app("com.example.app5", "K8a/AINcGX7"),
    )),
)]
struct LoginCode {
    #[wa(code)]
    code: String,
}

fn main() {
    let _ = <LoginCode as WaTemplate>::TEMPLATE.name();
}
