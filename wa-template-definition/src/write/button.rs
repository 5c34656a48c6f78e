//! Buttons.

use serde_json::Value;

use super::json::{Json, object, string, upper_case_type, value};
use crate::button::{Flow, OneTimePassword};
use crate::{Button, ButtonKind};

#[inline]
pub(super) fn button(button: &Button) -> Json {
    if button.kind == ButtonKind::Other {
        return Json::Value(upper_case_type(Value::Object(button.extra.clone())));
    }
    let mut keys = vec![("type", string(button.type_name()))];
    if let ButtonKind::OneTimePassword(password) = &button.kind {
        keys.push(("otp_type", string(password.kind.as_str())));
    }
    keys.extend(button.label.iter().map(|label| ("text", string(label))));
    match &button.kind {
        ButtonKind::Url { url, example } => {
            keys.push(("url", string(url.wire())));
            keys.extend(example.iter().map(|example| ("example", Json::Array(vec![string(example)]))));
        }
        ButtonKind::PhoneNumber { phone_number } => keys.push(("phone_number", string(phone_number))),
        ButtonKind::CopyCode { example } => {
            keys.extend(example.iter().map(|example| ("example", string(example))));
        }
        ButtonKind::Flow(flow) => keys.extend(self::flow(flow)),
        ButtonKind::PaymentRequest { setting, .. } if setting.is_empty() => {}
        ButtonKind::PaymentRequest { setting, .. } => {
            keys.push(("payment_setting", value(Value::Object(setting.clone()))));
        }
        ButtonKind::OneTimePassword(password) => keys.extend(one_time_password(password)),
        ButtonKind::QuickReply
        | ButtonKind::Catalog
        | ButtonKind::MultiProduct
        | ButtonKind::SingleProduct
        | ButtonKind::VoiceCall
        | ButtonKind::OrderDetails
        | ButtonKind::RequestContactInfo
        | ButtonKind::Other => {}
    }
    Json::Object(keys, button.extra.clone())
}

#[inline]
fn flow(flow: &Flow) -> impl Iterator<Item = (&'static str, Json)> {
    let keys = [
        ("flow_id", &flow.id),
        ("flow_name", &flow.name),
        ("flow_json", &flow.json),
        ("flow_action", &flow.action),
        ("navigate_screen", &flow.navigate_screen),
        ("icon", &flow.icon),
    ];
    keys.into_iter().filter_map(|(key, text)| Some((key, string(text.as_ref()?))))
}

#[inline]
fn one_time_password(password: &OneTimePassword) -> Vec<(&'static str, Json)> {
    let mut keys = Vec::new();
    keys.extend(password.autofill_text.iter().map(|text| ("autofill_text", string(text))));
    keys.extend(
        password.zero_tap_terms_accepted.map(|accepted| ("zero_tap_terms_accepted", value(accepted))),
    );
    if !password.supported_apps.is_empty() {
        let app = |app: &crate::SupportedApp| {
            object(vec![
                ("package_name", string(&app.package_name)),
                ("signature_hash", string(&app.signature_hash)),
            ])
        };
        keys.push(("supported_apps", Json::Array(password.supported_apps.iter().map(app).collect())));
    }
    keys
}
