//! The definition as a whole, and its texts.

use super::{RuleExample, of};
use crate::rule;

pub(super) static WHOLE: &[RuleExample] = &[
    of(&rule::NAME_FORMAT, r#""name": "Order Update""#, r#""name": "order_update""#),
    of(&rule::LANGUAGE_UNKNOWN, r#""language": "en-US""#, r#""language": "en_US""#),
    of(&rule::CATEGORY_UNKNOWN, r#""category": "TRANSACTIONAL""#, r#""category": "UTILITY""#),
    of(&rule::AUTHENTICATION_CONTENT, r#""category": "AUTHENTICATION""#, r#""category": "UTILITY""#),
    of(
        &rule::COMPONENT_DUPLICATE,
        r#"{ "type": "FOOTER", "text": "Thank you" }, { "type": "FOOTER", "text": "Lucky Shrub" }"#,
        r#"{ "type": "FOOTER", "text": "Thank you, Lucky Shrub" }"#,
    ),
    of(
        &rule::MESSAGE_SEND_TTL_RANGE,
        r#""category": "UTILITY", "message_send_ttl_seconds": 86400"#,
        r#""category": "UTILITY", "message_send_ttl_seconds": 43200"#,
    ),
];

pub(super) static PLACEHOLDERS: &[RuleExample] = &[
    of(
        &rule::PLACEHOLDER_BRACES,
        r#"{ "type": "BODY", "text": "Order {{1 is here." }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} is here.", "example": { "body_text": [["860198"]] } }"#,
    ),
    of(
        &rule::PLACEHOLDER_BLANK,
        r#"{ "type": "BODY", "text": "Order {{ 1 }} is here.", "example": { "body_text": [["860198"]] } }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} is here.", "example": { "body_text": [["860198"]] } }"#,
    ),
    of(
        &rule::PLACEHOLDER_NAME,
        r#""parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "Order {{Number}} is here.",
  "example": { "body_text_named_params": [{ "param_name": "Number", "example": "860198" }] } }]"#,
        r#""parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "Order {{number}} is here.",
  "example": { "body_text_named_params": [{ "param_name": "number", "example": "860198" }] } }]"#,
    ),
    of(
        &rule::PLACEHOLDER_MIXED,
        r#"{ "type": "BODY", "text": "Order {{1}} of {{product}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} of {{2}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
    ),
    of(
        &rule::PLACEHOLDER_FORMAT_MISSING,
        r#""components": [{ "type": "BODY", "text": "Order {{number}} is here.",
  "example": { "body_text_named_params": [{ "param_name": "number", "example": "860198" }] } }]"#,
        r#""parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "Order {{number}} is here.",
  "example": { "body_text_named_params": [{ "param_name": "number", "example": "860198" }] } }]"#,
    ),
    of(
        &rule::PLACEHOLDER_ADJACENT,
        r#"{ "type": "BODY", "text": "Your order {{1}} {{2}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
        r#"{ "type": "BODY", "text": "Your order {{1}} of {{2}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
    ),
    of(
        &rule::PLACEHOLDER_ORDER,
        r#"{ "type": "BODY", "text": "Order {{2}} of {{1}} is on its way.",
  "example": { "body_text": [["aloe", "860198"]] } }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} of {{2}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
    ),
    of(
        &rule::PLACEHOLDER_DIGIT,
        r#""parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "Order {{order1}} is here.",
  "example": { "body_text_named_params": [{ "param_name": "order1", "example": "860198" }] } }]"#,
        r#""parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "Order {{order}} is here.",
  "example": { "body_text_named_params": [{ "param_name": "order", "example": "860198" }] } }]"#,
    ),
];

