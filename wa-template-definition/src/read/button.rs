//! Buttons.

use serde_json::{Map, Value};

use super::keys::{take_bool, take_example, take_string, take_upper, upper_case_type};
use crate::button::{Flow, OneTimePassword, OneTimePasswordKind, PaymentKind, SupportedApp};
use crate::{Button, ButtonKind, Text};

pub(super) fn button(value: Value) -> Button {
    let Value::Object(mut keys) = value else {
        // Not an object: kept under a key that no button has, so that nothing is lost.
        let mut extra = Map::new();
        extra.insert("button".to_owned(), value);
        return Button { label: None, kind: ButtonKind::Other, extra };
    };
    let kind = keys.get("type").and_then(Value::as_str).map(str::to_ascii_uppercase).unwrap_or_default();
    let Some(kind) = kind_of(&kind, &mut keys) else {
        return Button { label: None, kind: ButtonKind::Other, extra: upper_case_type(keys) };
    };
    keys.remove("type");
    Button { label: take_string(&mut keys, "text"), kind, extra: keys }
}

fn kind_of(kind: &str, keys: &mut Map<String, Value>) -> Option<ButtonKind> {
    Some(match kind {
        "QUICK_REPLY" => ButtonKind::QuickReply,
        "URL" => {
            let url = Text::parse(take_string(keys, "url").unwrap_or_default());
            ButtonKind::Url { url, example: take_example(keys) }
        }
        "PHONE_NUMBER" => {
            ButtonKind::PhoneNumber { phone_number: take_string(keys, "phone_number").unwrap_or_default() }
        }
        "COPY_CODE" => ButtonKind::CopyCode { example: take_example(keys) },
        "FLOW" => ButtonKind::Flow(flow(keys)),
        "CATALOG" => ButtonKind::Catalog,
        "MPM" => ButtonKind::MultiProduct,
        "SPM" => ButtonKind::SingleProduct,
        "VOICE_CALL" => ButtonKind::VoiceCall,
        "ORDER_DETAILS" => ButtonKind::OrderDetails,
        "PAYMENT_REQUEST" => payment_request(keys),
        "REQUEST_CONTACT_INFO" => ButtonKind::RequestContactInfo,
        "OTP" => ButtonKind::OneTimePassword(one_time_password(keys)),
        _ => return None,
    })
}

fn flow(keys: &mut Map<String, Value>) -> Flow {
    Flow {
        id: take_string(keys, "flow_id"),
        name: take_string(keys, "flow_name"),
        json: take_string(keys, "flow_json"),
        action: take_upper(keys, "flow_action"),
        navigate_screen: take_string(keys, "navigate_screen"),
        icon: take_upper(keys, "icon"),
    }
}

/// A setting that cannot be read stays among the other keys; its kind is then the empty name.
fn payment_request(keys: &mut Map<String, Value>) -> ButtonKind {
    let readable = |setting: &Value| {
        let setting = setting.as_object()?;
        Some((PaymentKind::parse(setting.get("type")?.as_str()?), setting.clone()))
    };
    let Some((kind, setting)) = keys.get("payment_setting").and_then(readable) else {
        return ButtonKind::PaymentRequest { kind: PaymentKind::Other(String::new()), setting: Map::new() };
    };
    keys.remove("payment_setting");
    ButtonKind::PaymentRequest { kind, setting }
}

fn one_time_password(keys: &mut Map<String, Value>) -> OneTimePassword {
    OneTimePassword {
        kind: OneTimePasswordKind::parse(&take_string(keys, "otp_type").unwrap_or_default()),
        autofill_text: take_string(keys, "autofill_text"),
        supported_apps: supported_apps(keys).unwrap_or_default(),
        zero_tap_terms_accepted: take_bool(keys, "zero_tap_terms_accepted"),
    }
}

/// The applications; nothing is taken unless all of them are understood. Up to Graph v20 one application stood
/// directly on the button: that form stays among the other keys.
fn supported_apps(keys: &mut Map<String, Value>) -> Option<Vec<SupportedApp>> {
    let apps = keys.get("supported_apps")?.as_array()?;
    let apps: Option<Vec<_>> = apps
        .iter()
        .map(|app| {
            let text = |key: &str| app.get(key)?.as_str().map(ToOwned::to_owned);
            let known = app.as_object()?.len() == 2;
            known.then_some(SupportedApp {
                package_name: text("package_name")?,
                signature_hash: text("signature_hash")?,
            })
        })
        .collect();
    let apps = apps?;
    keys.remove("supported_apps");
    Some(apps)
}
