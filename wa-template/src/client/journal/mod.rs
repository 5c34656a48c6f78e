//! A memory of what was begun, so that a campaign can be resumed after any end.

mod file;
mod history;

use std::io;
use std::sync::Arc;

use super::error::{SendError, SendErrorKind};
use super::receipt::Receipt;

pub use self::file::FileJournal;
pub use self::history::{JournalHistory, KeyState};

/// Remembers which messages of a [`SendAll`](super::SendAll) were begun and how they ended.
///
/// [`started`](Self::started) is called before the first byte of a message leaves this machine, and a message whose
/// start cannot be written is not sent. [`finished`](Self::finished) is called once its fate is known. However the
/// program ends in between, by a dropped future, a panic, `kill -9` or loss of power: a key without start was not sent,
/// a key with an end has its result, and a key with a start only is *in doubt*. Between the two calls, waits and
/// repetitions of the same message may pass.
///
/// [`FileJournal`] writes a file. A database is as good:
///
/// ```
/// use std::io;
///
/// use wa_template::client::{Journal, Receipt, SendError};
///
/// # struct Database;
/// # impl Database {
/// #     async fn execute(&self, _: &str, _: &[&str]) -> Result<(), std::fmt::Error> { Ok(()) }
/// # }
/// struct Table(Database);
///
/// impl Journal for Table {
///     async fn started(&self, key: &str) -> io::Result<()> {
///         self.0.execute("insert into sends (key) values ($1)", &[key]).await.map_err(io::Error::other)
///     }
///
///     async fn finished(&self, key: &str, result: &Result<Receipt, SendError>) -> io::Result<()> {
///         let id = result.as_ref().map_or("", |receipt| receipt.message_id().as_str());
///         self.0.execute("update sends set id = $2 where key = $1", &[key, id]).await.map_err(io::Error::other)
///     }
/// }
/// ```
pub trait Journal: Send + Sync + 'static {
    /// The message with this key is about to be sent.
    ///
    /// # Errors
    ///
    /// What kept it from being remembered. The message is then not sent.
    fn started(&self, key: &str) -> impl Future<Output = io::Result<()>> + Send;

    /// The fate of the message with this key is known, as far as it ever will be from the answer.
    ///
    /// # Errors
    ///
    /// What kept it from being remembered. The key then stays in doubt, and the error stands beside the result.
    fn finished(
        &self,
        key: &str,
        result: &Result<Receipt, SendError>,
    ) -> impl Future<Output = io::Result<()>> + Send;
}

/// How a send ended, without anybody's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SendOutcome {
    /// The platform has accepted the message.
    Accepted,
    /// The platform said no, with this code if it gave one.
    Rejected {
        /// The platform's number for the reason.
        code: Option<u32>,
    },
    /// Nothing of the message left this machine.
    NotSent,
    /// The message may have been accepted.
    Unknown,
}

impl From<&Result<Receipt, SendError>> for SendOutcome {
    fn from(result: &Result<Receipt, SendError>) -> Self {
        match result {
            Ok(_) => Self::Accepted,
            Err(error) => match error.kind() {
                SendErrorKind::Rejected => Self::Rejected { code: error.code() },
                SendErrorKind::NotSent => Self::NotSent,
                SendErrorKind::Unknown => Self::Unknown,
            },
        }
    }
}

/// No journal: what a [`SendAll`](super::SendAll) has unless it is given one.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoJournal;

impl Journal for NoJournal {
    async fn started(&self, _: &str) -> io::Result<()> {
        Ok(())
    }

    async fn finished(&self, _: &str, _: &Result<Receipt, SendError>) -> io::Result<()> {
        Ok(())
    }
}

impl<J: Journal> Journal for Arc<J> {
    fn started(&self, key: &str) -> impl Future<Output = io::Result<()>> + Send {
        (**self).started(key)
    }

    fn finished(
        &self,
        key: &str,
        result: &Result<Receipt, SendError>,
    ) -> impl Future<Output = io::Result<()>> + Send {
        (**self).finished(key, result)
    }
}
