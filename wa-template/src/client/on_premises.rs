//! Sending through the On-Premises API.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::answer::Answer;
use super::clock::Clock;
use super::error::SendError;
use super::pace::{Letter, Pace};
use super::rate::RateLimit;
use super::receipt::Receipt;
use super::retry::RetryPolicy;
use super::send_all::{SendAll, SendOne};
use super::transport::Transport;
use crate::OnPremisesMessage;

/// Sends messages through an On-Premises API client that the business hosts itself.
///
/// Meta took no new sign-ups after 15 May 2024 and has ended the service since
/// (docs/whatsapp/on-premises, archived); some partners still expose the same interface.
///
/// Cloning is cheap, and clones share their connections. Making one cannot fail; an unusable setting is reported by
/// the first send.
///
/// ```no_run
/// use wa_template::OnPremisesMessage;
/// use wa_template::client::OnPremisesApi;
///
/// # async fn example(message: OnPremisesMessage, token: String) -> Result<(), Box<dyn std::error::Error>> {
/// let api = OnPremisesApi::new("https://whatsapp.example.com", token);
/// let receipt = api.send(&message).await?;
/// println!("accepted as {:?}", receipt.message_id());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct OnPremisesApi {
    transport: Transport,
    pace: Pace,
}

impl OnPremisesApi {
    /// Talks to the server at this address with this token, which a login gave out and which lives about a week.
    ///
    /// A path in the address stays in front of `/v1/messages`. An `https://` address needs the crate feature
    /// `rustls`, and a certificate that the operating system trusts.
    #[must_use]
    pub fn new(base_url: impl Into<String>, token: impl Into<String>) -> Self {
        Self { transport: Transport::new(base_url, token), pace: Pace::default() }
    }

    /// Limits the time of a whole exchange, from connecting to the end of the answer; 30 seconds at first.
    ///
    /// When it ends, the message may have been accepted: a limit that is too short makes messages of unknown fate.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { transport: self.transport.with(|settings| settings.timeout = timeout), ..self }
    }

    /// Limits the time of connecting, with name resolution and TLS; 10 seconds at first.
    ///
    /// When it ends, the message was not sent. It never exceeds nine tenths of [`timeout`](Self::timeout).
    #[must_use]
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self { transport: self.transport.with(|settings| settings.connect_timeout = connect_timeout), ..self }
    }

    /// Repeats what is certainly nowhere, as [`CloudApi::retry`](super::CloudApi::retry) does.
    #[must_use]
    pub fn retry(self, policy: RetryPolicy) -> Self {
        Self { pace: self.pace.with_retry(policy), ..self }
    }

    /// Sends no faster than this, as [`CloudApi::rate`](super::CloudApi::rate) does. The On-Premises API is said to
    /// have taken about 50 requests a second, and is not documented to have had a limit of each recipient:
    ///
    /// ```
    /// use wa_template::client::{OnPremisesApi, RateLimit};
    ///
    /// let limit = RateLimit::per_second(50).without_recipient_limit();
    /// let api = OnPremisesApi::new("https://whatsapp.example.com", "token").rate(limit);
    /// # let _ = api;
    /// ```
    #[must_use]
    pub fn rate(self, limit: RateLimit) -> Self {
        Self { pace: self.pace.with_rate(limit), ..self }
    }

    /// Waits by another clock: for tests of code that sends.
    #[must_use]
    pub fn clock(self, clock: impl Clock) -> Self {
        Self { pace: self.pace.with_clock(clock), ..self }
    }

    /// Sends a message: one request, unless [`retry`](Self::retry) was set.
    ///
    /// Dropping the future before it is ready leaves open whether the message was sent.
    ///
    /// # Errors
    ///
    /// [`SendError`] says whether the message was rejected, was not sent, or may have been accepted. It is *not
    /// sent* too if a setting is unusable, or if there is no Tokio runtime.
    pub async fn send(&self, message: &OnPremisesMessage) -> Result<Receipt, SendError> {
        self.dispatch(message, std::future::ready(Ok(()))).await
    }

    /// Sends many messages, some at a time, as [`CloudApi::send_all`](super::CloudApi::send_all) does.
    pub fn send_all<S, K>(&self, messages: S) -> SendAll<S, K, OnPremisesMessage>
    where
        S: Stream<Item = (K, OnPremisesMessage)>,
    {
        let api = self.clone();
        let send: SendOne<OnPremisesMessage> = Arc::new(move |message, begin| {
            let api = api.clone();
            Box::pin(async move { api.dispatch(&message, begin).await })
        });
        SendAll::new(messages, send)
    }

    /// Sends; `begin` runs before anything leaves this machine, and its error stops the send.
    async fn dispatch(
        &self,
        message: &OnPremisesMessage,
        begin: impl Future<Output = Result<(), SendError>>,
    ) -> Result<Receipt, SendError> {
        let body = Bytes::from_owner(message.clone());
        self.pace.send(&Letter::of_on_premises(message), begin, || self.post(body.clone())).await
    }

    async fn post(&self, body: Bytes) -> Result<Receipt, SendError> {
        self.transport.post(&["v1", "messages"], body).await.and_then(Answer::judge)
    }
}
