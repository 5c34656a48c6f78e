//! Many messages, some at a time.

mod progress;

use std::collections::HashMap;
use std::fmt::{self, Display};
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use futures_core::Stream;
use tokio::task::{Id, JoinError, JoinSet};

use super::error::SendError;
use super::journal::{Journal, NoJournal, SendOutcome};
use super::receipt::Receipt;

pub use self::progress::SendProgress;

type Result<T> = std::result::Result<T, SendError>;
type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send>>;

type Callback = Box<dyn FnMut(&SendProgress) + Send>;

/// Sends one message after the future beside it has succeeded.
pub(super) type SendOne<M> = Arc<dyn Fn(M, Boxed<Result<()>>) -> Boxed<Result<Receipt>> + Send + Sync>;

/// Sends many messages, some at a time; made by [`CloudApi::send_all`](super::CloudApi::send_all).
///
/// It is a `Stream` of [`FinishedSend`], in the order in which the sends end; without a crate for streams,
/// [`next`](Self::next) does the same. Nothing is sent before the first of them is asked for. Each message is sent by a
/// task of its own, so that answers are read in time even if the program is slow to ask for results. Messages that
/// wait, for their turn or for a repetition, count as being sent.
///
/// # Ending early
///
/// [`stop`](Self::stop) takes no more messages and lets what is on its way end: every message that was taken has its
/// result, in the journal too.
///
/// Dropping it aborts what is being sent: those messages are of unknown fate, and in doubt in the
/// [`journal`](Self::journal). The runtime ends their tasks, and writes of the journal that have begun, a moment later;
/// until then a [`FileJournal`](super::FileJournal) stays locked. Dropped after the last result, it leaves nothing behind
/// that holds the journal.
///
/// ```no_run
/// use wa_template::Message;
/// use wa_template::client::{CloudApi, FileJournal, RateLimit, RetryPolicy};
///
/// # async fn example(orders: Vec<(String, Message)>, token: String) -> std::io::Result<()> {
/// let api = CloudApi::new("106540352242922", token).rate(RateLimit::standard()).retry(RetryPolicy::new());
///
/// // What an earlier run began is left out; so is what is in doubt.
/// let (journal, history) = FileJournal::open("campaign.journal")?;
/// let open = orders.into_iter().filter(move |(key, _)| history.state(key).is_open());
///
/// let mut sends = api
///     .send_all(futures_util::stream::iter(open))
///     .concurrency(64)
///     .journal(journal)
///     .on_progress(|progress| eprint!("\r{} accepted", progress.accepted()));
/// while let Some(finished) = sends.next().await {
///     if let Err(error) = finished.result {
///         eprintln!("{}: {error}", finished.key);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent before results are asked for"]
pub struct SendAll<S, K, M, J = NoJournal> {
    /// `None` once it has ended or was stopped.
    messages: Option<Pin<Box<S>>>,
    send: SendOne<M>,
    concurrency: usize,
    journal: Arc<J>,
    on_progress: Option<Callback>,
    progress: SendProgress,
    tasks: JoinSet<(Result<Receipt>, Option<io::Error>)>,
    /// Keys stay here, so that none is lost with its task.
    keys: HashMap<Id, K>,
}

/// One message of a [`SendAll`] whose send has ended.
#[derive(Debug)]
#[non_exhaustive]
pub struct FinishedSend<K> {
    /// The caller's key.
    pub key: K,
    /// What became of the message; *not sent* too if its start could not be written to the journal.
    pub result: Result<Receipt>,
    /// Why the journal does not know it: the key stays in doubt there.
    pub journal_error: Option<io::Error>,
}

impl<S, K, M> SendAll<S, K, M> {
    pub(super) fn new(messages: S, send: SendOne<M>) -> Self {
        /// Enough to keep 80 messages a second going at half a second each.
        const CONCURRENCY: usize = 40;
        Self {
            messages: Some(Box::pin(messages)),
            send,
            concurrency: CONCURRENCY,
            journal: Arc::new(NoJournal),
            on_progress: None,
            progress: SendProgress::default(),
            tasks: JoinSet::new(),
            keys: HashMap::new(),
        }
    }
}

impl<S, K, M, J> SendAll<S, K, M, J> {
    /// Sends so many messages at a time, 40 at first; 0 counts as 1.
    pub fn concurrency(self, concurrency: usize) -> Self {
        Self { concurrency: concurrency.max(1), ..self }
    }

    /// Remembers what was begun and how it ended. Keys must then be different from each other.
    pub fn journal<I: Journal>(self, journal: I) -> SendAll<S, K, M, I> {
        SendAll {
            messages: self.messages,
            send: self.send,
            concurrency: self.concurrency,
            journal: Arc::new(journal),
            on_progress: self.on_progress,
            progress: self.progress,
            tasks: self.tasks,
            keys: self.keys,
        }
    }

    /// Calls this whenever a message has ended, before its result is handed out.
    pub fn on_progress(self, callback: impl FnMut(&SendProgress) + Send + 'static) -> Self {
        Self { on_progress: Some(Box::new(callback)), ..self }
    }

