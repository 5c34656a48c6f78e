//! The clients below layers of tower.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ::tower::{Service, ServiceBuilder, ServiceExt};

use wa_template::client::{CloudApi, OnPremisesApi, Receipt, RetryPolicy, SendError};
use wa_template::{Message, OnPremisesMessage};

use crate::clock::Jumping;
use crate::server::{Reply, Server, bounded};
use crate::{BODY, TOKEN, message, on_premises_message};

fn accepted() -> Reply {
    Reply::json("200 OK", r#"{"messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1"}]}"#)
}

#[test]
fn the_clients_are_services_that_cross_threads() {
    fn check<M, S>()
    where
        S: Service<M, Response = Receipt, Error = SendError, Future: Send + 'static> + Clone + Send + 'static,
    {
    }
    check::<Message, CloudApi>();
    check::<OnPremisesMessage, OnPremisesApi>();
}

#[tokio::test]
async fn layers_apply_to_sends() {
    let server = Server::start(accepted()).await;
    let seen = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&seen);
    let mut service = ServiceBuilder::new()
        .concurrency_limit(1)
        .map_request(move |message: Message| {
            counter.fetch_add(1, Ordering::Relaxed);
            message
        })
        .service(server.cloud_api());
    let receipt = bounded(async { service.ready().await?.call(message()).await }).await.expect("accepted");
    assert_eq!(receipt.attempts(), 1);
    assert_eq!(seen.load(Ordering::Relaxed), 1);
    assert_eq!(server.request().body, BODY);
}

#[tokio::test]
async fn errors_come_through() {
    let server = Server::start(Reply::Bytes(Vec::new())).await;
    let service = ServiceBuilder::new().concurrency_limit(1).service(server.cloud_api());
    let error = bounded(service.oneshot(message())).await.expect_err("no answer");
    assert!(error.is_unknown());
    server.request();
}

/// Whatever leaves open whether the message was accepted is one request, below layers and with a policy.
#[tokio::test]
async fn what_is_unknown_is_not_repeated_below_a_layer() {
    for reply in [
        Reply::Slam,
        Reply::Bytes(Vec::new()),
        Reply::new("502 Bad Gateway", "text/html", "<html>"),
        Reply::json("200 OK", "{}"),
    ] {
        let server = Server::start(reply).await;
        let api = server.cloud_api().retry(RetryPolicy::new()).clock(Jumping::default());
        let service = ServiceBuilder::new().concurrency_limit(4).service(api);
        let error = bounded(service.oneshot(message())).await.expect_err("no receipt");
        assert_eq!((error.is_unknown(), error.attempts(), server.connections()), (true, 1, 1), "{error:?}");
    }
}

#[tokio::test]
async fn on_premises_messages_are_sent_too() {
    let server = Server::start(accepted()).await;
    let api = OnPremisesApi::new(&server.base_url, TOKEN);
    bounded(api.oneshot(on_premises_message())).await.expect("accepted");
    assert_eq!(server.request().line, "POST /v1/messages HTTP/1.1");
}
