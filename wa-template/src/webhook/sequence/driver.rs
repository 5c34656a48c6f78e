//! Sequences that are kept and sent.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::{Next, Report, Sequence, SequenceError, SequenceProgress};
use crate::client::{CloudApi, ErrorClass, ListedCode, SendError, SendErrorKind};
use crate::webhook::Status;
use crate::webhook::tracker::{Acceptance, Store, StoreError, Stored, read, update};
use crate::{Message, Receipt};

/// Our own choice: what kept a message from being sent is seldom gone in less.
const PAUSE: Duration = Duration::from_mins(1);

const SEQUENCE: &str = "sequence:";
const DATA: &str = "sequence-data:";

/// Keeps sequences in a [`Store`] and sends what is due through a [`CloudApi`].
///
/// Hand it every status, and call [`tick`](Self::tick) from time to time. It may be used by many tasks and processes at
/// once: a message is marked in the store before it is sent, and only who marked it sends it. If a process ends while it
/// sends, or a future is dropped, the send is in doubt: the sequence waits for its status, and nothing is sent again.
///
/// # Example
///
/// ```no_run
/// use std::time::SystemTime;
///
/// use wa_template::CloudApi;
/// use wa_template::webhook::Notification;
/// use wa_template::webhook::sequence::{Report, Sequence, Sequences};
/// use wa_template::webhook::tracker::MemoryStore;
///
/// # async fn example(api: CloudApi, sequence: Sequence, notification: Notification)
/// # -> Result<(), Box<dyn std::error::Error>> {
/// let sequences = Sequences::new(api, MemoryStore::new());
/// sequences.start("order 42", sequence, SystemTime::now()).await?;
///
/// // In the webhook's handler:
/// for status in notification.statuses() {
///     if let Some(progress) = sequences.observe(status, SystemTime::now()).await? {
///         if let Report::GaveUp { reason, .. } = progress.report() {
///             println!("the rest is not sent: {reason}");
///         }
///     }
/// }
/// // Every few seconds, and once at the start:
/// let ended = sequences.tick(SystemTime::now(), 100).await?;
/// # let _ = ended;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Sequences<S> {
    api: CloudApi,
    store: S,
}

impl<S: Store> Sequences<S> {
    /// Sends through this API and keeps everything in this store.
    #[must_use]
    pub fn new(api: CloudApi, store: S) -> Self {
        Self { api, store }
    }

    /// Stores a sequence under a key of your choice and sends its first message.
    ///
    /// # Errors
    ///
    /// [`SequenceError`]. Unless it is the store's, nothing was stored or sent.
    pub async fn start(
        &self,
        key: &str,
        sequence: Sequence,
        now: SystemTime,
    ) -> Result<SequenceProgress, SequenceError<S::Error>> {
        if self.sequence(key).await?.is_some() {
            return Err(SequenceError::AlreadyStarted);
        }
        for data in sequence.callback_data() {
            self.claim(data, key, &sequence, now).await?;
        }
        let at = at(SEQUENCE, key);
        let is_new = update(&self.store, &at, now, |old: Option<Sequence>| match old {
            Some(old) => (Some(old), false),
            None => (Some(sequence.clone()), true),
        });
        if is_new.await? { self.advance(key, now).await } else { Err(SequenceError::AlreadyStarted) }
    }

    /// Notes a status, and sends the message that now may be sent; `None` if it is of no sequence.
    ///
    /// It ends when the message is sent. So that the webhook is answered in time, verify, read and store first.
    ///
    /// # Errors
    ///
    /// [`SequenceError::Store`]. Then answer the webhook so that the platform repeats it.
    pub async fn observe(
        &self,
        status: &Status,
        now: SystemTime,
    ) -> Result<Option<SequenceProgress>, SequenceError<S::Error>> {
        let Some(data) = status.callback_data() else { return Ok(None) };
        let (claim, _) = read::<S, Claim>(&self.store, &at(DATA, data)).await?;
        let Some(Claim { sequence: key, .. }) = claim else { return Ok(None) };
        let is_ours = self.change(&key, now, |sequence| sequence.observe(status, now)).await?;
        if is_ours == Some(true) { self.advance(&key, now).await.map(Some) } else { Ok(None) }
    }

    /// Decides what the time decides: what is given up, what is tried again, and what a process that ended left undone.
    /// At most `limit` sequences; those that are at their end are told here or where it happened, once.
    ///
    /// # Errors
    ///
    /// [`SequenceError::Store`].
    pub async fn tick(
        &self,
        now: SystemTime,
        limit: usize,
    ) -> Result<Vec<SequenceProgress>, SequenceError<S::Error>> {
        let mut all = Vec::new();
        for key in self.store.due(SEQUENCE, now, limit).await.map_err(StoreError::Store)? {
            all.push(self.advance(key.strip_prefix(SEQUENCE).unwrap_or_default(), now).await?);
        }
        Ok(all)
    }

