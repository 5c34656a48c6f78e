//! Samples for templates, whose upload can be interrupted.

use std::sync::{Arc, Mutex};
#[cfg(feature = "rustls")]
use std::time::Duration;

use wa_template::client::{Upload, UploadApi, UploadSession};

use crate::bearer;
use crate::server::{Reply, Server, TOKEN, bounded, check_secrets};

const SESSION: &str = "upload:MTphdHRhY2htZW50OmR1bW15?sig=DUMMY-_1";

fn api(server: &Server) -> UploadApi {
    UploadApi::new("634974688087057", TOKEN).base_url(&server.base_url)
}

fn oauth() -> String {
    format!("OAuth {TOKEN}")
}

fn started() -> Reply {
    Reply::json(&format!(r#"{{"id":"{SESSION}"}}"#))
}

fn stopped_at(offset: &str) -> Reply {
    Reply::json(&format!(r#"{{"id":"{SESSION}","file_offset":{offset}}}"#))
}

fn done() -> Reply {
    Reply::json(r#"{"h":"4::aW\n4::bX"}"#)
}

fn content() -> Vec<u8> {
    (0..100_000_u32).flat_map(u32::to_le_bytes).collect()
}

fn film() -> Upload {
    Upload::bytes(content(), "video/mp4").filename("a film & more.mp4")
}

#[tokio::test]
async fn an_upload_is_announced_then_made() {
    let server = Server::start([started(), done()]).await;
    let handle = bounded(api(&server).upload(film())).await.expect("uploaded");
    // Passed on unchanged, with its line break.
    assert_eq!(handle.as_str(), "4::aW\n4::bX");
    let [start, transfer] = server.exactly();
    let line = "POST /v25.0/634974688087057/uploads?file_name=a+film+%26+more.mp4&file_length=400000&file_type=video%2Fmp4";
    start.check(line, &bearer());
    assert!(start.body.is_empty());
    transfer.check(&format!("POST /v25.0/{SESSION}"), &oauth());
    assert_eq!(transfer.header("file_offset"), Some("0"));
    assert_eq!(transfer.header("content-length"), Some("400000"));
    assert!(transfer.body == content());
}

#[tokio::test]
async fn a_broken_upload_goes_on_where_the_server_says() {
    let script =
        [started(), Reply::Cut(1000), stopped_at("70000"), Reply::Cut(10), stopped_at("\"150000\""), done()];
    let server = Server::start(script).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = seen.clone();
    let upload = film().on_progress(move |progress| sink.lock().expect("no panic").push(progress.sent));
    bounded(api(&server).upload(upload)).await.expect("uploaded");

    let [_, first, ask, second, _, third] = server.exactly();
    ask.check(&format!("GET /v25.0/{SESSION}"), &oauth());
    assert_eq!(first.header("file_offset"), Some("0"));
    assert_eq!(second.header("file_offset"), Some("70000"));
    assert_eq!(second.header("content-length"), Some("330000"));
    assert_eq!(third.header("file_offset"), Some("150000"));
    assert!(third.body == content()[150_000..]);
    let seen = seen.lock().expect("no panic");
    assert!(seen.windows(2).all(|pair| pair[0] < pair[1]), "{seen:?}");
    assert_eq!(seen.last(), Some(&400_000));
}

#[tokio::test]
async fn a_lost_answer_is_asked_for_again_without_the_file() {
    let server = Server::start([started(), Reply::Cut(400_000), stopped_at("400000"), done()]).await;
    bounded(api(&server).upload(film())).await.expect("uploaded");
    let [.., last]: [_; 4] = server.exactly();
    assert_eq!(last.header("file_offset"), Some("400000"));
    assert!(last.body.is_empty());
}

#[tokio::test]
async fn a_file_on_disk_goes_on_from_the_offset() {
    let path = std::env::temp_dir().join(format!("wa-template-sample-{}.png", std::process::id()));
    std::fs::write(&path, content()).expect("a temporary file");
    let server = Server::start([started(), stopped_at("399990"), done()]).await;
    let upload = Upload::file(&path).await.expect("a file");
    let session = bounded(api(&server).start(&upload)).await.expect("announced");
    // As after a crash: from the id alone.
    let session = UploadSession::from_id(session.id());
    bounded(api(&server).resume(&session, upload)).await.expect("uploaded");
    std::fs::remove_file(&path).expect("the temporary file");
    let [.., last]: [_; 3] = server.exactly();
    assert!(last.body == content()[399_990..]);
}

#[tokio::test]
async fn attempts_are_limited_and_refusals_final() {
    let broken = [started(), Reply::Cut(10), stopped_at("0"), Reply::Cut(10)];
    let server = Server::start(broken).await;
    let error = bounded(api(&server).attempts(2).upload(film())).await.expect_err("broken");
    assert!(error.is_unknown(), "{error:?}");
    check_secrets(&error);
    let _: [_; 4] = server.exactly();

    let server = Server::start([started(), Reply::error("400 Bad Request", 100, 0)]).await;
    let error = bounded(api(&server).upload(film())).await.expect_err("refused");
    assert!(error.is_rejected(), "{error:?}");
    let _: [_; 2] = server.exactly();
}

#[tokio::test]
async fn a_file_that_has_changed_is_not_tried_again() {
    let path = std::env::temp_dir().join(format!("wa-template-changed-{}.png", std::process::id()));
    std::fs::write(&path, content()).expect("a temporary file");
    let upload = Upload::file(&path).await.expect("a file");
    std::fs::write(&path, b"short").expect("a temporary file");
    let server = Server::start([started(), Reply::Cut(usize::MAX)]).await;
    let error = bounded(api(&server).upload(upload)).await.expect_err("another file");
    assert!(error.is_not_sent(), "{error:?}");
    assert!(server.requests().len() <= 2);
    std::fs::remove_file(&path).expect("the temporary file");
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let server = Server::start([started(), Reply::Cut(9)]).await;
    let upload = Upload::reader(&[1; 9][..], 9, "image/png");
    let error = bounded(api(&server).upload(upload)).await.expect_err("no answer");
    assert!(error.is_unknown(), "{error:?}");
    let _: [_; 2] = server.exactly();
}

#[tokio::test]
async fn odd_sessions_and_offsets_are_errors() {
    for id in ["../106540352242922/messages", "https://example.com/upload:1", "upload:1/../2", "123"] {
        let server = Server::start([Reply::json(&format!(r#"{{"id":"{id}"}}"#))]).await;
        let error = bounded(api(&server).upload(film())).await.expect_err(id);
        assert!(error.is_not_sent(), "{id}: {error:?}");
        let _: [_; 1] = server.exactly();
    }
    for offset in ["-1", "null", "\"x\"", "400001"] {
        let server = Server::start([stopped_at(offset)]).await;
        let session = UploadSession::from_id(SESSION);
        let error = bounded(api(&server).attempts(1).resume(&session, film())).await.expect_err(offset);
        assert!(!error.is_rejected(), "{offset}: {error:?}");
        check_secrets(&error);
        let _: [_; 1] = server.exactly();
    }
}

#[tokio::test]
async fn types_that_samples_cannot_have_are_not_sent() {
    let server = Server::start([]).await;
    for mime_type in ["audio/ogg", "image/webp", "text/plain", "video/3gpp", ""] {
        let error =
            bounded(api(&server).upload(Upload::bytes(vec![1], mime_type))).await.expect_err(mime_type);
        assert!(error.is_not_sent(), "{error:?}");
    }
    let [] = server.exactly();
}

#[cfg(feature = "rustls")]
#[tokio::test]
async fn a_tls_server_that_says_nothing_is_not_sent() {
    // Connecting ends with the TLS handshake, which this server never answers.
    let server = Server::start([Reply::Stall]).await;
    let base_url = server.base_url.replace("http://", "https://");
    let api = api(&server).base_url(base_url).connect_timeout(Duration::from_millis(200));
    let error = bounded(api.start(&film())).await.expect_err("no handshake");
    assert!(error.is_not_sent() && error.is_timeout(), "{error:?}");
    check_secrets(&error);
}
