//! The journal in a file.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use wa_template::client::{FileJournal, Journal, KeyState, Receipt, SendError, SendOutcome};

use crate::NUMBER;
use crate::server::{Reply, send};

/// A folder of its own for each test, gone at its end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("wa-template-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.0.join("journal")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

async fn error(reply: Reply) -> SendError {
    send(reply).await.expect_err("a failure")
}

#[tokio::test]
async fn a_journal_is_read_back() {
    let folder = Folder::new("read-back");
    let receipt =
        format!(r#"{{"contacts":[{{"wa_id":"{NUMBER}"}}],"messages":[{{"id":"wamid.secret-{NUMBER}"}}]}}"#);
    let receipt = send(Reply::json("200 OK", &receipt)).await.expect("accepted");
    let rejected = error(Reply::json("400 Bad Request", r#"{"error":{"code":132000}}"#)).await;
    let rejected: Result<Receipt, SendError> = Err(rejected);
    let unknown = Err(error(Reply::Bytes(Vec::new())).await);
    for is_synced in [true, false] {
        let (journal, history) = FileJournal::open(folder.file()).expect("a journal");
        assert_eq!(history.iter().count(), if is_synced { 0 } else { 5 });
        let journal = if is_synced { journal } else { journal.without_sync() };
        for key in ["accepted", "rejected", "unknown", "open", "with \"quotes\"\nand lines"] {
            journal.started(key).await.expect("written");
        }
        journal.finished("accepted", &Ok(receipt.clone())).await.expect("written");
        journal.finished("rejected", &rejected).await.expect("written");
        journal.finished("unknown", &unknown).await.expect("written");
    }
    let history = FileJournal::read(folder.file()).expect("a journal");
    assert_eq!(history.state("accepted"), KeyState::Accepted);
    assert_eq!(history.state("rejected"), KeyState::Rejected { code: Some(132_000) });
    for key in ["unknown", "open", "with \"quotes\"\nand lines"] {
        assert_eq!(history.state(key), KeyState::InDoubt, "{key}");
    }
    assert_eq!(history.state("never"), KeyState::NotStarted);
    let text = fs::read_to_string(folder.file()).expect("text");
    assert!(!text.contains(NUMBER) && !text.contains("wamid"), "{text}");
    assert_eq!(text.lines().count(), 16);
}

#[tokio::test]
async fn a_torn_line_costs_nothing_else() {
    let folder = Folder::new("torn");
    fs::write(folder.file(), "{\"started\":\"a\"}\n{\"accepted\":\"a\"}\n{\"started\":\"b\"}\n{\"acce")
        .expect("written");
    let (journal, history) = FileJournal::open(folder.file()).expect("a journal");
    assert_eq!(history.unreadable_lines(), 1);
    assert_eq!((history.state("a"), history.state("b")), (KeyState::Accepted, KeyState::InDoubt));
    journal.started("c").await.expect("written");
    drop(journal);
    let history = FileJournal::read(folder.file()).expect("a journal");
    assert_eq!(history.state("c"), KeyState::InDoubt, "what is written next does not end in the torn line");
    assert_eq!(history.unreadable_lines(), 1);
}

#[test]
fn one_writer_at_a_time() {
    let folder = Folder::new("locked");
    let (journal, _) = FileJournal::open(folder.file()).expect("a journal");
    let error = FileJournal::open(folder.file()).expect_err("it is open");
    assert_eq!(error.kind(), ErrorKind::WouldBlock);
    drop(journal);
    FileJournal::open(folder.file()).expect("it is free again");
}

#[test]
fn what_others_wrote_is_kept() {
    let folder = Folder::new("appended");
    let (journal, _) = FileJournal::open(folder.file()).expect("a journal");
    let mut other = fs::OpenOptions::new().append(true).open(folder.file()).expect("the file");
    writeln!(other, "a note by hand").expect("written");
    journal.settle("a", SendOutcome::Accepted).expect("written");
    let history = FileJournal::read(folder.file()).expect("a journal");
    assert_eq!((history.state("a"), history.unreadable_lines()), (KeyState::Accepted, 1));
}

#[tokio::test]
async fn starts_at_the_same_time_are_all_there() {
    let folder = Folder::new("many");
    let (journal, _) = FileJournal::open(folder.file()).expect("a journal");
    let tasks: Vec<_> = (0..200)
        .map(|key| {
            let journal = journal.clone();
            tokio::spawn(async move { journal.started(&key.to_string()).await })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic").expect("written");
    }
    let history = FileJournal::read(folder.file()).expect("a journal");
    assert_eq!((history.iter().count(), history.unreadable_lines()), (200, 0));
}

#[test]
fn a_folder_is_no_journal() {
    let folder = Folder::new("folder");
    assert!(FileJournal::open(folder.file().parent().expect("a folder")).is_err());
    assert!(FileJournal::read(folder.file()).is_err());
}
