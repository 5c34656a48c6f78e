//! A file as the body of a request, read while it is sent.

use std::error::Error;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::io::{AsyncRead, ReadBuf};

use super::file::Reporter;

/// So many bytes of a file are in memory at a time.
const CHUNK: usize = 64 * 1024;

/// Where the bytes come from.
pub(crate) enum Content {
    Bytes(Bytes),
    // The lock is never waited for: the HTTP client wants to share what it does not share.
    Reader(Mutex<Box<dyn AsyncRead + Send + Unpin>>),
}

/// The body of a request: what stands before the file, the file or its rest, what stands behind it.
pub(crate) struct FileBody {
    head: Bytes,
    content: Content,
    tail: Bytes,
    sent: u64,
    total: u64,
    /// The last part, held back until it is certain that the file ends with it.
    last: Option<Bytes>,
    reporter: Reporter,
}

/// The file was not what it was said to be.
#[derive(Debug)]
pub(crate) enum FileError {
    Shorter,
    Longer,
    Unreadable(io::Error),
}

impl Content {
    pub(super) fn reader(reader: Box<dyn AsyncRead + Send + Unpin>) -> Self {
        Self::Reader(Mutex::new(reader))
    }
}

impl FileBody {
    /// The file from byte `offset` on, of `total` bytes.
    pub(crate) fn new(content: Content, offset: u64, total: u64, reporter: Reporter) -> Self {
        let (head, tail) = (Bytes::new(), Bytes::new());
        Self { head, content, tail, sent: offset, total, last: None, reporter }
    }

    /// With something before and something behind it.
    pub(crate) fn between(self, head: impl Into<Bytes>, tail: impl Into<Bytes>) -> Self {
        Self { head: head.into(), tail: tail.into(), ..self }
    }

    fn rest(&self) -> u64 {
        self.total.saturating_sub(self.sent)
    }

    /// The next part of the file, never more than was announced.
    fn poll_part(&mut self, cx: &mut Context<'_>) -> Poll<Result<Bytes, FileError>> {
        let wanted = usize::try_from(self.rest()).unwrap_or(usize::MAX).min(CHUNK);
        match &mut self.content {
            Content::Bytes(bytes) if bytes.is_empty() => Poll::Ready(Err(FileError::Shorter)),
            Content::Bytes(bytes) => Poll::Ready(Ok(bytes.split_to(wanted.min(bytes.len())))),
            Content::Reader(reader) => {
                if let Some(last) = self.last.take() {
                    match poll_read(reader, 1, cx) {
                        Poll::Ready(Ok(beyond)) if beyond.is_empty() => return Poll::Ready(Ok(last)),
                        Poll::Ready(Ok(_)) => return Poll::Ready(Err(FileError::Longer)),
                        Poll::Ready(Err(error)) => return Poll::Ready(Err(FileError::Unreadable(error))),
                        Poll::Pending => {
                            self.last = Some(last);
                            return Poll::Pending;
                        }
                    }
                }
                let part = match ready!(poll_read(reader, wanted, cx)) {
                    Ok(part) if part.is_empty() => return Poll::Ready(Err(FileError::Shorter)),
                    Ok(part) => part,
                    Err(error) => return Poll::Ready(Err(FileError::Unreadable(error))),
                };
                if u64::try_from(part.len()).is_ok_and(|length| length < self.rest()) {
                    return Poll::Ready(Ok(part));
                }
                self.last = Some(part);
                self.poll_part(cx)
            }
        }
    }
}

fn poll_read(
    reader: &mut Mutex<Box<dyn AsyncRead + Send + Unpin>>,
    wanted: usize,
    cx: &mut Context<'_>,
) -> Poll<io::Result<Bytes>> {
    let reader = reader.get_mut().unwrap_or_else(PoisonError::into_inner);
    let mut block = vec![0; wanted];
    let mut buffer = ReadBuf::new(&mut block);
    ready!(Pin::new(reader).poll_read(cx, &mut buffer))?;
    let filled = buffer.filled().len();
    block.truncate(filled);
    Poll::Ready(Ok(block.into()))
}

impl Body for FileBody {
    type Data = Bytes;
    type Error = FileError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, FileError>>> {
        let body = &mut *self;
        if !body.head.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut body.head)))));
        }
        if body.rest() > 0 {
            let part = match ready!(body.poll_part(cx)) {
                Ok(part) => part,
                Err(error) => return Poll::Ready(Some(Err(error))),
            };
            body.sent = body.sent.saturating_add(u64::try_from(part.len()).unwrap_or(u64::MAX));
            body.reporter.sent(body.sent, body.total);
            return Poll::Ready(Some(Ok(Frame::data(part))));
        }
        if !body.tail.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut body.tail)))));
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.head.is_empty() && self.rest() == 0 && self.tail.is_empty()
    }

    /// Exact, so that the request says its length: a server must not take half a file for a whole one.
    fn size_hint(&self) -> SizeHint {
        let around = u64::try_from(self.head.len() + self.tail.len()).unwrap_or(u64::MAX);
        SizeHint::with_exact(self.rest().saturating_add(around))
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shorter => f.write_str("the file is shorter than announced"),
            Self::Longer => f.write_str("the file is longer than announced"),
            Self::Unreadable(_) => f.write_str("the file could not be read"),
        }
    }
}

impl Error for FileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unreadable(error) => Some(error),
            Self::Shorter | Self::Longer => None,
        }
    }
}
