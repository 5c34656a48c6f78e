//! Promises of the types themselves.

use std::error::Error;

use wa_template::client::{
    CloudApi, ErrorClass, GraphError, MessageId, OnPremisesApi, Receipt, SendError, SendErrorKind,
};

use crate::server::{Reply, send};
use crate::{TOKEN, message, on_premises_message};

#[test]
fn clients_and_errors_cross_threads() {
    fn check<T: Send + Sync + 'static>() {}
    fn error<T: Error>() {}
    fn cloned<T: Clone>() {}
    check::<CloudApi>();
    check::<OnPremisesApi>();
    check::<Receipt>();
    check::<GraphError>();
    check::<SendError>();
    error::<SendError>();
    error::<GraphError>();
    cloned::<CloudApi>();
    cloned::<OnPremisesApi>();
}

#[test]
fn sending_futures_cross_threads() {
    fn check<T: Send>(_: &T) {}
    let (cloud, on_premises) = (CloudApi::new("1", "t"), OnPremisesApi::new("http://127.0.0.1:9", "t"));
    let (message, other) = (message(), on_premises_message());
    check(&cloud.send(&message));
    check(&on_premises.send(&other));
}

#[test]
fn an_error_is_one_pointer_wide() {
    assert_eq!(size_of::<SendError>(), size_of::<usize>());
}

#[test]
fn kinds_and_classes_can_be_matched() {
    let name = |kind| match kind {
        SendErrorKind::Rejected => "rejected",
        SendErrorKind::NotSent => "not sent",
        SendErrorKind::Unknown => "unknown",
    };
    assert_eq!(name(SendErrorKind::NotSent), "not sent");
    assert_ne!(ErrorClass::Pair, ErrorClass::Backoff);
}

#[test]
fn debug_of_a_client_shows_no_secret() {
    let api = CloudApi::new("106540352242922", TOKEN)
        .base_url("https://user:EAAother@example.com/EAAother?EAAother");
    let on_premises = OnPremisesApi::new("https://user:EAAother@example.com", TOKEN);
    let printed = format!("{api:?} {on_premises:?}");
    assert!(!printed.contains("EAA"), "{printed}");
    assert!(printed.contains("https://example.com"), "{printed}");
}

#[tokio::test]
async fn debug_of_a_receipt_shows_no_phone_number() {
    let body = r#"{"contacts":[{"input":"+16505551234","wa_id":"16505551234","user_id":"US.13491208655302741918"}],
        "messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA","group_id":"Y2FwaV9"}]}"#;
    let receipt = send(Reply::json("200 OK", body)).await.expect("accepted");
    let printed = format!("{receipt:?}");
    for secret in ["16505551234", "MTY1MDU1NTEyMzQ", "US.1349", "Y2FwaV9"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    assert_eq!(format!("{:?}", receipt.message_id()), "MessageId(…Q5MkEA)");
    let id: MessageId = receipt.message_id().clone();
    assert_eq!(String::from(id), "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA");
}

#[tokio::test]
async fn debug_of_an_odd_message_id_does_not_panic() {
    for id in ["A", "ähnlich-aber-länger-ää", "16505551234"] {
        let body = format!(r#"{{"messages":[{{"id":"{id}"}}]}}"#);
        let receipt = send(Reply::json("200 OK", &body)).await.expect("accepted");
        assert!(!format!("{receipt:?}").contains("16505551234"));
    }
}
