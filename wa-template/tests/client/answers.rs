//! What an answer means.

use std::error::Error;

use wa_template::client::{ErrorClass, GraphError, MessageStatus, SendError, SendErrorKind};

use crate::server::{Reply, Server, bounded, send, send_on_premises};
use crate::{NUMBER, TOKEN, message, printed};

const ID: &str = "wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA";

/// Sends to a server that answers like this, and returns the error.
async fn refused(status: &str, body: &str) -> SendError {
    let error = send(Reply::json(status, body)).await.expect_err(body);
    let printed = printed(&error);
    for secret in [TOKEN, NUMBER, "order=42", "106540352242922"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    assert!(!error.to_string().contains('\n'));
    assert_eq!(error.status().map(|status| status.to_string()).as_deref(), status.split(' ').next());
    assert_eq!(error.raw_body(), Some(body.as_bytes()));
    assert_eq!(error.callback_data(), Some("order=42"));
    error
}

fn graph_error(code: u32) -> String {
    format!(
        r#"{{"error":{{"message":"(#{code}) Title","type":"OAuthException","code":{code},"fbtrace_id":"Az8"}}}}"#
    )
}

#[tokio::test]
async fn a_receipt_tells_all_that_the_platform_told() {
    let body = format!(
        r#"{{"messaging_product":"whatsapp","contacts":[{{"input":"+1 650 555 1234","wa_id":"16505551234",
        "user_id":"US.1349","later":{{"a":1}}}}],"messages":[{{"id":"{ID}","message_status":"accepted",
        "group_id":"Y2FwaV9ncm91","later":[]}}],"success":true,"later":null}}"#
    );
    let receipt = send(Reply::json("200 OK", &body)).await.expect("accepted");
    assert_eq!(receipt.message_id().as_str(), ID);
    assert_eq!(receipt.status(), Some(&MessageStatus::Accepted));
    assert_eq!(receipt.input(), Some("+1 650 555 1234"));
    assert_eq!(receipt.wa_id(), Some("16505551234"));
    assert_eq!(receipt.user_id(), Some("US.1349"));
    assert_eq!(receipt.group_id(), Some("Y2FwaV9ncm91"));
}

#[tokio::test]
async fn a_message_id_is_all_that_a_receipt_needs() {
    for (status, body) in [
        ("200 OK", r#"{"messages":[{"id":"gBEGkYiEB1VXAglK1ZEqA1YKPrU"}]}"#),
        ("201 Created", r#"{"messages":[{"id":"gBEGkYiEB1VXAglK1ZEqA1YKPrU"}],"meta":{"version":"2.41.2"}}"#),
        (
            "200 OK",
            r#"{"contacts":7,"messages":[{"id":"gBEGkYiEB1VXAglK1ZEqA1YKPrU","message_status":9.5}]}"#,
        ),
    ] {
        let receipt = send_on_premises(Reply::json(status, body)).await.expect(body);
        assert_eq!(receipt.message_id().as_str(), "gBEGkYiEB1VXAglK1ZEqA1YKPrU");
        assert_eq!(receipt.wa_id(), None);
    }
}

#[tokio::test]
async fn unknown_states_and_bare_numbers_are_read() {
    let body =
        r#"{"contacts":[{"wa_id":16505551234}],"messages":[{"id":"wamid.A","message_status":"teleported"}]}"#;
    let receipt = send(Reply::json("200 OK", body)).await.expect("accepted");
    assert_eq!(receipt.status(), Some(&MessageStatus::Other("teleported".to_owned())));
    assert_eq!(receipt.status().map(MessageStatus::as_str), Some("teleported"));
    assert_eq!(receipt.wa_id(), Some("16505551234"));
}

#[tokio::test]
async fn a_graph_error_is_read_in_full() {
    let error = refused(
        "400 Bad Request",
        r#"{"error":{"message":"(#132012) Parameter format does not match","type":"OAuthException","code":132012,
        "error_data":{"messaging_product":"whatsapp","details":"header: expected IMAGE."},"error_subcode":2494073,
        "is_transient":false,"error_user_title":"A title","error_user_msg":"A text","fbtrace_id":"Az8or2yhqkZfEZ"}}"#,
    )
    .await;
    assert!(error.is_rejected() && !error.is_not_sent() && !error.is_unknown() && !error.is_timeout());
    assert_eq!((error.code(), error.class()), (Some(132_012), Some(ErrorClass::Fix)));
    assert_eq!(error.to_string(), "message rejected (HTTP status 400, code 132012)");
    let graph = error.graph_error().expect("a Graph error");
    assert_eq!(graph.status(), 400);
    assert_eq!(graph.subcode(), Some(2_494_073));
    assert_eq!(graph.error_type(), Some("OAuthException"));
    assert_eq!(graph.message(), Some("(#132012) Parameter format does not match"));
    assert_eq!(graph.details(), Some("header: expected IMAGE."));
    assert_eq!(graph.trace_id(), Some("Az8or2yhqkZfEZ"));
    assert_eq!((graph.user_title(), graph.user_message()), (Some("A title"), Some("A text")));
    assert!(!graph.is_transient() && graph.others().is_empty() && graph.explanation().is_some());
    assert_eq!(graph.text(), Some("header: expected IMAGE."));
    let text = "code 132012, subcode 2494073: a value has another format or type than the template expects";
    assert_eq!(graph.to_string(), text);
    assert_eq!(error.source().map(ToString::to_string), Some(graph.to_string()));
}

