//! From a request to a [`Notification`], in the safe order.

#[cfg(feature = "axum")]
mod axum;

use std::error::Error;
use std::fmt;

use super::Notification;
use super::signature::{self, SignatureError, SignatureKey};

#[cfg(feature = "axum")]
pub use self::axum::{Receiver, VerifiedNotification};

/// The largest body that the platform sends: 3 MB (webhooks/overview, December 2025), read generously as mebibytes.
pub const BODY_LIMIT: usize = 3 * 1024 * 1024;

/// Believes a request only when it is signed: size, signature, JSON, in this order.
///
/// It knows no server; with the crate feature `axum` there are an extractor and a ready route on top of it.
///
/// # Example
///
/// ```
/// use wa_template::webhook::{ReceiveError, SignatureKey, Verifier};
///
/// let verifier = Verifier::new(SignatureKey::new("the app secret"));
/// # let key = SignatureKey::new("the app secret");
/// # let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
/// # let header = Some(key.sign(body));
/// match verifier.notification(body, header) {
///     Ok(notification) => println!("{} events", notification.events().count()),
///     Err(error) => println!("answer {}: {error}", error.http_status()),
/// }
/// # assert!(verifier.notification(b"{}", None::<&str>).is_err_and(|error| error.http_status() == 401));
/// ```
#[derive(Clone, Debug)]
pub struct Verifier {
    key: SignatureKey,
    body_limit: usize,
}

impl Verifier {
    /// Believes what is signed with this key, in bodies of at most [`BODY_LIMIT`].
    #[must_use]
    pub fn new(key: SignatureKey) -> Self {
        Self { key, body_limit: BODY_LIMIT }
    }

    /// Refuses larger bodies than this, in bytes.
    #[must_use]
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { body_limit: bytes, ..self }
    }

    /// Reads a request; `header` is the value of [`SIGNATURE_HEADER`](super::SIGNATURE_HEADER).
    ///
    /// # Errors
    ///
    /// [`ReceiveError`], whose [`http_status`](ReceiveError::http_status) is the answer.
    pub fn notification(
        &self,
        body: &[u8],
        header: Option<impl AsRef<[u8]>>,
    ) -> Result<Notification, ReceiveError> {
        if body.len() > self.body_limit {
            return Err(ReceiveError::TooLarge);
        }
        let tag = signature::tag(header)?;
        self.key.verify_tag(body, &tag)?;
        Notification::from_slice(body).map_err(|error| ReceiveError::NotJson(error.into()))
    }
}

/// Why a request was not taken.
///
/// Whatever the answer is, unless it is 200 the platform repeats the request, for up to seven days by most of its pages
/// (webhooks/overview, December 2025). That is right for all of these: a secret that is not configured yet, or a body
/// that only the next release can read, is then not lost.
///
/// No text of it repeats anything of the request.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReceiveError {
    /// The signature is missing, malformed or another one.
    Signature(SignatureError),
    /// The body is larger than the limit.
    TooLarge,
    /// The body could not be received to its end.
    Interrupted(Box<dyn Error + Send + Sync>),
    /// The body is signed, and yet no JSON object.
    NotJson(Box<dyn Error + Send + Sync>),
    /// So many notifications are at work that this one was not taken.
    Busy,
    /// The handler did not confirm the notification.
    NotHandled,
}

impl ReceiveError {
    /// The HTTP status to answer with.
    ///
    /// | | |
    /// |---|---|
    /// | 401 | no signature, or a malformed one |
    /// | 403 | a signature that does not fit |
    /// | 413 | too large |
    /// | 400 | interrupted, or not JSON |
    /// | 503 | busy |
    /// | 500 | not handled |
    #[must_use]
    pub fn http_status(&self) -> u16 {
        match self {
            Self::Signature(SignatureError::Missing | SignatureError::Malformed) => 401,
            Self::Signature(SignatureError::Mismatch) => 403,
            Self::TooLarge => 413,
            Self::Interrupted(_) | Self::NotJson(_) => 400,
            Self::Busy => 503,
            Self::NotHandled => 500,
        }
    }
}

impl From<SignatureError> for ReceiveError {
    fn from(error: SignatureError) -> Self {
        Self::Signature(error)
    }
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Signature(_) => "the request is not signed by the platform",
            Self::TooLarge => "the body is larger than the platform sends",
            Self::Interrupted(_) => "the body broke off",
            Self::NotJson(_) => "the body is not a JSON object",
            Self::Busy => "too many notifications at once",
            Self::NotHandled => "the notification could not be handled",
        })
    }
}

impl Error for ReceiveError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Signature(error) => Some(error),
            Self::Interrupted(error) | Self::NotJson(error) => Some(&**error),
            Self::TooLarge | Self::Busy | Self::NotHandled => None,
        }
    }
}
