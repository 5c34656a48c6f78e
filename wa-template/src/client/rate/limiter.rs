//! Waiting for one's turn.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Mutex as Queue;

use super::super::clock::SharedClock;
use super::super::error::SendError;
use super::RateLimit;
use super::pairs::{Key, Pairs};
use super::recipient::recipient;
use super::throughput::Throughput;
use crate::codes::Limit;

/// The limits that all clones of a client keep together.
///
/// Nothing is reserved before it is used: whoever stops waiting leaves no hole, and a rate that falls in the meantime
/// holds for those who wait already.
#[derive(Debug)]
pub(crate) struct Limiter {
    limit: RateLimit,
    throughput: Mutex<Throughput>,
    /// Whoever holds it is next; the others come in the order in which they asked.
    turn: Queue<()>,
    in_line: AtomicU32,
    pairs: Mutex<Pairs>,
}

/// To whom a message goes, as far as the limit of each recipient is concerned.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair(Option<Key>);

impl Limiter {
    pub(crate) fn new(limit: RateLimit) -> Self {
        Self {
            limit,
            throughput: Mutex::new(Throughput::new(limit.per_second)),
            turn: Queue::new(()),
            in_line: AtomicU32::new(0),
            pairs: Mutex::new(Pairs::new()),
        }
    }

    /// Finds the recipient in a request body.
    pub(crate) fn pair(&self, body: &[u8]) -> Pair {
        if !self.limit.is_per_recipient {
            return Pair(None);
        }
        Pair(recipient(body).map(|recipient| lock(&self.pairs).key(&recipient)))
    }

    /// Waits until the message may go; it then counts as gone. `until` is the latest moment to which it waits.
    pub(crate) async fn turn(
        &self,
        clock: &SharedClock,
        pair: Pair,
        until: Duration,
    ) -> Result<(), SendError> {
        let until = until.min(clock.now().saturating_add(self.limit.longest_wait));
        let within = |wait: Duration| {
            if clock.now().saturating_add(wait) <= until {
                Ok(wait)
            } else {
                Err(SendError::would_wait(wait))
            }
        };
        loop {
            let wait = self.pair_wait(clock, pair);
            if !wait.is_zero() {
                clock.sleep(within(wait)?).await;
                continue;
            }
            within(self.throughput().wait(clock.now(), self.in_line.load(Ordering::Relaxed)))?;
            if self.turn_of_number(clock, pair, within).await? {
                return Ok(());
            }
        }
    }

    /// Waits until the number may send. `false` if meanwhile another message to the same recipient was faster: the turn
    /// is then left to whoever is next.
    async fn turn_of_number(
        &self,
        clock: &SharedClock,
        Pair(key): Pair,
        within: impl Fn(Duration) -> Result<Duration, SendError>,
    ) -> Result<bool, SendError> {
        let _in_line = InLine::new(&self.in_line);
        let _turn = self.turn.lock().await;
        loop {
            let wait = {
                let mut throughput = self.throughput();
                let now = clock.now();
                let wait = throughput.wait(now, 0);
                if wait.is_zero() {
                    if key.is_some_and(|key| lock(&self.pairs).take(key, now).is_err()) {
                        return Ok(false);
                    }
                    throughput.take(now);
                    return Ok(true);
                }
                wait
            };
            clock.sleep(within(wait)?).await;
        }
    }

    /// Takes into account what the platform said.
    pub(crate) fn learn(&self, clock: &SharedClock, pair: Pair, error: &SendError) {
        match (error.limit(), pair) {
            (Some(Limit::Throughput), _) => self.throughput().slow_down(clock.now()),
            (Some(Limit::Pair), Pair(Some(key))) => lock(&self.pairs).exhaust(key, clock.now()),
            (Some(Limit::Pair), Pair(None)) | (Some(Limit::Calls) | None, _) => {}
        }
    }

    fn pair_wait(&self, clock: &SharedClock, Pair(key): Pair) -> Duration {
        key.map_or(Duration::ZERO, |key| lock(&self.pairs).wait(key, clock.now()))
    }

    fn throughput(&self) -> MutexGuard<'_, Throughput> {
        lock(&self.throughput)
    }
}

/// Counts who waits, until it is dropped.
struct InLine<'a>(&'a AtomicU32);

impl<'a> InLine<'a> {
    fn new(count: &'a AtomicU32) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for InLine<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A panic elsewhere leaves a limit that is at worst a message off.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::pin::{Pin, pin};
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Poll, Waker};
    use std::time::Duration;

    use super::super::super::clock::{Clock, SharedClock};
    use super::{Limiter, Pair, RateLimit, SendError};

    /// A clock that moves when the test says so.
    #[derive(Clone, Default)]
    struct Manual(Arc<Mutex<Duration>>);

    impl Manual {
        fn set(&self, seconds: u64) {
            *self.0.lock().unwrap() = Duration::from_secs(seconds);
        }
    }

    impl Clock for Manual {
        fn now(&self) -> Duration {
            *self.0.lock().unwrap()
        }

        fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
            let clock = self.clone();
            let end = clock.now() + duration;
            Box::pin(std::future::poll_fn(
                move |_| {
                    if clock.now() >= end { Poll::Ready(()) } else { Poll::Pending }
                },
            ))
        }
    }

    /// How many of these have their turn by now.
    fn turns<F: Future<Output = Result<(), SendError>>>(waiting: &mut [Pin<Box<F>>]) -> usize {
        let mut context = Context::from_waker(Waker::noop());
        waiting.iter_mut().map(|turn| turn.as_mut().poll(&mut context)).filter(Poll::is_ready).count()
    }

    #[test]
    fn those_who_wait_for_one_recipient_take_no_turns_of_others() {
        let manual = Manual::default();
        let clock = SharedClock::new(manual.clone());
        let limiter = Limiter::new(RateLimit::per_second(1));
        let [busy, other] =
            ["+16505551234", "+16505551235"].map(|to| limiter.pair(format!(r#"{{"to":"{to}"}}"#).as_bytes()));
        let Pair(Some(key)) = busy else { panic!("a recipient") };
        limiter.pairs.lock().unwrap().exhaust(key, Duration::ZERO);
        let mut waiting: Vec<_> =
            (0..50).map(|_| Box::pin(limiter.turn(&clock, busy, Duration::MAX))).collect();
        assert_eq!(turns(&mut waiting), 0);
        // All of them may send to the recipient, and stand in line for the number.
        limiter.throughput().take(Duration::from_secs(6));
        manual.set(6);
        assert_eq!(turns(&mut waiting), 0);
        manual.set(7);
        assert_eq!(turns(&mut waiting[..1]), 1);
        // Its burst lets more of them follow; until the recipient has enough, which is told in between.
        limiter.pairs.lock().unwrap().exhaust(key, Duration::from_secs(7));
        manual.set(8);
        assert_eq!(turns(&mut waiting[1..]), 0);
        let mut turn = pin!(limiter.turn(&clock, other, Duration::MAX));
        assert!(turn.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
    }
}
