//! The limit of one phone number. Nothing here waits.
//!
//! Why not a crate: the ready ones (`governor` was tried on paper) fix the rate when they are made, while ours halves
//! and grows back; and they let all waiting senders race for the next place, while ours come in turn.

use std::time::Duration;

/// The rate after a refusal, of what it was.
const SLOWER: f64 = 0.5;

/// It never falls below this share of the full rate.
const SLOWEST: f64 = 1.0 / 16.0;

/// How long nothing is sent after a refusal. The platform counts per second.
const SILENCE: Duration = Duration::from_secs(1);

/// How long the way back from nothing to the full rate takes.
const RECOVERY: Duration = Duration::from_mins(1);

/// What a send may be early, so that senders who woke late can catch up; timers are that coarse.
const CATCH_UP: Duration = Duration::from_millis(20);

/// When the next message may go.
#[derive(Debug)]
pub(super) struct Throughput {
    per_second: f64,
    /// When the next message would go if all came evenly.
    next: Duration,
    /// The share of the full rate at the last refusal, and when that was.
    slowed: Option<(f64, Duration)>,
}

impl Throughput {
    pub(super) fn new(per_second: u32) -> Self {
        Self { per_second: f64::from(per_second), next: Duration::ZERO, slowed: None }
    }

    /// The time until a message may go that has so many others in front of it.
    pub(super) fn wait(&self, now: Duration, in_front: u32) -> Duration {
        let turn = self.next.max(now).saturating_add(self.interval(now).saturating_mul(in_front));
        turn.saturating_sub(CATCH_UP).saturating_sub(now)
    }

    /// A message goes.
    pub(super) fn take(&mut self, now: Duration) {
        self.next = self.next.max(now).saturating_add(self.interval(now));
    }

    /// The platform refused a message as too fast.
    pub(super) fn slow_down(&mut self, now: Duration) {
        // The answers to what was on its way at the same time are one refusal.
        if self.slowed.is_some_and(|(_, at)| now < at.saturating_add(SILENCE)) {
            return;
        }
        self.slowed = Some(((self.share(now) * SLOWER).max(SLOWEST), now));
        self.next = self.next.max(now.saturating_add(SILENCE).saturating_add(CATCH_UP));
    }

    /// The share of the full rate that is used now.
    fn share(&self, now: Duration) -> f64 {
        let Some((share, at)) = self.slowed else { return 1.0 };
        let recovered = now.saturating_sub(at).as_secs_f64() / RECOVERY.as_secs_f64();
        (share + recovered).min(1.0)
    }

    fn interval(&self, now: Duration) -> Duration {
        Duration::try_from_secs_f64(1.0 / (self.per_second * self.share(now))).unwrap_or(Duration::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many messages go in these seconds if somebody always wants to send.
    fn sent(throughput: &mut Throughput, from: u64, to: u64) -> u32 {
        let (mut now, end) = (Duration::from_secs(from), Duration::from_secs(to));
        let mut sent = 0;
        while now < end {
            let wait = throughput.wait(now, 0);
            now += wait;
            if wait.is_zero() {
                throughput.take(now);
                sent += 1;
            }
        }
        sent
    }

    #[test]
    fn the_rate_is_kept_and_used_up() {
        for per_second in [1, 20, 80, 1000, 12_345] {
            let sent = sent(&mut Throughput::new(per_second), 5, 15);
            let early = per_second / 50 + 2;
            assert!((per_second * 10..=per_second * 10 + early).contains(&sent), "{per_second}: {sent}");
        }
    }

    #[test]
    fn idle_time_is_not_saved_up() {
        let mut throughput = Throughput::new(80);
        throughput.take(Duration::ZERO);
        assert!(sent(&mut throughput, 1000, 1001) <= 82);
    }

    #[test]
    fn whoever_wakes_late_catches_up() {
        let mut throughput = Throughput::new(1000);
        let (mut now, mut sent) = (Duration::from_secs(1), 0);
        while now < Duration::from_secs(2) {
            let wait = throughput.wait(now, 0);
            if wait.is_zero() {
                throughput.take(now);
                sent += 1;
            } else {
                now += wait + Duration::from_millis(2);
            }
        }
        assert!((990..=1025).contains(&sent), "{sent}");
    }

    #[test]
    fn those_in_front_are_counted() {
        let throughput = Throughput::new(10);
        assert_eq!(throughput.wait(Duration::from_secs(9), 0), Duration::ZERO);
        let mut throughput = Throughput::new(10);
        throughput.take(Duration::from_secs(9));
        let wait = throughput.wait(Duration::from_secs(9), 4);
        assert_eq!(wait + CATCH_UP, Duration::from_millis(500));
    }

    #[test]
    fn a_refusal_halves_the_rate_for_a_while() {
        let mut throughput = Throughput::new(80);
        assert!(sent(&mut throughput, 10, 20) >= 800);
        for _ in 0..64 {
            throughput.slow_down(Duration::from_secs(20));
        }
        assert_eq!(sent(&mut throughput, 20, 21), 0);
        let slow = sent(&mut throughput, 21, 26);
        assert!((200..=260).contains(&slow), "{slow}");
        let later = sent(&mut throughput, 55, 65);
        assert!(later >= 800, "{later}");
    }

    #[test]
    fn many_refusals_do_not_stop_it() {
        let mut throughput = Throughput::new(80);
        for second in 0..100 {
            throughput.slow_down(Duration::from_secs(second * 2));
        }
        let slow = sent(&mut throughput, 200, 210);
        assert!((50..=150).contains(&slow), "{slow}");
        throughput.slow_down(Duration::MAX);
        throughput.take(Duration::MAX);
        throughput.wait(Duration::MAX, u32::MAX);
    }
}
