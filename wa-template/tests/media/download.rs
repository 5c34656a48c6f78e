//! Files on their way in.

use wa_template::client::{ApiError, MediaId};

use crate::server::{Reply, Server, TOKEN, bounded, check_secrets};
use crate::{bearer, media};

fn info(url: &str) -> Reply {
    let sha256 = "7c1f0a64e2b95d3888aa04c6d17f3e529b40c8d25e6f1a73b0d4e9c85a2f6b31";
    Reply::json(&format!(
        r#"{{"messaging_product":"whatsapp","url":"{url}","mime_type":"image/jpeg","sha256":"{sha256}","file_size":"5","id":"133"}}"#
    ))
}

fn id() -> MediaId {
    MediaId::new("133")
}

async fn refused(replies: impl IntoIterator<Item = Reply>) -> (ApiError, Server) {
    let server = Server::start(replies).await;
    let error = bounded(media(&server).download_bytes(&id(), 100)).await.expect_err("no file");
    check_secrets(&error);
    (error, server)
}

#[tokio::test]
async fn what_the_platform_says_is_read_leniently() {
    let server = Server::start([
        info("{base}/f?sig=1"),
        Reply::json(r#"{"url":"{base}/f","file_size":303833,"new":{"a":1}}"#),
        Reply::json(r#"{"url":"{base}/f","file_size":"many","mime_type":7}"#),
        Reply::json(r#"{"id":"133"}"#),
    ])
    .await;
    let api = media(&server);
    let info = bounded(api.info(&id())).await.expect("known");
    assert_eq!((info.mime_type(), info.file_size()), (Some("image/jpeg"), Some(5)));
    assert_eq!(info.id(), Some(&id()));
    assert!(info.sha256().is_some() && info.url().ends_with("/f?sig=1"));
    assert!(!format!("{info:?}").contains("sig=1"), "{info:?}");
    let info = bounded(api.info(&id())).await.expect("known");
    assert_eq!(
        (info.file_size(), info.id(), info.raw()["new"]["a"].as_u64()),
        (Some(303_833), None, Some(1))
    );
    assert_eq!(bounded(api.info(&id())).await.expect("known").file_size(), None);
    assert!(bounded(api.info(&id())).await.is_err_and(|error| error.is_unknown()));
    let [first, ..]: [_; 4] = server.exactly();
    first.check("GET /v25.0/133?phone_number_id=106540352242922", &bearer());
}

#[tokio::test]
async fn the_file_is_fetched_with_the_token() {
    let server = Server::start([
        info("{base}/files/a?mid=133&x=%2F"),
        Reply::new("200 OK", "image/jpeg", b"\xff\xd8abc"),
    ])
    .await;
    let file = bounded(media(&server).download_bytes(&id(), 5)).await.expect("a file");
    assert_eq!(&*file, b"\xff\xd8abc");
    let [_, fetch] = server.exactly();
    fetch.check("GET /files/a?mid=133&x=%2F", &bearer());
}

#[tokio::test]
async fn the_file_comes_part_by_part() {
    let server =
        Server::start([info("{base}/a"), Reply::new("200 OK", "image/jpeg", vec![1; 300_000])]).await;
    let mut file = bounded(media(&server).download(&id())).await.expect("a file");
    assert_eq!(file.info().mime_type(), Some("image/jpeg"));
    let mut length = 0;
    while let Some(part) = bounded(file.chunk()).await.expect("a part") {
        length += part.len();
    }
    assert_eq!(length, 300_000);
}

#[tokio::test]
async fn an_address_that_has_ended_is_asked_for_once_more() {
    let gone = || Reply::new("404 Not Found", "text/plain", "gone");
    let server = Server::start([
        info("{base}/old"),
        gone(),
        info("{base}/new"),
        Reply::new("200 OK", "image/jpeg", "hello"),
    ])
    .await;
    assert_eq!(&*bounded(media(&server).download_bytes(&id(), 9)).await.expect("a file"), b"hello");
    let [_, old, _, new] = server.exactly();
    old.check("GET /old", &bearer());
    new.check("GET /new", &bearer());

    let (error, server) = refused([info("{base}/old"), gone(), info("{base}/new"), gone()]).await;
    assert_eq!((error.is_rejected(), error.status()), (true, Some(404)));
    let _: [_; 4] = server.exactly();
}

#[tokio::test]
async fn a_file_that_does_not_exist_is_not_asked_for_twice() {
    let (error, server) = refused([Reply::error("404 Not Found", 100, 33)]).await;
    assert!(error.is_rejected());
    assert_eq!(error.subcode(), Some(33));
    let _: [_; 1] = server.exactly();
}

#[tokio::test]
async fn the_token_goes_to_no_other_host() {
    let stranger = Server::start([]).await;
    let strange = stranger.base_url.replace("127.0.0.1", "localhost");
    for url in [
        stranger.base_url.as_str(),
        &strange,
        "https://lookaside.fbsbx.com.example.com/a",
        "http://lookaside.fbsbx.com/a",
        "/a",
        "not an address",
    ] {
        let (error, server) = refused([info(url)]).await;
        assert!(error.is_not_sent(), "{url}: {error:?}");
        let _: [_; 1] = server.exactly();
    }
    let [] = stranger.exactly();
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let stranger = Server::start([]).await;
    let redirect = format!("302 Found\r\nlocation: {}", stranger.base_url);
    let (error, server) = refused([info("{base}/a"), Reply::new(&redirect, "text/plain", "")]).await;
    assert!(error.is_unknown() && error.is_safe_to_repeat(), "{error:?}");
    let _: [_; 2] = server.exactly();
    let [] = stranger.exactly();
}

#[tokio::test]
async fn broken_and_oversized_files_are_errors() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhello".to_vec();
    let (error, _) = refused([info("{base}/a"), Reply::Bytes(half)]).await;
    assert!(error.is_unknown(), "{error:?}");
    let (error, _) = refused([info("{base}/a"), Reply::new("200 OK", "image/jpeg", vec![1; 101])]).await;
    assert!(error.to_string().contains("100 bytes"), "{error}");
}

#[tokio::test]
async fn answers_that_repeat_the_token_are_scrubbed() {
    let body = format!(r#"{{"error":{{"code":190,"message":"Malformed access token {TOKEN}"}}}}"#);
    let (error, _) = refused([Reply::new("401 Unauthorized", "application/json", body)]).await;
    let raw = String::from_utf8(error.raw_body().expect("an answer").to_vec()).expect("UTF-8");
    assert!(raw.contains("[redacted]") && !raw.contains(TOKEN), "{raw}");
    assert_eq!(error.code(), Some(190));
}
