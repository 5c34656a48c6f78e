//! How far an order is.

use super::kinds::parameter;
use super::members::Members;
use crate::definition::value;
use crate::writer::ValueWriter;

/// How far an order is that was sent with [`OrderDetails`](crate::OrderDetails)
/// (`payments/payments-in/orderstatustemplate`, May 2026).
///
/// # Example
///
/// ```
/// use wa_template::{OrderState, OrderStatus};
///
/// let shipped = OrderStatus::new("order-7", OrderState::Shipped).description("Left our warehouse this morning");
/// # let _ = shipped;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct OrderStatus {
    reference_id: String,
    state: OrderState,
    description: Option<String>,
}

/// A state of an order. The platform refuses some changes by webhook: code 2046 for one that cannot follow, 2047 for
/// cancelling what is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OrderState {
    /// Not paid yet.
    Pending,
    /// Paid, and being fulfilled.
    Processing,
    /// A part of it has been shipped.
    PartiallyShipped,
    /// All of it has been shipped.
    Shipped,
    /// Nothing more is to be expected.
    Completed,
    /// Called off; impossible once it is paid.
    Canceled,
}

impl OrderStatus {
    /// The state of the order with this reference id.
    pub fn new(reference_id: impl Into<String>, state: OrderState) -> Self {
        Self { reference_id: reference_id.into(), state, description: None }
    }

    /// What the customer reads about it.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    pub(super) fn write(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        writer.problem(value::order_reference(&self.reference_id, &place));
        let mut members = Members::new(writer);
        members.text("reference_id", &self.reference_id);
        members.object("order", |members| {
            members.text("status", self.state.as_str());
            members.optional_text("description", self.description.as_deref());
        });
    }
}

impl OrderState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Processing => "processing",
            // The platform's table prints a hyphen, its samples the underscore.
            Self::PartiallyShipped => "partially_shipped",
            Self::Shipped => "shipped",
            Self::Completed => "completed",
            Self::Canceled => "canceled",
        }
    }
}

parameter! {
    /// A value that can be the status of an order: [`OrderStatus`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be the status of an order",
        label = "not an `OrderStatus`",
        note = "use `wa_template::OrderStatus`: `OrderStatus::new(reference_id, OrderState::Shipped)`"
    )]
    OrderStatusParameter, write_order_status, OrderStatus
}
