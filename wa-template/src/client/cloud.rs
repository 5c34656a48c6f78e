//! Sending through the Cloud API.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

use super::answer::Answer;
use super::clock::Clock;
use super::error::SendError;
use super::marketing::MarketingOptions;
use super::pace::{Letter, Pace};
use super::path::segment;
use super::rate::RateLimit;
use super::receipt::Receipt;
use super::retry::RetryPolicy;
use super::send_all::{SendAll, SendOne};
use super::transport::Transport;
use crate::Message;

/// Meta's own server.
pub(super) const BASE_URL: &str = "https://graph.facebook.com";

/// Released on 18 Feb 2026 and served until 29 Jul 2028 (docs/graph-api/changelog, Sep 2026).
pub(super) const VERSION: &str = "v25.0";

const ODD_PHONE_NUMBER_ID: &str = "the phone number id must consist of letters, digits, `-`, `_` and `.`; \
    it is the id that Meta gave to the number, not the number itself";
const ODD_VERSION: &str = "the version of the Graph API must look like `v25.0`";

/// Sends messages from one business phone number through the Cloud API.
///
/// Cloning is cheap, and clones share their connections: make one at the start and clone it wherever it is needed.
/// Making one cannot fail; an unusable setting is reported by the first send.
///
/// ```no_run
/// use std::time::Duration;
///
/// use wa_template::Message;
/// use wa_template::client::CloudApi;
///
/// # async fn example(message: Message, access_token: String) -> Result<(), Box<dyn std::error::Error>> {
/// let api = CloudApi::new("106540352242922", access_token).timeout(Duration::from_secs(15));
/// let receipt = api.send(&message).await?;
/// println!("accepted as {:?}", receipt.message_id());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct CloudApi {
    transport: Transport,
    pace: Pace,
    version: Arc<str>,
    phone_number_id: Arc<str>,
}

impl CloudApi {
    /// Sends from the phone number with this id, in the name of this token.
    ///
    /// The id is the decimal one that Meta gave to the number, `106540352242922` for example, not the number
    /// itself. The token is that of a system user with the permission `whatsapp_business_messaging`, or for trying
    /// out the one of the app dashboard, which lives 24 hours (messages/send-messages, Sep 2026).
    #[must_use]
    pub fn new(phone_number_id: impl Into<String>, access_token: impl Into<String>) -> Self {
        Self {
            transport: Transport::new(BASE_URL, access_token),
            pace: Pace::default(),
            version: VERSION.into(),
            phone_number_id: phone_number_id.into().into(),
        }
    }

    /// Talks to another server than `https://graph.facebook.com`, an emulator for example.
    ///
    /// A path in it stays in front of the platform's paths. `https://` needs the crate feature `rustls` and goes
    /// through the proxy that the environment names, if any; `http://` sends the token in clear text.
    #[must_use]
    pub fn base_url(self, base_url: impl Into<String>) -> Self {
        Self { transport: self.transport.with(|settings| settings.base_url = base_url.into()), ..self }
    }