pub(super) static HEADER: &[RuleExample] = &[
    of(
        &rule::HEADER_TOO_LONG,
        r#"{ "type": "HEADER", "format": "TEXT",
  "text": "Your order has left our warehouse and is on its way to your home" }"#,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Your order is on its way" }"#,
    ),
    of(
        &rule::HEADER_EMPTY,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "" }"#,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Your order" }"#,
    ),
    of(
        &rule::HEADER_PLACEHOLDERS,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Order {{1}} of {{2}}",
  "example": { "header_text": ["860198", "aloe"] } }"#,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": { "header_text": ["860198"] } }"#,
    ),
    of(
        &rule::HEADER_PLACEHOLDER_GAP,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Order {{2}}", "example": { "header_text": ["860198"] } }"#,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": { "header_text": ["860198"] } }"#,
    ),
    of(
        &rule::HEADER_STYLE,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "*Your order*" }"#,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Your order" }"#,
    ),
    of(
        &rule::HEADER_EXAMPLE,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Order {{1}}" }"#,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": { "header_text": ["860198"] } }"#,
    ),
];

pub(super) static BODY: &[RuleExample] = &[
    of(
        &rule::BODY_MISSING,
        r#""components": [{ "type": "FOOTER", "text": "Lucky Shrub" }]"#,
        r#""components": [{ "type": "BODY", "text": "Your order is here." }, { "type": "FOOTER", "text": "Lucky Shrub" }]"#,
    ),
    of(
        &rule::BODY_TOO_LONG,
        r#"{ "type": "BODY", "text": "Your order is here. This is what you bought: …" }"#,
        r#"{ "type": "BODY", "text": "Your order is here. Tap below to see what you bought." }"#,
    ),
    of(
        &rule::BODY_PLACEHOLDER_GAP,
        r#"{ "type": "BODY", "text": "Order {{1}} of {{3}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} of {{2}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
    ),
    of(
        &rule::BODY_EDGE_PLACEHOLDER,
        r#"{ "type": "BODY", "text": "{{1}} is your order's number.", "example": { "body_text": [["860198"]] } }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} is on its way.", "example": { "body_text": [["860198"]] } }"#,
    ),
    of(
        &rule::BODY_EDGE_PUNCTUATION,
        r#"{ "type": "BODY", "text": "Your order's number is {{1}}.", "example": { "body_text": [["860198"]] } }"#,
        r#"{ "type": "BODY", "text": "Your order {{1}} is on its way.", "example": { "body_text": [["860198"]] } }"#,
    ),
    of(
        &rule::BODY_PLACEHOLDER_RATIO,
        r#"{ "type": "BODY", "text": "Order {{1}}, {{2}}, sent.", "example": { "body_text": [["860198", "aloe"]] } }"#,
        r#"{ "type": "BODY", "text": "Your order {{1}} of {{2}} has been sent.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
    ),
    of(
        &rule::BODY_EXAMPLE,
        r#"{ "type": "BODY", "text": "Order {{1}} is here." }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} is here.", "example": { "body_text": [["860198"]] } }"#,
    ),
    of(
        &rule::EXAMPLE_FORM,
        r#"{ "type": "BODY", "text": "Order {{1}} of {{2}} is on its way.",
  "example": { "body_text": ["860198", "aloe"] } }"#,
        r#"{ "type": "BODY", "text": "Order {{1}} of {{2}} is on its way.",
  "example": { "body_text": [["860198", "aloe"]] } }"#,
    ),
];

pub(super) static FOOTER: &[RuleExample] = &[
    of(
        &rule::FOOTER_TOO_LONG,
        r#"{ "type": "FOOTER", "text": "Lucky Shrub, the little shop of succulents at the end of the road" }"#,
        r#"{ "type": "FOOTER", "text": "Lucky Shrub" }"#,
    ),
    of(
        &rule::FOOTER_EMPTY,
        r#"{ "type": "FOOTER", "text": "" }"#,
        r#"{ "type": "FOOTER", "text": "Lucky Shrub" }"#,
    ),
    of(
        &rule::FOOTER_PLACEHOLDER,
        r#"{ "type": "FOOTER", "text": "Yours, {{1}}" }"#,
        r#"{ "type": "FOOTER", "text": "Yours, Lucky Shrub" }"#,
    ),
];
