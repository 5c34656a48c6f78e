//! Whether one failure is followed by another attempt. Nothing here waits or sends.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};

use super::super::error::{SendError, SendErrorKind};
use super::RetryPolicy;
use crate::codes::ErrorClass;

/// What has happened in one send so far.
#[derive(Debug)]
pub(crate) struct History {
    delays: ExponentialBackoff,
    attempts: u32,
    /// The codes that were answered, one entry per attempt.
    codes: Vec<u32>,
    /// Whether an attempt may have been accepted.
    doubt: bool,
}

/// Another attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Repetition {
    /// So long at least.
    pub(crate) wait: Duration,
    /// And then at random up to this.
    pub(crate) jitter: Duration,
    /// Whether it counts against the budget.
    pub(crate) is_budgeted: bool,
}

impl History {
    pub(crate) fn new(policy: Option<&RetryPolicy>) -> Self {
        let (first, longest) = policy
            .map_or((Duration::ZERO, Duration::ZERO), |policy| (policy.first_delay, policy.longest_delay));
        // No jitter of its own: it adds to the delay, and ours is anything from nothing to the delay.
        let delays = ExponentialBuilder::new()
            .with_min_delay(first.min(longest))
            .with_max_delay(longest)
            .without_max_times()
            .build();
        Self { delays, attempts: 0, codes: Vec::new(), doubt: false }
    }

