//! Orders: what they are called, what is in them, how far they are.

use std::fmt;

use crate::place::Place;
use crate::{Violation, limits, rule};

/// How far an order can be. The platform's table prints `partially-shipped`, its samples `partially_shipped`.
const STATUSES: &[&str] =
    &["pending", "processing", "partially_shipped", "partially-shipped", "shipped", "completed", "canceled"];

/// The violation of a reference id that cannot name an order.
#[must_use]
pub fn order_reference(reference_id: &str, place: &Place) -> Option<Violation> {
    let length = reference_id.chars().count();
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let (fact, fix) = if reference_id.is_empty() {
        ("`reference_id` is empty".to_owned(), "send the order's own number, for example")
    } else if !reference_id.bytes().all(allowed) {
        (
            "`reference_id` has a character that is not allowed".to_owned(),
            "send English letters, digits, `_`, `-` and `.`",
        )
    } else if length > limits::ORDER_REFERENCE {
        (
            format!("`reference_id` has {length} characters, the limit is {}", limits::ORDER_REFERENCE),
            "send a shorter one",
        )
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_ORDER_REFERENCE, place.clone(), fact, fix))
}

/// The violation of an order with too few or too many items; `with_image` is the number of those with an image.
#[must_use]
pub fn order_items(items: usize, with_image: usize, place: &Place) -> Option<Violation> {
    let (fact, fix) = if items == 0 {
        ("the order has no item".to_owned(), "add what the customer pays for")
    } else if with_image > 0 && items > limits::ORDER_ITEMS_WITH_IMAGE {
        (
            format!(
                "the order has images and {items} items, the limit is {}",
                limits::ORDER_ITEMS_WITH_IMAGE
            ),
            "leave the images or some items out",
        )
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_ORDER_ITEM, place.clone(), fact, fix))
}

/// The violation of the name of the item at `index`.
#[must_use]
pub fn order_item_name(index: usize, name: &str, place: &Place) -> Option<Violation> {
    let length = name.chars().count();
    let (fact, fix) = if length == 0 {
        (format!("`order.items[{index}].name` is empty"), "send what the customer shall read")
    } else if length > limits::ORDER_ITEM_NAME {
        (
            format!(
                "`order.items[{index}].name` has {length} characters, the limit is {}",
                limits::ORDER_ITEM_NAME
            ),
            "send a shorter one",
        )
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_ORDER_ITEM, place.clone(), fact, fix))
}

/// The violation of the quantity of the item at `index`.
#[must_use]
pub fn order_item_quantity(index: usize, quantity: i64, place: &Place) -> Option<Violation> {
    (quantity < 1).then(|| {
        let fact = format!("`order.items[{index}].quantity` is less than 1");
        let fix = "send at least 1, or leave the item out";
        Violation::new(&rule::VALUE_ORDER_ITEM, place.clone(), fact, fix)
    })
}

/// The violation of a description of an order that is too long. `key` is the one under which it is sent, `limit`
/// [`limits::ORDER_DESCRIPTION`] or [`limits::ORDER_EXPIRATION_DESCRIPTION`].
#[must_use]
pub fn order_description(
    key: impl fmt::Display,
    text: &str,
    limit: usize,
    place: &Place,
) -> Option<Violation> {
    let length = text.chars().count();
    (length > limit).then(|| {
        let fact = format!("`{key}` has {length} characters, the limit is {limit}");
        Violation::new(&rule::VALUE_ORDER_DESCRIPTION, place.clone(), fact, "send a shorter one")
    })
}

/// The violation of a status that an order cannot have.
#[must_use]
pub fn order_status(status: &str, place: &Place) -> Option<Violation> {
    (!STATUSES.contains(&status)).then(|| {
        let fact = "the status of the order is none of the platform's";
        let fix = "send `pending`, `processing`, `partially_shipped`, `shipped`, `completed` or `canceled`";
        Violation::new(&rule::VALUE_ORDER_STATUS, place.clone(), fact, fix)
    })
}
