//! What an answer says about the message.

use super::error::SendError;
use super::graph_error::GraphError;
use super::json;
use super::receipt::Receipt;
use super::secret::Secret;
use super::usage::Waits;

/// So many bytes of an answer are read: real ones have a few hundred, and a proxy's page can have any number.
const LIMIT: usize = 64 * 1024;

/// An answer as far as it arrived.
pub(crate) struct Answer {
    status: u16,
    body: Vec<u8>,
    waits: Waits,
    /// What ended the answer before its end.
    broken: Option<reqwest::Error>,
}

impl Answer {
    /// Reads an answer; that it breaks off is part of the answer, since its status may be all that matters.
    pub(crate) async fn read(mut response: reqwest::Response, token: &Secret) -> Self {
        let status = response.status().as_u16();
        let waits = Waits::read(response.headers());
        let mut body = Vec::new();
        let broken = loop {
            match response.chunk().await {
                Ok(Some(mut chunk)) => {
                    chunk.truncate(LIMIT - body.len());
                    body.extend_from_slice(&chunk);
                    if body.len() == LIMIT {
                        break None;
                    }
                }
                Ok(None) => break None,
                Err(error) => break Some(error),
            }
        };
        Self { status, body: token.scrub(body), waits, broken }
    }

    /// Decides what happened to the message. This is the one place where that is decided.
    pub(crate) fn judge(self) -> Result<Receipt, SendError> {
        // A receipt counts even if the connection broke behind it.
        if let 200..=299 = self.status
            && let Some(receipt) = Receipt::read(&self.body)
        {
            return Ok(receipt);
        }
        let json = json::tree(&self.body);
        let graph_error = json.and_then(|json| GraphError::from_json(self.status, &json));
        let error = match (self.status, &graph_error) {
            // Whoever answers 4xx has refused the request, a proxy as well.
            (400..=499, _) => SendError::rejected(),
            // Other statuses alone prove nothing, but a code that is a known refusal does.
            (_, Some(error)) if error.is_known_refusal() => SendError::rejected(),
            _ => SendError::unknown(self.doubt(graph_error.as_ref())),
        };
        let error = match self.broken {
            Some(broken) => error.with_http_error(broken),
            None => error,
        };
        Err(error.with_answer(self.status, graph_error, self.body).with_waits(self.waits))
    }

    /// Why the answer settles nothing.
    fn doubt(&self, graph_error: Option<&GraphError>) -> &'static str {
        match (&self.broken, self.status) {
            (Some(broken), _) if broken.is_timeout() => "the answer was not complete within the time limit",
            (Some(_), _) => "the connection broke before the answer was complete",
            _ if graph_error.is_some() => "the answer reports an error that is not listed as a refusal",
            (None, 200..=299) => "the answer names no message id",
            (None, 300..=399) => "the answer is a redirect, which is not followed",
            (None, _) => "the answer holds no error of the platform",
        }
    }
}
