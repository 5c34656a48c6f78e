//! Who sent a webhook request.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The header that carries the signature, in lower case: `x-hub-signature-256`.
///
/// `X-Hub-Signature`, over SHA-1, may come beside it and proves nothing
/// (docs/graph-api/webhooks/getting-started, September 2026).
pub const SIGNATURE_HEADER: &str = "x-hub-signature-256";

const PREFIX: &[u8] = b"sha256=";

/// Bytes of HMAC-SHA256.
const TAG: usize = 32;

/// The app secret, by which the platform signs what it sends to a webhook.
///
/// The signature is HMAC-SHA256 over the body *as it was received*: the platform writes non-ASCII characters as escapes
/// that another serialiser would not reproduce, so verify before parsing (webhooks/create-webhook-endpoint, May 2026).
/// The comparison takes the same time wherever the two differ. Cloning is cheap, and the key is prepared once.
///
/// `Debug` says how many secrets there are, nothing of them.
///
/// # Example
///
/// ```
/// use wa_template::webhook::{SIGNATURE_HEADER, SignatureError, SignatureKey};
///
/// let key = SignatureKey::new("the app secret");
/// # let (request_header, body) = (key.sign(b"{}"), b"{}");
/// // With the `http` crate: `request.headers().get(SIGNATURE_HEADER)`.
/// key.verify(body, Some(request_header))?;
/// assert_eq!(key.verify(b"{ }", Some(key.sign(b"{}"))), Err(SignatureError::Mismatch));
/// # Ok::<(), SignatureError>(())
/// ```
///
/// While a secret is being replaced, both are good:
///
/// ```
/// use wa_template::webhook::SignatureKey;
///
/// let key = SignatureKey::new("the new app secret").or("the old app secret");
/// assert!(key.verify(b"{}", Some(SignatureKey::new("the old app secret").sign(b"{}"))).is_ok());
/// ```
#[derive(Clone)]
pub struct SignatureKey {
    /// The keyed states, in the order of their secrets.
    keyed: Arc<[Hmac<Sha256>]>,
}

impl SignatureKey {
    /// Verifies with this app secret (the 32 hexadecimal digits of the app dashboard, as they stand there).
    ///
    /// An empty secret verifies nothing: with it anybody could sign.
    #[must_use]
    pub fn new(app_secret: impl AsRef<[u8]>) -> Self {
        Self { keyed: keyed(app_secret.as_ref()).into_iter().collect() }
    }

    /// Verifies with another secret too: the one before, or that of another app with the same webhook.
    ///
    /// Each one costs a pass over the body, until one fits.
    #[must_use]
    pub fn or(self, app_secret: impl AsRef<[u8]>) -> Self {
        Self { keyed: self.keyed.iter().cloned().chain(keyed(app_secret.as_ref())).collect() }
    }

    /// Whether the platform signed this body; `header` is the value of [`SIGNATURE_HEADER`].
    ///
    /// # Errors
    ///
    /// [`SignatureError`] says what is wrong. Answer 401 or 403 and read nothing of the body.
    pub fn verify(&self, body: &[u8], header: Option<impl AsRef<[u8]>>) -> Result<(), SignatureError> {
        self.verify_tag(body, &tag(header)?)
    }

    pub(super) fn verify_tag(&self, body: &[u8], tag: &[u8; TAG]) -> Result<(), SignatureError> {
        // `verify_slice` compares in constant time. Which of several secrets fits is no secret.
        let fits = |keyed: &Hmac<Sha256>| keyed.clone().chain_update(body).verify_slice(tag).is_ok();
        if self.keyed.iter().any(fits) { Ok(()) } else { Err(SignatureError::Mismatch) }
    }

    /// The header that the platform would send with this body, by the first secret: for tests of a receiver.
    #[must_use]
    pub fn sign(&self, body: &[u8]) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut header = String::with_capacity(PREFIX.len() + 2 * TAG);
        header.push_str("sha256=");
        let tag = self.keyed.first().map(|keyed| keyed.clone().chain_update(body).finalize().into_bytes());
        for byte in tag.iter().flatten() {
            for half in [byte >> 4, byte & 15] {
                header.extend(DIGITS.get(usize::from(half)).copied().map(char::from));
            }
        }
        header
    }
}

fn keyed(secret: &[u8]) -> Option<Hmac<Sha256>> {
    if secret.is_empty() {
        return None;
    }
    Hmac::new_from_slice(secret).ok()
}

/// The bytes that the header stands for. The platform writes small hexadecimal digits; capitals say the same.
pub(super) fn tag(header: Option<impl AsRef<[u8]>>) -> Result<[u8; TAG], SignatureError> {
    let header = header.ok_or(SignatureError::Missing)?;
    let digits = header.as_ref().strip_prefix(PREFIX).ok_or(SignatureError::Malformed)?;
    let mut tag = [0; TAG];
    if digits.len() != 2 * TAG {
        return Err(SignatureError::Malformed);
    }
    for (byte, pair) in tag.iter_mut().zip(digits.chunks_exact(2)) {
        for digit in pair {
            *byte = *byte << 4 | value_of(*digit).ok_or(SignatureError::Malformed)?;
        }
    }
    Ok(tag)
}

fn value_of(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

impl fmt::Debug for SignatureKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignatureKey").field("secrets", &self.keyed.len()).finish_non_exhaustive()
    }
}

/// Why a request is not to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureError {
    /// There is no header [`SIGNATURE_HEADER`].
    Missing,
    /// The header is not `sha256=` and 64 hexadecimal digits.
    Malformed,
    /// The body was signed with another secret, or changed on its way, or parsed and written again before.
    Mismatch,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "the request has no header `X-Hub-Signature-256`",
            Self::Malformed => "`X-Hub-Signature-256` is not `sha256=` and 64 hexadecimal digits",
            Self::Mismatch => "the signature does not belong to this body and secret",
        })
    }
}

impl Error for SignatureError {}
