//! Which failures are repeated, how often and when.

mod budget;
mod decision;

use std::time::Duration;

pub(crate) use self::budget::Budget;
pub(crate) use self::decision::History;

/// When a client repeats a send by itself; set by [`CloudApi::retry`](super::CloudApi::retry).
///
/// A client without a policy makes one request per call. With one, it repeats a send only if the message is certainly
/// nowhere:
///
/// | what happened | repeated |
/// |---|---|
/// | no connection | after a random time |
/// | an error of the platform whose code is listed as [`Backoff`] or [`Pair`], whatever the HTTP status | after the documented wait and a random time |
/// | code 1, "unknown error or malformed request" | at most twice: the page says so, and a malformed request stays one |
/// | code 131000, unknown failure | at most three times: the platform calls it passing, and names no end |
/// | an error with any other code, or with one that is not listed, even if it calls itself transient | no |
/// | HTTP status 429 or 5xx without such an error, from a proxy for example | no |
/// | no answer, half an answer, a redirect, an answer without a message id | no, unless [asked for](Self::repeat_unknown_at_risk_of_duplicates) |
///
/// Code 1 and 131000 are repeated because the answer is an error that the platform itself reports for this request,
/// with a code for which its page (support/error-codes, Sep 2026) advises to try again. An answer that only *looks*
/// like an outage says nothing about the message, and is of unknown fate.
///
/// # When
///
/// The wait is what the code, the usage header or `Retry-After` demand (see
/// [`SendError::retry_after`](super::SendError::retry_after)), and then a random time between zero and
/// [`first_delay`](Self::first_delay) doubled with each attempt ("full jitter"), so that clients which failed together
/// do not come back together. If a wait would end behind the [`deadline`](Self::deadline), the error is handed back at
/// once, and tells the wait.
///
/// ```
/// use std::time::Duration;
///
/// use wa_template::client::{CloudApi, RetryPolicy};
///
/// let policy = RetryPolicy::new().attempts(4).deadline(Duration::from_secs(90));
/// let api = CloudApi::new("106540352242922", "token").retry(policy);
/// # let _ = api;
/// ```
///
/// [`Backoff`]: super::ErrorClass::Backoff
/// [`Pair`]: super::ErrorClass::Pair
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a policy does nothing until it is given to a client"]
pub struct RetryPolicy {
    attempts: u32,
    first_delay: Duration,
    longest_delay: Duration,
    deadline: Duration,
    budget: u32,
    budget_percent: u32,
    repeats_unknown: bool,
}

impl RetryPolicy {
    /// Four attempts within two minutes, with random delays of up to 0.5, 1 and 2 seconds, and a budget of 20
    /// repetitions that every accepted message fills up by a fifth of one.
    ///
    /// These figures are ours; the waits of the codes are the platform's.
    pub fn new() -> Self {
        Self {
            attempts: 4,
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_secs(30),
            deadline: Duration::from_mins(2),
            budget: 20,
            budget_percent: 20,
            repeats_unknown: false,
        }
    }

    /// Tries a send at most this many times, the first time included; 0 counts as 1.
    pub fn attempts(self, attempts: u32) -> Self {
        Self { attempts: attempts.max(1), ..self }
    }

    /// The longest random delay before the second attempt; it doubles with each further one.
    pub fn first_delay(self, first_delay: Duration) -> Self {
        Self { first_delay, ..self }
    }

    /// Where the doubling ends; 30 seconds at first.
    pub fn longest_delay(self, longest_delay: Duration) -> Self {
        Self { longest_delay, ..self }
    }

    /// No attempt begins later than this after the call of `send`, waits for the rate limit included.
    ///
    /// It never cuts off a request: that would make a message of unknown fate. A send ends at the latest when the
    /// deadline and the time limit of one request have both passed.
    pub fn deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// How many repetitions all sends of the client and its clones may make while nothing is accepted, and how much of
    /// one every accepted message gives back, in percent.
    ///
    /// It keeps an outage from multiplying the load: without it, every message would be sent
    /// [`attempts`](Self::attempts) times just when the platform can bear it least. Once it is used up, errors are
    /// handed back at once. Repetitions for 131056 do not count: they concern one recipient, not an outage.
    pub fn budget(self, repetitions: u32, percent: u32) -> Self {
        Self { budget: repetitions, budget_percent: percent, ..self }
    }

    /// Repeats also what *may have been accepted*: lost and cut answers, and outages in which the platform reports no
    /// listed error. **People may get the message twice, and pay attention to neither.**
    ///
    /// A send is not idempotent, and the platform knows no key that would make it so. Ask for this only where a second
    /// copy harms nobody, a reminder of an appointment for example; never for payments, codes or offers. Give such
    /// messages [callback data](crate::Draft::callback_data): status webhooks with the same data and different message
    /// ids then show the duplicates. If one attempt is of unknown fate and a later one fails, the message counts as
    /// unknown, whatever the later answer says.
    ///
    /// ```
    /// use wa_template::client::RetryPolicy;
    ///
    /// let policy = RetryPolicy::new().repeat_unknown_at_risk_of_duplicates();
    /// # let _ = policy;
    /// ```
    pub fn repeat_unknown_at_risk_of_duplicates(self) -> Self {
        Self { repeats_unknown: true, ..self }
    }

    /// When a send that starts now makes no further attempt.
    pub(crate) fn ends(&self, now: Duration) -> Duration {
        now.saturating_add(self.deadline)
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}
