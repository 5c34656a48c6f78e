//! What one run-time value must satisfy. `build()` of the runtime and [`Definition::check_send`] both ask here.
//!
//! No message of this module quotes a value: values are the customer's data.

mod envelope;
mod filled;
mod objects;
mod text;

pub use envelope::{
    callback_data, language, message_id, namespace, not_on_premises, opaque_id, phone_digits,
};
pub use filled::{filled_limit, filled_too_long};
pub use objects::{Media, currency, date_time_part, fallback_text, location, media};
pub use text::{Scan, TextFault, payload, scan, text};

#[cfg(doc)]
use crate::Definition;

#[cfg(test)]
mod tests;
