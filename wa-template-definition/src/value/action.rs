//! What happens after a tap: flows, calls, addresses; and until when something holds.

use serde_json::Value;

use super::objects::is_link;
use crate::place::Place;
use crate::{Violation, limits, rule};

/// The violation of data for the first screen of a flow that is not an object.
#[must_use]
pub fn flow_data(data: &Value, place: &Place) -> Option<Violation> {
    (!data.is_object()).then(|| {
        let fact = "the data of the flow is not a JSON object";
        Violation::new(&rule::VALUE_FLOW_DATA, place.clone(), fact, "send one member per field of the screen")
    })
}

/// The violation of a lifetime that a call button cannot have.
#[must_use]
pub fn voice_call_ttl(minutes: i64, place: &Place) -> Option<Violation> {
    let range = limits::VOICE_CALL_TTL_MINUTES;
    (!range.contains(&minutes)).then(|| {
        let fact = "`ttl_minutes` of the call button is out of range";
        let fix = format!("send a number from {} to {}", range.start(), range.end());
        Violation::new(&rule::VALUE_VOICE_CALL, place.clone(), fact, fix)
    })
}

/// The violation of the payload of a call button that cannot be sent.
#[must_use]
pub fn voice_call_payload(payload: &str, place: &Place) -> Option<Violation> {
    let length = payload.chars().count();
    let (fact, fix) = if length == 0 {
        ("the payload of the call is empty".to_owned(), "leave it out, or send at least one character")
    } else if length > limits::VOICE_CALL_PAYLOAD {
        (
            format!(
                "the payload of the call has {length} characters, the limit is {}",
                limits::VOICE_CALL_PAYLOAD
            ),
            "send a key, not the data",
        )
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_VOICE_CALL, place.clone(), fact, fix))
}

/// The violation of a tap target that leads nowhere or has no title.
#[must_use]
pub fn tap_target(url: &str, title: &str, place: &Place) -> Option<Violation> {
    let (fact, fix) = if !is_link(url) {
        ("the tap target's address is not an absolute `http` or `https` one", "send a public address")
    } else if title.is_empty() {
        ("the tap target has no title", "send what the customer shall read")
    } else {
        return None;
    };
    Some(Violation::new(&rule::VALUE_TAP_TARGET, place.clone(), fact, fix))
}

/// The violation of the end of an offer or order that is no number of milliseconds since 1970: `None` stands for a
/// moment before, or one too far away.
#[must_use]
pub fn expiration(milliseconds: Option<u64>, place: &Place) -> Option<Violation> {
    milliseconds.is_none().then(|| {
        let fact = "the expiration is no moment since 1970";
        Violation::new(&rule::VALUE_EXPIRATION, place.clone(), fact, "send the moment at which it ends")
    })
}
