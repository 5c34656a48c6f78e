//! What one run-time value must satisfy. `build()` of the runtime and [`Definition::check_send`] both ask here.
//!
//! No message of this module quotes a value: values are the customer's data.

mod action;
mod amount;
mod code;
mod envelope;
mod filled;
mod objects;
mod order;
mod payment;
mod phone;
mod product;
mod text;

pub use action::{expiration, flow_data, tap_target, voice_call_payload, voice_call_ttl};
pub use amount::{OrderAmounts, order_amount, order_subtotal, order_total, order_total_stated};
pub use code::{coupon_code, one_time_code, one_time_codes_differ};
pub use envelope::{
    callback_data, language, message_id, namespace, not_on_premises, opaque_id, recipient_of_authentication,
};
pub use filled::{card_count, coupon_code_limit, filled_limit, filled_too_long};
pub use objects::{Media, currency, date_time_part, fallback_text, is_plain_link, location, media};
pub use order::{
    order_description, order_item_name, order_item_quantity, order_items, order_reference, order_status,
};
pub use payment::{payment, payment_of_another_kind, payment_setting};
pub use phone::{PhoneDigits, phone_digits};
pub use product::{product, product_list, product_section_title};
pub use text::{
    Escapes, LookByChunk, MARKS, Scan, TextFault, are_ends_usual, is_marked, is_usual, payload, scan,
    scan_unusual, text,
};

#[cfg(doc)]
use crate::Definition;

#[cfg(test)]
mod tests;
