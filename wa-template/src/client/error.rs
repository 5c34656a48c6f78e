//! Why a message was not confirmed.

use std::error::Error;
use std::fmt;

use std::time::Duration;

use super::graph_error::{GraphError, class_of_status};
use super::usage::Waits;
use crate::codes::{ErrorClass, Limit, ListedCode};

/// A message was not confirmed; [`kind`](Self::kind) says what is known about it.
///
/// A send is not idempotent: repeating a message that was accepted delivers it twice. Hence the three kinds, and
/// hence this crate's rule that only what is certainly *not sent* or certainly *rejected* may be repeated.
///
/// `Display` and `Debug` hold neither the token nor a phone number, nor anything of the message, nor the platform's own
/// words, which may quote it: these are in [`GraphError::text`].
///
/// ```
/// use wa_template::client::{CloudApi, ErrorClass, Receipt, SendErrorKind};
/// use wa_template::Message;
///
/// async fn deliver(api: &CloudApi, message: &Message) -> Option<Receipt> {
///     let error = match api.send(message).await {
///         Ok(receipt) => return Some(receipt),
///         Err(error) => error,
///     };
///     match error.kind() {
///         SendErrorKind::Rejected if error.class() == Some(ErrorClass::Backoff) => { /* queue for later */ }
///         SendErrorKind::Rejected => eprintln!("rejected: {error}"),
///         SendErrorKind::NotSent => { /* queue again */ }
///         SendErrorKind::Unknown => {
///             // Wait for a status webhook that carries this before anything is repeated.
///             let _settled_by = error.callback_data();
///         }
///     }
///     None
/// }
/// ```
pub struct SendError {
    // Boxed, so that `Result<Receipt, SendError>` does not grow with everything an error can tell.
    inner: Box<Inner>,
}

struct Inner {
    kind: SendErrorKind,
    /// A phrase that follows the kind in `Display`.
    reason: &'static str,
    status: Option<u16>,
    graph_error: Option<GraphError>,
    raw_body: Option<Vec<u8>>,
    callback_data: Option<Box<str>>,
    source: Option<Box<dyn Error + Send + Sync>>,
    is_timeout: bool,
    is_connect: bool,
    attempts: u32,
    /// How many earlier attempts of the same send were answered with the same code.
    answered_before: u32,
    waits: Waits,
}

/// What is known about a message that was not confirmed.
///
/// The three kinds are complete, now and later: a `match` over them needs no wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SendErrorKind {
    /// The platform said no: the message was not accepted.
    Rejected,
    /// Nothing of the message left this machine, or after a repetition nothing but what the platform has refused: it is
    /// safe to repeat once the cause is removed.
    NotSent,
    /// The message may have been accepted: do not repeat it before a status webhook, or its absence, has settled it.
    Unknown,
}

impl SendError {
    pub(crate) fn not_sent(reason: &'static str) -> Self {
        Self::new(SendErrorKind::NotSent, reason)
    }

    /// The one failure beside a refusal after which the same send may succeed at once.
    pub(crate) fn no_connection() -> Self {
        let mut error = Self::not_sent("could not connect to the server");
        error.inner.is_connect = true;
        error
    }

    /// The client's own rate limit forbids the send for this long.
    pub(crate) fn would_wait(wait: Duration) -> Self {
        let mut error = Self::not_sent("the rate limit leaves no room for it now");
        error.inner.waits.retry_after = Some(wait);
        error
    }

    pub(crate) fn unknown(reason: &'static str) -> Self {
        Self::new(SendErrorKind::Unknown, reason)
    }

    pub(crate) fn rejected() -> Self {
        Self::new(SendErrorKind::Rejected, "")
    }

    fn new(kind: SendErrorKind, reason: &'static str) -> Self {
        Self {
            inner: Box::new(Inner {
                kind,
                reason,
                status: None,
                graph_error: None,
                raw_body: None,
                callback_data: None,
                source: None,
                is_timeout: false,
                is_connect: false,
                attempts: 0,
                answered_before: 0,
                waits: Waits::default(),
            }),
        }
    }

    /// Adds the answer that the server gave.
    pub(crate) fn with_answer(
        mut self,
        status: u16,
        graph_error: Option<GraphError>,
        raw_body: Vec<u8>,
    ) -> Self {
        self.inner.status = Some(status);
        self.inner.graph_error = graph_error;
        self.inner.raw_body = Some(raw_body);
        self
    }

    /// Adds the error of the HTTP client that ended the exchange.
    pub(crate) fn with_http_error(mut self, error: reqwest::Error) -> Self {
        self.inner.is_timeout = error.is_timeout();
        // The address names the account, which is nobody's business in a log.
        self.with_source(error.without_url())
    }

    /// Adds the error below this one.
    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    /// Adds what a status webhook will say about the message.
    pub(crate) fn with_callback_data(mut self, callback_data: Option<&str>) -> Self {
        self.inner.callback_data = callback_data.map(Box::from);
        self
    }

    /// What a request that is no send takes over from a setting that cannot be used.
    #[cfg(feature = "media")]
    pub(crate) fn into_reason(self) -> (&'static str, Option<Box<dyn Error + Send + Sync>>) {
        (self.inner.reason, self.inner.source)
    }

    /// Adds what the head of the answer said about waiting.
    pub(crate) fn with_waits(mut self, waits: Waits) -> Self {
        self.inner.waits = waits;
        self
    }

    /// Adds what came before it in the same send.
    pub(crate) fn with_attempts(mut self, attempts: u32, answered_before: u32) -> Self {
        self.inner.attempts = attempts;
        self.inner.answered_before = answered_before;
        self
    }

