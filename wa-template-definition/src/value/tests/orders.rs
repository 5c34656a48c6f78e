//! Orders and payments, each limit below, at and above.

use proptest::prelude::*;
use serde_json::json;

use crate::value::{
    OrderAmounts, order_amount, order_description, order_item_name, order_item_quantity, order_items,
    order_reference, order_status, order_subtotal, order_total, order_total_stated, payment, payment_setting,
};
use crate::{Place, Violation, limits};

const PLACE: Place = Place::body();

/// Checks the rule and that it says what to do.
#[track_caller]
fn breaks(found: Option<Violation>, rule: Option<&str>) {
    assert_eq!(found.as_ref().map(Violation::rule), rule, "{found:?}");
    assert!(found.is_none_or(|violation| !violation.fact().is_empty() && !violation.fix().is_empty()));
}

#[test]
fn references() {
    let rule = Some("value-order-reference");
    breaks(order_reference("a", &PLACE), None);
    breaks(order_reference("abc.123_xyz-1", &PLACE), None);
    breaks(order_reference(&"A".repeat(35), &PLACE), None);
    breaks(order_reference(&"A".repeat(36), &PLACE), rule);
    for bad in ["", " ", "a b", "a/b", "é", "a\n", "#7"] {
        breaks(order_reference(bad, &PLACE), rule);
    }
}

#[test]
fn items() {
    let rule = Some("value-order-item");
    breaks(order_items(0, 0, &PLACE), rule);
    breaks(order_items(1, 0, &PLACE), None);
    breaks(order_items(1_000, 0, &PLACE), None);
    breaks(order_items(10, 1, &PLACE), None);
    breaks(order_items(11, 1, &PLACE), rule);
    breaks(order_item_name(0, "", &PLACE), rule);
    breaks(order_item_name(0, "A", &PLACE), None);
    breaks(order_item_name(0, &"é".repeat(60), &PLACE), None);
    breaks(order_item_name(0, &"é".repeat(61), &PLACE), rule);
    breaks(order_item_quantity(0, i64::MIN, &PLACE), rule);
    breaks(order_item_quantity(0, 0, &PLACE), rule);
    breaks(order_item_quantity(0, 1, &PLACE), None);
}

#[test]
fn descriptions() {
    for limit in [limits::ORDER_DESCRIPTION, limits::ORDER_EXPIRATION_DESCRIPTION] {
        let check = |length: usize| order_description("order.tax", &"é".repeat(length), limit, &PLACE);
        breaks(check(0), None);
        breaks(check(limit), None);
        breaks(check(limit + 1), Some("value-order-description"));
    }
}

#[test]
fn statuses() {
    for known in ["pending", "processing", "partially_shipped", "partially-shipped", "shipped", "canceled"] {
        breaks(order_status(known, &PLACE), None);
    }
    for unknown in ["", "Shipped", "cancelled", "lost"] {
        breaks(order_status(unknown, &PLACE), Some("value-order-status"));
    }
}

#[test]
fn amounts() {
    let rule = Some("value-order-total");
    breaks(order_amount("order.tax", -1, &PLACE), rule);
    breaks(order_amount("order.tax", 0, &PLACE), None);
    breaks(order_amount("order.tax", i64::MAX, &PLACE), None);
    let amounts = OrderAmounts { subtotal: 400, tax: 500, shipping: 0, discount: 250 };
    assert_eq!(order_total(amounts, &PLACE), Ok(650));
    breaks(order_total_stated(650, amounts, &PLACE), None);
    breaks(order_total_stated(649, amounts, &PLACE), rule);
    breaks(order_total_stated(0, OrderAmounts { discount: 1, ..OrderAmounts::default() }, &PLACE), rule);
}

#[test]
fn sums_never_wrap() {
    assert_eq!(order_subtotal([], &PLACE), Ok(0));
    assert_eq!(order_subtotal([(i64::MAX, 1)], &PLACE), Ok(i64::MAX));
    assert_eq!(order_subtotal([(i64::MAX, 1), (-1, 1)], &PLACE), Ok(i64::MAX - 1));
    breaks(order_subtotal([(i64::MAX, 2)], &PLACE).err(), Some("value-order-total"));
    // Each product nearly fills 127 bits: the third one overflows even those.
    breaks(order_subtotal([(i64::MIN, i64::MIN); 3], &PLACE).err(), Some("value-order-total"));
    let most = OrderAmounts { subtotal: i64::MAX, tax: i64::MAX, shipping: i64::MAX, discount: i64::MIN };
    breaks(order_total(most, &PLACE).err(), Some("value-order-total"));
}

proptest! {
    #[test]
    fn totals_are_exact(subtotal: i64, tax: i64, shipping: i64, discount: i64) {
        let sum = i128::from(subtotal) + i128::from(tax) + i128::from(shipping) - i128::from(discount);
        let total = order_total(OrderAmounts { subtotal, tax, shipping, discount }, &PLACE);
        let expected = i64::try_from(sum).ok().filter(|sum| *sum >= 0);
        prop_assert_eq!(total.ok(), expected);
    }
}

#[test]
fn ways_to_pay() {
    let good = [
        json!({ "type": "payment_gateway",
                "payment_gateway": { "type": "payu", "configuration_name": "a".repeat(60) } }),
        json!({ "type": "upi_intent_link", "upi_intent_link": { "link": "upi://pay" } }),
        json!({ "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "0002" } }),
        json!({ "type": "payment_link", "payment_link": { "uri": "https://pay.example.com" } }),
        json!({ "type": "boleto", "boleto": { "digitable_line": "0339" } }),
        json!({ "type": "offsite_card_pay",
                "offsite_card_pay": { "last_four_digits": "0042", "credential_id": "c" } }),
        json!({ "type": "of_tomorrow" }),
    ];
    for setting in good {
        breaks(payment_setting(&setting, &PLACE), None);
    }
    let bad = [
        json!(null),
        json!("boleto"),
        json!({ "type": 1 }),
        json!({ "type": "payment_gateway", "payment_gateway": { "configuration_name": "a" } }),
        json!({ "type": "payment_gateway",
                "payment_gateway": { "type": "payu", "configuration_name": "a".repeat(61) } }),
        json!({ "type": "upi_intent_link", "payment_link": { "uri": "https://pay.example.com" } }),
        json!({ "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "" } }),
        json!({ "type": "payment_link", "payment_link": { "uri": "pay.example.com" } }),
        json!({ "type": "boleto" }),
    ];
    for setting in bad {
        breaks(payment_setting(&setting, &PLACE), Some("value-payment"));
    }
    for digits in ["", "004", "00421", "004a", "４２４２"] {
        let member = |key: &str| Some(if key == "last_four_digits" { digits } else { "c" });
        breaks(payment("offsite_card_pay", member, &PLACE), Some("value-payment"));
    }
}