    /// The sequence under this key, as it is now.
    ///
    /// # Errors
    ///
    /// [`SequenceError::Store`].
    pub async fn sequence(&self, key: &str) -> Result<Option<Sequence>, SequenceError<S::Error>> {
        Ok(read(&self.store, &at(SEQUENCE, key)).await?.0)
    }

    /// Sends as long as there is something to send.
    async fn advance(&self, key: &str, now: SystemTime) -> Result<SequenceProgress, SequenceError<S::Error>> {
        let report = loop {
            let (step, message) = match self.change(key, now, |sequence| decide(sequence, now)).await? {
                None => break Report::Ended,
                Some(Decision::Report(report)) => break report,
                Some(Decision::Send { step, message }) => (step, message),
            };
            let sent = self.api.send(&message).await;
            self.change(key, now, |sequence| note(sequence, step, sent.as_ref(), now)).await?;
            if let Err(error) = sent
                && pause(&error).is_some()
            {
                break Report::Postponed { step, error };
            }
        };
        Ok(SequenceProgress { key: key.into(), report })
    }

    async fn claim(
        &self,
        data: &str,
        key: &str,
        sequence: &Sequence,
        now: SystemTime,
    ) -> Result<(), SequenceError<S::Error>> {
        let claim = Claim { sequence: key.into(), keep: sequence.kept().as_secs() };
        let owner = update(&self.store, &at(DATA, data), now, |old: Option<Claim>| {
            let claim = old.unwrap_or_else(|| claim.clone());
            let owner = claim.sequence.clone();
            (Some(claim), owner)
        })
        .await?;
        if *owner == *key { Ok(()) } else { Err(SequenceError::CallbackDataInUse) }
    }

    async fn change<R>(
        &self,
        key: &str,
        now: SystemTime,
        mut change: impl FnMut(&mut Sequence) -> R,
    ) -> Result<Option<R>, StoreError<S::Error>> {
        update(&self.store, &at(SEQUENCE, key), now, |sequence: Option<Sequence>| match sequence {
            Some(mut sequence) => {
                let result = change(&mut sequence);
                (Some(sequence), Some(result))
            }
            None => (None, None),
        })
        .await
    }
}

enum Decision {
    Send { step: usize, message: Message },
    Report(Report),
}

/// Decides, and marks what is about to be sent or told, in one step of the store.
fn decide(sequence: &mut Sequence, now: SystemTime) -> Decision {
    match sequence.next(now) {
        Next::Send { step, message } => {
            sequence.begin(step, now);
            Decision::Send { step, message }
        }
        Next::Wait { until } => Decision::Report(Report::Waiting { until }),
        Next::Done | Next::GaveUp { .. } if sequence.told => Decision::Report(Report::Ended),
        Next::Done => {
            sequence.told = true;
            Decision::Report(Report::Done)
        }
        Next::GaveUp { step, reason } => {
            sequence.told = true;
            Decision::Report(Report::GaveUp { step, reason })
        }
    }
}

fn note(sequence: &mut Sequence, step: usize, sent: Result<&Receipt, &SendError>, now: SystemTime) {
    match sent {
        Ok(receipt) => sequence.accepted(step, Acceptance::from(receipt), now),
        Err(error) => match (pause(error), error.kind()) {
            (Some(pause), _) => sequence.postpone(step, now.checked_add(pause).unwrap_or(now)),
            (None, SendErrorKind::Rejected) => sequence.rejected(step, error.code()),
            // It was marked before it was sent: the mark says the same.
            (None, SendErrorKind::NotSent | SendErrorKind::Unknown) => {}
        },
    }
}

/// After which time the message may be sent again: if it is certainly nowhere, and the cause passes by itself.
fn pause(error: &SendError) -> Option<Duration> {
    match error.kind() {
        SendErrorKind::NotSent => Some(PAUSE),
        SendErrorKind::Rejected => {
            let error = error.graph_error()?;
            // What is worth a few tries at most, the client has tried if it was told to.
            let listed = ListedCode::cloud(error.code()?).filter(|listed| listed.most_repeats().is_none())?;
            let passes = matches!(listed.class(), Some(ErrorClass::Backoff | ErrorClass::Pair));
            passes.then(|| error.retry_after().unwrap_or_default().max(PAUSE))
        }
        SendErrorKind::Unknown => None,
    }
}

fn at(kind: &str, key: &str) -> String {
    [kind, key].concat()
}

/// Which sequence some callback data belongs to.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Claim {
    sequence: Box<str>,
    /// In seconds.
    keep: u64,
}

impl Stored for Claim {
    fn due(&self) -> Option<SystemTime> {
        None
    }

    fn keep_until(&self, now: SystemTime) -> SystemTime {
        now.checked_add(Duration::from_secs(self.keep)).unwrap_or(now)
    }
}
