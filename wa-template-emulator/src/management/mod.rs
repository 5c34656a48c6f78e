//! The templates of the account over HTTP (`templates/template-management`, November 2025).

mod change;
mod list;
mod refusal;

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

pub(crate) use self::refusal::Refused;
use crate::account::Account;
use crate::read;
use crate::stock::{APPROVED, ARCHIVED, PAUSED};

/// The parameters of an address, in the order in which they stand.
pub(crate) fn parameters(address: &Uri) -> Vec<(String, String)> {
    form_urlencoded::parse(address.query().unwrap_or_default().as_bytes()).into_owned().collect()
}

pub(crate) type Outcome = Result<Value, Refused>;

/// The value of a parameter.
pub(crate) fn parameter<'p>(parameters: &'p [(String, String)], key: &str) -> Option<&'p str> {
    let (_, value) = parameters.iter().find(|(found, _)| found == key)?;
    Some(value)
}

pub(crate) fn respond(account: &Account, outcome: Outcome) -> Response {
    match outcome {
        Ok(json) => Json(json).into_response(),
        Err(refused) => refused.answer(account.book.number()),
    }
}

pub(crate) fn success() -> Value {
    json!({ "success": true })
}

pub(crate) fn admit(account: &Account, headers: &HeaderMap) -> Result<(), Refused> {
    account.admit(headers).map_err(Refused::denied)
}

async fn body(account: &Account, headers: &HeaderMap, body: Body) -> Outcome {
    admit(account, headers)?;
    let json = read::json(body).await.map_err(|unreadable| Refused::invalid(unreadable.details()))?;
    if json.is_object() { Ok(json) } else { Err(Refused::invalid("The body is not a JSON object.")) }
}

pub(crate) async fn list(State(account): State<Arc<Account>>, headers: HeaderMap, address: Uri) -> Response {
    let outcome = admit(&account, &headers)
        .and_then(|()| account.book.stock(|stock, _| list::page(stock, &parameters(&address))));
    respond(&account, outcome)
}

pub(crate) async fn create(State(account): State<Arc<Account>>, request: Request) -> Response {
    let (head, content) = request.into_parts();
    let outcome =
        body(&account, &head.headers, content).await.and_then(|json| change::create(&account, json));
    respond(&account, outcome)
}

pub(crate) async fn upsert(State(account): State<Arc<Account>>, request: Request) -> Response {
    let (head, content) = request.into_parts();
    let outcome =
        body(&account, &head.headers, content).await.and_then(|json| change::upsert(&account, &json));
    respond(&account, outcome)
}

pub(crate) async fn delete(
    State(account): State<Arc<Account>>,
    headers: HeaderMap,
    address: Uri,
) -> Response {
    let outcome = admit(&account, &headers).and_then(|()| change::delete(&account, &parameters(&address)));
    respond(&account, outcome)
}

/// What is asked about a template; none if there is no such one.
pub(crate) fn read(account: &Account, id: &str, parameters: &[(String, String)]) -> Option<Value> {
    account.book.stock(|stock, _| Some(list::fields(&stock.by_id(id)?.json(), parameters)))
}

pub(crate) async fn edit(account: &Account, headers: &HeaderMap, id: &str, content: Body) -> Outcome {
    let json = body(account, headers, content).await?;
    change::edit(account, id, &json)
}

pub(crate) async fn unpause(
    State(account): State<Arc<Account>>,
    Path((_version, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let outcome = admit(&account, &headers).and_then(|()| {
        account.book.stock(|stock, _| {
            let entry = stock.by_id_mut(&id).ok_or_else(|| Refused::no_object(&id))?;
            if entry.status != PAUSED {
                return Err(Refused::status(&entry.status));
            }
            APPROVED.clone_into(&mut entry.status);
            Ok(success())
        })
    });
    respond(&account, outcome)
}

pub(crate) async fn archive(State(account): State<Arc<Account>>, request: Request) -> Response {
    put_away(&account, request, "archived_templates", ARCHIVED).await
}

pub(crate) async fn unarchive(State(account): State<Arc<Account>>, request: Request) -> Response {
    put_away(&account, request, "unarchived_templates", APPROVED).await
}

/// The shape of the lists is not documented: ids (`templates/template-archival`, September 2026).
async fn put_away(account: &Account, request: Request, key: &str, status: &str) -> Response {
    let (head, content) = request.into_parts();
    let outcome = body(account, &head.headers, content).await.and_then(|json| {
        let ids = json.get("hsm_ids").and_then(Value::as_str).unwrap_or_default();
        if ids.is_empty() {
            return Err(Refused::invalid("The parameter hsm_ids is required."));
        }
        let (mut done, mut failed) = (Vec::new(), Vec::new());
        account.book.stock(|stock, _| {
            for id in ids.split(',').map(str::trim) {
                match stock.by_id_mut(id) {
                    Some(entry) => {
                        status.clone_into(&mut entry.status);
                        done.push(json!(id));
                    }
                    None => failed.push(json!(id)),
                }
            }
        });
        Ok(json!({ key: done, "failed_templates": failed }))
    });
    respond(account, outcome)
}
