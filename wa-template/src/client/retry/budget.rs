//! How many repetitions a client may still make.

use std::sync::{Mutex, PoisonError};

use super::RetryPolicy;

/// What one repetition costs; an accepted message gives back a percentage of it.
const REPETITION: u64 = 100;

/// Repetitions that all clones of a client share, filled up by what is accepted.
#[derive(Debug)]
pub(crate) struct Budget {
    full: u64,
    per_success: u64,
    left: Mutex<u64>,
}

impl Budget {
    pub(crate) fn new(policy: &RetryPolicy) -> Self {
        let full = u64::from(policy.budget) * REPETITION;
        Self { full, per_success: u64::from(policy.budget_percent), left: Mutex::new(full) }
    }

    /// A message was accepted.
    pub(crate) fn fill_up(&self) {
        self.change(|left| (left.saturating_add(self.per_success).min(self.full), true));
    }

    /// Takes one repetition out, if one is left.
    pub(crate) fn take(&self) -> bool {
        self.change(|left| match left.checked_sub(REPETITION) {
            Some(rest) => (rest, true),
            None => (left, false),
        })
    }

    fn change(&self, change: impl FnOnce(u64) -> (u64, bool)) -> bool {
        // A number cannot be left half changed.
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let (now, done) = change(*left);
        *left = now;
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(budget: &Budget) -> usize {
        std::iter::repeat_with(|| budget.take()).take_while(|taken| *taken).count()
    }

    #[test]
    fn what_is_accepted_fills_it_up_to_the_brim_and_no_further() {
        let budget = Budget::new(&RetryPolicy::new().budget(3, 50));
        assert_eq!(taken(&budget), 3);
        budget.fill_up();
        assert_eq!(taken(&budget), 0);
        budget.fill_up();
        assert_eq!(taken(&budget), 1);
        (0..100).for_each(|_| budget.fill_up());
        assert_eq!(taken(&budget), 3);
    }

    #[test]
    fn an_empty_budget_stays_empty() {
        let budget = Budget::new(&RetryPolicy::new().budget(0, 0));
        (0..1000).for_each(|_| budget.fill_up());
        assert_eq!(taken(&budget), 0);
    }
}
