//! What an answer to such a request says.

use serde_json::Value;

use super::error::{Action, ApiError};
use crate::client::graph_error::GraphError;
use crate::client::json;
use crate::client::secret::Secret;
use crate::client::usage::Waits;

/// So many bytes of an answer are read: a page of templates has some hundred thousand, a proxy's page any number.
const LIMIT: usize = 16 * 1024 * 1024;

/// An answer as far as it arrived.
pub(super) struct ApiAnswer {
    status: u16,
    body: Vec<u8>,
    waits: Waits,
    /// What ended the answer before its end.
    broken: Option<reqwest::Error>,
    too_long: bool,
}

impl ApiAnswer {
    pub(super) async fn read(mut response: reqwest::Response, token: Option<&Secret>) -> Self {
        let status = response.status().as_u16();
        let waits = Waits::read(response.headers());
        let (mut body, mut broken, mut too_long) = (Vec::new(), None, false);
        loop {
            match response.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() <= LIMIT => body.extend_from_slice(&chunk),
                Ok(Some(_)) => {
                    too_long = true;
                    break;
                }
                Ok(None) => break,
                Err(error) => {
                    broken = Some(error);
                    break;
                }
            }
        }
        let body = match token {
            Some(token) => token.scrub(body),
            None => body,
        };
        Self { status, body, waits, broken, too_long }
    }

    /// The answer to a request that was carried out.
    pub(super) fn json(self, action: Action) -> Result<Value, ApiError> {
        let json = json::tree(&self.body);
        match (self.status, json) {
            // Some endpoints report an error with status 200.
            (200..=299, Some(json)) if GraphError::from_json(self.status, &json).is_none() => Ok(json),
            _ => Err(self.refusal(action)),
        }
    }

    /// Why an answer is none. This is the one place where that is decided.
    pub(super) fn refusal(self, action: Action) -> ApiError {
        let json = json::tree(&self.body);
        let graph_error = json.as_ref().and_then(|json| GraphError::from_json(self.status, json));
        let error = match (self.status, &graph_error) {
            // Whoever answers 4xx has refused the request, a proxy as well.
            (400..=499, _) => ApiError::rejected(action),
            (_, Some(error)) if error.is_known_refusal() => ApiError::rejected(action),
            _ => ApiError::unclear(action, self.doubt(json.is_some())),
        };
        let error = match self.broken {
            Some(broken) => error.with_http_error(broken),
            None => error,
        };
        error.with_answer(self.status, graph_error, self.body).with_waits(self.waits)
    }

    fn doubt(&self, is_json: bool) -> &'static str {
        match (&self.broken, self.status) {
            (Some(broken), _) if broken.is_timeout() => "the answer was not complete within the time limit",
            (Some(_), _) => "the connection broke before the answer was complete",
            _ if self.too_long => "the answer has more than 16 MiB",
            (None, 200..=299) if !is_json => "the answer is not JSON",
            (None, 300..=399) => "the answer is a redirect, which is not followed",
            (None, _) if is_json => "the answer reports an error that is not listed as a refusal",
            (None, _) => "the answer holds no error of the platform",
        }
    }
}
