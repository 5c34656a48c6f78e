//! Sends by the retired On-Premises API (docs/whatsapp/api/messages/message-templates and docs/whatsapp/api/errors,
//! archived).

mod answer;
mod code;

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::{Map, Value};
use wa_template_definition::{Definition, Violation};

use self::code::code;
use crate::accepted::Order;
use crate::account::Account;
use crate::judge::{self, Fault};
use crate::read::{self, Unreadable, given, is_word};
use crate::recipient::{self, Recipient};
use crate::refused::Refusal;
use crate::{Api, Refused};

/// Keys of the Cloud API that this one does not know.
const CLOUD_ONLY: &[&str] = &["messaging_product", "recipient"];

pub(crate) async fn send(State(account): State<Arc<Account>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let json = read::json(body).await;
    match check(&account, &head.headers, json.as_ref()) {
        Ok((recipient, definition)) => {
            let accepted = account.book.accept(Order {
                api: Api::OnPremises,
                phone_number_id: None,
                recipient,
                definition,
                json: json.unwrap_or_default(),
            });
            answer::accepted(&accepted)
        }
        Err(refusal) => {
            let answer = answer::refused(&refusal);
            let refused = Refused::new(Api::OnPremises, refusal, json.unwrap_or_default());
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
    account.admit(headers).map_err(|_| {
        Refusal::new(1005, "The token is missing or is not the one that this emulator was given.")
    })?;
    let json = json.map_err(|unreadable| Refusal::new(1025, unreadable.details()))?;
    let keys = json.as_object().ok_or_else(|| Refusal::new(1025, "The body is not a JSON object."))?;
    if let Some(key) = CLOUD_ONLY.iter().find(|key| keys.contains_key(**key)) {
        return Err(Refusal::new(1010, format!("Parameter '{key}' is not required.")));
    }
    let recipient = recipient(keys)?;
    match given(keys, "type") {
        None => return Err(missing("type")),
        Some(kind) if is_word(kind, "template") => {}
        Some(_) => return Err(invalid("type")),
    }
    let template = given(keys, "template").ok_or_else(|| missing("template"))?;
    address(template)?;
    let definition = judge::judge(&account.book, template).map_err(refusal)?;
    Ok((recipient, definition))
}

fn recipient(keys: &Map<String, Value>) -> Result<Recipient, Refusal> {
    let to = given(keys, "to").ok_or_else(|| missing("to"))?;
    let to = recipient::text(to).ok_or_else(|| invalid("to"))?;
    let found = match given(keys, "recipient_type") {
        Some(kind) if is_word(kind, "group") => Recipient::group(to),
        Some(kind) if !is_word(kind, "individual") => {
            let details = "Parameter 'recipient_type' must be `individual` or `group`.";
            return Err(Refusal::new(1002, details));
        }
        _ => Recipient::phone(to),
    };
    found.map_err(|violation| unfit(&violation.clone(), vec![violation]))
}

/// What addresses a template here beside name and language.
fn address(template: &Value) -> Result<(), Refusal> {
    let keys = template.as_object().ok_or_else(|| invalid("template"))?;
    match given(keys, "namespace") {
        Some(Value::String(namespace)) if !namespace.is_empty() => {}
        None | Some(Value::String(_)) => {
            return Err(Refusal::new(2014, "Parameter 'template.namespace' is empty."));
        }
        Some(_) => return Err(invalid("template.namespace")),
    }
    match template.pointer("/language/policy") {
        None | Some(Value::Null) => Err(missing("template.language.policy")),
        Some(policy) if policy == "deterministic" => Ok(()),
        Some(_) => {
            let details = "Parameter 'template.language.policy' must be `deterministic`.";
            Err(Refusal::new(1009, details))
        }
    }
}

fn missing(key: &str) -> Refusal {
    Refusal::new(1008, format!("Parameter '{key}' is mandatory."))
}

fn invalid(key: &str) -> Refusal {
    Refusal::new(1009, format!("Parameter '{key}' is invalid."))
}

fn refusal(fault: Fault) -> Refusal {
    match fault {
        Fault::Missing { name, language } => {
            let details = format!("template {name} not found for language {language}");
            Refusal::new(2001, details)
        }
        Fault::Paused => Refusal::new(2061, "The template is paused."),
        Fault::Disabled => Refusal::new(2062, "The template is disabled."),
        Fault::Unfit(found) => unfit(&found.deciding, found.all),
    }
}

fn unfit(deciding: &Violation, all: Vec<Violation>) -> Refusal {
    Refusal { code: code(deciding), details: deciding.to_string(), violations: all }
}
