//! The notifications that the platform delivers, in the shape of the API by which the message came.

mod cloud;
mod on_premises;

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::{Accepted, Api};

/// The number that customers see; its area code is given to nobody.
const BUSINESS_NUMBER: &str = "15550100000";

/// The member of a group who answers.
const PARTICIPANT_NUMBER: &str = "15550100001";

const PROFILE_NAME: &str = "Robin Example";

/// A message from the customer that answers this one: `content` is what stands under the key `kind`; `number` makes
/// its id.
pub(crate) fn message(accepted: &Accepted, number: u64, kind: &str, content: &Value) -> String {
    let body = match accepted.api() {
        Api::Cloud => cloud::message(accepted, number, kind, content),
        Api::OnPremises => on_premises::message(accepted, number, kind, content),
    };
    body.to_string()
}

/// What became of this message.
pub(crate) fn status(accepted: &Accepted, status: &str) -> String {
    let body = match accepted.api() {
        Api::Cloud => cloud::status(accepted, status),
        Api::OnPremises => on_premises::status(accepted, status),
    };
    body.to_string()
}

/// Seconds since 1970, as a decimal string.
fn timestamp() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap_or_default().as_secs().to_string()
}
