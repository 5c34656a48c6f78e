//! Ways to pay.

use serde_json::Value;

use super::objects::is_link;
use crate::place::Place;
use crate::{Violation, limits, rule};

/// What each way to pay cannot do without.
const NEEDS: &[(&str, &[&str])] = &[
    ("payment_gateway", &["type", "configuration_name"]),
    ("upi_intent_link", &["link"]),
    ("pix_dynamic_code", &["code"]),
    ("payment_link", &["uri"]),
    ("boleto", &["digitable_line"]),
    ("offsite_card_pay", &["last_four_digits", "credential_id"]),
];

/// The violation of a way to pay that cannot be sent: `kind` is its `type`, `member` gives the texts of the object
/// under that name. Kinds that this crate does not know are not judged.
#[must_use]
pub fn payment<'m>(kind: &str, member: impl Fn(&str) -> Option<&'m str>, place: &Place) -> Option<Violation> {
    let (_, needs) = NEEDS.iter().find(|(known, _)| *known == kind)?;
    let missing = needs.iter().find(|key| member(key).is_none_or(str::is_empty));
    let fault = match (missing, kind) {
        (Some(key), _) => {
            Some((format!("`{kind}.{key}` is empty"), "send what the payment provider gave you"))
        }
        (None, "payment_gateway") => configuration_name(member("configuration_name")?),
        (None, "payment_link") => uri(member("uri")?),
        (None, "offsite_card_pay") => last_four_digits(member("last_four_digits")?),
        (None, _) => None,
    };
    fault.map(|(fact, fix)| Violation::new(&rule::VALUE_PAYMENT, place.clone(), fact, fix))
}

/// The violation of a way to pay that is given as JSON: an object with a `type` and, under that name, another one.
#[must_use]
pub fn payment_setting(json: &Value, place: &Place) -> Option<Violation> {
    let kind = json.get("type").and_then(Value::as_str).unwrap_or_default();
    if kind.is_empty() {
        let fact = "the way to pay is not a JSON object with a `type`";
        let fix = "send an element of `payment_settings` as the platform describes it";
        return Some(Violation::new(&rule::VALUE_PAYMENT, place.clone(), fact, fix));
    }
    payment(kind, |key| json.get(kind)?.get(key)?.as_str(), place)
}

/// The violation of a way to pay other than the one for which a payment-request button was created: its setting is
/// repeated, with values of the moment (`payments/payments-br/payment-request-cta`, June 2026).
#[must_use]
pub fn payment_of_another_kind(found: &str, wanted: &str, place: &Place) -> Option<Violation> {
    // What a definition does not tell is not known.
    (found != wanted && !wanted.is_empty()).then(|| {
        let fact = format!("the button asks for `{wanted}`, the value is for `{found}`");
        Violation::new(
            &rule::VALUE_PAYMENT,
            place.clone(),
            fact,
            "send the kind that the button was made for",
        )
    })
}

type Fault = (String, &'static str);

fn configuration_name(name: &str) -> Option<Fault> {
    let length = name.chars().count();
    (length > limits::PAYMENT_CONFIGURATION_NAME).then(|| {
        let fact = format!(
            "`payment_gateway.configuration_name` has {length} characters, the limit is {}",
            limits::PAYMENT_CONFIGURATION_NAME
        );
        (fact, "send the name that the account shows")
    })
}

fn uri(uri: &str) -> Option<Fault> {
    (!is_link(uri)).then(|| {
        let fact = "`payment_link.uri` is not an absolute `http` or `https` address".to_owned();
        (fact, "send a public address")
    })
}

fn last_four_digits(digits: &str) -> Option<Fault> {
    let valid = digits.len() == limits::CARD_LAST_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    (!valid).then(|| {
        let fact = format!("`offsite_card_pay.last_four_digits` is not {} digits", limits::CARD_LAST_DIGITS);
        (fact, "send the last digits of the card's number only")
    })
}
