//! One-time passwords.

use serde_json::{Value, json};

use super::limits::limit;
use super::{Broken, accepted, authentication, broken, one_time_password, read, rules, set};

fn app(package_name: &str, signature_hash: &str) -> Value {
    json!({ "package_name": package_name, "signature_hash": signature_hash })
}

fn shrub() -> Value {
    app("com.example.luckyshrub", "K8a/AINcGX7")
}

/// A one-tap button for these applications.
fn one_tap(apps: Vec<Value>) -> Value {
    let mut button = json!({ "type": "OTP", "otp_type": "ONE_TAP" });
    button["supported_apps"] = Value::Array(apps);
    button
}

fn zero_tap() -> Value {
    set(set(one_tap(vec![shrub()]), "otp_type", "ZERO_TAP"), "zero_tap_terms_accepted", true)
}

fn expiring(minutes: impl Into<Value>) -> Value {
    let mut definition = authentication();
    definition["components"][1]["code_expiration_minutes"] = minutes.into();
    definition
}

pub(super) fn broken_definitions() -> Vec<Broken> {
    let button = |rule, button| broken(rule, "buttons[0]", one_time_password(button));
    let apps = |count| one_tap(vec![shrub(); count]);
    let copied = || json!({ "type": "OTP", "otp_type": "COPY_CODE" });
    let mut table = vec![
        button("one-time-password-kind", json!({ "type": "OTP" })),
        button("one-time-password-kind", json!({ "type": "otp", "otp_type": "" })),
        button("one-time-password-kind", json!({ "type": "OTP", "otp_type": "TWO_TAPS" })),
        button("one-time-password-kind", json!({ "type": "OTP", "otp_type": 1 })),
        button("one-time-password-apps", apps(0)),
        button("one-time-password-apps", apps(6)),
        button("one-time-password-apps", json!({ "type": "OTP", "otp_type": "ONE_TAP" })),
        button("one-time-password-apps", set(copied(), "supported_apps", json!([shrub()]))),
        button("one-time-password-apps", set(copied(), "autofill_text", "Autofill")),
        // The form up to Graph v20.
        button(
            "one-time-password-apps",
            json!({ "type": "OTP", "otp_type": "ONE_TAP", "package_name": "com.example.luckyshrub",
                    "signature_hash": "K8a/AINcGX7" }),
        ),
        button("button-label-too-long", set(apps(1), "autofill_text", "é".repeat(26))),
        button("one-time-password-terms", set(zero_tap(), "zero_tap_terms_accepted", false)),
        button("one-time-password-terms", set(zero_tap(), "zero_tap_terms_accepted", json!(null))),
        button("one-time-password-terms", set(apps(1), "otp_type", "zero_tap")),
        broken(
            "button-label-too-long",
            "buttons[0].text",
            one_time_password(set(copied(), "text", "é".repeat(26))),
        ),
        broken("button-label-style", "buttons[0].text", one_time_password(set(copied(), "text", "Copy 😃"))),
    ];
    for name in [
        "",
        "shrub",
        "com.",
        ".com",
        "com..shrub",
        "com.1shrub",
        "com.lucky-shrub",
        "com.größe",
        "com. shrub",
    ] {
        table.push(button("one-time-password-package", one_tap(vec![shrub(), app(name, "K8a/AINcGX7")])));
    }
    table.push(button("one-time-password-package", one_tap(vec![app(&package(225), "K8a/AINcGX7")])));
    for hash in [
        "",
        "K8a/AINcGX",
        "K8a/AINcGX7=",
        "K8a%2FAINcGX7",
        "K8a-AINcGX7",
        "K8a AINcGX7",
        "K8aéAINcGX7",
        "K8aéINcGX7",
    ] {
        table.push(button("one-time-password-hash", one_tap(vec![app("com.example", hash), shrub()])));
    }
    for minutes in [json!(0), json!(91), json!(-1), json!("91")] {
        table.push(broken("code-expiration-range", "footer", expiring(minutes)));
    }
    table
}

fn package(length: usize) -> String {
    format!("com.{}", "a".repeat(length - 4))
}

#[test]
fn one_time_passwords_that_are_accepted() {
    for button in [
        json!({ "type": "otp", "otp_type": "copy_code", "text": "Copy Code" }),
        one_tap(vec![shrub()]),
        set(
            set(one_tap(vec![shrub(), app("a.b_1.C", "aZ09+/=====")]), "text", "Copy"),
            "autofill_text",
            "Autofill",
        ),
        set(one_tap(vec![shrub()]), "otp_type", "One_Tap"),
        zero_tap(),
        // Said where it means nothing.
        set(one_tap(vec![shrub()]), "zero_tap_terms_accepted", false),
    ] {
        accepted(&one_time_password(button));
    }
    let mut silent = authentication();
    silent["components"][0] = json!({ "type": "BODY" });
    silent["components"].as_array_mut().unwrap().remove(1);
    accepted(&silent);
    accepted(&expiring("10"));
}

#[test]
fn limits_of_one_time_passwords() {
    limit("code-expiration-range", 90, expiring);
    accepted(&expiring(1));
    limit("one-time-password-apps", 5, |count| one_time_password(one_tap(vec![shrub(); count])));
    accepted(&one_time_password(one_tap(vec![shrub()])));
    limit("one-time-password-package", 224, |length| {
        one_time_password(one_tap(vec![app(&package(length), "K8a/AINcGX7")]))
    });
    for letter in ["a", "é", "中"] {
        limit("button-label-too-long", 25, |length| {
            one_time_password(set(one_tap(vec![shrub()]), "autofill_text", letter.repeat(length)))
        });
    }
    for (length, expected) in
        [(10, &["one-time-password-hash"][..]), (11, &[]), (12, &["one-time-password-hash"])]
    {
        let button = one_tap(vec![app("com.example", &"a".repeat(length))]);
        assert_eq!(rules(&one_time_password(button)), expected, "{length}");
    }
}

#[test]
fn every_application_is_judged() {
    let definition = one_time_password(one_tap(vec![app("x", "y"), shrub(), app("z", "K8a/AINcGX7")]));
    let facts: Vec<_> =
        read(&definition).validate().iter().map(|violation| violation.fact().to_owned()).collect();
    assert_eq!(
        facts,
        [
            "`x` is not the package name of an application",
            "`y` is not a signature hash",
            "`z` is not the package name of an application"
        ]
    );
}
