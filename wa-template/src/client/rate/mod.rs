//! How fast a client sends.

mod limiter;
mod pairs;
mod recipient;
mod throughput;

use std::time::Duration;

pub(crate) use self::limiter::Limiter;

/// Messages per second that one business phone number may send and receive together, all types (throughput, Sep 2026).
mod per_second {
    /// What every number starts with.
    pub(super) const STANDARD: u32 = 80;
    /// What a number is given automatically once it is used that much.
    pub(super) const HIGH: u32 = 1000;
    /// A number that is used in the `WhatsApp` Business app too; fixed.
    pub(super) const BUSINESS_APP: u32 = 20;
}

/// How fast a client sends; set by [`CloudApi::rate`](super::CloudApi::rate).
///
/// A client has no limit of its own unless it is given one: which level a number has, and who else sends from it, only
/// the program knows. The platform refuses what is too fast with code 130429, or 131056 for one recipient, and a
/// refused message may be repeated; a limit of one's own makes such refusals rare.
///
/// Two limits are kept, each by all clones of the client together:
///
/// - **Of the number**: 80 messages a second, 1,000 or 20 (throughput, Sep 2026). Sends are spread evenly. After a
///   130429 the number is silent for a second and goes on at half its rate, which grows back to the full one within a
///   minute; these two figures are ours.
/// - **Of each recipient**: one message per 6 seconds, and up to 45 in a burst, after which one must be silent until
///   as many times 6 seconds have passed (about-the-platform, Sep 2026; groups are exempt, of which the page says
///   nothing). Recipients are forgotten when they may be sent to again, so that what is remembered is bounded by the
///   rate; and what is remembered is a random hash of the number, not the number.
///
/// A send waits for its turn, for any time, or for [`wait_at_most`](Self::wait_at_most).
///
/// ```
/// use wa_template::client::{CloudApi, RateLimit};
///
/// let api = CloudApi::new("106540352242922", "token").rate(RateLimit::standard());
/// # let _ = api;
/// ```
///
/// Where several processes send from one number, each needs its share: `RateLimit::per_second(80 / processes)`.
/// The limits of *different people per day* (messaging limits) are kept by the platform alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a limit does nothing until it is given to a client"]
pub struct RateLimit {
    per_second: u32,
    is_per_recipient: bool,
    longest_wait: Duration,
}

impl RateLimit {
    /// 80 messages a second: what every number starts with. Received messages count as well, so that a number whose
    /// customers answer a lot may want less.
    pub fn standard() -> Self {
        Self::per_second(per_second::STANDARD)
    }

    /// 1,000 messages a second: what a number has whose `throughput` reads `HIGH`.
    pub fn high() -> Self {
        Self::per_second(per_second::HIGH)
    }

    /// 20 messages a second: a number that is used in the `WhatsApp` Business app too.
    pub fn business_app() -> Self {
        Self::per_second(per_second::BUSINESS_APP)
    }

    /// Any other number of messages a second; 0 counts as 1.
    pub fn per_second(messages: u32) -> Self {
        Self { per_second: messages.max(1), is_per_recipient: true, longest_wait: Duration::MAX }
    }

    /// Leaves the limit of each recipient to the platform. The On-Premises API, for example, is not documented to
    /// have one.
    pub fn without_recipient_limit(self) -> Self {
        Self { is_per_recipient: false, ..self }
    }

    /// Refuses a send that would wait longer than this for its turn; [`Duration::ZERO`] refuses every wait.
    ///
    /// The error is *not sent*, and its [`retry_after`](super::SendError::retry_after) tells when there will be room.
    ///
    /// ```
    /// use std::time::Duration;
    /// use wa_template::client::RateLimit;
    ///
    /// let impatient = RateLimit::standard().wait_at_most(Duration::ZERO);
    /// # let _ = impatient;
    /// ```
    pub fn wait_at_most(self, longest_wait: Duration) -> Self {
        Self { longest_wait, ..self }
    }
}
