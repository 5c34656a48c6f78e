//! Buttons.

use super::{RuleExample, of};
use crate::rule;

pub(super) static BUTTONS: &[RuleExample] = &[
    of(
        &rule::BUTTONS_EMPTY,
        r#"{ "type": "BUTTONS", "buttons": [] }"#,
        r#"{ "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Yes" }] }"#,
    ),
    of(
        &rule::BUTTONS_TOO_MANY,
        r#"{ "type": "QUICK_REPLY", "text": "0" }, { "type": "QUICK_REPLY", "text": "1" },
{ "type": "QUICK_REPLY", "text": "2" }, { "type": "QUICK_REPLY", "text": "3" },
{ "type": "QUICK_REPLY", "text": "4" }, { "type": "QUICK_REPLY", "text": "5" },
{ "type": "QUICK_REPLY", "text": "6" }, { "type": "QUICK_REPLY", "text": "7" },
{ "type": "QUICK_REPLY", "text": "8" }, { "type": "QUICK_REPLY", "text": "9" },
{ "type": "QUICK_REPLY", "text": "10" }"#,
        r#"{ "type": "QUICK_REPLY", "text": "Less than five" }, { "type": "QUICK_REPLY", "text": "More" }"#,
    ),
    of(
        &rule::BUTTONS_TOO_MANY_OF_KIND,
        r#"{ "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+16505551234" },
{ "type": "PHONE_NUMBER", "text": "Call the shop", "phone_number": "+16505551235" }"#,
        r#"{ "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+16505551234" }"#,
    ),
    of(
        &rule::BUTTONS_GROUPING,
        r#"{ "type": "QUICK_REPLY", "text": "Yes" }, { "type": "URL", "text": "Shop", "url": "https://www.example.com/" },
{ "type": "QUICK_REPLY", "text": "No" }"#,
        r#"{ "type": "QUICK_REPLY", "text": "Yes" }, { "type": "QUICK_REPLY", "text": "No" },
{ "type": "URL", "text": "Shop", "url": "https://www.example.com/" }"#,
    ),
    of(
        &rule::BUTTON_LABEL_MISSING,
        r#"{ "type": "QUICK_REPLY", "text": "" }"#,
        r#"{ "type": "QUICK_REPLY", "text": "Yes" }"#,
    ),
    of(
        &rule::BUTTON_LABEL_TOO_LONG,
        r#"{ "type": "QUICK_REPLY", "text": "Yes, please, I would like to" }"#,
        r#"{ "type": "QUICK_REPLY", "text": "Yes, please" }"#,
    ),
    of(
        &rule::BUTTON_LABEL_STYLE,
        r#"{ "type": "QUICK_REPLY", "text": "Buy {{1}}" }"#,
        r#"{ "type": "QUICK_REPLY", "text": "Buy it" }"#,
    ),
    of(
        &rule::BUTTON_URL_TOO_LONG,
        r#"{ "type": "URL", "text": "Shop", "url": "https://www.example.com/?from=…" }"#,
        r#"{ "type": "URL", "text": "Shop", "url": "https://www.example.com/" }"#,
    ),
    of(
        &rule::BUTTON_URL_FORMAT,
        r#"{ "type": "URL", "text": "Shop", "url": "www.example.com" }"#,
        r#"{ "type": "URL", "text": "Shop", "url": "https://www.example.com" }"#,
    ),
    of(
        &rule::BUTTON_URL_PLACEHOLDER,
        r#"{ "type": "URL", "text": "Track", "url": "https://www.example.com/{{1}}/status", "example": ["860198"] }"#,
        r#"{ "type": "URL", "text": "Track", "url": "https://www.example.com/status/{{1}}", "example": ["860198"] }"#,
    ),
    of(
        &rule::BUTTON_URL_EXAMPLE,
        r#"{ "type": "URL", "text": "Track", "url": "https://www.example.com/status/{{1}}" }"#,
        r#"{ "type": "URL", "text": "Track", "url": "https://www.example.com/status/{{1}}", "example": ["860198"] }"#,
    ),
    of(
        &rule::BUTTON_PHONE_NUMBER_FORMAT,
        r#"{ "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "1-650-555-CALL" }"#,
        r#"{ "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+16505551234" }"#,
    ),
    of(
        &rule::BUTTON_PHONE_NUMBER_TOO_LONG,
        r#"{ "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+1 (650) 555 - 12 34 (0)" }"#,
        r#"{ "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+1 (650) 555-1234" }"#,
    ),
    of(
        &rule::BUTTONS_KIND_ONCE,
        r#"{ "type": "VOICE_CALL", "text": "Call us" }, { "type": "VOICE_CALL", "text": "Call the shop" }"#,
        r#"{ "type": "VOICE_CALL", "text": "Call us" }"#,
    ),
    of(
        &rule::BUTTONS_ALONE,
        r#"{ "type": "CATALOG", "text": "View catalogue" }, { "type": "QUICK_REPLY", "text": "Stop" }"#,
        r#"{ "type": "CATALOG", "text": "View catalogue" }"#,
    ),
    of(
        &rule::BUTTON_COUPON_EXAMPLE,
        r#"{ "type": "COPY_CODE" }"#,
        r#"{ "type": "COPY_CODE", "example": "SPRING25" }"#,
    ),
    of(
        &rule::BUTTON_COUPON_CODE,
        r#"{ "type": "COPY_CODE", "example": "SPRING-25" }"#,
        r#"{ "type": "COPY_CODE", "example": "SPRING25" }"#,
    ),
    of(
        &rule::BUTTON_FLOW_SOURCE,
        r#"{ "type": "FLOW", "text": "Book", "flow_id": "1001", "flow_name": "booking" }"#,
        r#"{ "type": "FLOW", "text": "Book", "flow_id": "1001" }"#,
    ),
    of(
        &rule::BUTTON_FLOW_ACTION,
        r#"{ "type": "FLOW", "text": "Book", "flow_id": "1001", "flow_action": "data_exchange", "navigate_screen": "DATE" }"#,
        r#"{ "type": "FLOW", "text": "Book", "flow_id": "1001", "flow_action": "navigate", "navigate_screen": "DATE" }"#,
    ),
    of(
        &rule::BUTTON_PAYMENT_LABEL,
        r#"{ "type": "PAYMENT_REQUEST", "text": "Pay", "payment_setting": { "type": "pix_dynamic_code",
  "pix_dynamic_code": { "code": "0002012636" } } }"#,
        r#"{ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting": { "type": "pix_dynamic_code",
  "pix_dynamic_code": { "code": "0002012636" } } }"#,
    ),
    of(
        &rule::BUTTON_PAYMENT_KIND,
        r#"{ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting": { "type": "pix_dynamic_code",
  "pix_dynamic_code": { "code": "0002012636" } } },
{ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting": { "type": "pix_dynamic_code",
  "pix_dynamic_code": { "code": "0002012636" } } }"#,
        r#"{ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting": { "type": "pix_dynamic_code",
  "pix_dynamic_code": { "code": "0002012636" } } }"#,
    ),
    of(
        &rule::BUTTON_PAYMENT_EXAMPLE,
        r#"{ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting": { "type": "pix_dynamic_code" } }"#,
        r#"{ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting": { "type": "pix_dynamic_code",
  "pix_dynamic_code": { "code": "0002012636" } } }"#,
    ),
    of(
        &rule::BUTTON_CONTACT_LABEL,
        r#"{ "type": "REQUEST_CONTACT_INFO", "text": "Your contact" }"#,
        r#"{ "type": "REQUEST_CONTACT_INFO" }"#,
    ),
];