    /// An attempt begins: the how manieth it is.
    pub(crate) fn begin(&mut self) -> u32 {
        self.attempts = self.attempts.saturating_add(1);
        self.attempts
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// An attempt has failed, or was not made: the same error, which now knows what came before it.
    pub(crate) fn failed(&mut self, error: SendError) -> SendError {
        let code = error.code();
        let before = self.codes.iter().filter(|other| Some(**other) == code).count();
        self.codes.extend(code);
        self.doubt |= error.is_unknown();
        error.with_attempts(self.attempts, u32::try_from(before).unwrap_or(u32::MAX))
    }

    /// The error of the send as a whole, when this was its last one.
    pub(crate) fn end(&self, last: SendError) -> SendError {
        if self.doubt && !last.is_unknown() { last.after_unknown() } else { last }
    }

    /// Whether and when to try again after this error. Time and budget are the caller's to judge.
    pub(crate) fn next(&mut self, policy: &RetryPolicy, error: &SendError) -> Option<Repetition> {
        if self.attempts >= policy.attempts || self.attempts == 0 {
            return None;
        }
        let is_pair = match error.kind() {
            SendErrorKind::NotSent if error.is_connect() => false,
            SendErrorKind::Rejected => is_pair(error)?,
            SendErrorKind::Unknown if policy.repeats_unknown => false,
            SendErrorKind::NotSent | SendErrorKind::Unknown => return None,
        };
        Some(Repetition {
            wait: error.stated_wait().unwrap_or_default(),
            jitter: self.delays.next().unwrap_or_default(),
            is_budgeted: !is_pair,
        })
    }
}

/// Whether a refusal concerns one recipient only; `None` if it must not be repeated.
///
/// Only the table decides: a code that is not in it is not repeated, be it called transient, and neither is a
/// refusal that the platform has not signed with a code.
fn is_pair(error: &SendError) -> Option<bool> {
    error.listing()?;
    match error.class()? {
        ErrorClass::Pair => Some(true),
        ErrorClass::Backoff => {
            let listed = error.listing()?;
            let exhausted = listed.most_repeats().is_some_and(|most| error.answered_before() >= most);
            (!exhausted).then_some(false)
        }
        ErrorClass::Fix | ErrorClass::State | ErrorClass::Day | ErrorClass::Never | ErrorClass::Ask => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::super::graph_error::GraphError;
    use super::*;

    fn policy() -> RetryPolicy {
        RetryPolicy::new()
            .attempts(20)
            .first_delay(Duration::from_secs(1))
            .longest_delay(Duration::from_secs(5))
    }

    fn rejected(code: u32) -> SendError {
        let answer = json!({ "error": { "code": code, "is_transient": true } });
        SendError::rejected().with_answer(400, GraphError::from_json(400, &answer), Vec::new())
    }

    /// The waits in seconds before each repetition, as long as the answer stays the same.
    #[track_caller]
    fn check(error: impl Fn() -> SendError, policy: &RetryPolicy, waits: &[u64]) {
        let mut history = History::new(Some(policy));
        let mut found = Vec::new();
        for _ in 0..=waits.len() {
            history.begin();
            let error = history.failed(error());
            let Some(repetition) = history.next(policy, &error) else { break };
            found.push(repetition.wait.as_secs());
        }
        found.truncate(waits.len() + 1);
        assert_eq!(found, waits);
    }

    #[test]
    fn only_listed_codes_that_pass_are_repeated() {
        let three = policy().attempts(4);
        check(|| rejected(130_429), &three, &[0, 0, 0]);
        check(|| rejected(131_016), &three, &[0, 0, 0]);
        check(|| rejected(2), &three, &[300, 300, 300]);
        check(|| rejected(132_069), &three, &[3600, 3600, 3600]);
        check(|| rejected(131_056), &three, &[1, 4, 16]);
        for code in [100, 131_026, 131_042, 131_049, 131_050, 132_000, 190, 999_999, 131_052] {
            check(|| rejected(code), &three, &[]);
        }
        check(SendError::rejected, &three, &[]);
        check(|| SendError::rejected().with_answer(429, None, Vec::new()), &three, &[]);
    }

    #[test]
    fn code_1_and_131000_have_an_end_of_their_own() {
        check(|| rejected(1), &policy(), &[0, 0]);
        check(|| rejected(131_000), &policy(), &[0, 0, 0]);
        let mut history = History::new(None);
        let mut classes = Vec::new();
        for _ in 0..4 {
            classes.extend(history.failed(rejected(1)).class());
        }
        assert_eq!(classes, [ErrorClass::Backoff, ErrorClass::Backoff, ErrorClass::Fix, ErrorClass::Fix]);
    }

    #[test]
    fn what_was_not_sent_is_repeated_if_no_connection_was_the_reason() {
        let two = policy().attempts(3);
        check(SendError::no_connection, &two, &[0, 0]);
        check(|| SendError::not_sent("the access token is empty"), &two, &[]);
        check(|| SendError::would_wait(Duration::from_secs(3)), &two, &[]);
    }

    #[test]
    fn what_is_unknown_is_repeated_on_demand_only() {
        let two = policy().attempts(3);
        check(|| SendError::unknown("lost"), &two, &[]);
        check(|| SendError::unknown("lost"), &two.repeat_unknown_at_risk_of_duplicates(), &[0, 0]);
    }

    #[test]
    fn one_doubtful_attempt_makes_the_send_doubtful() {
        let mut history = History::new(None);
        let mut end = |error| {
            let error = history.failed(error);
            history.end(error)
        };
        assert!(end(rejected(131_016)).is_rejected());
        assert!(end(SendError::unknown("lost")).is_unknown());
        assert!(end(rejected(132_000)).is_unknown());
        assert!(end(SendError::no_connection()).is_unknown());
    }

    #[test]
    fn a_doubtful_send_is_not_repeated_against_a_refusal() {
        let policy = policy().repeat_unknown_at_risk_of_duplicates();
        let mut history = History::new(Some(&policy));
        for (error, is_repeated) in [(SendError::unknown("lost"), true), (rejected(132_000), false)] {
            history.begin();
            let error = history.failed(error);
            assert_eq!(history.next(&policy, &error).is_some(), is_repeated);
        }
    }

    #[test]
    fn random_delays_double_up_to_the_longest() {
        let policy = policy().attempts(6);
        let mut history = History::new(Some(&policy));
        let mut delays = Vec::new();
        for _ in 0..5 {
            history.begin();
            let error = history.failed(rejected(130_429));
            delays.extend(history.next(&policy, &error).map(|repetition| repetition.jitter.as_secs()));
        }
        assert_eq!(delays, [1, 2, 4, 5, 5]);
    }

    #[test]
    fn extreme_delays_do_not_panic() {
        let policy = policy().first_delay(Duration::MAX).longest_delay(Duration::MAX);
        let mut history = History::new(Some(&policy));
        for _ in 0..80 {
            history.begin();
            let error = history.failed(rejected(131_056));
            history.next(&policy, &error);
        }
    }

    #[test]
    fn the_pair_limit_is_no_outage() {
        let mut history = History::new(Some(&policy()));
        history.begin();
        for (code, is_budgeted) in [(131_056, false), (130_429, true)] {
            let error = history.failed(rejected(code));
            assert_eq!(history.next(&policy(), &error).map(|next| next.is_budgeted), Some(is_budgeted));
        }
    }
}
