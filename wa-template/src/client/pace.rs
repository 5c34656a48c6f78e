//! One send from its call to its end: waiting for its turn, attempts, and what is learned from each.

use std::sync::Arc;
use std::time::Duration;

use super::clock::{Clock, SharedClock, TokioClock};
use super::error::SendError;
use super::rate::{Limiter, RateLimit};
use super::receipt::Receipt;
use super::retry::{Budget, History, RetryPolicy};
use super::trace;
use crate::{Message, OnPremisesMessage};

/// How a client paces its sends. Clones share what they have learned.
#[derive(Debug, Clone)]
pub(crate) struct Pace {
    clock: SharedClock,
    retry: Option<Arc<Retry>>,
    rate: Option<Arc<Limiter>>,
}

#[derive(Debug)]
struct Retry {
    policy: RetryPolicy,
    budget: Budget,
}

/// What is known of a message without reading it.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "tracing"), expect(dead_code, reason = "two fields are for the span alone"))]
pub(crate) struct Letter<'a> {
    pub(crate) template: &'a str,
    pub(crate) language: &'a str,
    callback_data: Option<&'a str>,
    body: &'a [u8],
}

impl<'a> Letter<'a> {
    pub(crate) fn of(message: &'a Message) -> Self {
        Self {
            template: message.template_name(),
            language: message.language(),
            callback_data: message.callback_data(),
            body: message.as_ref(),
        }
    }

    pub(crate) fn of_on_premises(message: &'a OnPremisesMessage) -> Self {
        Self {
            template: message.template_name(),
            language: message.language(),
            callback_data: message.callback_data(),
            body: message.as_ref(),
        }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self { clock: SharedClock::new(TokioClock::new()), retry: None, rate: None }
    }
}

impl Pace {
    pub(crate) fn with_clock(self, clock: impl Clock) -> Self {
        Self { clock: SharedClock::new(clock), ..self }
    }

    pub(crate) fn with_retry(self, policy: RetryPolicy) -> Self {
        let budget = Budget::new(&policy);
        Self { retry: Some(Arc::new(Retry { policy, budget })), ..self }
    }

    pub(crate) fn with_rate(self, limit: RateLimit) -> Self {
        Self { rate: Some(Arc::new(Limiter::new(limit))), ..self }
    }

    /// Sends a message, by as many calls of `post` as are safe and allowed. `begin` runs before the first of them; its
    /// error stops the send.
    pub(crate) async fn send<F>(
        &self,
        letter: &Letter<'_>,
        begin: impl Future<Output = Result<(), SendError>>,
        post: impl Fn() -> F,
    ) -> Result<Receipt, SendError>
    where
        F: Future<Output = Result<Receipt, SendError>>,
    {
        let sending = self.attempts(letter, begin, post);
        trace::within_span(letter, sending)
            .await
            .map_err(|error| error.with_callback_data(letter.callback_data))
    }

    async fn attempts<F>(
        &self,
        letter: &Letter<'_>,
        begin: impl Future<Output = Result<(), SendError>>,
        post: impl Fn() -> F,
    ) -> Result<Receipt, SendError>
    where
        F: Future<Output = Result<Receipt, SendError>>,
    {
        if tokio::runtime::Handle::try_current().is_err() {
            // Waiting would panic, and so would the HTTP client.
            return Err(SendError::not_sent("there is no Tokio runtime on this thread"));
        }
        let policy = self.retry.as_deref().map(|retry| &retry.policy);
        let until = policy.map_or(Duration::MAX, |policy| policy.ends(self.clock.now()));
        let pair = self.rate.as_deref().map(|rate| rate.pair(letter.body));
        let mut history = History::new(policy);
        let mut begin = Some(begin);
        loop {
            let stopped = async {
                if let (Some(rate), Some(pair)) = (&self.rate, pair) {
                    rate.turn(&self.clock, pair, until).await?;
                }
                match begin.take() {
                    Some(begin) => begin.await,
                    None => Ok(()),
                }
            };
            let result = match stopped.await {
                Ok(()) => trace::attempt(&self.clock, history.begin(), post()).await,
                Err(error) => Err(error),
            };
            let error = match result {
                Ok(receipt) => {
                    if let Some(retry) = &self.retry {
                        retry.budget.fill_up();
                    }
                    return Ok(receipt.with_attempts(history.attempts()));
                }
                Err(error) => history.failed(error),
            };
            if let (Some(rate), Some(pair)) = (&self.rate, pair) {
                rate.learn(&self.clock, pair, &error);
            }
            let Some(wait) = self.wait_after(&error, &mut history, until) else {
                return Err(history.end(error));
            };
            trace::repetition(history.attempts(), &error, wait);
            self.clock.sleep(wait).await;
        }
    }

    /// How long to wait before another attempt, if there is to be one.
    fn wait_after(&self, error: &SendError, history: &mut History, until: Duration) -> Option<Duration> {
        let Retry { policy, budget } = self.retry.as_deref()?;
        let repetition = history.next(policy, error)?;
        let jitter = repetition.jitter.as_secs_f64() * fastrand::f64();
        let jitter = Duration::try_from_secs_f64(jitter).unwrap_or(repetition.jitter);
        let wait = repetition.wait.saturating_add(jitter);
        let is_in_time = self.clock.now().saturating_add(wait) < until;
        (is_in_time && (!repetition.is_budgeted || budget.take())).then_some(wait)
    }
}
