//! A file to be uploaded.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tokio::io::AsyncRead;

use super::body::Content;
use crate::client::api::{Action, ApiError};
use crate::definition::media::{self, MediaType};

/// So many bytes are read from a disk at a time.
const BLOCK: usize = 64 * 1024;

/// A file to be uploaded: bytes, a file on disk, or a stream of known length. Files and streams are read while they
/// are sent, 64 KiB at a time.
///
/// ```
/// use wa_template::client::Upload;
///
/// let picture = Upload::bytes(vec![0x89, b'P', b'N', b'G'], "image/png")
///     .filename("shoes.png")
///     .on_progress(|progress| println!("{} of {} bytes", progress.sent, progress.total));
/// assert_eq!(picture.len(), 4);
/// ```
pub struct Upload {
    source: Source,
    length: u64,
    mime_type: String,
    filename: String,
    progress: Reporter,
}

enum Source {
    Bytes(Bytes),
    Path(PathBuf),
    /// Taken when it is read, since nobody can rewind it. The lock is never waited for: without it, no task that
    /// uploads could move to another thread.
    Reader(Mutex<Option<Box<dyn AsyncRead + Send + Unpin>>>),
}

/// How far an upload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadProgress {
    /// Bytes of the file that were handed to the connection. It never shrinks, not even when an interrupted upload
    /// goes on further back.
    pub sent: u64,
    /// Bytes of the whole file.
    pub total: u64,
}

impl Upload {
    /// These bytes, of this MIME type.
    pub fn bytes(bytes: impl Into<Bytes>, mime_type: impl Into<String>) -> Self {
        let bytes = bytes.into();
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self::new(Source::Bytes(bytes), length, mime_type.into(), String::new())
    }

