//! A journal in a file.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufReader, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::history::{JournalHistory, Line};
use super::{Journal, SendOutcome};
use crate::client::error::SendError;
use crate::client::receipt::Receipt;

/// A [`Journal`] in a file to which lines are appended.
///
/// The file holds keys, outcomes and the platform's codes, one JSON object per line, and nothing else: no number, no
/// value, no message id. Choose keys that say nothing about people, an order number or the id of a row.
///
/// # What survives
///
/// Every line is handed to the operating system in one write before anything else happens, so that it survives any end
/// of the process. A *start* is besides forced to the disk before the message is sent, so that it also survives the end
/// of the machine; starts that come at the same time share one such flush. An *end* is not: if it is lost, its key is in
/// doubt, which is the safe side. [`without_sync`](Self::without_sync) leaves the flush out.
///
/// A line that was cut off when the program ended is skipped when the file is read. One process at a time may write it:
/// the file is locked.
///
/// ```
/// use wa_template::client::{FileJournal, KeyState};
///
/// # let folder = std::env::temp_dir().join(format!("wa-template-{}-doc", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// let path = folder.join("campaign.journal");
/// let (journal, history) = FileJournal::open(&path)?;
/// assert_eq!(history.state("order 7"), KeyState::NotStarted);
/// // `api.send_all(open_orders).journal(journal)`, where what is not `history.state(key).is_open()` is left out.
/// # drop(journal);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct FileJournal {
    shared: Arc<Shared>,
    is_synced: bool,
}

#[derive(Debug)]
struct Shared {
    file: Mutex<Appending>,
    /// The same file, for forcing it to the disk while others write.
    disk: Mutex<Disk>,
}

#[derive(Debug)]
struct Appending {
    file: File,
    /// Whether the last line lacks its end.
    is_torn: bool,
    lines: u64,
}

#[derive(Debug)]
struct Disk {
    file: File,
    /// So many lines are certainly there.
    lines: u64,
    /// After a failed flush the system may have forgotten what it could not write: no later one proves anything.
    is_broken: bool,
}

impl FileJournal {
    /// Opens or creates a journal for writing, and reads what it holds.
    ///
    /// It blocks while it reads.
    ///
    /// # Errors
    ///
    /// The operating system's; [`WouldBlock`](io::ErrorKind::WouldBlock) if another journal has the file open, in
    /// another process or in this one. After a [`SendAll`](crate::client::SendAll) was dropped before its last result,
    /// that is so until the runtime has ended its tasks; [`stop`](crate::client::SendAll::stop) is the way to end one
    /// and to open its journal again.
    pub fn open(path: impl AsRef<Path>) -> io::Result<(Self, JournalHistory)> {
        let path = path.as_ref();
        let file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => {
                io::Error::new(io::ErrorKind::WouldBlock, "the journal is open for writing elsewhere")
            }
            TryLockError::Error(error) => error,
        })?;
        let (history, is_ended) = JournalHistory::read(BufReader::new(&file))?;
        let disk = Disk { file: file.try_clone()?, lines: 0, is_broken: false };
        disk.file.sync_all()?;
        // The entry of a new file in its folder; where folders cannot be opened, that is not needed.
        if let Some(folder) = path.parent().and_then(|folder| File::open(folder).ok()) {
            folder.sync_all().ok();
        }
        let appending = Appending { file, is_torn: !is_ended, lines: 0 };
        let shared = Shared { file: Mutex::new(appending), disk: Mutex::new(disk) };
        Ok((Self { shared: Arc::new(shared), is_synced: true }, history))
    }

    /// Reads a journal without opening it for writing: for reports.
    ///
    /// # Errors
    ///
    /// The operating system's. On Windows, the lock of a journal that is open for writing keeps readers out too.
    pub fn read(path: impl AsRef<Path>) -> io::Result<JournalHistory> {
        let (history, _) = JournalHistory::read(BufReader::new(File::open(path)?))?;
        Ok(history)
    }

    /// Does not force starts to the disk: much faster where disks are slow. What was written survives any end of the
    /// process, but a message that was sent just before the machine lost power can be taken for not started.
    #[must_use]
    pub fn without_sync(self) -> Self {
        Self { is_synced: false, ..self }
    }

    /// Writes what has become of a key by other means: a status webhook with its callback data proves that a key in
    /// doubt was accepted; after the lifetime of the message, its absence that it was not.
    ///
    /// It blocks while it writes.
    ///
    /// # Errors
    ///
    /// The operating system's.
    pub fn settle(&self, key: &str, outcome: SendOutcome) -> io::Result<()> {
        self.shared.append(&Line::of(key, outcome)).map(drop)
    }

    /// Writes on a thread where waiting for the disk disturbs nobody.
    async fn write(&self, line: Line<'static>, is_synced: bool) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        let writing = tokio::task::spawn_blocking(move || {
            let lines = shared.append(&line)?;
            if is_synced { shared.sync(lines) } else { Ok(()) }
        });
        writing.await.map_err(io::Error::other)?
    }
}

impl Journal for FileJournal {
    async fn started(&self, key: &str) -> io::Result<()> {
        self.write(Line::Started(key.to_owned().into()), self.is_synced).await
    }

    async fn finished(&self, key: &str, result: &Result<Receipt, SendError>) -> io::Result<()> {
        self.write(Line::of(key.to_owned(), SendOutcome::from(result)), false).await
    }
}

impl Shared {
    /// Hands a line to the operating system, in one write; the number of lines so far.
    fn append(&self, line: &Line<'_>) -> io::Result<u64> {
        let mut text = line.to_json().to_string().into_bytes();
        text.push(b'\n');
        let mut appending = lock(&self.file);
        if appending.is_torn {
            // What was cut off must not swallow this line.
            text.insert(0, b'\n');
        }
        // Until the write has succeeded, nobody knows how much of it is there.
        appending.is_torn = true;
        appending.file.write_all(&text)?;
        appending.is_torn = false;
        appending.lines += 1;
        Ok(appending.lines)
    }

    /// Makes sure that so many lines are on the disk; one flush serves all who came until it began.
    fn sync(&self, lines: u64) -> io::Result<()> {
        let mut disk = lock(&self.disk);
        if disk.is_broken {
            return Err(io::Error::other("the journal could not be forced to the disk before"));
        }
        if disk.lines >= lines {
            return Ok(());
        }
        let written = lock(&self.file).lines;
        disk.is_broken = true;
        disk.file.sync_data()?;
        disk.is_broken = false;
        disk.lines = written;
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The flags inside tell what a panic could have left half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
