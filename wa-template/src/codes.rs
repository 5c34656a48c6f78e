//! What is known about the platform's error codes.

mod cloud;
mod on_premises;
mod subcodes;

use std::time::Duration;

/// What a sender should do after an error.
///
/// The platform tells by a number what went wrong; this is the advice that follows from the number
/// (support/error-codes, Sep 2026).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorClass {
    /// The request or the template is wrong: the same request will fail again.
    Fix,
    /// A passing shortage: repeat later, with a growing delay.
    Backoff,
    /// Like [`Backoff`](Self::Backoff), but only for this recipient; messages to others may proceed.
    Pair,
    /// Wait until an account, a payment method, a template or a registration has changed its state.
    State,
    /// Do not repeat within 24 hours: trying earlier prolongs the block.
    Day,
    /// Do not send this kind of message to this recipient again.
    Never,
    /// The recipient has to do something first, updating the app for example.
    Ask,
}

impl ErrorClass {
    /// What to do about an error of this class, in a few plain words.
    ///
    /// ```
    /// use wa_template::client::ErrorClass;
    ///
    /// assert!(ErrorClass::Day.advice().contains("24 hours"));
    /// ```
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::Fix => "repair the message or the template: the same request will fail again",
            Self::Backoff => "send again later, with growing delays",
            Self::Pair => "send again to this recipient later, with growing delays; others are not concerned",
            Self::State => "stop until the account, the template or the registration has changed its state",
            Self::Day => "do not send it again within 24 hours: trying earlier prolongs the block",
            Self::Never => "do not send this kind of message to this recipient again",
            Self::Ask => "the recipient has to do something first: reach them in another way",
        }
    }
}

/// One error code, or a run of codes that mean the same, with what is known about it.
///
/// The tables follow the page support/error-codes (Dec 2025 to Sep 2026), the error list of Meta's
/// `OpenAPI` file (v23.0) and, for the On-Premises API, docs/whatsapp/on-premises/errors.
///
/// ```
/// use wa_template::client::{ErrorClass, ListedCode};
///
/// let code = ListedCode::cloud(132_000).ok_or("not listed")?;
/// assert_eq!(code.class(), Some(ErrorClass::Fix));
/// println!("132000: {}", code.explanation());
/// assert!(ListedCode::cloud(999_999).is_none());
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListedCode {
    first: u32,
    last: u32,
    class: Option<ErrorClass>,
    retry_after: Option<Duration>,
    /// By which the wait grows with every further answer of this code.
    growth: u32,
    limit: Option<Limit>,
    /// How often a send may be repeated because of it, and what it counts as after that.
    most_repeats: Option<(u32, ErrorClass)>,
    explanation: &'static str,
}

/// A limit that a code reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// Calls per hour; the head of the answer says when there will be room again.
    Calls,
    /// Messages per second.
    Throughput,
    /// Messages to one recipient.
    Pair,
}

