//! Orders that cannot be sent.

use std::time::{Duration, UNIX_EPOCH};

use serde_json::json;

use super::{MEMBERS, SECRET, refuses, writes, written};
use crate::{
    Amount, OrderCharge, OrderDetails, OrderDetailsParameter, OrderDiscount, OrderExpiration, OrderItem,
    OrderKind, PaymentGateway, PaymentSetting, PixKey,
};

fn cake(amount: i64, quantity: u32) -> OrderItem {
    OrderItem::new("Cake", Amount::hundredths(amount), quantity)
}

fn order() -> OrderDetails {
    OrderDetails::new("order-7", OrderKind::PhysicalGoods, "INR")
}

#[track_caller]
fn accepts(order: &OrderDetails) {
    let (_, invalid) = written(&MEMBERS, |writer| OrderDetailsParameter::fill_slot(order, writer));
    assert!(invalid.problems().is_empty(), "{invalid}");
}

#[track_caller]
fn rejects(order: &OrderDetails, problems: &[&str]) {
    refuses(&MEMBERS, |writer| OrderDetailsParameter::fill_slot(order, writer), problems);
}

#[test]
fn the_reference_and_the_currency_have_a_form() {
    accepts(&OrderDetails::new("a".repeat(35), OrderKind::PhysicalGoods, "INR").item(cake(1, 1)));
    rejects(
        &OrderDetails::new("s3cr3t".repeat(6), OrderKind::PhysicalGoods, SECRET).item(cake(1, 1)),
        &[
            "value-order-reference: `reference_id` has 36 characters, the limit is 35",
            "value-currency: the currency code is not three upper-case letters",
        ],
    );
}

#[test]
fn an_order_has_items() {
    rejects(&order(), &["value-order-item: the order has no item"]);
}

#[test]
fn an_order_with_images_has_ten_items() {
    let items = |count: usize| (1..count).fold(order(), |order, _| order.item(cake(1, 1)));
    accepts(&items(30));
    let picture = cake(1, 1).image_link("https://www.example.com/a.png");
    accepts(&items(10).item(picture.clone()));
    rejects(
        &items(11).item(picture),
        &["value-order-item: the order has images and 11 items, the limit is 10"],
    );
    rejects(
        &order().item(cake(1, 1).image_link(SECRET)),
        &["value-media: the media link is not an absolute `http` or `https` address"],
    );
}

#[test]
fn every_item_has_a_name_and_a_quantity() {
    accepts(&order().item(OrderItem::new("é".repeat(60), Amount::hundredths(0), u32::MAX)));
    let bad = order().item(OrderItem::new("", Amount::hundredths(1), 0)).item(OrderItem::new(
        "s3cr3t".repeat(11),
        Amount::hundredths(1),
        0,
    ));
    rejects(
        &bad,
        &[
            "value-order-item: `order.items[0].name` is empty",
            "value-order-item: `order.items[0].quantity` is less than 1",
            "value-order-item: `order.items[1].name` has 66 characters, the limit is 60",
            "value-order-item: `order.items[1].quantity` is less than 1",
        ],
    );
}

#[test]
fn descriptions_keep_their_limits() {
    let zero = Amount::hundredths(0);
    let with = |short: &str, long: &str| {
        order()
            .item(cake(1, 1))
            .tax(OrderCharge::new(zero).description(short))
            .shipping(OrderCharge::new(zero).description(short))
            .discount(OrderDiscount::new(zero).description(short).program_name(short))
            .expiration(OrderExpiration::timestamp(0).description(long))
    };
    accepts(&with(&"é".repeat(60), &"é".repeat(120)));
    rejects(
        &with(&"s3cr3t".repeat(11), &"s3cr3t".repeat(21)),
        &[
            "value-order-description: `order.tax.description` has 66 characters, the limit is 60",
            "value-order-description: `order.shipping.description` has 66 characters, the limit is 60",
            "value-order-description: `order.discount.description` has 66 characters, the limit is 60",
            "value-order-description: `order.discount.discount_program_name` has 66 characters, the limit is 60",
            "value-order-description: `order.expiration.description` has 126 characters, the limit is 120",
        ],
    );
}

