//! What holds of every order.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::Value;

use super::{MEMBERS, written};
use crate::{
    Amount, OrderCharge, OrderDetails, OrderDetailsParameter, OrderDiscount, OrderExpiration, OrderItem,
    OrderKind, PaymentSetting, ShippingAddress, ShippingInfo,
};

/// Mostly what an order may cost, sometimes anything.
fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![8 => 0..1_000_000_i64, 1 => any::<i64>(), 1 => i64::MAX - 10..=i64::MAX]
        .prop_map(Amount::hundredths)
}

/// Mostly what a text of an order may be, sometimes anything.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-zA-Z0-9._-]{1,30}", 1 => "\\PC{0,130}", 1 => any::<String>()]
}

fn item() -> impl Strategy<Value = OrderItem> {
    (text(), amount(), prop_oneof![8 => 1..100_u32, 1 => any::<u32>()], of(amount()), of(text())).prop_map(
        |(name, amount, quantity, sale_amount, retailer_id)| {
            let mut item = OrderItem::new(name, amount, quantity);
            if let Some(sale_amount) = sale_amount {
                item = item.sale_amount(sale_amount);
            }
            match retailer_id {
                Some(id) => item.retailer_id(id),
                None => item,
            }
        },
    )
}

prop_compose! {
    fn order()(
        reference_id in text(),
        items in vec(item(), 0..5),
        subtotal in of(amount()),
        (tax, shipping, discount) in (amount(), of(amount()), of(amount())),
        (description, payment, timestamp) in (text(), text(), any::<u64>()),
    ) -> OrderDetails {
        let order = OrderDetails::new(reference_id, OrderKind::PhysicalGoods, "INR")
            .payment_setting(PaymentSetting::upi_intent_link(payment.clone()))
            .payment_configuration(payment)
            .tax(OrderCharge::new(tax).description(description.clone()))
            .expiration(OrderExpiration::timestamp(timestamp).description(description.clone()))
            .shipping_info(ShippingInfo::new("IN").address(ShippingAddress::new().name(description.clone())));
        let order = items.into_iter().fold(order, OrderDetails::item);
        let order = subtotal.into_iter().fold(order, OrderDetails::subtotal);
        let order = shipping.into_iter().fold(order, OrderDetails::shipping);
        discount.into_iter().fold(order, |order, discount| {
            order.discount(OrderDiscount::new(discount).program_name(description.clone()))
        })
    }
}

/// The value of an amount, zero where there is none.
fn at(json: &Value, path: &str) -> i128 {
    json.pointer(path).map_or(0, |amount| {
        assert_eq!(amount["offset"], 100);
        i128::from(amount["value"].as_i64().expect("a whole number"))
    })
}

proptest! {
    #[test]
    fn an_order_is_json_and_adds_up(order in order()) {
        let (json, invalid) = written(&MEMBERS, |writer| OrderDetailsParameter::fill_slot(&order, writer));
        let json: Value = serde_json::from_str(&json).expect("JSON");
        if invalid.problems().is_empty() {
            let total = at(&json, "/order/subtotal") + at(&json, "/order/tax") + at(&json, "/order/shipping")
                - at(&json, "/order/discount");
            prop_assert_eq!(at(&json, "/total_amount"), total);
            prop_assert!(total >= 0);
        }
    }

    #[test]
    fn the_subtotal_is_the_sum_of_the_items(items in vec(item(), 1..5)) {
        let order = OrderDetails::new("7", OrderKind::DigitalGoods, "INR");
        let order = items.into_iter().fold(order, OrderDetails::item);
        let (json, invalid) = written(&MEMBERS, |writer| OrderDetailsParameter::fill_slot(&order, writer));
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let items = json.pointer("/order/items").and_then(Value::as_array).expect("items");
        let sum: i128 = items.iter().map(|item| {
            let price = if item.get("sale_amount").is_some() { at(item, "/sale_amount") } else { at(item, "/amount") };
            price * i128::from(item["quantity"].as_u64().expect("a whole number"))
        }).sum();
        let summed = !invalid.problems().iter().any(|problem| problem.rule() == "value-order-total");
        let fits = i64::try_from(sum).is_ok();
        let negative = items.iter().any(|item| at(item, "/amount") < 0 || at(item, "/sale_amount") < 0);
        prop_assert_eq!(summed, fits && !negative);
        if summed {
            prop_assert_eq!(at(&json, "/order/subtotal"), sum);
        }
    }
}