    /// Says that an earlier attempt may have been accepted, whatever became of this one.
    pub(crate) fn after_unknown(mut self) -> Self {
        self.inner.kind = SendErrorKind::Unknown;
        self.inner.reason = "an earlier attempt is of unknown fate";
        self
    }

    /// What is known about the message.
    #[must_use]
    pub fn kind(&self) -> SendErrorKind {
        self.inner.kind
    }

    /// Whether the platform said no, so that the message was not accepted.
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        self.inner.kind == SendErrorKind::Rejected
    }

    /// Whether nothing of the message left this machine, so that repeating it is safe.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        self.inner.kind == SendErrorKind::NotSent
    }

    /// Whether the message may have been accepted, so that repeating it may deliver it twice.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.inner.kind == SendErrorKind::Unknown
    }

    /// Whether a time limit of the client ended the exchange, while connecting or later.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.inner.is_timeout
    }

    /// The error that the platform reported, if its answer could be read as one.
    ///
    /// A rejected message has none if something else than the platform answered, a proxy for example. One of
    /// unknown fate has one if the code is not listed and the HTTP status does not settle it.
    #[must_use]
    pub fn graph_error(&self) -> Option<&GraphError> {
        self.inner.graph_error.as_ref()
    }

    /// The platform's number for what went wrong.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.graph_error()?.code()
    }

    /// What to do about a rejected message; `None` for the other kinds, whose name says it.
    ///
    /// It is that of [`GraphError::class`], except for code 1, "unknown error or malformed request": once it was the
    /// answer to two repetitions as well, it counts as [`Fix`](ErrorClass::Fix).
    #[must_use]
    pub fn class(&self) -> Option<ErrorClass> {
        if !self.is_rejected() {
            return None;
        }
        match (self.graph_error(), self.listing()) {
            (_, Some(listed)) => listed.class_after(self.inner.answered_before),
            (Some(error), None) => Some(error.class()),
            (None, None) => self.status().map(class_of_status),
        }
    }

    /// How long to wait at least before the message is tried again, if anybody said so.
    ///
    /// The longest of what is documented for the code (1, 4, 16, … seconds for 131056, 24 hours for 131049), what the
    /// usage headers say after a limit of calls (`estimated_time_to_regain_access`, codes 4, 80007 and 80008), and
    /// `Retry-After` in seconds (about-the-platform and docs/graph-api/overview/rate-limiting, Sep 2026). After a send
    /// that the client's own rate limit did not let pass, the time until there is room. A message of unknown fate has
    /// none: time alone does not make it safe to repeat.
    ///
    /// ```
    /// use wa_template::client::SendError;
    ///
    /// fn due(error: &SendError, now: std::time::SystemTime) -> Option<std::time::SystemTime> {
    ///     now.checked_add(error.retry_after()?)
    /// }
    /// ```
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        if self.is_unknown() { None } else { self.stated_wait() }
    }

    /// The same for every kind.
    pub(crate) fn stated_wait(&self) -> Option<Duration> {
        let listed = self.listing();
        let documented = listed.and_then(|listed| listed.wait(self.inner.answered_before));
        self.inner.waits.longest(documented, self.limit())
    }

    /// How many times this send was tried, the last time included: 1 unless the client has a
    /// [`RetryPolicy`](super::RetryPolicy); 0 if something stopped it before the first request.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.inner.attempts
    }

    /// Whether no connection came about: of all that can fail before sending, what may be gone a moment later.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.inner.is_connect
    }

    /// How many earlier attempts of the same send were answered with the same code.
    pub(crate) fn answered_before(&self) -> u32 {
        self.inner.answered_before
    }

    /// The limit that the platform says was reached.
    pub(crate) fn limit(&self) -> Option<Limit> {
        self.listing()?.limit()
    }

    /// A phrase about what happened; empty for a rejected message.
    pub(crate) fn reason(&self) -> &'static str {
        self.inner.reason
    }

    /// What is known about the code.
    pub(crate) fn listing(&self) -> Option<&'static ListedCode> {
        self.graph_error()?.listing()
    }

    /// The HTTP status of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.inner.status
    }

    /// The body of the answer, at most its first 64 KiB, if there was an answer.
    ///
    /// It is as the server sent it, except that the access token is replaced by `[redacted]`. It may hold the
    /// recipient's phone number: treat it as personal data.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        self.inner.raw_body.as_deref()
    }

    /// The text that every status webhook of the message carries, if one was given.
    ///
    /// It is what settles a message of unknown fate: a status with this text proves that it was accepted.
    #[must_use]
    pub fn callback_data(&self) -> Option<&str> {
        self.inner.callback_data.as_deref()
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inner.kind {
            SendErrorKind::Rejected => f.write_str("message rejected")?,
            SendErrorKind::NotSent => write!(f, "message not sent: {}", self.inner.reason)?,
            SendErrorKind::Unknown => write!(f, "message may have been accepted: {}", self.inner.reason)?,
        }
        match (self.inner.status, self.code()) {
            (Some(status), Some(code)) => write!(f, " (HTTP status {status}, code {code})"),
            (Some(status), None) => write!(f, " (HTTP status {status})"),
            (None, _) => Ok(()),
        }
    }
}

/// Leaves out the body of the answer and the callback data.
impl fmt::Debug for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendError")
            .field("kind", &self.inner.kind)
            .field("reason", &self.inner.reason)
            .field("status", &self.inner.status)
            .field("graph_error", &self.inner.graph_error)
            .field("source", &self.inner.source)
            .finish_non_exhaustive()
    }
}

impl Error for SendError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match (&self.inner.source, &self.inner.graph_error) {
            (Some(source), _) => Some(&**source),
            (None, Some(error)) => Some(error),
            (None, None) => None,
        }
    }
}
