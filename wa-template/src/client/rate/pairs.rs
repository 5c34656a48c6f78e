//! The limit of each recipient. Nothing here waits, and nothing here knows a number.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// One message per this to the same user from the same number (about-the-platform, Sep 2026).
const INTERVAL: Duration = Duration::from_secs(6);

/// So many at once, borrowed from the future, within one interval: after a burst of 20, two minutes of silence are due
/// (about-the-platform, Sep 2026).
const BURST: u32 = 45;

/// Fewer recipients than this are not worth looking through.
const SMALL: usize = 1024;

/// Recipients that were sent to a moment ago.
#[derive(Debug)]
pub(super) struct Pairs {
    hasher: RandomState,
    recent: HashMap<u64, Recent>,
    /// When to look for those that can be forgotten.
    sweep_at: usize,
}

/// One recipient, by a hash: numbers are not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key(u64);

#[derive(Debug, Clone, Copy)]
struct Recent {
    /// Until then messages belong to one burst.
    burst_ends: Duration,
    in_burst: u32,
    /// When what was borrowed is paid back.
    free_at: Duration,
}

impl Pairs {
    pub(super) fn new() -> Self {
        Self { hasher: RandomState::new(), recent: HashMap::new(), sweep_at: SMALL }
    }

    pub(super) fn key(&self, recipient: &str) -> Key {
        Key(self.hasher.hash_one(recipient))
    }

    /// The time until this recipient may be sent to.
    pub(super) fn wait(&self, key: Key, now: Duration) -> Duration {
        match self.recent.get(&key.0) {
            Some(recent) if now >= recent.burst_ends || recent.in_burst >= BURST => {
                recent.free_at.saturating_sub(now)
            }
            _ => Duration::ZERO,
        }
    }

    /// A message goes to this recipient, if it may; otherwise the time to wait.
    pub(super) fn take(&mut self, key: Key, now: Duration) -> Result<(), Duration> {
        let wait = self.wait(key, now);
        if !wait.is_zero() {
            return Err(wait);
        }
        self.sweep(now);
        let recent = self.recent.entry(key.0).or_insert(Recent::new(now));
        if recent.free_at <= now {
            *recent = Recent::new(now);
        }
        recent.in_burst += 1;
        recent.free_at = recent.free_at.saturating_add(INTERVAL);
        Ok(())
    }

    /// The platform says that this recipient got too many, from whomever.
    pub(super) fn exhaust(&mut self, key: Key, now: Duration) {
        let recent = self.recent.entry(key.0).or_insert(Recent::new(now));
        recent.burst_ends = now;
        recent.free_at = recent.free_at.max(now.saturating_add(INTERVAL));
    }

    /// Forgets whoever may be sent to freely, as soon as so many are known that it is worth the look.
    fn sweep(&mut self, now: Duration) {
        if self.recent.len() < self.sweep_at {
            return;
        }
        self.recent.retain(|_, recent| recent.free_at > now);
        self.sweep_at = self.recent.len().saturating_mul(2).max(SMALL);
        self.recent.shrink_to(self.sweep_at);
    }
}

impl Recent {
    fn new(now: Duration) -> Self {
        Self { burst_ends: now.saturating_add(INTERVAL), in_burst: 0, free_at: now }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_burst_is_paid_back_before_the_next_message() {
        let mut pairs = Pairs::new();
        let key = pairs.key("+16505551234");
        for _ in 0..20 {
            assert_eq!(pairs.take(key, at(100)), Ok(()));
        }
        assert_eq!(pairs.take(key, at(106)), Err(at(114)));
        assert_eq!(pairs.take(key, at(219)), Err(at(1)));
        assert_eq!(pairs.take(key, at(220)), Ok(()));
    }

    #[test]
    fn a_burst_has_45_messages() {
        let mut pairs = Pairs::new();
        let key = pairs.key("+16505551234");
        let taken = (0..100).filter(|_| pairs.take(key, at(1)).is_ok()).count();
        assert_eq!(taken, 45);
        assert_eq!(pairs.wait(key, at(1)), at(270));
    }

    #[test]
    fn one_message_per_six_seconds_is_always_possible() {
        let mut pairs = Pairs::new();
        let key = pairs.key("+16505551234");
        for turn in 0..1000 {
            assert_eq!(pairs.take(key, at(turn * 6)), Ok(()), "{turn}");
        }
    }

    #[test]
    fn recipients_do_not_wait_for_each_other() {
        let mut pairs = Pairs::new();
        let (one, other) = (pairs.key("+16505551234"), pairs.key("+16505551235"));
        assert_ne!(one, other);
        pairs.exhaust(one, at(1));
        assert_eq!(pairs.take(one, at(1)), Err(at(6)));
        assert_eq!(pairs.take(other, at(1)), Ok(()));
        assert_eq!(pairs.take(one, at(7)), Ok(()));
    }

    #[test]
    fn idle_recipients_are_forgotten() {
        let mut pairs = Pairs::new();
        for second in 0..10_000 {
            for recipient in 0..80 {
                let key = pairs.key(&format!("+1650{second}{recipient}"));
                assert_eq!(pairs.take(key, at(second)), Ok(()));
            }
        }
        assert!(pairs.recent.len() <= SMALL, "{}", pairs.recent.len());
    }
}
