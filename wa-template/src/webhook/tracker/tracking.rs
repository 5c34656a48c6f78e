//! All messages.

use std::fmt;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::settlement::{Callback, Doubt};
use super::{
    Acceptance, DeliveryState, Lifetime, MessageRecord, Moment, Observed, Settlement, Store, StoreError,
    Stored, read, update,
};
use crate::webhook::{IncomingMessage, Status};

const MESSAGE: &str = "message:";
const CALLBACK: &str = "callback:";
const INCOMING: &str = "incoming:";

/// Keeps in a [`Store`] what is known about each message; see the [module](super).
///
/// It may be used by many tasks and processes at once: every change starts from the latest version.
///
/// A send that ended in doubt (`SendError::is_unknown`) is settled by the callback data that its statuses carry, which
/// must be unique to the message:
///
/// ```
/// use std::time::SystemTime;
///
/// use wa_template::webhook::Status;
/// use wa_template::webhook::tracker::{Lifetime, Settlement, Store, StoreError, Tracker};
///
/// async fn after_a_timeout<S: Store>(tracker: &Tracker<S>) -> Result<(), StoreError<S::Error>> {
///     // Callback data, lifetime, now.
///     match tracker.in_doubt("order=42", Lifetime::default(), SystemTime::now()).await? {
///         Settlement::Accepted { .. } => println!("it went through: a status was faster than the answer"),
///         Settlement::PresumedLost => println!("it can be sent again"),
///         _ => println!("wait: ask `settlement` later, or `take_overdue`"),
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Tracker<S> {
    store: S,
}

impl<S: Store> Tracker<S> {
    /// Keeps everything in this store.
    #[must_use]
    pub fn new(store: S) -> Self {
        Self { store }
    }

    /// Notes that the platform accepted a message. Its statuses may have come before.
    ///
    /// # Errors
    ///
    /// The store's.
    pub async fn accepted(
        &self,
        acceptance: impl Into<Acceptance>,
        lifetime: Lifetime,
        now: SystemTime,
    ) -> Result<(), StoreError<S::Error>> {
        let acceptance = acceptance.into();
        let accept = |record: &mut MessageRecord| record.accept(&acceptance, lifetime, now);
        self.change(&key(MESSAGE, &acceptance.message_id), now, accept).await
    }

    /// Notes that a send with this callback data may have been accepted, and says what is known about it already.
    ///
    /// # Errors
    ///
    /// The store's.
    pub async fn in_doubt(
        &self,
        callback_data: &str,
        lifetime: Lifetime,
        now: SystemTime,
    ) -> Result<Settlement, StoreError<S::Error>> {
        let callback: Callback = self
            .change(&key(CALLBACK, callback_data), now, |callback: &mut Callback| {
                callback.doubt.get_or_insert(Doubt { since: Moment::of(now), lifetime });
                callback.clone()
            })
            .await?;
        for message_id in &callback.message_ids {
            self.change(&key(MESSAGE, message_id), now, |record: &mut MessageRecord| {
                record.expect(lifetime, now);
            })
            .await?;
        }
        Ok(settlement(&callback, now))
    }

    /// Notes a status: of a message that is known, or not yet.
    ///
    /// # Errors
    ///
    /// The store's. Then answer the webhook so that the platform repeats it.
    pub async fn observe(&self, status: &Status, now: SystemTime) -> Result<Observed, StoreError<S::Error>> {
        let doubt = match status.callback_data() {
            Some(data) => {
                self.change(&key(CALLBACK, data), now, |callback: &mut Callback| {
                    callback.add(status.message_id());
                    callback.doubt
                })
                .await?
            }
            None => None,
        };
        self.change(&key(MESSAGE, status.message_id()), now, |record: &mut MessageRecord| {
            if let Some(doubt) = doubt {
                record.expect(doubt.lifetime, now);
            }
            record.observe(status, now)
        })
        .await
    }

    /// What is known about the message with this id.
    ///
    /// # Errors
    ///
    /// The store's.
    pub async fn message(&self, message_id: &str) -> Result<Option<MessageRecord>, StoreError<S::Error>> {
        Ok(read(&self.store, &key(MESSAGE, message_id)).await?.0)
    }

    /// What is known about the send with this callback data.
    ///
    /// # Errors
    ///
    /// The store's.
    pub async fn settlement(
        &self,
        callback_data: &str,
        now: SystemTime,
    ) -> Result<Settlement, StoreError<S::Error>> {
        let (callback, _) = read::<S, Callback>(&self.store, &key(CALLBACK, callback_data)).await?;
        Ok(callback.map_or(Settlement::Unknown, |callback| settlement(&callback, now)))
    }

