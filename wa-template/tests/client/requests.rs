//! What goes over the wire.

use wa_template::client::{CloudApi, OnPremisesApi};

use crate::server::{Reply, Server, bounded};
use crate::{BODY, TOKEN, message, on_premises_message};

fn accepted() -> Reply {
    Reply::json("200 OK", r#"{"messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI1"}]}"#)
}

#[tokio::test]
async fn the_cloud_api_gets_the_body_and_the_token() {
    let server = Server::start(accepted()).await;
    bounded(server.cloud_api().send(&message())).await.expect("accepted");
    let request = server.request();
    assert_eq!(request.line, "POST /v25.0/106540352242922/messages HTTP/1.1");
    assert_eq!(request.body, BODY);
    assert_eq!(request.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("content-length"), Some(BODY.len().to_string().as_str()));
    assert_eq!(request.header("host"), server.base_url.strip_prefix("http://"));
    assert!(request.header("user-agent").is_some_and(|agent| agent.starts_with("wa-template/")));
    let mut names: Vec<_> = request.headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "authorization", "content-length", "content-type", "host", "user-agent"]);
}

#[tokio::test]
async fn the_on_premises_api_gets_the_body_and_the_token() {
    let server = Server::start(accepted()).await;
    let api = OnPremisesApi::new(&server.base_url, TOKEN);
    bounded(api.send(&on_premises_message())).await.expect("accepted");
    let request = server.request();
    assert_eq!(request.line, "POST /v1/messages HTTP/1.1");
    assert_eq!(request.body, BODY);
    assert_eq!(request.header("authorization"), Some(format!("Bearer {TOKEN}").as_str()));
    assert_eq!(request.header("content-type"), Some("application/json"));
}

#[tokio::test]
async fn version_and_base_path_are_in_the_address() {
    let server = Server::start(accepted()).await;
    let api = server.cloud_api().base_url(format!("{}/graph/", server.base_url)).version("v26.0");
    bounded(api.send(&message())).await.expect("accepted");
    assert_eq!(server.request().line, "POST /graph/v26.0/106540352242922/messages HTTP/1.1");

    let server = Server::start(accepted()).await;
    let api = OnPremisesApi::new(format!("{}/partner", server.base_url), TOKEN);
    bounded(api.send(&on_premises_message())).await.expect("accepted");
    assert_eq!(server.request().line, "POST /partner/v1/messages HTTP/1.1");
}

#[tokio::test]
async fn clones_share_a_connection() {
    let server = Server::start(accepted().keep_alive()).await;
    let api = server.cloud_api();
    let clone: CloudApi = api.clone();
    bounded(api.send(&message())).await.expect("accepted");
    bounded(clone.send(&message())).await.expect("accepted");
    assert_eq!(server.requests().len(), 2);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn setters_leave_earlier_clones_alone() {
    let first = Server::start(accepted()).await;
    let second = Server::start(accepted()).await;
    let api = first.cloud_api();
    let moved = api.clone().base_url(&second.base_url);
    bounded(api.send(&message())).await.expect("accepted");
    bounded(moved.send(&message())).await.expect("accepted");
    first.request();
    second.request();
}