#[tokio::test]
async fn odd_fields_of_an_error_lose_nothing_else() {
    let error = refused(
        "400 Bad Request",
        r#"{"messaging_product":"whatsapp","error":{"message":["?"],"code":"131009","is_transient":"true",
        "error_data":"{\"details\":\"the media id\"}","error_subcode":"x","fbtrace_id":{}}}"#,
    )
    .await;
    let graph = error.graph_error().expect("a Graph error");
    assert_eq!(graph.code(), Some(131_009));
    assert_eq!(graph.details(), Some("the media id"));
    assert_eq!((graph.message(), graph.subcode(), graph.trace_id()), (None, None, None));
    assert!(graph.is_transient());

    let error = refused("400 Bad Request", r#"{"error":{"code":100,"error_data":"not json"}}"#).await;
    assert_eq!(error.graph_error().and_then(GraphError::details), Some("not json"));

    let error = refused("400 Bad Request", r#"{"error":{"code":999999,"message":"(#999999) Title"}}"#).await;
    let graph = error.graph_error().expect("a Graph error");
    assert_eq!((graph.text(), graph.to_string().as_str()), (Some("Title"), "code 999999"));

    let error = refused("400 Bad Request", r#"{"error":{}}"#).await;
    assert_eq!((error.code(), error.class()), (None, Some(ErrorClass::Fix)));
    assert_eq!(error.graph_error().map(ToString::to_string).as_deref(), Some("HTTP status 400"));
}

#[tokio::test]
async fn on_premises_errors_are_read_in_full() {
    let body = r#"{"errors":[{"code":1008,"title":"Required parameter is missing","details":"'to' is mandatory",
        "href":"https://example.com/errors"},{"code":1009,"title":"Second"}],"meta":{"version":"2.41.2"}}"#;
    let error = send_on_premises(Reply::json("400 Bad Request", body)).await.expect_err("refused");
    assert!(error.is_rejected());
    let graph = error.graph_error().expect("an error");
    assert_eq!((graph.code(), graph.class()), (Some(1008), ErrorClass::Fix));
    assert_eq!(graph.message(), Some("Required parameter is missing"));
    assert_eq!(graph.details(), Some("'to' is mandatory"));
    assert_eq!(graph.href(), Some("https://example.com/errors"));
    assert_eq!(graph.others().iter().map(GraphError::code).collect::<Vec<_>>(), [Some(1009)]);
    assert_eq!(error.callback_data(), Some("order=42"));
}

