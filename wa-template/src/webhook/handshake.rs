//! The question that the platform asks before it delivers to an address.

use std::error::Error;
use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The token that was entered in the app dashboard beside the webhook's address.
///
/// When the address is registered, the platform asks it with `GET` and three parameters, `hub.mode`, `hub.verify_token`
/// and `hub.challenge`. If the token is ours, the challenge is the whole answer (webhooks/create-webhook-endpoint,
/// May 2026). The token is compared in constant time and not kept: `Debug` has nothing to show.
///
/// # Example
///
/// ```
/// use wa_template::webhook::{HandshakeError, VerifyToken};
///
/// let token = VerifyToken::new("our own word");
/// let query = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=our%20own%20word";
/// assert_eq!(token.challenge(query)?, "1158201444");         // 200, as plain text
///
/// let stranger = token.challenge("hub.mode=subscribe&hub.challenge=1&hub.verify_token=guess");
/// assert_eq!(stranger, Err(HandshakeError::WrongToken));     // 403
/// # Ok::<(), HandshakeError>(())
/// ```
#[derive(Clone)]
pub struct VerifyToken {
    /// Hashing first makes all tokens equally long, so that the comparison tells nothing about lengths either.
    digest: Option<[u8; 32]>,
}

impl VerifyToken {
    /// Expects this token. An empty one refuses everybody: with it anybody could register.
    #[must_use]
    pub fn new(token: impl AsRef<[u8]>) -> Self {
        let token = token.as_ref();
        let digest = hash(token).filter(|_| !token.is_empty());
        Self { digest: digest.map(|digest| digest.finalize().into_bytes().into()) }
    }

    /// The challenge to answer with; `query` is what stands behind the `?` of the request's address.
    ///
    /// # Errors
    ///
    /// [`HandshakeError`], to be answered with a status from 400 to 499.
    pub fn challenge(&self, query: &str) -> Result<String, HandshakeError> {
        let query = query.strip_prefix('?').unwrap_or(query);
        self.challenge_of(form_urlencoded::parse(query.as_bytes()))
    }

    /// As [`challenge`](Self::challenge), from parameters that are decoded already.
    ///
    /// # Errors
    ///
    /// As [`challenge`](Self::challenge).
    pub fn challenge_of<N, V>(
        &self,
        parameters: impl IntoIterator<Item = (N, V)>,
    ) -> Result<String, HandshakeError>
    where
        N: AsRef<str>,
        V: AsRef<str>,
    {
        let [mut mode, mut token, mut challenge] = [None, None, None];
        for (name, value) in parameters {
            let part = match name.as_ref() {
                "hub.mode" => &mut mode,
                "hub.verify_token" => &mut token,
                "hub.challenge" => &mut challenge,
                _ => continue,
            };
            // A name that comes twice is not from the platform.
            if part.replace(value).is_some() {
                return Err(HandshakeError::NoHandshake);
            }
        }
        match (mode, token, challenge) {
            (Some(mode), Some(token), Some(challenge)) if mode.as_ref() == "subscribe" => {
                self.check(token.as_ref()).map(|()| challenge.as_ref().to_owned())
            }
            _ => Err(HandshakeError::NoHandshake),
        }
    }

    fn check(&self, token: &str) -> Result<(), HandshakeError> {
        let given = hash(token.as_bytes());
        match given.zip(self.digest).map(|(given, expected)| given.verify_slice(&expected)) {
            Some(Ok(())) => Ok(()),
            _ => Err(HandshakeError::WrongToken),
        }
    }
}

/// The key is no secret: all that matters is the comparison that comes with it.
fn hash(token: &[u8]) -> Option<Hmac<Sha256>> {
    Some(Hmac::<Sha256>::new_from_slice(b"hub.verify_token").ok()?.chain_update(token))
}

impl fmt::Debug for VerifyToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifyToken(..)")
    }
}

/// Why a request is not answered with its challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HandshakeError {
    /// A parameter is missing, or there twice, or `hub.mode` is not `subscribe`.
    NoHandshake,
    /// The token is not ours.
    WrongToken,
}

impl fmt::Display for HandshakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoHandshake => "the request is not the handshake of a webhook",
            Self::WrongToken => "the verify token is not the one that was agreed",
        })
    }
}

impl Error for HandshakeError {}
