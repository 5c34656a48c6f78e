//! A send against its template.

use super::{RuleExample, of, sent};
use crate::rule;

const ONE: &str =
    r#"{ "type": "BODY", "text": "Order {{1}} is here.", "example": { "body_text": [["860198"]] } }"#;
const NAMED: &str = r#""parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "Order {{number}} is here.",
  "example": { "body_text_named_params": [{ "param_name": "number", "example": "860198" }] } }]"#;
const IMAGE: &str = r#"{ "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW"] } }"#;
const REPLY: &str = r#"{ "type": "QUICK_REPLY", "text": "Stop" }"#;
const CARD: &str = r#"{ "components": [{ "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW"] } },
  { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "More" }] }] }"#;
const TRACK: &str = r#"{ "type": "URL", "text": "Track", "url": "https://www.example.com/status/{{1}}", "example": ["860198"] }"#;
const TWO_CARDS: &str = r#"{ "card_index": 0, "components": [
  { "type": "header", "parameters": [{ "type": "image", "image": { "id": "1001" } }] }] },
{ "card_index": 1, "components": [
  { "type": "header", "parameters": [{ "type": "image", "image": { "id": "1002" } }] }] }"#;

pub(super) static SEND: &[RuleExample] = &[
    of(&rule::SEND_NAME, r#""name": "order_updates""#, r#""name": "order_update""#),
    of(&rule::SEND_LANGUAGE, r#""language": { "code": "en" }"#, r#""language": { "code": "en_US" }"#),
    of(&rule::SEND_FORM, r#""language": "en_US""#, r#""language": { "code": "en_US" }"#),
    of(
        &rule::SEND_COMPONENT_UNKNOWN,
        r#""components": [{ "type": "footer", "parameters": [] }]"#,
        r#""components": []"#,
    ),
    sent(
        &rule::SEND_COMPONENT_DUPLICATE,
        ONE,
        r#"{ "type": "body", "parameters": [{ "type": "text", "text": "860198" }] },
{ "type": "body", "parameters": [{ "type": "text", "text": "860198" }] }"#,
        r#"{ "type": "body", "parameters": [{ "type": "text", "text": "860198" }] }"#,
    ),
    sent(
        &rule::SEND_PARAMETER_COUNT,
        ONE,
        r#"{ "type": "text", "text": "860198" }, { "type": "text", "text": "aloe" }"#,
        r#"{ "type": "text", "text": "860198" }"#,
    ),
    sent(
        &rule::SEND_HEADER_MISSING,
        IMAGE,
        r#""components": []"#,
        r#"{ "type": "image", "image": { "link": "https://www.example.com/aloe.png" } }"#,
    ),
    sent(
        &rule::SEND_PARAMETER_KIND,
        IMAGE,
        r#"{ "type": "document", "document": { "link": "https://www.example.com/aloe.png" } }"#,
        r#"{ "type": "image", "image": { "link": "https://www.example.com/aloe.png" } }"#,
    ),
    sent(
        &rule::SEND_PARAMETER_NAME,
        NAMED,
        r#"{ "type": "text", "text": "860198" }"#,
        r#"{ "type": "text", "parameter_name": "number", "text": "860198" }"#,
    ),
    sent(
        &rule::SEND_PARAMETER_UNKNOWN,
        NAMED,
        r#"{ "type": "text", "parameter_name": "order", "text": "860198" }"#,
        r#"{ "type": "text", "parameter_name": "number", "text": "860198" }"#,
    ),
    sent(
        &rule::SEND_PARAMETER_NAMED,
        ONE,
        r#"{ "type": "text", "parameter_name": "number", "text": "860198" }"#,
        r#"{ "type": "text", "text": "860198" }"#,
    ),
    sent(&rule::SEND_BUTTON_MISSING, TRACK, r#""components": []"#, r#"{ "type": "text", "text": "860198" }"#),
    sent(
        &rule::SEND_BUTTON_INDEX,
        TRACK,
        r#"{ "type": "button", "sub_type": "url", "index": "1", "parameters": [{ "type": "text", "text": "860198" }] }"#,
        r#"{ "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "860198" }] }"#,
    ),
    sent(
        &rule::SEND_BUTTON_KIND,
        REPLY,
        r#"{ "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "stop" }] }"#,
        r#"{ "type": "button", "sub_type": "quick_reply", "index": "0",
  "parameters": [{ "type": "payload", "payload": "stop" }] }"#,
    ),
    sent(
        &rule::SEND_BUTTON_SUB_TYPE,
        REPLY,
        r#"{ "type": "button", "sub_type": "reply", "index": "0",
  "parameters": [{ "type": "payload", "payload": "stop" }] }"#,
        r#"{ "type": "button", "sub_type": "quick_reply", "index": "0",
  "parameters": [{ "type": "payload", "payload": "stop" }] }"#,
    ),
    sent(
        &rule::SEND_BUTTON_STATIC,
        r#"{ "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+16505551234" }"#,
        r#"{ "type": "button", "sub_type": "url", "index": "0", "parameters": [] }"#,
        r#""components": []"#,
    ),
    sent(
        &rule::SEND_COMPONENT_MISSING,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only", "has_expiration": true } }"#,
        r#""components": []"#,
        r#"{ "type": "limited_time_offer", "parameters": [
  { "type": "limited_time_offer", "limited_time_offer": { "expiration_time_ms": 1798761600000 } }] }"#,
    ),
    sent(
        &rule::SEND_CARD_COUNT,
        CARD,
        r#"{ "card_index": 0, "components": [
  { "type": "header", "parameters": [{ "type": "image", "image": { "id": "1001" } }] }] }"#,
        TWO_CARDS,
    ),
    sent(
        &rule::SEND_CARD_INDEX,
        CARD,
        r#"{ "card_index": 1, "components": [
  { "type": "header", "parameters": [{ "type": "image", "image": { "id": "1001" } }] }] },
{ "card_index": 2, "components": [
  { "type": "header", "parameters": [{ "type": "image", "image": { "id": "1002" } }] }] }"#,
        TWO_CARDS,
    ),
];
