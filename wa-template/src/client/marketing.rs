//! What the endpoint for marketing messages takes beside the message.

use bytes::Bytes;

use crate::Message;

/// What [`CloudApi::send_marketing`](super::CloudApi::send_marketing) says beside the message
/// (marketing-messages/send-marketing-messages, November 2025). Nothing of it need be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct MarketingOptions {
    product_policy: Option<ProductPolicy>,
    message_activity_sharing: Option<bool>,
}

/// What happens where the optimised delivery of marketing messages is not available.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProductPolicy {
    /// The message goes through the Cloud API instead; the platform's default.
    CloudApiFallback,
    /// The message is refused.
    Strict,
}

impl MarketingOptions {
    /// The platform's defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what happens where optimised delivery is not available.
    pub fn product_policy(self, policy: ProductPolicy) -> Self {
        Self { product_policy: Some(policy), ..self }
    }

    /// Says whether what customers do with this message is shared with Meta, against the setting of the account.
    pub fn message_activity_sharing(self, share: bool) -> Self {
        Self { message_activity_sharing: Some(share), ..self }
    }

    /// The request body: that of the message, with the options as further keys at its end.
    pub(super) fn body(self, message: &Message) -> Bytes {
        let inside = message.json().strip_suffix('}').filter(|_| self != Self::default());
        // A message that came out of a queue could hold anything: what is no object is sent as it is, and refused.
        let Some(inside) = inside else { return Bytes::from_owner(message.clone()) };
        let policy = self.product_policy.map(|policy| match policy {
            ProductPolicy::CloudApiFallback => ",\"product_policy\":\"CLOUD_API_FALLBACK\"",
            ProductPolicy::Strict => ",\"product_policy\":\"STRICT\"",
        });
        let sharing = self.message_activity_sharing.map(|share| {
            if share { ",\"message_activity_sharing\":true" } else { ",\"message_activity_sharing\":false" }
        });
        [inside, policy.unwrap_or_default(), sharing.unwrap_or_default(), "}"].concat().into()
    }
}

#[cfg(test)]
mod tests {
    use super::{MarketingOptions, ProductPolicy};

    #[track_caller]
    fn check(options: MarketingOptions, json: &str) {
        let message = r#"{"version":1,"template":"sale","language":"en","json":"{\"to\":\"x\"}"}"#;
        let message: crate::Message = serde_json::from_str(message).unwrap();
        assert_eq!(options.body(&message), json.as_bytes());
    }

    #[test]
    fn options_are_further_keys() {
        check(MarketingOptions::new(), r#"{"to":"x"}"#);
        check(
            MarketingOptions::new().product_policy(ProductPolicy::Strict).message_activity_sharing(false),
            r#"{"to":"x","product_policy":"STRICT","message_activity_sharing":false}"#,
        );
        check(
            MarketingOptions::new().product_policy(ProductPolicy::CloudApiFallback),
            r#"{"to":"x","product_policy":"CLOUD_API_FALLBACK"}"#,
        );
    }
}
