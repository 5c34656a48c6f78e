//! Orders that the customer reviews and pays.

mod amount;
mod expiration;
mod item;
mod setting;
mod shipping;
mod texts;
mod write;

pub use amount::{Amount, OrderCharge, OrderDiscount};
pub use expiration::OrderExpiration;
pub use item::{ImporterAddress, OrderItem};
pub use setting::{PaymentGateway, PaymentSetting, PixKey};
pub use shipping::{ShippingAddress, ShippingInfo};

use super::kinds::parameter;

/// An order that the customer reviews and pays, behind an order-details button
/// (`payments/payments-in/orderdetailstemplate`, October 2025; `payments/payments-br/orderdetailstemplate`, June 2026).
///
/// The total is computed: subtotal plus tax plus shipping less discount.
///
/// # Example
///
/// ```
/// use wa_template::{Amount, OrderDetails, OrderItem, OrderKind, PaymentGateway, PaymentSetting};
///
/// let aloe = OrderItem::new("Blue Elf Aloe", Amount::hundredths(200_000), 1).sale_amount(Amount::hundredths(150_000));
/// let order = OrderDetails::new("order-7", OrderKind::PhysicalGoods, "INR")
///     .payment_setting(PaymentSetting::payment_gateway(PaymentGateway::Razorpay, "prod-razor-pay-config-05"))
///     .item(aloe)
///     .tax(Amount::hundredths(10_000))
///     .shipping(Amount::hundredths(20_000));
/// # let _ = order;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct OrderDetails {
    reference_id: String,
    kind: OrderKind,
    currency: String,
    payment_type: Option<String>,
    payment_configuration: Option<String>,
    payment_settings: Vec<PaymentSetting>,
    items: Vec<OrderItem>,
    subtotal: Option<Amount>,
    tax: OrderCharge,
    shipping: Option<OrderCharge>,
    discount: Option<OrderDiscount>,
    catalog_id: Option<String>,
    expiration: Option<OrderExpiration>,
    shipping_info: Option<ShippingInfo>,
}

/// What an order consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderKind {
    /// Nothing that is shipped.
    DigitalGoods,
    /// Things that are shipped.
    PhysicalGoods,
}

impl OrderDetails {
    /// An order without items so far: its reference id, unique for the business, of 1 to 35 English letters, digits,
    /// `_`, `-` and `.`; what it consists of; and the ISO 4217 code of its currency (`INR`, `BRL`).
    pub fn new(reference_id: impl Into<String>, kind: OrderKind, currency: impl Into<String>) -> Self {
        Self {
            reference_id: reference_id.into(),
            kind,
            currency: currency.into(),
            payment_type: None,
            payment_configuration: None,
            payment_settings: Vec::new(),
            items: Vec::new(),
            subtotal: None,
            tax: OrderCharge::default(),
            shipping: None,
            discount: None,
            catalog_id: None,
            expiration: None,
            shipping_info: None,
        }
    }

    /// `upi` for a UPI intent in India, `br` in Brazil.
    pub fn payment_type(mut self, payment_type: impl Into<String>) -> Self {
        self.payment_type = Some(payment_type.into());
        self
    }

    /// India: the name of the payment configuration for UPI.
    pub fn payment_configuration(mut self, configuration: impl Into<String>) -> Self {
        self.payment_configuration = Some(configuration.into());
        self
    }

    /// Adds a way to pay.
    pub fn payment_setting(mut self, setting: PaymentSetting) -> Self {
        self.payment_settings.push(setting);
        self
    }

    /// Adds an item. There must be at least one.
    pub fn item(mut self, item: OrderItem) -> Self {
        self.items.push(item);
        self
    }

    /// What the items cost together, if it is not the sum of their prices.
    pub fn subtotal(mut self, subtotal: Amount) -> Self {
        self.subtotal = Some(subtotal);
        self
    }

    /// The tax: an [`Amount`], or an [`OrderCharge`] with a description. Zero when it is not given.
    pub fn tax(mut self, tax: impl Into<OrderCharge>) -> Self {
        self.tax = tax.into();
        self
    }

    /// The cost of shipping: an [`Amount`], or an [`OrderCharge`] with a description.
    pub fn shipping(mut self, shipping: impl Into<OrderCharge>) -> Self {
        self.shipping = Some(shipping.into());
        self
    }

    /// What is taken off: an [`Amount`], or an [`OrderDiscount`] with a description.
    pub fn discount(mut self, discount: impl Into<OrderDiscount>) -> Self {
        self.discount = Some(discount.into());
        self
    }

    /// The catalogue to which the items belong.
    pub fn catalog_id(mut self, catalog_id: impl Into<String>) -> Self {
        self.catalog_id = Some(catalog_id.into());
        self
    }

    /// Until when it can be paid.
    pub fn expiration(mut self, expiration: OrderExpiration) -> Self {
        self.expiration = Some(expiration);
        self
    }

    /// Where it may be delivered; for checkout buttons only.
    pub fn shipping_info(mut self, shipping_info: ShippingInfo) -> Self {
        self.shipping_info = Some(shipping_info);
        self
    }
}

parameter! {
    /// A value that can be the order behind an order-details button: [`OrderDetails`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the order behind a button",
        label = "not an `OrderDetails`",
        note = "use `wa_template::OrderDetails`: `OrderDetails::new(reference_id, kind, \"INR\").item(…)`"
    )]
    OrderDetailsParameter, write_order_details, OrderDetails
}
