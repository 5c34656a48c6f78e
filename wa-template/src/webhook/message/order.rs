//! Orders from a catalogue.

use crate::webhook::json::{Json, Number, Object};
use crate::webhook::message::message;
use crate::webhook::redacted::Redacted;

message! {
    /// An order, from a catalogue or multi-product template for example (type `order`).
    ///
    /// Source: webhooks/reference/messages/order, Dec 2025.
    ///
    /// # Example
    ///
    /// ```
    /// use wa_template::webhook::{Event, Notification};
    ///
    /// let notification: Notification = r#"{ "messages": [{
    ///     "from": "16505551234", "id": "ABGGFlA5FpafAgo6tHcNmNjXmuSf", "type": "order",
    ///     "order": { "catalog_id": "7", "product_items": [
    ///         { "product_retailer_id": "fern", "quantity": 2, "item_price": 12.50, "currency": "USD" }
    ///     ] }
    /// }] }"#.parse()?;
    ///
    /// let order = notification.events().find_map(Event::as_order).expect("there is an order");
    /// let fern = order.products().first().expect("one product is ordered");
    /// assert_eq!(fern.product_retailer_id(), Some("fern"));
    /// assert_eq!(fern.quantity(), Some(2));
    /// assert_eq!(fern.item_price(), Some("12.50"));
    /// assert_eq!(fern.item_price_in_units_of(2), Some(1_250));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct OrderMessage(Order);
}

#[derive(Clone, Debug, PartialEq)]
struct Order {
    catalog_id: Option<Redacted<Box<str>>>,
    text: Option<Redacted<Box<str>>>,
    products: Vec<OrderedProduct>,
}

/// One product of an order (`product_items`).
#[derive(Clone, Debug, PartialEq)]
pub struct OrderedProduct {
    product_retailer_id: Option<Redacted<Box<str>>>,
    quantity: Option<Number>,
    item_price: Option<Number>,
    currency: Option<Redacted<Box<str>>>,
}

impl OrderMessage {
    /// The catalogue that was ordered from (`catalog_id`).
    #[must_use]
    pub fn catalog_id(&self) -> Option<&str> {
        self.content.catalog_id.as_deref()
    }

    /// What the customer wrote along (`text`); often empty.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.content.text.as_deref()
    }

    /// What was ordered, in the customer's order.
    #[must_use]
    pub fn products(&self) -> &[OrderedProduct] {
        &self.content.products
    }
}

impl OrderedProduct {
    /// The business's own id of the product (`product_retailer_id`).
    #[must_use]
    pub fn product_retailer_id(&self) -> Option<&str> {
        self.product_retailer_id.as_deref()
    }

    /// How many pieces (`quantity`).
    #[must_use]
    pub fn quantity(&self) -> Option<u64> {
        self.quantity.as_ref()?.scaled(0)?.try_into().ok()
    }

    /// The price of one piece in units of the currency (`item_price`), in the digits that came, such as `12.5`.
    #[must_use]
    pub fn item_price(&self) -> Option<&str> {
        self.item_price.as_ref().map(Number::as_str)
    }

    /// The price of one piece as a whole number of the unit that is 10<sup>-`decimals`</sup> of the currency: with 2,
    /// `12.5` dollars are 1,250 cents.
    ///
    /// `None` if it is no whole number of these units, or beyond what `i64` holds. Nothing is rounded.
    #[must_use]
    pub fn item_price_in_units_of(&self, decimals: u8) -> Option<i64> {
        self.item_price.as_ref()?.scaled(decimals)
    }

    /// The currency in three letters (`currency`), such as `USD`.
    #[must_use]
    pub fn currency(&self) -> Option<&str> {
        self.currency.as_deref()
    }
}

impl Order {
    fn read(message: &Object<'_>) -> Option<Self> {
        let order = message.object("order")?;
        let products = order.items("product_items").filter_map(Json::object);
        Some(Self {
            catalog_id: order.private_id("catalog_id"),
            text: order.private("text"),
            products: products.map(|product| OrderedProduct::read(&product)).collect(),
        })
    }
}

impl OrderedProduct {
    fn read(product: &Object<'_>) -> Self {
        Self {
            product_retailer_id: product.private_id("product_retailer_id"),
            quantity: product.exact_number("quantity"),
            item_price: product.exact_number("item_price"),
            currency: product.private_id("currency"),
        }
    }
}
