//! Why a request beside sends brought no result.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use crate::client::ErrorClass;
use crate::client::error::SendError;
use crate::client::graph_error::{GraphError, class_of_status};
use crate::client::usage::Waits;
use crate::codes::ListedCode;

/// A request about templates or media brought no result; [`kind`](Self::kind) says what is known about it.
///
/// Nothing is ever repeated by this crate on its own, with two exceptions that cannot do anything twice: an
/// interrupted upload of a sample goes on at the place that the server names, and waiting for an approval asks again.
/// Whether the caller may repeat is said by [`is_safe_to_repeat`](Self::is_safe_to_repeat).
///
/// `Display` and `Debug` hold neither the token nor an address, nor what the request was about, nor the platform's own
/// words: these are in [`GraphError::text`].
///
/// ```
/// use wa_template::client::{ApiError, ApiErrorKind, ErrorClass};
///
/// fn report(error: &ApiError) {
///     match error.kind() {
///         ApiErrorKind::Rejected if error.class() == Some(ErrorClass::Backoff) => { /* later */ }
///         ApiErrorKind::Rejected => eprintln!("{error}; {:?}", error.explanation()),
///         ApiErrorKind::NotSent => eprintln!("nothing has changed: {error}"),
///         ApiErrorKind::Unknown if error.is_safe_to_repeat() => { /* ask again */ }
///         ApiErrorKind::Unknown => eprintln!("look whether it was done: {error}"),
///     }
/// }
/// # let _ = report;
/// ```
pub struct ApiError {
    // Boxed, so that results do not grow with everything an error can tell.
    inner: Box<Inner>,
}

struct Inner {
    kind: ApiErrorKind,
    action: Action,
    /// A phrase that follows the kind in `Display`.
    reason: Cow<'static, str>,
    status: Option<u16>,
    graph_error: Option<GraphError>,
    raw_body: Option<Vec<u8>>,
    source: Option<Box<dyn Error + Send + Sync>>,
    is_timeout: bool,
    is_connect: bool,
    waits: Waits,
}

/// What is known about a request that brought no result.
///
/// The three kinds are complete, now and later: a `match` over them needs no wildcard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ApiErrorKind {
    /// The platform said no: nothing has changed.
    Rejected,
    /// No complete request left this machine: nothing has changed.
    NotSent,
    /// The request may have been carried out, or the answer could not be understood.
    Unknown,
}

/// What a request is for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Action {
    name: &'static str,
    effect: Effect,
}

/// What it means to make a request twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// The same as making it once.
    Same,
    /// Something is done twice, or the second is refused because of the first.
    Again,
}

impl Action {
    /// A request that may be made twice, since it only reads, or since the second changes nothing.
    pub(crate) const fn repeatable(name: &'static str) -> Self {
        Self { name, effect: Effect::Same }
    }

    /// A request that should be made once.
    pub(crate) const fn once(name: &'static str) -> Self {
        Self { name, effect: Effect::Again }
    }
}

impl ApiError {
    fn new(kind: ApiErrorKind, action: Action, reason: impl Into<Cow<'static, str>>) -> Self {
        Self {
            inner: Box::new(Inner {
                kind,
                action,
                reason: reason.into(),
                status: None,
                graph_error: None,
                raw_body: None,
                source: None,
                is_timeout: false,
                is_connect: false,
                waits: Waits::default(),
            }),
        }
    }

