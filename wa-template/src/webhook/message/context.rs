//! What a message refers to.

use crate::webhook::json::{Json, Object};
use crate::webhook::redacted::{MessageId, Redacted};

/// What a message refers to (`context`); every part may be missing.
///
/// Source: webhooks/reference/messages/text, Dec 2025.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    message_id: Option<MessageId>,
    from: Option<Redacted<Box<str>>>,
    is_forwarded: bool,
    is_frequently_forwarded: bool,
    referred_product: Option<ReferredProduct>,
    mentions: Vec<Redacted<Box<str>>>,
}

/// A product that a customer asks about (`context.referred_product`).
#[derive(Clone, Debug, PartialEq)]
pub struct ReferredProduct {
    catalog_id: Option<Redacted<Box<str>>>,
    product_retailer_id: Option<Redacted<Box<str>>>,
}

impl Context {
    /// The id of the message that is answered (`id`).
    #[must_use]
    pub fn message_id(&self) -> Option<&str> {
        self.message_id.as_deref()
    }

    /// Who sent the message that is answered (`from`): in most cases the business phone number, in digits.
    #[must_use]
    pub fn from(&self) -> Option<&str> {
        self.from.as_deref()
    }

    /// Whether the message was forwarded (`forwarded`, or `frequently_forwarded` for more than five times).
    #[must_use]
    pub fn is_forwarded(&self) -> bool {
        self.is_forwarded || self.is_frequently_forwarded
    }

    /// Whether the message was forwarded more than five times (`frequently_forwarded`).
    #[must_use]
    pub fn is_frequently_forwarded(&self) -> bool {
        self.is_frequently_forwarded
    }

    /// The product that the customer asks about (`referred_product`).
    #[must_use]
    pub fn referred_product(&self) -> Option<&ReferredProduct> {
        self.referred_product.as_ref()
    }

    /// The phone numbers that are mentioned in the text (`mentions`); On-Premises only.
    pub fn mentions(&self) -> impl Iterator<Item = &str> {
        self.mentions.iter().map(|number| &**number)
    }

    pub(super) fn read(context: &Object<'_>) -> Self {
        Self {
            message_id: context.message_id("id"),
            from: context.private_id("from"),
            is_forwarded: context.truth("forwarded").unwrap_or_default(),
            is_frequently_forwarded: context.truth("frequently_forwarded").unwrap_or_default(),
            referred_product: context.object("referred_product").map(|product| ReferredProduct {
                catalog_id: product.private_id("catalog_id"),
                product_retailer_id: product.private_id("product_retailer_id"),
            }),
            mentions: context.items("mentions").filter_map(Json::id).map(Redacted::new).collect(),
        }
    }
}

impl ReferredProduct {
    /// The catalogue (`catalog_id`).
    #[must_use]
    pub fn catalog_id(&self) -> Option<&str> {
        self.catalog_id.as_deref()
    }

    /// The business's own id of the product (`product_retailer_id`).
    #[must_use]
    pub fn product_retailer_id(&self) -> Option<&str> {
        self.product_retailer_id.as_deref()
    }
}
