//! What it means that no whole answer came.

use std::error::Error;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::net::TcpListener;

use wa_template::client::{CloudApi, OnPremisesApi, SendError};

use crate::server::{Reply, Server, bounded, send};
use crate::{NUMBER, TOKEN, message, on_premises_message, printed};

/// Long enough for a loopback exchange to have begun, short enough for a test.
const SHORT: Duration = Duration::from_millis(300);

#[track_caller]
fn check_secrets(error: &SendError) {
    let printed = printed(error);
    for secret in [TOKEN, NUMBER, "order=42", "106540352242922"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    assert_eq!(error.callback_data(), Some("order=42"));
}

async fn not_sent(api: CloudApi) -> SendError {
    let error = bounded(api.send(&message())).await.expect_err("an unusable setting");
    assert!(error.is_not_sent() && !error.is_rejected() && !error.is_unknown(), "{error:?}");
    assert_eq!((error.status(), error.class(), error.raw_body()), (None, None, None));
    check_secrets(&error);
    error
}

#[tokio::test]
async fn a_refused_connection_is_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base_url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let error = not_sent(CloudApi::new("106540352242922", TOKEN).base_url(&base_url)).await;
    assert!(error.source().is_some() && !error.is_timeout());
    assert_eq!(error.to_string(), "message not sent: could not connect to the server");

    let api = OnPremisesApi::new(base_url, TOKEN);
    let error = bounded(api.send(&on_premises_message())).await.expect_err("nobody listens");
    assert!(error.is_not_sent());
    check_secrets(&error);
}

#[tokio::test]
async fn unusable_settings_are_not_sent() {
    let server = Server::start(Reply::Slam).await;
    for phone_number_id in ["", "..", "1/../2", "1?a=b", "1%2F2", "+16505551234", "１"] {
        not_sent(CloudApi::new(phone_number_id, TOKEN).base_url(&server.base_url)).await;
    }
    for version in ["", ".", "v25.0/x", "v25 .0", "v25.0#"] {
        not_sent(server.cloud_api().version(version)).await;
    }
    for base_url in ["", "127.0.0.1", "ftp://127.0.0.1", "http://", "data:text/plain,x"] {
        not_sent(server.cloud_api().base_url(base_url)).await;
    }
    for token in ["", "a\nb", "a\u{7f}"] {
        not_sent(CloudApi::new("106540352242922", token).base_url(&server.base_url)).await;
    }
    assert_eq!(server.connections(), 0);
}

#[cfg(not(feature = "rustls"))]
#[tokio::test]
async fn https_without_tls_names_the_feature() {
    let error = not_sent(CloudApi::new("106540352242922", TOKEN)).await;
    assert!(error.to_string().contains("feature `rustls`"), "{error}");
}

#[cfg(feature = "rustls")]
#[tokio::test]
async fn a_failed_tls_handshake_is_not_sent() {
    // The server takes the greeting of TLS for rubbish and closes.
    let server = Server::start(Reply::Slam).await;
    let base_url = server.base_url.replace("http://", "https://");
    not_sent(server.cloud_api().base_url(base_url)).await;
    assert!(
        rustls::crypto::CryptoProvider::get_default().is_none(),
        "the process default is the program's choice"
    );
}

#[tokio::test]
async fn a_connection_closed_without_answer_is_unknown() {
    let error = send(Reply::Bytes(Vec::new())).await.expect_err("no answer");
    assert!(error.is_unknown() && !error.is_timeout() && error.source().is_some());
    assert_eq!((error.status(), error.raw_body()), (None, None));
    check_secrets(&error);

    let server = Server::start(Reply::Slam).await;
    let error = bounded(server.cloud_api().send(&message())).await.expect_err("no answer");
    assert!(error.is_unknown());
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn an_answer_that_is_not_http_is_unknown() {
    let error = send(Reply::Bytes(b"220 mail.example.com ESMTP\r\n".to_vec())).await.expect_err("no answer");
    assert!(error.is_unknown());
    check_secrets(&error);
}

#[tokio::test]
async fn half_an_answer_counts_by_its_status() {
    let half = |status: &str| {
        Reply::Bytes(
            format!("HTTP/1.1 {status}\r\ncontent-length: 500\r\n\r\n{{\"messages\":[{{\"id\":").into_bytes(),
        )
    };
    let error = send(half("200 OK")).await.expect_err("half an answer");
    assert!(error.is_unknown() && !error.is_timeout() && error.source().is_some());
    assert_eq!(error.status(), Some(200));
    assert_eq!(error.raw_body(), Some(&br#"{"messages":[{"id":"#[..]));
    check_secrets(&error);

    assert!(send(half("503 Service Unavailable")).await.expect_err("half an answer").is_unknown());
    assert!(send(half("400 Bad Request")).await.expect_err("half an answer").is_rejected());
}

#[tokio::test]
async fn a_receipt_before_the_connection_broke_counts() {
    let reply = "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"messages\":[{\"id\":\"wamid.A\"}]}";
    let receipt = send(Reply::Bytes(reply.into())).await.expect("accepted");
    assert_eq!(receipt.message_id().as_str(), "wamid.A");
}

#[tokio::test]
async fn a_slow_answer_is_unknown() {
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{".to_vec();
    for (begun, status) in [(Vec::new(), None), (head, Some(200))] {
        let server = Server::start(Reply::Stall(begun)).await;
        let error = bounded(server.cloud_api().timeout(SHORT).send(&message())).await.expect_err("no answer");
        assert!(error.is_unknown() && error.is_timeout(), "{error:?}");
        assert_eq!(error.status(), status);
        check_secrets(&error);
        server.request();
    }
}

#[cfg(feature = "rustls")]
#[tokio::test]
async fn a_tls_server_that_says_nothing_is_not_sent() {
    // Connecting ends with the TLS handshake, which this server never answers. The limit for connecting ends it even
    // where only the other is set: the message is not of unknown fate.
    let server = Server::start(Reply::Stall(Vec::new())).await;
    let base_url = server.base_url.replace("http://", "https://");
    for api in [
        server.cloud_api().base_url(&base_url).timeout(SHORT),
        server.cloud_api().base_url(&base_url).connect_timeout(SHORT),
    ] {
        let error = not_sent(api).await;
        assert!(error.is_timeout(), "{error:?}");
    }
}

#[tokio::test]
async fn extreme_time_limits_do_not_panic() {
    let server = Server::start(Reply::json("200 OK", r#"{"messages":[{"id":"wamid.A"}]}"#)).await;
    let api = server.cloud_api().timeout(Duration::MAX).connect_timeout(Duration::MAX);
    bounded(api.send(&message())).await.expect("accepted");
    // Timers count milliseconds, so that the exchange may win even against this one.
    bounded(server.cloud_api().timeout(Duration::ZERO).send(&message())).await.ok();
}

#[test]
fn without_a_runtime_nothing_is_sent() {
    let api = CloudApi::new("106540352242922", TOKEN).base_url("http://127.0.0.1:9");
    let message = message();
    let mut sending = std::pin::pin!(api.send(&message));
    let Poll::Ready(Err(error)) = sending.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("the error is known at once");
    };
    assert!(error.is_not_sent());
    assert!(error.to_string().contains("Tokio"), "{error}");
}
