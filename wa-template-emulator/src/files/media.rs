//! Files for messages (`business-phone-numbers/media`, December 2025).

use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use wa_template_definition::media;

use super::{Media, form};
use crate::account::Account;
use crate::ids;
use crate::management::{Outcome, Refused, admit, parameter, respond};

/// What may stand around the largest file.
const AROUND: u64 = 64 * 1024;

pub(crate) async fn upload(
    State(account): State<Arc<Account>>,
    Path((_version, phone_number_id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let outcome = take(&account, phone_number_id, request).await;
    respond(&account, outcome)
}

async fn take(account: &Account, phone_number_id: String, request: Request) -> Outcome {
    let (head, body) = request.into_parts();
    admit(account, &head.headers)?;
    let largest = media::TYPES.iter().map(media::MediaType::max_bytes).max().unwrap_or_default() + AROUND;
    let bytes = to_bytes(body, usize::try_from(largest).unwrap_or(usize::MAX)).await;
    let bytes = bytes.map_err(|_| Refused::invalid("The body is too long, or it broke off."))?;
    let kind = head.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let parts = form::parts(kind, &bytes).ok_or_else(|| Refused::invalid("The body is not a form."))?;
    let part = |name: &str| {
        let missing = || Refused::invalid(format!("The parameter {name} is required."));
        parts.iter().find(|part| part.name == name).ok_or_else(missing)
    };
    if part("messaging_product")?.content != b"whatsapp" {
        return Err(Refused::invalid("The parameter messaging_product must be `whatsapp`."));
    }
    let file = part("file")?;
    let said = part("type").ok().and_then(|part| str::from_utf8(part.content).ok());
    // Samples leave out the field: then the part says it.
    let mime = said.or(file.content_type).unwrap_or_default();
    let kind =
        media::of_mime(mime).ok_or_else(|| Refused::code(131_053, "The platform takes no such files."))?;
    if file.content.is_empty()
        || u64::try_from(file.content.len()).is_ok_and(|length| length > kind.max_bytes())
    {
        return Err(Refused::code(131_053, format!("A file has 1 to {} bytes.", kind.max_bytes())));
    }
    let media = Media { phone_number_id, mime_type: kind.mime, content: file.content.to_vec() };
    let id = account.book.files(|files, number| {
        let id = ids::node(number());
        files.put_media(id.clone(), media);
        id
    });
    Ok(json!({ "id": id }))
}

pub(crate) fn read(
    account: &Account,
    headers: &HeaderMap,
    id: &str,
    parameters: &[(String, String)],
) -> Outcome {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let number = parameter(parameters, "phone_number_id");
    account.book.files(|files, _| {
        let media =
            files.media(id).filter(|media| number.is_none_or(|number| number == media.phone_number_id));
        let media = media.ok_or_else(|| Refused::no_object(id))?;
        Ok(json!({
            "messaging_product": "whatsapp",
            "url": format!("http://{host}/emulator/files/{id}"),
            "mime_type": media.mime_type,
            // A string on the platform's page.
            "file_size": media.content.len().to_string(),
            "id": id,
        }))
    })
}

/// The file itself, to whoever has the token.
pub(crate) async fn content(
    State(account): State<Arc<Account>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    if admit(&account, &headers).is_err() {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let found = account.book.files(|files, _| {
        let media = files.media(&id)?;
        Some(([(CONTENT_TYPE, media.mime_type)], media.content.clone()))
    });
    found.map_or_else(|| StatusCode::NOT_FOUND.into_response(), IntoResponse::into_response)
}
