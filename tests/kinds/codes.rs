//! One-time codes: the text is the platform's, the code stands in the body and in the button.

use serde_json::{Value, json};
use wa_template::WaTemplate;

use super::{address, check, problems, texts};

#[derive(WaTemplate)]
#[wa(
    name = "authentication_code_copy_code_button",
    language = "en_US",
    category = "authentication",
    authentication(security_recommendation, code_expiration_minutes = 10),
    buttons(otp(copy_code, text = "Copy Code"))
)]
struct CopyCode<'a> {
    #[wa(code)]
    code: &'a str,
}

#[derive(WaTemplate)]
#[wa(
    name = "authentication_code_autofill_button",
    language = "en_US",
    category = "authentication",
    message_send_ttl_seconds = 60,
    authentication(security_recommendation, code_expiration_minutes = 10),
    buttons(otp(
        one_tap,
        app("com.example.luckyshrub", "K8a/AINcGX7"),
        text = "Copy Code",
        autofill_text = "Autofill"
    ))
)]
struct OneTap {
    #[wa(code)]
    code: String,
}

#[derive(WaTemplate)]
#[wa(
    name = "zero_tap_auth_template",
    language = "en_US",
    category = "authentication",
    message_send_ttl_seconds = 60,
    authentication(security_recommendation, code_expiration_minutes = 5),
    buttons(otp(
        zero_tap,
        zero_tap_terms_accepted,
        app("com.example.luckyshrub", "K8a/AINcGX7"),
        text = "Copy Code",
        autofill_text = "Autofill"
    ))
)]
struct ZeroTap {
    #[wa(code)]
    code: String,
}

#[derive(WaTemplate)]
#[wa(
    name = "verification_code_two_apps",
    language = "en_US",
    category = "authentication",
    authentication(security_recommendation, code_expiration_minutes = 15),
    buttons(otp(
        one_tap,
        app("com.example.luckyshrub", "K8a/AINcGX7"),
        app("com.example.luckyshrub.tablet", "abcdEFGH1+/")
    ))
)]
struct TwoApps {
    #[wa(code)]
    code: Code,
}

/// A type of the application's own.
struct Code(String);

impl AsRef<str> for Code {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[derive(WaTemplate)]
#[wa(
    name = "authentication_minimal",
    language = "en_US",
    category = "authentication",
    buttons(otp(copy_code))
)]
struct Minimal {
    #[wa(code)]
    code: String,
}

fn twice(code: &str) -> Value {
    json!([texts(&[code]), address(0, code)])
}

#[test]
fn code_to_copy() {
    check(&CopyCode { code: "J$FpnYnP" }, &twice("J$FpnYnP"));
}

#[test]
fn code_that_is_filled_in() {
    check(&OneTap { code: "J$FpnYnP".to_owned() }, &twice("J$FpnYnP"));
    check(&ZeroTap { code: "J$FpnYnP".to_owned() }, &twice("J$FpnYnP"));
    check(&TwoApps { code: Code("739104".to_owned()) }, &twice("739104"));
}

#[test]
fn smallest_template_of_all() {
    check(&Minimal { code: "123456".to_owned() }, &twice("123456"));
}

#[test]
fn a_bad_code_is_told_once() {
    let code = Some("code".to_owned());
    let long = Minimal { code: "1234567890123456".to_owned() };
    assert_eq!(problems(&long), [(code.clone(), "value-one-time-code".to_owned())]);
    assert_eq!(problems(&Minimal { code: String::new() }), [(code, "value-empty".to_owned())]);
}