#[test]
fn no_amount_is_negative() {
    let minus = Amount::hundredths(-1);
    rejects(
        &order()
            .item(cake(-1, 1).sale_amount(minus))
            .subtotal(minus)
            .tax(minus)
            .shipping(minus)
            .discount(minus),
        &[
            "value-order-total: `order.items[0].amount` is negative",
            "value-order-total: `order.items[0].sale_amount` is negative",
            "value-order-total: `order.subtotal` is negative",
            "value-order-total: `order.tax` is negative",
            "value-order-total: `order.shipping` is negative",
            "value-order-total: `order.discount` is negative",
        ],
    );
}

#[test]
fn the_discount_is_at_most_what_is_to_be_paid() {
    let discounted = |amount| order().item(cake(50, 2)).discount(Amount::hundredths(amount));
    accepts(&discounted(100));
    rejects(&discounted(101), &["value-order-total: the discount is larger than what is to be paid"]);
}

#[test]
fn sums_that_do_not_fit_are_problems() {
    accepts(&order().item(cake(i64::MAX, 1)));
    let items = "value-order-total: the items of the order together cost too much for a 64-bit integer";
    rejects(&order().item(cake(i64::MAX, 2)), &[items]);
    rejects(&order().item(cake(i64::MAX, 1)).item(cake(1, 1)), &[items]);
    let total = "value-order-total: the total of the order is too large for a 64-bit integer";
    rejects(&order().item(cake(i64::MAX, 1)).tax(Amount::hundredths(1)), &[total]);
    // Taken off again: what counts is the result.
    accepts(&order().item(cake(i64::MAX, 1)).tax(Amount::hundredths(1)).discount(Amount::hundredths(1)));
}

#[test]
fn an_expiration_before_1970_is_a_problem() {
    let before = OrderExpiration::at(UNIX_EPOCH - Duration::from_secs(1));
    rejects(
        &order().item(cake(1, 1)).expiration(before),
        &["value-expiration: the expiration is no moment since 1970"],
    );
}

#[test]
fn ways_to_pay_are_filled_in() {
    let name = |name: String| PaymentSetting::payment_gateway(PaymentGateway::PayU, name);
    accepts(&order().item(cake(1, 1)).payment_setting(name("a".repeat(60))));
    let cases = [
        (name(String::new()), "`payment_gateway.configuration_name` is empty"),
        (
            name("s3cr3t".repeat(11)),
            "`payment_gateway.configuration_name` has 66 characters, the limit is 60",
        ),
        (PaymentSetting::upi_intent_link(""), "`upi_intent_link.link` is empty"),
        (PaymentSetting::pix_dynamic_code("", "m", PixKey::evp("k")), "`pix_dynamic_code.code` is empty"),
        (
            PaymentSetting::payment_link(SECRET),
            "`payment_link.uri` is not an absolute `http` or `https` address",
        ),
        (PaymentSetting::boleto(""), "`boleto.digitable_line` is empty"),
        (
            PaymentSetting::offsite_card_pay("4s3cr3t", "c"),
            "`offsite_card_pay.last_four_digits` is not 4 digits",
        ),
        (PaymentSetting::offsite_card_pay("0042", ""), "`offsite_card_pay.credential_id` is empty"),
        (PaymentSetting::other(json!(SECRET)), "the way to pay is not a JSON object with a `type`"),
        (PaymentSetting::other(json!({ "type": "" })), "the way to pay is not a JSON object with a `type`"),
    ];
    for (setting, fact) in cases {
        rejects(&order().item(cake(1, 1)).payment_setting(setting), &[&format!("value-payment: {fact}")]);
    }
}

#[test]
fn an_order_is_given_by_reference_too() {
    let order = order().item(cake(1, 1));
    let (json, _) = written(&MEMBERS, |writer| OrderDetailsParameter::fill_slot(&order, writer));
    writes(&MEMBERS, |writer| <&OrderDetails as OrderDetailsParameter>::fill_slot(&&order, writer), &json);
}