#[tokio::test]
async fn status_and_code_decide_what_happened() {
    use SendErrorKind::{Rejected, Unknown};
    let html = "<html><body>who knows</body></html>";
    let (listed, unlisted) = (graph_error(131_016), graph_error(999_999));
    // A page of Meta's lists this code, but never as the answer to a send.
    let inbound = graph_error(131_052);
    let on_premises = r#"{"errors":[{"code":1014,"title":"Internal error"}]}"#;
    for (status, body, kind, class) in [
        ("400 Bad Request", &*listed, Rejected, Some(ErrorClass::Backoff)),
        ("400 Bad Request", &*unlisted, Rejected, Some(ErrorClass::Fix)),
        ("404 Not Found", html, Rejected, Some(ErrorClass::Fix)),
        ("407 Proxy Authentication Required", "", Rejected, Some(ErrorClass::Fix)),
        ("429 Too Many Requests", html, Rejected, Some(ErrorClass::Backoff)),
        ("500 Internal Server Error", &*listed, Rejected, Some(ErrorClass::Backoff)),
        ("500 Internal Server Error", on_premises, Rejected, Some(ErrorClass::Backoff)),
        ("500 Internal Server Error", &*unlisted, Unknown, None),
        ("500 Internal Server Error", &*inbound, Unknown, None),
        ("500 Internal Server Error", "", Unknown, None),
        ("502 Bad Gateway", html, Unknown, None),
        ("503 Service Unavailable", r#"{"error":"overloaded"}"#, Unknown, None),
        ("200 OK", &*listed, Rejected, Some(ErrorClass::Backoff)),
        ("200 OK", &*unlisted, Unknown, None),
        ("200 OK", "", Unknown, None),
        ("200 OK", html, Unknown, None),
        ("200 OK", "[]", Unknown, None),
        ("200 OK", r#"{"success":true}"#, Unknown, None),
        ("200 OK", r#"{"messages":[]}"#, Unknown, None),
        ("200 OK", r#"{"messages":[{"id":""}]}"#, Unknown, None),
        ("304 Not Modified", "", Unknown, None),
    ] {
        let error = refused(status, body).await;
        assert_eq!((error.kind(), error.class()), (kind, class), "{status} {body}");
    }
}

#[tokio::test]
async fn a_hint_that_an_error_passes_counts_where_no_code_does() {
    for (code, status, kind, class) in [
        (999_999, "400 Bad Request", SendErrorKind::Rejected, Some(ErrorClass::Backoff)),
        // The platform has not said no in words that are known: it stays unknown.
        (999_999, "500 Internal Server Error", SendErrorKind::Unknown, None),
        // What the page says of the code is worth more.
        (132_000, "400 Bad Request", SendErrorKind::Rejected, Some(ErrorClass::Fix)),
        (3, "500 Internal Server Error", SendErrorKind::Rejected, Some(ErrorClass::State)),
    ] {
        let error = refused(status, &format!(r#"{{"error":{{"code":{code},"is_transient":true}}}}"#)).await;
        assert_eq!((error.kind(), error.class()), (kind, class), "{code} {status}");
    }
}

#[tokio::test]
async fn a_5xx_that_is_no_outage_is_not_called_one() {
    for code in [3, 131_045, 134_102] {
        let error = refused("500 Internal Server Error", &graph_error(code)).await;
        assert_eq!((error.is_rejected(), error.class()), (true, Some(ErrorClass::State)), "{code}");
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let elsewhere = Server::start(Reply::json("200 OK", r#"{"messages":[{"id":"wamid.A"}]}"#)).await;
    for status in [
        "301 Moved Permanently",
        "302 Found",
        "303 See Other",
        "307 Temporary Redirect",
        "308 Permanent Redirect",
    ] {
        let location = format!("{}/v25.0/106540352242922/messages", elsewhere.base_url);
        let reply = format!("HTTP/1.1 {status}\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n");
        let error = send(Reply::Bytes(reply.into_bytes())).await.expect_err(status);
        assert!(error.is_unknown(), "{status}");
        assert!(error.to_string().contains("redirect"), "{error}");
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[tokio::test]
async fn long_bodies_are_cut_off() {
    let page = "<p>".repeat(100_000);
    let error = send(Reply::new("502 Bad Gateway", "text/html", &page)).await.expect_err("unknown");
    assert!(error.is_unknown());
    assert_eq!(error.raw_body(), page.as_bytes().get(..64 * 1024));
}

#[tokio::test]
async fn personal_data_in_an_error_is_not_printed() {
    let body = format!(
        r#"{{"error":{{"message":"Malformed access token {TOKEN}","code":190,
        "error_user_title":"For Ada","error_user_msg":"Ada's order","type":"Ada","href":"Ada",
        "error_data":{{"details":"first line\nto +1 (650) 555-1234, {NUMBER}, {ID}, value 'Ada'"}}}}}}"#
    );
    let server = Server::start(Reply::json("401 Unauthorized", &body)).await;
    let error = bounded(server.cloud_api().send(&message())).await.expect_err("refused");
    let printed = printed(&error);
    for secret in [TOKEN, NUMBER, "555", "MTY1MDU1", "\n", "Ada"] {
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
    let graph = error.graph_error().expect("a Graph error");
    assert_eq!(graph.message(), Some("Malformed access token [redacted]"));
    assert!(graph.details().is_some_and(|details| details.contains(NUMBER)));
    assert!(!String::from_utf8_lossy(error.raw_body().unwrap_or_default()).contains(TOKEN));
}
