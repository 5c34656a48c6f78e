//! The sample by `json!`, as most documents show it.

use serde_json::json;

use super::{LANGUAGE, NAME, Values};

/// From values to bytes. No value is checked.
///
/// # Errors
///
/// None: `serde_json` wants the signature.
pub fn build(values: &Values) -> serde_json::Result<Vec<u8>> {
    let message = json!({
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": values.to,
        "type": "template",
        "template": {
            "name": NAME,
            "language": { "code": LANGUAGE },
            "components": [
                { "type": "header", "parameters": [{ "type": "image", "image": { "link": values.picture } }] },
                {
                    "type": "body",
                    "parameters": [
                        { "type": "text", "text": values.customer },
                        { "type": "text", "text": values.order },
                        { "type": "text", "text": values.carrier },
                        { "type": "text", "text": values.arrival },
                    ],
                },
                {
                    "type": "button",
                    "sub_type": "url",
                    "index": "0",
                    "parameters": [{ "type": "text", "text": values.tracking }],
                },
                {
                    "type": "button",
                    "sub_type": "url",
                    "index": "1",
                    "parameters": [{ "type": "text", "text": values.invoice }],
                },
            ],
        },
    });
    serde_json::to_vec(&message)
}