    /// A file on disk. Its type follows from the end of its name, see [`media::TYPES`]; with any other ending,
    /// [`mime_type`](Self::mime_type) has to say it.
    ///
    /// ```no_run
    /// # async fn example() -> std::io::Result<()> {
    /// use wa_template::client::Upload;
    ///
    /// let picture = Upload::file("samples/trip.png").await?;
    /// # let _ = picture;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The operating system's, if there is no such file.
    pub async fn file(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let about = tokio::fs::metadata(&path).await?;
        if !about.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is no file"));
        }
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let mime_type = media::of_extension(ending).map_or_else(String::new, |found| found.mime.to_owned());
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Ok(Self::new(Source::Path(path), about.len(), mime_type, name))
    }

    /// What this reader gives: exactly so many bytes, of this MIME type. It is read once, so that an upload of it
    /// cannot go on after an interruption and is not recognised as one that was made before.
    pub fn reader(
        reader: impl AsyncRead + Send + Unpin + 'static,
        length: u64,
        mime_type: impl Into<String>,
    ) -> Self {
        Self::new(Source::Reader(Mutex::new(Some(Box::new(reader)))), length, mime_type.into(), String::new())
    }

    fn new(source: Source, length: u64, mime_type: String, filename: String) -> Self {
        Self { source, length, mime_type, filename, progress: Reporter::default() }
    }

    /// Another MIME type than the one that the file's name tells.
    #[must_use]
    pub fn mime_type(self, mime_type: impl Into<String>) -> Self {
        Self { mime_type: mime_type.into(), ..self }
    }

    /// The name of the file; without it, one is made of the type.
    #[must_use]
    pub fn filename(self, filename: impl Into<String>) -> Self {
        Self { filename: filename.into(), ..self }
    }

    /// Is called each time that a part of the file was handed to the connection.
    #[must_use]
    pub fn on_progress(self, report: impl FnMut(UploadProgress) + Send + 'static) -> Self {
        Self { progress: Reporter::new(report), ..self }
    }

    /// The length of the file in bytes.
    #[expect(clippy::len_without_is_empty, reason = "an empty file cannot be uploaded, so that nobody asks")]
    #[must_use]
    pub fn len(&self) -> u64 {
        self.length
    }

    /// The type of the file, if it is one that the platform takes and if it is not too large.
    pub(crate) fn check(&self, action: Action) -> Result<&'static MediaType, ApiError> {
        let Some(found) = media::of_mime(&self.mime_type) else {
            let reason = match self.mime_type.as_str() {
                "" => "the type of the file is not known: say it with `mime_type`".to_owned(),
                other => format!("the platform takes no files of type `{}`", other.escape_debug()),
            };
            return Err(ApiError::not_sent(action, reason));
        };
        let (length, limit) = (self.length, found.max_bytes());
        if length == 0 {
            return Err(ApiError::not_sent(action, "the file is empty"));
        }
        if length > limit {
            let reason = format!("the file has {length} bytes, the limit for `{}` is {limit}", found.mime);
            return Err(ApiError::not_sent(action, reason));
        }
        Ok(found)
    }

    /// The name under which the file is uploaded.
    pub(crate) fn name(&self, kind: &MediaType) -> String {
        match self.filename.as_str() {
            "" => format!("file.{}", kind.extensions.first().copied().unwrap_or("bin")),
            name => name.to_owned(),
        }
    }

    /// Whether the file can be read more than once.
    pub(crate) fn can_be_read_again(&self) -> bool {
        !matches!(self.source, Source::Reader(_))
    }

    /// The file from this byte on.
    pub(crate) async fn open(&mut self, offset: u64) -> io::Result<Content> {
        match &mut self.source {
            Source::Bytes(bytes) => {
                let start = usize::try_from(offset).unwrap_or(usize::MAX).min(bytes.len());
                Ok(Content::Bytes(bytes.slice(start..)))
            }
            Source::Path(path) => {
                let path = path.clone();
                let file = blocking(move || {
                    let mut file = std::fs::File::open(path)?;
                    io::Seek::seek(&mut file, io::SeekFrom::Start(offset))?;
                    Ok(file)
                });
                Ok(Content::reader(Box::new(tokio::fs::File::from_std(file.await?))))
            }
            Source::Reader(reader) => {
                let reader = reader.get_mut().unwrap_or_else(PoisonError::into_inner);
                match reader.take().filter(|_| offset == 0) {
                    Some(reader) => Ok(Content::reader(reader)),
                    None => Err(io::Error::other("a stream cannot be read a second time")),
                }
            }
        }
    }

    /// The SHA-256 of the whole file; none of a stream, which could not be read a second time.
    pub(crate) async fn sha256(&self) -> io::Result<Option<[u8; 32]>> {
        match &self.source {
            // Many millions of bytes take a moment, in which others want to run.
            Source::Bytes(bytes) => {
                let bytes = bytes.clone();
                blocking(move || Ok(Some(Sha256::digest(&bytes).into()))).await
            }
            Source::Path(path) => {
                let path = path.clone();
                blocking(move || digest(&mut std::fs::File::open(path)?)).await.map(Some)
            }
            Source::Reader(_) => Ok(None),
        }
    }

    pub(crate) fn reporter(&self) -> Reporter {
        self.progress.clone()
    }
}

fn digest(file: &mut impl io::Read) -> io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(hash.finalize().into()),
            read => hash.update(block.get(..read).unwrap_or_default()),
        }
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(io::Error::other(error)))
}

/// Without content and name: what a business sends its customers.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("length", &self.length)
            .field("mime_type", &self.mime_type)
            .finish_non_exhaustive()
    }
}

/// Whoever wants to know how far an upload is; shared by all attempts at it.
#[derive(Clone, Default)]
pub(crate) struct Reporter(Option<Arc<Mutex<Listener>>>);

struct Listener {
    report: Box<dyn FnMut(UploadProgress) + Send>,
    furthest: u64,
}

impl Reporter {
    fn new(report: impl FnMut(UploadProgress) + Send + 'static) -> Self {
        Self(Some(Arc::new(Mutex::new(Listener { report: Box::new(report), furthest: 0 }))))
    }

    /// Tells it once for each place: an attempt that starts further back says nothing until it is further ahead.
    pub(super) fn sent(&self, sent: u64, total: u64) {
        let Some(listener) = &self.0 else { return };
        let mut listener = listener.lock().unwrap_or_else(PoisonError::into_inner);
        if sent > listener.furthest {
            listener.furthest = sent;
            (listener.report)(UploadProgress { sent, total });
        }
    }
}
