//! Files that are uploaded once.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use wa_template::client::{InMemoryMediaCache, MediaApi, MediaLibrary, Upload};

use crate::media;
use crate::server::{Reply, Server, TOKEN, bounded};

const DAY: Duration = Duration::from_hours(24);

fn picture() -> Upload {
    Upload::bytes(vec![1; 9], "image/png")
}

fn answers(ids: &[&str]) -> Vec<Reply> {
    ids.iter().map(|id| Reply::json(&format!(r#"{{"id":"{id}"}}"#))).collect()
}

/// A library whose clock the test turns.
fn library(api: MediaApi) -> (MediaLibrary<InMemoryMediaCache>, Arc<Mutex<SystemTime>>) {
    let now = Arc::new(Mutex::new(SystemTime::UNIX_EPOCH + 20_000 * DAY));
    let clock = now.clone();
    let library = MediaLibrary::new(api, InMemoryMediaCache::default());
    (library.clock(move || *clock.lock().expect("no panic")), now)
}

async fn id(library: &MediaLibrary<InMemoryMediaCache>, upload: Upload) -> String {
    bounded(library.id(upload)).await.expect("an id").into()
}

#[tokio::test]
async fn an_id_is_used_for_29_days() {
    let server = Server::start(answers(&["1", "2"])).await;
    let (library, now) = library(media(&server));
    assert_eq!(id(&library, picture()).await, "1");
    assert_eq!(id(&library, picture().filename("another name.png")).await, "1");
    *now.lock().expect("no panic") += 28 * DAY + Duration::from_hours(23);
    assert_eq!(id(&library, picture()).await, "1");
    *now.lock().expect("no panic") += Duration::from_hours(1);
    assert_eq!(id(&library, picture()).await, "2");
    *now.lock().expect("no panic") += 28 * DAY;
    assert_eq!(id(&library, picture()).await, "2");
    let _: [_; 2] = server.exactly();
}

#[tokio::test]
async fn content_type_and_number_make_a_file() {
    let server = Server::start(answers(&["1", "2", "3", "4"])).await;
    let (library, _) = library(media(&server));
    assert_eq!(id(&library, picture()).await, "1");
    assert_eq!(id(&library, Upload::bytes(vec![2; 9], "image/png")).await, "2");
    assert_eq!(id(&library, Upload::bytes(vec![1; 9], "image/jpeg")).await, "3");
    // A stream cannot be recognised before it is sent.
    assert_eq!(id(&library, Upload::reader(&[1; 9][..], 9, "image/png")).await, "4");
    let _: [_; 4] = server.exactly();
}

#[tokio::test]
async fn numbers_do_not_share_ids() {
    let server = Server::start(answers(&["1", "2"])).await;
    let cache = || InMemoryMediaCache::default();
    let one = MediaLibrary::new(media(&server), cache());
    let other = MediaLibrary::new(MediaApi::new("2", TOKEN).base_url(&server.base_url), cache());
    assert_eq!(id(&one, picture()).await, "1");
    assert_eq!(id(&other, picture()).await, "2");
    let [_, second] = server.exactly();
    second.check("POST /v25.0/2/media", &crate::bearer());
}

#[tokio::test]
async fn a_file_on_disk_is_known_by_its_content() {
    let path = std::env::temp_dir().join(format!("wa-template-cache-{}.png", std::process::id()));
    std::fs::write(&path, vec![1; 9]).expect("a temporary file");
    let server = Server::start(answers(&["1"])).await;
    let (library, _) = library(media(&server));
    assert_eq!(id(&library, Upload::file(&path).await.expect("a file")).await, "1");
    assert_eq!(id(&library, picture()).await, "1");
    std::fs::remove_file(&path).expect("the temporary file");
}

#[tokio::test]
async fn forgotten_and_failed_uploads_are_made_again() {
    let failed = Reply::error("500 Internal Server Error", 131_016, 0);
    let server = Server::start([vec![failed], answers(&["1", "2"])].concat()).await;
    let (library, _) = library(media(&server));
    bounded(library.id(picture())).await.expect_err("refused");
    assert_eq!(id(&library, picture()).await, "1");
    bounded(library.forget(&picture())).await.expect("read");
    assert_eq!(id(&library, picture()).await, "2");
}
