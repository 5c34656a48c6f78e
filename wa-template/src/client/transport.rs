//! Requests with a token: what the clients of all interfaces share.

use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Client, Url};

use super::answer::Answer;
use super::error::SendError;
use super::http::http_client;
use super::path::{append, parse_base_url};
use super::secret::Secret;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What can be set; nothing of it is checked before the first request, so that no setter can fail.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) base_url: String,
    pub(crate) token: Secret,
    pub(crate) timeout: Duration,
    pub(crate) connect_timeout: Duration,
}

/// Settings, and the HTTP client that is built from them at the first request and shared by all clones.
#[derive(Clone)]
pub(crate) struct Transport {
    inner: Arc<Inner>,
}

struct Inner {
    settings: Settings,
    // Only success is kept: what made building fail may be gone at the next request.
    ready: OnceLock<Ready>,
}

struct Ready {
    base_url: Url,
    authorization: HeaderValue,
    http: Client,
    /// Where the first request went: nearly always all others go there, too.
    usual: OnceLock<Address>,
}

struct Address {
    segments: Box<[Box<str>]>,
    url: Url,
}

impl Ready {
    /// The address made of the base URL and the segments.
    fn address(&self, segments: &[&str]) -> Result<Url, SendError> {
        if let Some(usual) = self.usual.get() {
            return if usual.segments.iter().map(|segment| &**segment).eq(segments.iter().copied()) {
                Ok(usual.url.clone())
            } else {
                append(&self.base_url, segments)
            };
        }
        let url = append(&self.base_url, segments)?;
        let segments = segments.iter().map(|segment| Box::from(*segment)).collect();
        // It fails when another request was first.
        let _ = self.usual.set(Address { segments, url: url.clone() });
        Ok(url)
    }
}

/// The parts of a request with a token.
#[cfg(feature = "media")]
pub(crate) struct Parts<'t> {
    pub(crate) base_url: &'t Url,
    pub(crate) authorization: &'t HeaderValue,
    pub(crate) http: &'t Client,
    pub(crate) token: &'t Secret,
}

impl Transport {
    pub(crate) fn new(base_url: impl Into<String>, token: impl Into<String>) -> Self {
        Self::from_settings(Settings {
            base_url: base_url.into(),
            token: Secret::new(token),
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(10),
        })
    }

    fn from_settings(settings: Settings) -> Self {
        Self { inner: Arc::new(Inner { settings, ready: OnceLock::new() }) }
    }

    /// A transport with other settings; clones made before keep theirs.
    pub(crate) fn with(&self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = self.inner.settings.clone();
        change(&mut settings);
        Self::from_settings(settings)
    }

    /// Posts a JSON body to the address made of the base URL and the segments, once.
    pub(crate) async fn post(&self, segments: &[&str], body: Bytes) -> Result<Answer, SendError> {
        if tokio::runtime::Handle::try_current().is_err() {
            // The HTTP client would panic.
            return Err(SendError::not_sent("there is no Tokio runtime on this thread"));
        }
        let ready = self.ready()?;
        let response = ready
            .http
            .post(ready.address(segments)?)
            .header(AUTHORIZATION, ready.authorization.clone())
            .header(CONTENT_TYPE, JSON)
            .body(body)
            .send()
            .await
            .map_err(failure)?;
        Ok(Answer::read(response, &self.inner.settings.token).await)
    }

    /// What requests beside sends are made of.
    #[cfg(feature = "media")]
    pub(crate) fn parts(&self) -> Result<Parts<'_>, SendError> {
        if tokio::runtime::Handle::try_current().is_err() {
            // The HTTP client would panic.
            return Err(SendError::not_sent("there is no Tokio runtime on this thread"));
        }
        let Ready { base_url, authorization, http, .. } = self.ready()?;
        Ok(Parts { base_url, authorization, http, token: &self.inner.settings.token })
    }

    fn ready(&self) -> Result<&Ready, SendError> {
        if let Some(ready) = self.inner.ready.get() {
            return Ok(ready);
        }
        let settings = &self.inner.settings;
        let base_url = parse_base_url(&settings.base_url)?;
        let authorization = settings.token.bearer()?;
        let http = http_client(&base_url, settings.timeout, settings.connect_timeout)?;
        Ok(self.inner.ready.get_or_init(|| Ready { base_url, authorization, http, usual: OnceLock::new() }))
    }
}

/// What a request without any answer says about the message.
fn failure(error: reqwest::Error) -> SendError {
    let judged = if error.is_builder() {
        SendError::not_sent("the request could not be made")
    } else if error.is_connect() {
        SendError::no_connection()
    } else if error.is_timeout() {
        SendError::unknown("no answer within the time limit")
    } else {
        SendError::unknown("the connection broke before an answer came")
    };
    judged.with_http_error(error)
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &self.inner.settings;
        // The origin only: the rest of an address is where people put secrets.
        let server = Url::parse(&settings.base_url).map(|url| url.origin().ascii_serialization());
        f.debug_struct("Transport")
            .field("server", &server.as_deref().unwrap_or("unreadable"))
            .field("token", &settings.token)
            .field("timeout", &settings.timeout)
            .field("connect_timeout", &settings.connect_timeout)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Transport;

    #[test]
    fn addresses_follow_their_segments() {
        let transport = Transport::new("http://127.0.0.1:9/graph", "EAAtoken");
        let ready = transport.ready().expect("usable settings");
        let usual = ["v25.0", "1", "messages"];
        for segments in [usual, usual, ["v26.0", "1", "messages"], ["v25.0", "2", "messages"], usual] {
            let url = ready.address(&segments).expect("a base url with a path");
            assert_eq!(url.as_str(), format!("http://127.0.0.1:9/graph/{}", segments.join("/")));
        }
        let longer = ready.address(&["v25.0", "1", "messages", "2"]).expect("a base url with a path");
        assert_eq!(longer.path(), "/graph/v25.0/1/messages/2");
    }
}
