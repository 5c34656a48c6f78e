//! Files for messages on their way out.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, ReadBuf};

use wa_template::Image;
use wa_template::client::{ApiErrorKind, MediaApi, MediaId, Upload, UploadProgress};

use crate::server::{Reply, Server, TOKEN, bounded, check_secrets, printed};
use crate::{bearer, media};

fn accepted() -> Reply {
    Reply::json(r#"{"id":"1037543291543636"}"#)
}

/// Bytes without end, which counts how many were taken.
struct Source {
    taken: Arc<AtomicUsize>,
    left: usize,
    fails: bool,
}

impl Source {
    fn new(left: usize) -> Self {
        Self { taken: Arc::default(), left, fails: false }
    }
}

impl AsyncRead for Source {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.left == 0 && self.fails {
            return Poll::Ready(Err(io::Error::other("the disk is broken")));
        }
        let length = buffer.remaining().min(self.left);
        buffer.initialize_unfilled_to(length).fill(7);
        buffer.advance(length);
        self.left -= length;
        self.taken.fetch_add(length, Ordering::Relaxed);
        Poll::Ready(Ok(()))
    }
}

fn watched(upload: Upload) -> (Upload, Arc<Mutex<Vec<UploadProgress>>>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let sink = seen.clone();
    (upload.on_progress(move |progress| sink.lock().expect("no panic").push(progress)), seen)
}

#[track_caller]
fn check_progress(seen: &Mutex<Vec<UploadProgress>>, total: u64) {
    let seen = seen.lock().expect("no panic");
    assert!(seen.iter().all(|progress| progress.total == total));
    assert!(seen.windows(2).all(|pair| pair[0].sent < pair[1].sent), "{seen:?}");
    assert_eq!(seen.last().map(|progress| progress.sent), Some(total));
}

#[tokio::test]
async fn the_form_is_the_documented_one() {
    let server = Server::start([accepted()]).await;
    let content = b"\x89PNG\r\n--not-a-boundary\r\n\r\n";
    let upload = Upload::bytes(content.to_vec(), "Image/PNG").filename("shoes \"new\".png");
    let id = bounded(media(&server).upload(upload)).await.expect("uploaded");
    assert_eq!(Image::from(id), Image::id("1037543291543636"));

    let [request] = server.exactly();
    request.check("POST /v25.0/106540352242922/media", &bearer());
    let kind = request.header("content-type").expect("a type");
    let boundary = kind.strip_prefix("multipart/form-data; boundary=").expect("a boundary");
    let mut expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"shoes %22new%22.png\"\r\n\
         Content-Type: image/png\r\n\r\n"
    )
    .into_bytes();
    expected.extend_from_slice(content);
    expected.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    assert_eq!(request.body, expected);
    assert_eq!(request.header("content-length"), Some(expected.len().to_string().as_str()));
}

#[tokio::test]
async fn files_are_streamed_and_progress_only_grows() {
    let path = std::env::temp_dir().join(format!("wa-template-upload-{}.pdf", std::process::id()));
    let content: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
    std::fs::write(&path, &content).expect("a temporary file");
    let server = Server::start([accepted(), accepted()]).await;

    let (upload, seen) = watched(Upload::file(&path).await.expect("a file"));
    assert_eq!(upload.len(), 1_200_000);
    bounded(media(&server).upload(upload)).await.expect("uploaded");
    check_progress(&seen, 1_200_000);

    let (upload, seen) = watched(Upload::reader(Source::new(200_000), 200_000, "video/mp4"));
    bounded(media(&server).upload(upload)).await.expect("uploaded");
    check_progress(&seen, 200_000);
    std::fs::remove_file(&path).expect("the temporary file");

    let [file, stream] = server.exactly();
    assert!(file.body.windows(content.len()).any(|window| window == content));
    let name = format!("filename=\"wa-template-upload-{}.pdf\"", std::process::id());
    assert!(String::from_utf8_lossy(&file.body).contains(&name));
    assert!(String::from_utf8_lossy(&stream.body).contains("filename=\"file.mp4\""));
    let sevens = vec![7; 200_000];
    assert!(stream.body.windows(200_000).any(|window| window == sevens));
}

#[tokio::test]
async fn no_more_is_read_than_the_connection_takes() {
    const LENGTH: usize = 96 * 1024 * 1024;
    let server = Server::start([Reply::Stall]).await;
    let source = Source::new(LENGTH);
    let taken = source.taken.clone();
    let upload = Upload::reader(source, LENGTH as u64, "application/pdf");
    let api = media(&server).transfer_timeout(Duration::from_secs(1));
    let error = bounded(api.upload(upload)).await.expect_err("nobody reads");
    assert!(error.is_unknown() && error.is_timeout(), "{error:?}");
    // The operating system's buffers take some megabytes; the file stays where it is.
    let taken = taken.load(Ordering::Relaxed);
    assert!((1..LENGTH / 2).contains(&taken), "{taken}");
}

