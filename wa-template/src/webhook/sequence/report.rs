//! What a driver of sequences tells.

use std::error::Error;
use std::fmt;
use std::time::SystemTime;

use super::GaveUp;
use crate::client::SendError;
use crate::webhook::tracker::StoreError;

/// What became of one sequence.
#[derive(Debug)]
pub struct SequenceProgress {
    pub(super) key: Box<str>,
    pub(super) report: Report,
}

impl SequenceProgress {
    /// The key under which it was started.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What became of it.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }
}

/// What became of a sequence. Positions count from 0.
#[derive(Debug)]
#[non_exhaustive]
pub enum Report {
    /// It waits for statuses.
    Waiting {
        /// When [`Sequences::tick`](super::Sequences::tick) decides something, should none come.
        until: SystemTime,
    },
    /// All messages have arrived. Told once.
    Done,
    /// The rest is not sent. Told once.
    GaveUp {
        /// The position of the message that did not arrive.
        step: usize,
        /// Why.
        reason: GaveUp,
    },
    /// The message did not leave this machine, or was refused for the moment by a code whose class is
    /// [`Backoff`](crate::client::ErrorClass::Backoff) or [`Pair`](crate::client::ErrorClass::Pair): [`Sequences::tick`](super::Sequences::tick) sends it again, after the wait
    /// that the code states and a minute at least.
    Postponed {
        /// Its position.
        step: usize,
        /// Why.
        error: SendError,
    },
    /// It is at its end, which was told before; or it is no longer in the store.
    Ended,
}

/// Why nothing was done.
#[derive(Debug)]
#[non_exhaustive]
pub enum SequenceError<E> {
    /// The store's error.
    Store(StoreError<E>),
    /// There is a sequence under this key.
    AlreadyStarted,
    /// The callback data of a message is that of another sequence.
    CallbackDataInUse,
}

impl<E> From<StoreError<E>> for SequenceError<E> {
    fn from(error: StoreError<E>) -> Self {
        Self::Store(error)
    }
}

impl<E> fmt::Display for SequenceError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Store(_) => "the sequence could not be read or stored",
            Self::AlreadyStarted => "a sequence with this key was started before",
            Self::CallbackDataInUse => "the callback data of a message belongs to another sequence",
        })
    }
}

impl<E: Error + 'static> Error for SequenceError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Store(error) => Some(error),
            Self::AlreadyStarted | Self::CallbackDataInUse => None,
        }
    }
}
