//! Samples for templates, in parts if need be (docs/graph-api/guides/upload, September 2026).

use std::pin::Pin;
use std::sync::Arc;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::json;
use wa_template_definition::media;

use super::Upload;
use crate::account::Account;
use crate::ids;
use crate::management::{Outcome, Refused, admit, parameter, parameters, respond};

pub(crate) async fn start(State(account): State<Arc<Account>>, headers: HeaderMap, address: Uri) -> Response {
    let outcome = admit(&account, &headers).and_then(|()| announce(&account, &parameters(&address)));
    respond(&account, outcome)
}

fn announce(account: &Account, parameters: &[(String, String)]) -> Outcome {
    let kind = parameter(parameters, "file_type").unwrap_or_default();
    if !media::SAMPLE_TYPES.contains(&kind) {
        return Err(Refused::invalid("The parameter file_type names no type that a sample can have."));
    }
    let largest = media::of_mime(kind).map_or(0, media::MediaType::max_bytes);
    let length = parameter(parameters, "file_length").and_then(|length| length.parse::<u64>().ok());
    let length =
        length.filter(|length| (1..=largest).contains(length)).and_then(|length| length.try_into().ok());
    let Some(length) = length else {
        return Err(Refused::invalid(format!("The parameter file_length must be 1 to {largest}.")));
    };
    let session = account.book.files(|files, number| {
        let number = number();
        let session = ids::session(number);
        let upload = Upload { length, content: Vec::new(), handle: ids::handle(number) };
        files.put_upload(session.clone(), upload);
        session
    });
    Ok(json!({ "id": session }))
}

pub(crate) fn offset(account: &Account, headers: &HeaderMap, session: &str) -> Outcome {
    account.admit_upload(headers).map_err(Refused::denied)?;
    account.book.files(|files, _| {
        let upload = files.upload(session).ok_or_else(no_session)?;
        Ok(json!({ "id": session, "file_offset": upload.content.len() }))
    })
}

/// What came before a connection broke is kept.
pub(crate) async fn transfer(
    account: &Account,
    headers: &HeaderMap,
    session: &str,
    mut body: Body,
) -> Outcome {
    account.admit_upload(headers).map_err(Refused::denied)?;
    let offset = headers.get("file_offset").and_then(|offset| offset.to_str().ok()?.parse().ok());
    account.book.files(|files, _| {
        let upload = files.upload(session).ok_or_else(no_session)?;
        if offset == Some(upload.content.len()) { Ok(()) } else { Err(wrong_offset(upload.content.len())) }
    })?;
    while let Some(part) = next(&mut body).await {
        account.book.files(|files, _| {
            let upload = files.upload(session).ok_or_else(no_session)?;
            if upload.content.len() + part.len() > upload.length {
                return Err(Refused::invalid("There are more bytes than were announced."));
            }
            upload.content.extend_from_slice(&part);
            Ok(())
        })?;
    }
    account.book.files(|files, _| {
        let upload = files.upload(session).ok_or_else(no_session)?;
        if upload.is_complete() {
            Ok(json!({ "h": upload.handle }))
        } else {
            Err(wrong_offset(upload.content.len()))
        }
    })
}

/// The next part of a body; none at its end, or when the connection broke.
async fn next(body: &mut Body) -> Option<Bytes> {
    loop {
        let frame = std::future::poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await?.ok()?;
        if let Ok(part) = frame.into_data() {
            return Some(part);
        }
    }
}

fn no_session() -> Refused {
    Refused::invalid("There is no such session.")
}

fn wrong_offset(length: usize) -> Refused {
    Refused::invalid(format!("The file goes on at byte {length}."))
}
