//! Sends by the Cloud API (messages/send-messages and messages/template-messages, September 2026).

pub(crate) mod answer;

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Map, Value};
use wa_template_definition::{Category, Definition, Violation, value};

use crate::accepted::Order;
use crate::access::Denied;
use crate::account::Account;
use crate::judge::{self, Fault};
use crate::read::{self, Unreadable, given, is_word};
use crate::recipient::{self, Recipient};
use crate::refused::Refusal;
use crate::{Api, Refused};

pub(crate) async fn send(
    State(account): State<Arc<Account>>,
    Path((_version, phone_number_id)): Path<(String, String)>,
    request: Request,
) -> Response {
    answer_to(&account, phone_number_id, request, |_| Ok(())).await
}

/// The endpoint for marketing messages takes the same body with a few more keys, for marketing templates only
/// (marketing-messages/send-marketing-messages, November 2025).
pub(crate) async fn send_marketing(
    State(account): State<Arc<Account>>,
    Path((_version, phone_number_id)): Path<(String, String)>,
    request: Request,
) -> Response {
    answer_to(&account, phone_number_id, request, |definition| match definition.category() {
        Category::Marketing => Ok(()),
        other => {
            Err(Refusal::new(134_100, format!("The template is {other}, this endpoint takes MARKETING.")))
        }
    })
    .await
}

async fn answer_to(
    account: &Account,
    phone_number_id: String,
    request: Request,
    takes: impl Fn(&Definition) -> Result<(), Refusal>,
) -> Response {
    let (head, body) = request.into_parts();
    let json = read::json(body).await;
    let checked = check(account, &head.headers, json.as_ref());
    match checked.and_then(|(recipient, definition)| takes(&definition).map(|()| (recipient, definition))) {
        Ok((recipient, definition)) => {
            let accepted = account.book.accept(Order {
                api: Api::Cloud,
                phone_number_id: Some(phone_number_id),
                recipient,
                definition,
                json: json.unwrap_or_default(),
            });
            answer::accepted(&accepted)
        }
        Err(refusal) => {
            let answer = answer::refused(&refusal, account.book.number());
            let refused = Refused::new(Api::Cloud, refusal, json.unwrap_or_default());
            account.book.refuse(refused);
            answer
        }
    }
}

fn check(
    account: &Account,
    headers: &HeaderMap,
    json: Result<&Value, &Unreadable>,
) -> Result<(Recipient, Arc<Definition>), Refusal> {
    account.admit(headers).map_err(denied)?;
    let json = json.map_err(|unreadable| invalid(unreadable.details()))?;
    let keys = json.as_object().ok_or_else(|| invalid("The body is not a JSON object."))?;
    match given(keys, "messaging_product") {
        None => return Err(invalid("The parameter messaging_product is required.")),
        Some(product) if product == "whatsapp" => {}
        Some(_) => return Err(invalid("The parameter messaging_product must be `whatsapp`.")),
    }
    let recipient = recipient(keys)?;
    callback_data(keys)?;
    match given(keys, "type") {
        None => return Err(missing("type")),
        Some(kind) if is_word(kind, "template") => {}
        Some(_) => return Err(invalid("Message must be a template message.")),
    }
    let template = given(keys, "template").ok_or_else(|| missing("template"))?;
    let definition = judge::judge(&account.book, template).map_err(refusal)?;
    let wrong = match recipient {
        Recipient::User(_) => Some("user id"),
        Recipient::Group(_) => Some("group"),
        Recipient::Phone { .. } => None,
    };
    match wrong.filter(|_| *definition.category() == Category::Authentication) {
        Some(what) => Err(broken(value::recipient_of_authentication(what))),
        None => Ok((recipient, definition)),
    }
}

fn recipient(keys: &Map<String, Value>) -> Result<Recipient, Refusal> {
    let group = match given(keys, "recipient_type") {
        Some(kind) if is_word(kind, "group") => true,
        Some(kind) if !is_word(kind, "individual") => {
            let details = "The parameter recipient_type must be `individual` or `group`.";
            return Err(invalid(details));
        }
        _ => false,
    };
    let text = |key: &str| match given(keys, key) {
        Some(value) => match recipient::text(value) {
            Some(text) => Ok(Some(text)),
            None => Err(invalid(format!("The parameter {key} must be a string."))),
        },
        None => Ok(None),
    };
    let found = match (text("to")?, text("recipient")?) {
        (Some(to), _) if group => Recipient::group(to),
        (Some(to), _) => Recipient::phone(to),
        (None, Some(user)) if !group => Recipient::user(user),
        (None, _) => return Err(missing("to")),
    };
    found.map_err(broken)
}

fn callback_data(keys: &Map<String, Value>) -> Result<(), Refusal> {
    let violation = match given(keys, "biz_opaque_callback_data") {
        None => None,
        Some(Value::String(data)) => value::callback_data(data),
        Some(_) => {
            let details = "The parameter biz_opaque_callback_data must be a string.";
            return Err(invalid(details));
        }
    };
    violation.map_or(Ok(()), |violation| Err(broken(violation)))
}

pub(crate) fn denied(denied: Denied) -> Refusal {
    match denied {
        Denied::Missing => {
            Refusal::new(0, "The call has no `Authorization` header of the right kind with a token.")
        }
        Denied::Wrong => Refusal::new(190, "The access token is not the one that this emulator was given."),
    }
}

fn invalid(details: impl Into<String>) -> Refusal {
    Refusal::new(100, details)
}

fn missing(key: &str) -> Refusal {
    Refusal::new(131_008, format!("The parameter {key} is required."))
}

fn broken(violation: Violation) -> Refusal {
    Refusal { code: code(&violation), details: violation.to_string(), violations: vec![violation] }
}

fn refusal(fault: Fault) -> Refusal {
    match fault {
        Fault::Missing { name, language } => {
            let details = format!("template name ({name}) does not exist in {language}");
            Refusal::new(132_001, details)
        }
        Fault::Paused => Refusal::new(132_015, "The template is paused because of its quality."),
        Fault::Disabled => {
            Refusal::new(132_016, "The template was paused too often and is disabled for good.")
        }
        Fault::Unfit(unfit) => Refusal {
            code: code(&unfit.deciding),
            details: unfit.deciding.to_string(),
            violations: unfit.all,
        },
    }
}

/// Rules without a code of their own are refused as invalid parameters.
fn code(violation: &Violation) -> u32 {
    violation.code().unwrap_or(100)
}