#[tokio::test]
async fn what_the_platform_would_refuse_is_not_sent() {
    let server = Server::start([]).await;
    for (length, mime_type, said) in [
        (0, "image/png", "empty"),
        (5 * 1024 * 1024 + 1, "image/png", "5242880"),
        (16 * 1024 * 1024 + 1, "audio/ogg; codecs=opus", "16777216"),
        (500 * 1024 + 1, "image/webp", "512000"),
        (9, "image/gif", "image/gif"),
        (9, "", "mime_type"),
    ] {
        let upload = Upload::reader(Source::new(0), length, mime_type);
        let error = bounded(media(&server).upload(upload)).await.expect_err(said);
        assert!(error.is_not_sent() && error.is_safe_to_repeat(), "{error:?}");
        assert!(error.to_string().contains(said), "{error}");
    }
    let file = Upload::file(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).await.expect("a file");
    let error = bounded(media(&server).upload(file)).await.expect_err("no such type");
    assert!(error.to_string().contains("mime_type"), "{error}");
    assert!(Upload::file(env!("CARGO_MANIFEST_DIR")).await.is_err());
    let [] = server.exactly();
}

#[tokio::test]
async fn a_file_that_is_not_as_announced_is_never_taken_for_whole() {
    for (source, length) in [
        (Source::new(99_999), 100_000),
        (Source::new(100_001), 100_000),
        (Source { fails: true, ..Source::new(70_000) }, 100_000),
    ] {
        let server = Server::start([Reply::Cut(usize::MAX)]).await;
        let upload = Upload::reader(source, length, "application/pdf");
        let error = bounded(media(&server).upload(upload)).await.expect_err("another length");
        assert_eq!(error.kind(), ApiErrorKind::NotSent, "{error:?}");
        assert!(error.to_string().contains("file"), "{error}");
        check_secrets(&error);
    }
}

#[tokio::test]
async fn answers_without_an_id_are_of_unknown_outcome() {
    for reply in [
        Reply::json("{}"),
        Reply::json(r#"{"id":""}"#),
        Reply::json("[]"),
        Reply::json(""),
        Reply::json(r#"{"id":"10375"#),
        Reply::new("200 OK", "text/html", "<html>maintenance</html>"),
        Reply::new("502 Bad Gateway", "text/html", "<html>EAAtest-token-1</html>"),
        Reply::new("302 Found\r\nlocation: http://127.0.0.1:9/", "text/html", ""),
        Reply::error("500 Internal Server Error", 999_999, 0),
        Reply::Cut(10),
        Reply::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"id\":\"1".to_vec()),
    ] {
        let server = Server::start([reply]).await;
        let error = bounded(media(&server).upload(Upload::bytes(vec![1; 9], "image/png"))).await;
        let error = error.expect_err("no id");
        assert!(error.is_unknown() && !error.is_safe_to_repeat(), "{error:?}");
        check_secrets(&error);
        let _: [_; 1] = server.exactly();
    }
}

#[tokio::test]
async fn refusals_are_refusals() {
    for reply in [
        Reply::error("400 Bad Request", 131_053, 0),
        Reply::error("500 Internal Server Error", 131_016, 0),
        Reply::error("200 OK", 100, 33),
        Reply::new("413 Payload Too Large", "text/html", "<html>"),
    ] {
        let server = Server::start([reply]).await;
        let error = bounded(media(&server).upload(Upload::bytes(vec![1; 9], "image/png"))).await;
        let error = error.expect_err("refused");
        assert!(error.is_rejected() && error.class().is_some(), "{error:?}");
        check_secrets(&error);
        let _: [_; 1] = server.exactly();
    }
}

#[tokio::test]
async fn unusable_settings_are_not_sent() {
    let upload = || Upload::bytes(vec![1; 9], "image/png");
    for api in [
        MediaApi::new("../1", TOKEN),
        MediaApi::new("1", ""),
        MediaApi::new("1", TOKEN).version("v25.0/x"),
        MediaApi::new("1", TOKEN).base_url("ftp://127.0.0.1"),
        MediaApi::new("1", TOKEN).base_url("http://127.0.0.1:1"),
    ] {
        let error = bounded(api.upload(upload())).await.expect_err("unusable");
        assert!(error.is_not_sent(), "{error:?}");
        assert!(!printed(&error).contains(TOKEN), "{error:?}");
    }
}

#[tokio::test]
async fn deleting_says_whether_it_was_done() {
    let server = Server::start([
        Reply::json(r#"{"success":true}"#),
        Reply::json(r#"{"success":false}"#),
        Reply::json(r#"{"deleted":true}"#),
    ])
    .await;
    let (api, id) = (media(&server), MediaId::new("1037543291543636"));
    bounded(api.delete(&id)).await.expect("deleted");
    assert!(bounded(api.delete(&id)).await.is_err_and(|error| error.is_rejected()));
    assert!(
        bounded(api.delete(&id)).await.is_err_and(|error| error.is_unknown() && error.is_safe_to_repeat())
    );
    assert!(bounded(api.delete(&MediaId::new("1/2"))).await.is_err_and(|error| error.is_not_sent()));
    let requests: [_; 3] = server.exactly();
    requests[0].check("DELETE /v25.0/1037543291543636?phone_number_id=106540352242922", &bearer());
}

#[test]
fn clients_cross_threads_and_print_no_secret() {
    fn check<T: Send + Sync>(_: &T) {}
    fn sends<T: Send>(_: &T) {}
    let api = MediaApi::new("1", TOKEN).base_url("https://user:EAAother@example.com/?EAAother");
    check(&api);
    sends(&api.upload(Upload::bytes(vec![1], "image/png").filename("private.png")));
    sends(&api.download(&MediaId::new("1")));
    let upload = Upload::bytes(b"secret".to_vec(), "image/png").filename("private.png");
    let printed = format!("{api:?} {upload:?}");
    assert!(
        !printed.contains("EAA") && !printed.contains("private") && !printed.contains("115"),
        "{printed}"
    );
}