    /// Takes no more messages: drops the stream of them, and lets those end that were taken, by all the waits and
    /// repetitions that are due. [`next`](Self::next) gives their results, and then `None`. It can be called any time.
    ///
    /// ```no_run
    /// # async fn example(api: wa_template::CloudApi, orders: Vec<(u64, wa_template::Message)>) {
    /// use tokio::select;
    ///
    /// # let ctrl_c = std::future::ready(());
    /// let mut sends = api.send_all(futures_util::stream::iter(orders));
    /// // `tokio::signal::ctrl_c()`, for example.
    /// let mut interrupt = std::pin::pin!(ctrl_c);
    /// let mut is_stopped = false;
    /// loop {
    ///     select! {
    ///         finished = sends.next() => match finished {
    ///             Some(finished) => println!("order {}: {:?}", finished.key, finished.result),
    ///             None => break,
    ///         },
    ///         _ = &mut interrupt, if !is_stopped => {
    ///             sends.stop();
    ///             is_stopped = true;
    ///         }
    ///     }
    /// }
    /// # }
    /// ```
    pub fn stop(&mut self) {
        self.messages = None;
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> SendProgress {
        self.progress
    }
}

impl<S, K, M, J> SendAll<S, K, M, J>
where
    S: Stream<Item = (K, M)>,
    K: Display,
    M: 'static,
    J: Journal,
{
    /// The next message whose send has ended; `None` when all have that were taken and no more are.
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<FinishedSend<K>> {
        poll_fn(|context| self.poll_finished(context)).await
    }

    fn poll_finished(&mut self, context: &mut Context<'_>) -> Poll<Option<FinishedSend<K>>> {
        while self.tasks.len() < self.concurrency
            && let Some(messages) = &mut self.messages
        {
            match messages.as_mut().poll_next(context) {
                Poll::Ready(Some((key, message))) => {
                    self.progress.take();
                    if tokio::runtime::Handle::try_current().is_err() {
                        let error = SendError::not_sent("there is no Tokio runtime on this thread");
                        return Poll::Ready(Some(self.finish(key, Err(error), None)));
                    }
                    self.start(key, message);
                }
                Poll::Ready(None) => self.messages = None,
                Poll::Pending => break,
            }
        }
        loop {
            match self.tasks.poll_join_next_with_id(context) {
                Poll::Ready(Some(ended)) => {
                    let (id, result, journal_error) = match ended {
                        Ok((id, (result, journal_error))) => (id, result, journal_error),
                        Err(error) => (error.id(), Err(aborted(&error)), None),
                    };
                    if let Some(key) = self.keys.remove(&id) {
                        return Poll::Ready(Some(self.finish(key, result, journal_error)));
                    }
                }
                Poll::Ready(None) if self.messages.is_none() => return Poll::Ready(None),
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
        }
    }

    fn start(&mut self, key: K, message: M) {
        let journal = Arc::clone(&self.journal);
        let name: Arc<str> = key.to_string().into();
        // Of a message that was stopped earlier, by an unusable setting or an impatient rate, the journal hears nothing.
        let is_begun = Arc::new(AtomicBool::new(false));
        let begin = {
            let (journal, name, is_begun) = (Arc::clone(&journal), Arc::clone(&name), Arc::clone(&is_begun));
            async move {
                is_begun.store(true, Ordering::Relaxed);
                let written = journal.started(&name).await;
                written.map_err(|error| {
                    SendError::not_sent("its start could not be written to the journal").with_source(error)
                })
            }
        };
        let sending = (self.send)(message, Box::pin(begin));
        let task = self.tasks.spawn(async move {
            let result = sending.await;
            let journal_error = if is_begun.load(Ordering::Relaxed) {
                journal.finished(&name, &result).await.err()
            } else {
                None
            };
            (result, journal_error)
        });
        self.keys.insert(task.id(), key);
    }

    fn finish(
        &mut self,
        key: K,
        result: Result<Receipt>,
        journal_error: Option<io::Error>,
    ) -> FinishedSend<K> {
        self.progress.finish(SendOutcome::from(&result));
        if let Some(callback) = &mut self.on_progress {
            callback(&self.progress);
        }
        FinishedSend { key, result, journal_error }
    }
}

/// What a task leaves behind that has ended without a result: by a panic of the journal, or with its runtime.
fn aborted(_: &JoinError) -> SendError {
    // A panic's text can hold anything.
    SendError::unknown("the task that sent it was aborted")
}

impl<S, K, M, J> Stream for SendAll<S, K, M, J>
where
    S: Stream<Item = (K, M)>,
    K: Display,
    M: 'static,
    J: Journal,
{
    type Item = FinishedSend<K>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<FinishedSend<K>>> {
        self.get_mut().poll_finished(context)
    }
}

// The stream of messages is pinned in a box of its own, and nothing else is ever pinned in place.
impl<S, K, M, J> Unpin for SendAll<S, K, M, J> {}

impl<S, K, M, J> fmt::Debug for SendAll<S, K, M, J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendAll")
            .field("concurrency", &self.concurrency)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
