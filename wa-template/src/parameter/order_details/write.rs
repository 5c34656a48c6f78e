//! From an order to JSON, and what is wrong with it.

use super::super::members::{Members, object};
use super::{Amount, OrderDetails, OrderItem, OrderKind};
use crate::definition::Violation;
use crate::definition::value::{self, OrderAmounts};
use crate::writer::ValueWriter;

/// What is computed of an order.
#[derive(Clone, Copy, Default)]
struct Sums {
    subtotal: i64,
    total: i64,
}

impl OrderDetails {
    pub(in super::super) fn write(&self, writer: &mut ValueWriter<'_>) {
        self.check(writer);
        // Nothing is sent that has a problem: what stands for a sum that cannot be computed does not matter.
        let sums = self.sums(writer).unwrap_or_default();
        let mut members = Members::new(writer);
        members.text("reference_id", &self.reference_id);
        members.text("type", self.kind.as_str());
        members.optional_text("payment_type", self.payment_type.as_deref());
        members.optional_text("payment_configuration", self.payment_configuration.as_deref());
        if !self.payment_settings.is_empty() {
            members.list("payment_settings", &self.payment_settings, |writer, setting| setting.write(writer));
        }
        members.text("currency", &self.currency);
        members.object("total_amount", |members| Amount::hundredths(sums.total).write(members));
        members.object("order", |members| self.write_order(members, sums));
        if let Some(shipping_info) = &self.shipping_info {
            members.object("shipping_info", |members| shipping_info.write(members));
        }
    }

    fn write_order(&self, members: &mut Members<'_, '_>, sums: Sums) {
        // The only status that an order can begin with.
        members.text("status", "pending");
        members.list("items", &self.items, |writer, item| object(writer, |members| item.write(members)));
        members.object("subtotal", |members| Amount::hundredths(sums.subtotal).write(members));
        // Required, also when there is none.
        members.object("tax", |members| self.tax.write(members));
        if let Some(shipping) = &self.shipping {
            members.object("shipping", |members| shipping.write(members));
        }
        if let Some(discount) = &self.discount {
            members.object("discount", |members| discount.write(members));
        }
        members.optional_text("catalog_id", self.catalog_id.as_deref());
        if let Some(expiration) = &self.expiration {
            members.object("expiration", |members| expiration.write(members));
        }
    }

    fn check(&self, writer: &mut ValueWriter<'_>) {
        let place = writer.place();
        let with_image = self.items.iter().filter(|item| item.has_image()).count();
        writer.problem(value::order_reference(&self.reference_id, &place));
        writer.problem(value::currency(&self.currency, &place));
        writer.problem(value::order_items(self.items.len(), with_image, &place));
        self.payment_settings.iter().for_each(|setting| setting.check(writer));
        self.items.iter().enumerate().for_each(|(index, item)| item.check(index, writer));
        self.tax.check("tax", writer);
        if let Some(shipping) = &self.shipping {
            shipping.check("shipping", writer);
        }
        if let Some(discount) = &self.discount {
            discount.check(writer);
        }
        if let Some(expiration) = &self.expiration {
            expiration.check(writer);
        }
    }

    /// Subtotal and total, unless an amount cannot be sent: one cause, one problem.
    fn sums(&self, writer: &mut ValueWriter<'_>) -> Option<Sums> {
        if self.has_negative_amount(writer) {
            return None;
        }
        let place = writer.place();
        let subtotal = if let Some(subtotal) = self.subtotal {
            subtotal.as_hundredths()
        } else {
            let items = self.items.iter().map(OrderItem::price_and_quantity);
            or_problem(writer, value::order_subtotal(items, &place))?
        };
        let amounts = OrderAmounts {
            subtotal,
            tax: self.tax.amount.as_hundredths(),
            shipping: self.shipping.as_ref().map_or(0, |shipping| shipping.amount.as_hundredths()),
            discount: self.discount.as_ref().map_or(0, |discount| discount.amount.as_hundredths()),
        };
        let total = or_problem(writer, value::order_total(amounts, &place))?;
        Some(Sums { subtotal, total })
    }

    fn has_negative_amount(&self, writer: &mut ValueWriter<'_>) -> bool {
        let place = writer.place();
        let mut found = false;
        let mut tell = |violation: Option<Violation>| {
            found |= violation.is_some();
            writer.problem(violation);
        };
        for (index, item) in self.items.iter().enumerate() {
            for (key, amount) in item.amounts() {
                let key = format_args!("order.items[{index}].{key}");
                tell(value::order_amount(key, amount.as_hundredths(), &place));
            }
        }
        let amounts = [
            ("order.subtotal", self.subtotal),
            ("order.tax", Some(self.tax.amount)),
            ("order.shipping", self.shipping.as_ref().map(|shipping| shipping.amount)),
            ("order.discount", self.discount.as_ref().map(|discount| discount.amount)),
        ];
        for (key, amount) in amounts {
            tell(amount.and_then(|amount| value::order_amount(key, amount.as_hundredths(), &place)));
        }
        found
    }
}

fn or_problem(writer: &mut ValueWriter<'_>, sum: Result<i64, Violation>) -> Option<i64> {
    match sum {
        Ok(sum) => Some(sum),
        Err(violation) => {
            writer.problem(Some(violation));
            None
        }
    }
}

impl OrderKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::DigitalGoods => "digital-goods",
            Self::PhysicalGoods => "physical-goods",
        }
    }
}