    /// Uses another version of the Graph API than `v25.0`.
    ///
    /// A version lives for about two years; the changelog tells which ones are served
    /// (docs/graph-api/changelog, Sep 2026).
    #[must_use]
    pub fn version(self, version: impl Into<String>) -> Self {
        Self { version: version.into().into(), ..self }
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

    /// Repeats what is certainly nowhere; [`RetryPolicy`] says what that is, when, and how often.
    ///
    /// Without it, one call is one request.
    ///
    /// ```
    /// use wa_template::client::{CloudApi, RetryPolicy};
    ///
    /// let api = CloudApi::new("106540352242922", "token").retry(RetryPolicy::new());
    /// # let _ = api;
    /// ```
    #[must_use]
    pub fn retry(self, policy: RetryPolicy) -> Self {
        Self { pace: self.pace.with_retry(policy), ..self }
    }

    /// Keeps the platform's limits, of the number and of each recipient; [`RateLimit`] says which.
    ///
    /// The limit is kept by this client and the clones that are made of it afterwards, together. Without it, nothing
    /// waits, and the platform refuses what is too fast.
    ///
    /// ```
    /// use wa_template::client::{CloudApi, RateLimit};
    ///
    /// let api = CloudApi::new("106540352242922", "token").rate(RateLimit::standard());
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
    pub async fn send(&self, message: &Message) -> Result<Receipt, SendError> {
        self.dispatch(message, None, std::future::ready(Ok(()))).await
    }

    /// Sends a marketing message through `/marketing_messages`: what only that endpoint carries (GIF headers, deep
    /// links, a lifetime of their own, creative optimisation), and marketing templates only.
    ///
    /// One request, unless [`retry`](Self::retry) was set. A fresh template, and one that was idle for a week, needs up
    /// to ten minutes before this endpoint knows it: code 134101 (marketing-messages/send-marketing-messages, November
    /// 2025).
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    ///
    /// ```no_run
    /// use wa_template::client::{CloudApi, MarketingOptions, ProductPolicy};
    ///
    /// # async fn example(api: CloudApi, message: wa_template::Message) -> Result<(), wa_template::SendError> {
    /// let options = MarketingOptions::new().product_policy(ProductPolicy::Strict);
    /// let receipt = api.send_marketing(&message, options).await?;
    /// # let _ = receipt;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn send_marketing(
        &self,
        message: &Message,
        options: MarketingOptions,
    ) -> Result<Receipt, SendError> {
        self.dispatch(message, Some(options), std::future::ready(Ok(()))).await
    }

    /// Sends many messages, some at a time, each with a key by which the caller knows it again.
    ///
    /// ```no_run
    /// # async fn example(api: wa_template::CloudApi, orders: Vec<(u64, wa_template::Message)>) {
    /// let mut sends = api.send_all(futures_util::stream::iter(orders));
    /// while let Some(finished) = sends.next().await {
    ///     println!("order {}: {:?}", finished.key, finished.result);
    /// }
    /// # }
    /// ```
    pub fn send_all<S, K>(&self, messages: S) -> SendAll<S, K, Message>
    where
        S: Stream<Item = (K, Message)>,
    {
        self.send_all_by(messages, None)
    }

    /// The same through `/marketing_messages`, as [`send_marketing`](Self::send_marketing) does.
    pub fn send_all_marketing<S, K>(&self, messages: S, options: MarketingOptions) -> SendAll<S, K, Message>
    where
        S: Stream<Item = (K, Message)>,
    {
        self.send_all_by(messages, Some(options))
    }

    fn send_all_by<S, K>(&self, messages: S, marketing: Option<MarketingOptions>) -> SendAll<S, K, Message> {
        let api = self.clone();
        let send: SendOne<Message> = Arc::new(move |message, begin| {
            let api = api.clone();
            Box::pin(async move { api.dispatch(&message, marketing, begin).await })
        });
        SendAll::new(messages, send)
    }

    /// Sends by the endpoint for marketing messages if there are options for it. `begin` runs before anything leaves
    /// this machine; its error stops the send.
    async fn dispatch(
        &self,
        message: &Message,
        marketing: Option<MarketingOptions>,
        begin: impl Future<Output = Result<(), SendError>>,
    ) -> Result<Receipt, SendError> {
        let (edge, body) = match marketing {
            None => ("messages", Bytes::from_owner(message.clone())),
            Some(options) => ("marketing_messages", options.body(message)),
        };
        self.pace.send(&Letter::of(message), begin, || self.post(edge, body.clone())).await
    }

    /// Posts to one of the phone number's edges.
    async fn post(&self, edge: &str, body: Bytes) -> Result<Receipt, SendError> {
        let version = segment(&self.version, ODD_VERSION)?;
        let phone_number_id = segment(&self.phone_number_id, ODD_PHONE_NUMBER_ID)?;
        self.transport.post(&[version, phone_number_id, edge], body).await.and_then(Answer::judge)
    }
}

impl fmt::Debug for CloudApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CloudApi")
            .field("version", &self.version)
            .field("phone_number_id", &self.phone_number_id)
            .field("transport", &self.transport)
            .field("pace", &self.pace)
            .finish()
    }
}
