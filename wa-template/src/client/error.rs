//! Why a message was not confirmed.

use std::error::Error;
use std::fmt;

use super::graph_error::{GraphError, class_of_status};
use crate::codes::ErrorClass;

/// A message was not confirmed; [`kind`](Self::kind) says what is known about it.
///
/// A send is not idempotent: repeating a message that was accepted delivers it twice. Hence the three kinds, and
/// hence this crate's rule that only what is certainly *not sent* or certainly *rejected* may be repeated.
///
/// `Display` and `Debug` hold neither the token nor a phone number, nor anything of the message.
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
}

/// What is known about a message that was not confirmed.
///
/// The three kinds are complete, now and later: a `match` over them needs no wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SendErrorKind {
    /// The platform said no: the message was not accepted.
    Rejected,
    /// Nothing of the message left this machine: it is safe to repeat once the cause is removed.
    NotSent,
    /// The message may have been accepted: do not repeat it before a status webhook, or its absence, has settled it.
    Unknown,
}

impl SendError {
    pub(crate) fn not_sent(reason: &'static str) -> Self {
        Self::new(SendErrorKind::NotSent, reason)
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
    #[must_use]
    pub fn class(&self) -> Option<ErrorClass> {
        if !self.is_rejected() {
            return None;
        }
        match self.graph_error() {
            Some(error) => Some(error.class()),
            None => self.status().map(class_of_status),
        }
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
