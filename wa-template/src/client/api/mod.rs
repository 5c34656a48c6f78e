//! Requests beside sends: what the interfaces for media, samples and templates share.

mod answer;
mod error;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderName, HeaderValue};
use reqwest::{Body, Method, Response, Url};
use serde_json::Value;

use self::answer::ApiAnswer;
pub(crate) use self::error::Action;
pub use self::error::{ApiError, ApiErrorKind};
use super::cloud::{BASE_URL, VERSION};
use super::path::{append, segment};
use super::transport::Transport;

#[cfg(feature = "templates")]
const JSON: HeaderValue = HeaderValue::from_static("application/json");

const ODD_VERSION: &str = "the version of the Graph API must look like `v25.0`";

/// A server, a token, and a version of the Graph API.
#[derive(Clone)]
pub(crate) struct Api {
    transport: Transport,
    version: Arc<str>,
}

/// One request, not made yet.
pub(crate) struct Call {
    action: Action,
    method: Method,
    url: Url,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Option<Body>,
    timeout: Option<Duration>,
    oauth: bool,
}

impl Api {
    pub(crate) fn new(access_token: impl Into<String>) -> Self {
        Self { transport: Transport::new(BASE_URL, access_token), version: VERSION.into() }
    }

    pub(crate) fn base_url(self, base_url: impl Into<String>) -> Self {
        Self { transport: self.transport.with(|settings| settings.base_url = base_url.into()), ..self }
    }

    pub(crate) fn version(self, version: impl Into<String>) -> Self {
        Self { version: version.into().into(), ..self }
    }

    pub(crate) fn timeout(self, timeout: Duration) -> Self {
        Self { transport: self.transport.with(|settings| settings.timeout = timeout), ..self }
    }

    pub(crate) fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self { transport: self.transport.with(|settings| settings.connect_timeout = connect_timeout), ..self }
    }

    /// The address of the platform made of the version and these segments, each of which must be plain.
    pub(crate) fn address(&self, action: Action, segments: &[&str]) -> Result<Url, ApiError> {
        let version =
            segment(&self.version, ODD_VERSION).map_err(|error| ApiError::unusable(action, error))?;
        let segments: Vec<_> = std::iter::once(version).chain(segments.iter().copied()).collect();
        self.unversioned(action, &segments)
    }

    /// The same without the version.
    pub(crate) fn unversioned(&self, action: Action, segments: &[&str]) -> Result<Url, ApiError> {
        let parts = self.transport.parts().map_err(|error| ApiError::unusable(action, error))?;
        append(parts.base_url, segments).map_err(|error| ApiError::unusable(action, error))
    }

    /// Makes the request, once, and gives the JSON that was answered.
    pub(crate) async fn json(&self, call: Call) -> Result<Value, ApiError> {
        let action = call.action;
        self.answer(call).await?.json(action)
    }

    /// Makes the request, once, and gives whatever was answered.
    async fn answer(&self, call: Call) -> Result<ApiAnswer, ApiError> {
        let response = self.request(call).await?;
        let parts = self.transport.parts();
        Ok(ApiAnswer::read(response, parts.ok().map(|parts| parts.token)).await)
    }

    /// Makes the request, once, and gives the answer unread if its status is a success; anything else is an error.
    pub(crate) async fn open(&self, call: Call) -> Result<Response, ApiError> {
        let action = call.action;
        let response = self.request(call).await?;
        if response.status().is_success() {
            return Ok(response);
        }
        let parts = self.transport.parts();
        let answer = ApiAnswer::read(response, parts.ok().map(|parts| parts.token)).await;
        Err(answer.refusal(action))
    }

    async fn request(&self, call: Call) -> Result<Response, ApiError> {
        let action = call.action;
        let parts = self.transport.parts().map_err(|error| ApiError::unusable(action, error))?;
        let authorization = if call.oauth {
            parts.token.authorization("OAuth").map_err(|error| ApiError::unusable(action, error))?
        } else {
            parts.authorization.clone()
        };
        let mut request = parts.http.request(call.method, call.url).header(AUTHORIZATION, authorization);
        for (name, value) in call.headers {
            request = request.header(name, value);
        }
        if let Some(timeout) = call.timeout {
            request = request.timeout(timeout);
        }
        if let Some(body) = call.body {
            request = request.body(body);
        }
        request.send().await.map_err(|error| ApiError::failed(action, error))
    }
}

impl Call {
    pub(crate) fn new(action: Action, method: Method, url: Url) -> Self {
        Self { action, method, url, headers: Vec::new(), body: None, timeout: None, oauth: false }
    }

    /// Adds parameters to the address; one that is not given is left out.
    pub(crate) fn query<'a>(self, parameters: impl IntoIterator<Item = (&'a str, Option<&'a str>)>) -> Self {
        Self { url: with_query(self.url, parameters), ..self }
    }

    pub(crate) fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    #[cfg(feature = "templates")]
    pub(crate) fn json(self, body: impl Into<bytes::Bytes>) -> Self {
        self.header(reqwest::header::CONTENT_TYPE, JSON).body(Body::from(body.into()))
    }

    pub(crate) fn body(mut self, body: Body) -> Self {
        self.body = Some(body);
        self
    }

    /// Another limit of time than the one that was set for all requests.
    pub(crate) fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Says `OAuth` in front of the token, where everything else says `Bearer`.
    pub(crate) fn oauth(mut self) -> Self {
        self.oauth = true;
        self
    }
}

/// The address with parameters; one that is not given is left out.
pub(crate) fn with_query<'a>(
    mut url: Url,
    parameters: impl IntoIterator<Item = (&'a str, Option<&'a str>)>,
) -> Url {
    let mut given = parameters.into_iter().filter_map(|(key, value)| Some((key, value?))).peekable();
    // Without this an address would end with a question mark.
    if given.peek().is_some() {
        url.query_pairs_mut().extend_pairs(given);
    }
    url
}

/// Lets an id pass that can stand in an address as it is.
pub(crate) fn id<'a>(action: Action, text: &'a str, refusal: &'static str) -> Result<&'a str, ApiError> {
    segment(text, refusal).map_err(|error| ApiError::unusable(action, error))
}

/// Whether the answer says that the request was carried out: `{"success": true}`.
pub(crate) fn success(action: Action, answer: &Value) -> Result<(), ApiError> {
    match super::json::truth(answer, "success") {
        Some(true) => Ok(()),
        Some(false) => Err(ApiError::declined(action, "the answer says that it was not done")),
        None => Err(ApiError::unclear(action, "the answer does not say that it was done")),
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api").field("version", &self.version).field("transport", &self.transport).finish()
    }
}
