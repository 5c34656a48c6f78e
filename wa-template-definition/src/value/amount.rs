//! What an order costs. All amounts are in hundredths of the currency's unit (`"offset":100`).

use std::fmt;

use crate::place::Place;
use crate::{Violation, rule};

/// The amounts of an order of which the total consists, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OrderAmounts {
    /// The items together.
    pub subtotal: i64,
    /// Taxes.
    pub tax: i64,
    /// The cost of shipping.
    pub shipping: i64,
    /// What is taken off.
    pub discount: i64,
}

/// The violation of an amount that cannot be sent; `key` is the one under which it stands.
#[must_use]
pub fn order_amount(key: impl fmt::Display, hundredths: i64, place: &Place) -> Option<Violation> {
    (hundredths < 0).then(|| {
        let fact = format!("`{key}` is negative");
        Violation::new(&rule::VALUE_ORDER_TOTAL, place.clone(), fact, "send zero or more")
    })
}

/// The items together: the sum of price times quantity.
///
/// # Errors
///
/// The rule [`rule::VALUE_ORDER_TOTAL`], if the sum is too large for an integer of 64 bits.
pub fn order_subtotal(items: impl IntoIterator<Item = (i64, i64)>, place: &Place) -> Result<i64, Violation> {
    items
        .into_iter()
        // A product of two 64-bit integers fits into 128 bits; their sum may not.
        .try_fold(0_i128, |sum, (price, quantity)| sum.checked_add(i128::from(price) * i128::from(quantity)))
        .and_then(|sum| i64::try_from(sum).ok())
        .ok_or_else(|| total("the items of the order together cost too much for a 64-bit integer", place))
}

/// The total: subtotal plus tax plus shipping less discount.
///
/// # Errors
///
/// The rule [`rule::VALUE_ORDER_TOTAL`], if the total is negative or too large for an integer of 64 bits.
pub fn order_total(amounts: OrderAmounts, place: &Place) -> Result<i64, Violation> {
    let OrderAmounts { subtotal, tax, shipping, discount } = amounts;
    let sum = i128::from(subtotal) + i128::from(tax) + i128::from(shipping) - i128::from(discount);
    match i64::try_from(sum) {
        Ok(sum) if sum >= 0 => Ok(sum),
        _ if sum < 0 => Err(total("the discount is larger than what is to be paid", place)),
        _ => Err(total("the total of the order is too large for a 64-bit integer", place)),
    }
}

/// The violation of a stated total that is not the sum of its parts.
#[must_use]
pub fn order_total_stated(stated: i64, amounts: OrderAmounts, place: &Place) -> Option<Violation> {
    match order_total(amounts, place) {
        Ok(sum) if sum == stated => None,
        Ok(_) => Some(total("`total_amount` is not subtotal plus tax plus shipping less discount", place)),
        Err(violation) => Some(violation),
    }
}

fn total(fact: &str, place: &Place) -> Violation {
    let fix = "send amounts in hundredths, and their sum as the total";
    Violation::new(&rule::VALUE_ORDER_TOTAL, place.clone(), fact, fix)
}
