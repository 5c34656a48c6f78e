//! The clients as services, so that layers of one's own apply to sends.

use std::pin::Pin;
use std::task::{Context, Poll};

use tower_service::Service;

use super::cloud::CloudApi;
use super::error::SendError;
use super::on_premises::OnPremisesApi;
use super::receipt::Receipt;
use crate::{Message, OnPremisesMessage};

/// A send on its way.
type Sending = Pin<Box<dyn Future<Output = Result<Receipt, SendError>> + Send>>;

/// Sends as [`CloudApi::send`] does; needs the feature `tower`.
///
/// It is always ready: waiting for a turn of the [`rate`](CloudApi::rate) is part of the send.
///
/// A layer that repeats requests must ask [`SendError::is_unknown`] first: what is unknown may have been accepted, and
/// repeating it may deliver it twice. A layer that ends a send early, after some time for example, leaves the message
/// of unknown fate.
///
/// ```
/// use tower::{Service, ServiceBuilder};
/// use wa_template::client::CloudApi;
///
/// let api = CloudApi::new("106540352242922", "token");
/// let service = ServiceBuilder::new().concurrency_limit(16).service(api);
/// # fn takes(_: impl Service<wa_template::Message>) {}
/// # takes(service);
/// ```
impl Service<Message> for CloudApi {
    type Response = Receipt;
    type Error = SendError;
    type Future = Sending;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, message: Message) -> Sending {
        let api = self.clone();
        Box::pin(async move { api.send(&message).await })
    }
}

/// Sends as [`OnPremisesApi::send`] does; needs the feature `tower`. What is said at [`CloudApi`] holds here too.
impl Service<OnPremisesMessage> for OnPremisesApi {
    type Response = Receipt;
    type Error = SendError;
    type Future = Sending;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, message: OnPremisesMessage) -> Sending {
        let api = self.clone();
        Box::pin(async move { api.send(&message).await })
    }
}