    pub(crate) fn not_sent(action: Action, reason: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ApiErrorKind::NotSent, action, reason)
    }

    pub(crate) fn unclear(action: Action, reason: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ApiErrorKind::Unknown, action, reason)
    }

    pub(crate) fn rejected(action: Action) -> Self {
        Self::new(ApiErrorKind::Rejected, action, "")
    }

    /// The platform refused without saying so in an error.
    pub(crate) fn declined(action: Action, reason: &'static str) -> Self {
        Self::new(ApiErrorKind::Rejected, action, reason)
    }

    /// A setting that cannot be used.
    pub(crate) fn unusable(action: Action, error: SendError) -> Self {
        let (reason, source) = error.into_reason();
        let mut unusable = Self::not_sent(action, reason);
        unusable.inner.source = source;
        unusable
    }

    /// What a request without any answer says.
    pub(crate) fn failed(action: Action, error: reqwest::Error) -> Self {
        let failed = if error.is_builder() {
            Self::not_sent(action, "the request could not be made")
        } else if error.is_connect() {
            Self::not_sent(action, "could not connect to the server")
        } else if is_of_the_file(&error) {
            // The server knows how much should have come, so that it cannot take this for the whole.
            Self::not_sent(action, "the file could not be read as it was announced")
        } else if error.is_timeout() {
            Self::unclear(action, "no answer within the time limit")
        } else {
            Self::unclear(action, "the connection broke before an answer came")
        };
        failed.with_http_error(error)
    }

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

    pub(crate) fn with_waits(mut self, waits: Waits) -> Self {
        self.inner.waits = waits;
        self
    }

    pub(crate) fn with_http_error(mut self, error: reqwest::Error) -> Self {
        self.inner.is_timeout = error.is_timeout();
        self.inner.is_connect = error.is_connect();
        // The address may be signed, and it names the account.
        self.with_source(error.without_url())
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    /// What is known about the request.
    #[must_use]
    pub fn kind(&self) -> ApiErrorKind {
        self.inner.kind
    }

    /// Whether the platform said no.
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        self.inner.kind == ApiErrorKind::Rejected
    }

    /// Whether no complete request left this machine.
    #[must_use]
    pub fn is_not_sent(&self) -> bool {
        self.inner.kind == ApiErrorKind::NotSent
    }

    /// Whether the request may have been carried out.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.inner.kind == ApiErrorKind::Unknown
    }

    /// Whether repeating the request can do nothing twice.
    ///
    /// That is so if it was rejected or not sent; reads and deletions may always be repeated. A creation, an edit or
    /// an upload of unknown outcome is not safe to repeat: look first (`TemplateApi::find` for a template), or accept
    /// a second copy of a file, which nobody sees and which ends after its time.
    #[must_use]
    pub fn is_safe_to_repeat(&self) -> bool {
        !self.is_unknown() || self.inner.action.effect == Effect::Same
    }

    /// Whether a time limit of the client ended the exchange.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.inner.is_timeout
    }

    /// Whether the same request may have a result a moment later, since only the way to the server failed.
    pub(crate) fn is_of_the_network(&self) -> bool {
        self.is_unknown() || self.inner.is_connect
    }

    /// The error that the platform reported, if its answer could be read as one.
    #[must_use]
    pub fn graph_error(&self) -> Option<&GraphError> {
        self.inner.graph_error.as_ref()
    }

    /// The platform's number for what went wrong.
    #[must_use]
    pub fn code(&self) -> Option<u32> {
        self.graph_error()?.code()
    }

    /// The number that refines code 100 when a template is created, 2388299 for example (support/error-codes,
    /// Sep 2026).
    #[must_use]
    pub fn subcode(&self) -> Option<u32> {
        self.graph_error()?.subcode()
    }

    /// What code and subcode mean, in a few plain words.
    #[must_use]
    pub fn explanation(&self) -> Option<&'static str> {
        self.graph_error()?.explanation()
    }

    /// What to do about a rejected request; `None` for the other kinds.
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

    /// How long to wait at least before a new try, if anybody said so: the longest of what is documented for the code,
    /// what the usage headers say after a limit of calls (`estimated_time_to_regain_access`, codes 4, 80007 and 80008;
    /// docs/graph-api/overview/rate-limiting, Sep 2026), and `Retry-After` in seconds.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        let listed = self.graph_error().and_then(GraphError::listing);
        let documented = listed.and_then(ListedCode::retry_after);
        self.inner.waits.longest(documented, listed.and_then(ListedCode::limit))
    }

    /// The HTTP status of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.inner.status
    }

    /// The body of the answer, at most 16 MiB, if there was an answer. The access token in it is replaced by
    /// `[redacted]`.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        self.inner.raw_body.as_deref()
    }
}

/// Whether what failed is the file that was to be sent, not the connection.
fn is_of_the_file(error: &reqwest::Error) -> bool {
    let mut source = error.source();
    while let Some(error) = source {
        if error.is::<crate::client::upload::FileError>() {
            return true;
        }
        source = error.source();
    }
    false
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, action, reason, status, .. } = &*self.inner;
        f.write_str(action.name)?;
        f.write_str(match kind {
            ApiErrorKind::Rejected => " was rejected",
            ApiErrorKind::NotSent => " was not sent",
            ApiErrorKind::Unknown if action.effect == Effect::Same => " brought no usable answer",
            ApiErrorKind::Unknown => " may have happened",
        })?;
        if !reason.is_empty() {
            write!(f, ": {reason}")?;
        }
        match (status, self.code(), self.subcode()) {
            (Some(status), Some(code), Some(subcode)) => {
                write!(f, " (HTTP status {status}, code {code}, subcode {subcode})")?;
            }
            (Some(status), Some(code), None) => write!(f, " (HTTP status {status}, code {code})")?,
            (Some(status), None, _) => write!(f, " (HTTP status {status})")?,
            (None, ..) => {}
        }
        match self.explanation() {
            Some(explanation) => write!(f, ": {explanation}"),
            None => Ok(()),
        }
    }
}

/// Leaves out the body of the answer.
impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("kind", &self.inner.kind)
            .field("action", &self.inner.action.name)
            .field("reason", &self.inner.reason)
            .field("status", &self.inner.status)
            .field("graph_error", &self.inner.graph_error)
            .field("source", &self.inner.source)
            .finish_non_exhaustive()
    }
}

impl Error for ApiError {
    /// What is below it: of the HTTP client or the file. What the platform said is in `Display` already.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        let source = self.inner.source.as_deref()?;
        Some(source)
    }
}