    /// What was not heard of within its lifetime, at most `limit` of it; each is told once, to one caller.
    ///
    /// Call it from time to time. What is told here may still arrive, if the platform's notifications were held up for
    /// longer than the margin of the [`Lifetime`].
    ///
    /// # Errors
    ///
    /// The store's.
    pub async fn take_overdue(
        &self,
        now: SystemTime,
        limit: usize,
    ) -> Result<Vec<Overdue>, StoreError<S::Error>> {
        let mut overdue = Vec::new();
        for key in self.store.due(MESSAGE, now, limit).await.map_err(StoreError::Store)? {
            let give_up = |record: &mut MessageRecord| {
                let is_over = !record.given_up && record.state(now) == DeliveryState::PresumedDropped;
                record.given_up |= is_over;
                is_over
            };
            if self.change(&key, now, give_up).await? {
                let message_id = key.strip_prefix(MESSAGE).unwrap_or_default().to_owned();
                overdue.push(Overdue::Message { message_id });
            }
        }
        let left = limit.saturating_sub(overdue.len());
        for key in self.store.due(CALLBACK, now, left).await.map_err(StoreError::Store)? {
            let give_up = |callback: &mut Callback| {
                let is_over = !callback.given_up && settlement(callback, now) == Settlement::PresumedLost;
                callback.given_up |= is_over;
                is_over
            };
            if self.change(&key, now, give_up).await? {
                let callback_data = key.strip_prefix(CALLBACK).unwrap_or_default().to_owned();
                overdue.push(Overdue::Doubt { callback_data });
            }
        }
        Ok(overdue)
    }

    /// Whether a customer's message comes for the first time; from then on it no longer does.
    ///
    /// Ask before handling it, and two tasks that get the same notification handle it once. If the process ends between
    /// the two, it is not handled at all: where that matters, note in one transaction of your own database that it was.
    ///
    /// # Errors
    ///
    /// The store's.
    pub async fn is_new(
        &self,
        message: &IncomingMessage,
        now: SystemTime,
    ) -> Result<bool, StoreError<S::Error>> {
        let at = Moment::told(message.timestamp());
        update(&self.store, &key(INCOMING, message.id()), now, |seen: Option<Seen>| match seen {
            Some(seen) => (Some(seen), false),
            None => (Some(Seen { at }), true),
        })
        .await
    }

    async fn change<T: Stored + Default, R>(
        &self,
        key: &str,
        now: SystemTime,
        mut change: impl FnMut(&mut T) -> R,
    ) -> Result<R, StoreError<S::Error>> {
        update(&self.store, key, now, |old: Option<T>| {
            let is_new = old.is_none();
            let mut value = old.unwrap_or_default();
            let result = change(&mut value);
            // Nothing is no news: looking for something does not create it.
            (Some(value).filter(|value| !is_new || *value != T::default()), result)
        })
        .await
    }
}

fn key(kind: &str, id: &str) -> String {
    [kind, id].concat()
}

fn settlement(callback: &Callback, now: SystemTime) -> Settlement {
    match (callback.message_ids.first(), callback.deadline()) {
        (Some(id), _) => Settlement::Accepted { message_id: id.to_string() },
        (None, Some(until)) if until <= now => Settlement::PresumedLost,
        (None, Some(until)) => Settlement::Waiting { until },
        (None, None) => Settlement::Unknown,
    }
}

/// A message from a customer that was seen.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    at: Moment,
}

impl Stored for Seen {
    fn due(&self) -> Option<SystemTime> {
        None
    }

    fn keep_until(&self, now: SystemTime) -> SystemTime {
        // As long as statuses of a message about which all is settled.
        MessageRecord::default().keep_until(now)
    }
}

/// Something that was not heard of within its lifetime.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Overdue {
    /// A message that was accepted, and neither arrived nor failed: presumed to be dropped.
    Message {
        /// Its id.
        message_id: String,
    },
    /// A send that ended in doubt, and of which no status ever came: presumed to be lost.
    Doubt {
        /// Its callback data.
        callback_data: String,
    },
}

/// The kind alone: ids hold numbers, and callback data is the application's own.
impl fmt::Debug for Overdue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message { .. } => f.debug_struct("Message").finish_non_exhaustive(),
            Self::Doubt { .. } => f.debug_struct("Doubt").finish_non_exhaustive(),
        }
    }
}