impl ListedCode {
    /// Looks up a code of the Cloud API.
    #[must_use]
    pub fn cloud(code: u32) -> Option<&'static Self> {
        find(cloud::CODES, code)
    }

    /// Looks up a code of the On-Premises API.
    #[must_use]
    pub fn on_premises(code: u32) -> Option<&'static Self> {
        find(on_premises::CODES, code)
    }

    /// Looks up a subcode of the Cloud API, which refines code 100 or 190.
    #[must_use]
    pub fn subcode(code: u32, subcode: u32) -> Option<&'static Self> {
        match code {
            100 => find(subcodes::OF_100, subcode),
            190 => find(subcodes::OF_190, subcode),
            _ => None,
        }
    }

    /// What to do about it; `None` for a code that never answers a send.
    #[must_use]
    pub fn class(&self) -> Option<ErrorClass> {
        self.class
    }

    /// How long to wait at least before the message may be tried again, where the platform states it.
    ///
    /// For 131056 it is the first wait, 1 second; after each further failure it is four times longer
    /// (about-the-platform, Sep 2026). `SendError::retry_after` knows which one is
    /// due, and what the answer itself said.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// How often a message may be tried again because of this code, where that is limited; what a client's
    /// `RetryPolicy` allows is a limit of its own.
    ///
    /// Code 1 is "unknown error or malformed request": two more tries tell the one from the other, and after them it
    /// counts as [`Fix`](ErrorClass::Fix). 131000 is an unknown failure for which the platform names no end: three.
    #[must_use]
    pub fn most_repeats(&self) -> Option<u32> {
        self.most_repeats.map(|(repeats, _)| repeats)
    }

    /// The wait after this code was answered to the same message so many times before.
    #[cfg(feature = "client")]
    pub(crate) fn wait(&self, answered_before: u32) -> Option<Duration> {
        Some(self.retry_after?.saturating_mul(self.growth.saturating_pow(answered_before)))
    }

    /// The class after so many repetitions because of this code.
    #[cfg(feature = "client")]
    pub(crate) fn class_after(&self, repeats: u32) -> Option<ErrorClass> {
        match self.most_repeats {
            Some((most, class)) if repeats >= most => Some(class),
            _ => self.class,
        }
    }

    /// The limit that was reached, if it is one that a client can keep.
    #[cfg(feature = "client")]
    pub(crate) fn limit(&self) -> Option<Limit> {
        self.limit
    }

    /// What the code means, in a few plain words.
    #[must_use]
    pub fn explanation(&self) -> &'static str {
        self.explanation
    }

    /// States a waiting time.
    const fn after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(Duration::from_secs(seconds));
        self
    }

    /// States that the wait is this many times longer after every further failure.
    const fn growing(mut self, factor: u32) -> Self {
        self.growth = factor;
        self
    }

    /// States that it is a limit.
    const fn of(mut self, limit: Limit) -> Self {
        self.limit = Some(limit);
        self
    }

    /// States how often a send may be repeated, and as what it counts then.
    const fn at_most(mut self, repeats: u32, then: ErrorClass) -> Self {
        self.most_repeats = Some((repeats, then));
        self
    }
}

/// A table row for one code.
const fn one(code: u32, class: ErrorClass, explanation: &'static str) -> ListedCode {
    run(code, code, class, explanation)
}

/// A table row for consecutive codes.
const fn run(first: u32, last: u32, class: ErrorClass, explanation: &'static str) -> ListedCode {
    ListedCode { class: Some(class), ..inbound(first, last, explanation) }
}

/// A table row for codes that describe an incoming message or a notification, never a send.
const fn inbound(first: u32, last: u32, explanation: &'static str) -> ListedCode {
    ListedCode {
        first,
        last,
        class: None,
        retry_after: None,
        growth: 1,
        limit: None,
        most_repeats: None,
        explanation,
    }
}

fn find(table: &'static [ListedCode], code: u32) -> Option<&'static ListedCode> {
    // Only a failed send looks here, so that a walk over some hundred rows is not worth an index.
    table.iter().find(|row| (row.first..=row.last).contains(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_free_of_overlaps() {
        for table in [cloud::CODES, on_premises::CODES, subcodes::OF_100, subcodes::OF_190] {
            for pair in table.windows(2) {
                assert!(pair[0].last < pair[1].first, "{} is out of order", pair[1].first);
            }
            for row in table {
                assert!(row.first <= row.last, "{} ends before it starts", row.first);
            }
        }
    }

    #[test]
    fn explanations_are_phrases() {
        for row in [cloud::CODES, on_premises::CODES, subcodes::OF_100, subcodes::OF_190].concat() {
            let text = row.explanation;
            assert!(!text.is_empty() && !text.ends_with('.'), "{}: {text}", row.first);
            assert!(!text.contains('\n') && text.len() <= 120, "{}: {text}", row.first);
        }
    }

    #[test]
    fn runs_include_both_ends() {
        for code in [200, 250, 299] {
            assert_eq!(ListedCode::cloud(code).and_then(ListedCode::class), Some(ErrorClass::State));
        }
        assert_eq!(ListedCode::cloud(199), None);
        assert_eq!(ListedCode::cloud(300), None);
    }

    #[test]
    fn the_two_interfaces_have_separate_tables() {
        assert!(ListedCode::cloud(1014).is_none());
        assert!(ListedCode::on_premises(1014).is_some());
        assert!(ListedCode::on_premises(132_000).is_none());
    }
}
