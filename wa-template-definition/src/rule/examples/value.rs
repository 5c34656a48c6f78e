//! Values.

use super::{RuleExample, of, sent};
use crate::rule;

const ONE: &str =
    r#"{ "type": "BODY", "text": "Order {{1}} is here.", "example": { "body_text": [["860198"]] } }"#;
const REPLY: &str = r#"{ "type": "QUICK_REPLY", "text": "Stop" }"#;
const PAY: &str = r#"{ "type": "ORDER_DETAILS", "text": "Review and pay" }"#;

pub(super) static VALUES: &[RuleExample] = &[
    sent(
        &rule::VALUE_EMPTY,
        ONE,
        r#"{ "type": "text", "text": "" }"#,
        r#"{ "type": "text", "text": "860198" }"#,
    ),
    sent(
        &rule::VALUE_WHITE_SPACE,
        ONE,
        r#"{ "type": "text", "text": "860198\nand 860199" }"#,
        r#"{ "type": "text", "text": "860198 and 860199" }"#,
    ),
    sent(
        &rule::VALUE_TOO_LONG,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": { "header_text": ["860198"] } }"#,
        r#"{ "type": "text", "text": "860198, which we have packed with care and sent to you today" }"#,
        r#"{ "type": "text", "text": "860198" }"#,
    ),
    sent(
        &rule::VALUE_PAYLOAD_EMPTY,
        REPLY,
        r#"{ "type": "payload", "payload": "" }"#,
        r#"{ "type": "payload", "payload": "stop" }"#,
    ),
    sent(
        &rule::VALUE_PAYLOAD_TOO_LONG,
        REPLY,
        r#"{ "type": "payload", "payload": "stop: …" }"#,
        r#"{ "type": "payload", "payload": "stop" }"#,
    ),
    sent(
        &rule::VALUE_MEDIA,
        r#"{ "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW"] } }"#,
        r#"{ "type": "image", "image": { "link": "/images/aloe.png" } }"#,
        r#"{ "type": "image", "image": { "link": "https://www.example.com/images/aloe.png" } }"#,
    ),
    sent(
        &rule::VALUE_LOCATION,
        r#"{ "type": "HEADER", "format": "LOCATION" }"#,
        r#"{ "type": "location", "location": { "latitude": "-122.148", "longitude": "37.485" } }"#,
        r#"{ "type": "location", "location": { "latitude": "37.485", "longitude": "-122.148" } }"#,
    ),
    sent(
        &rule::VALUE_CURRENCY,
        ONE,
        r#"{ "type": "currency", "currency": { "fallback_value": "$5", "code": "US$", "amount_1000": 5000 } }"#,
        r#"{ "type": "currency", "currency": { "fallback_value": "$5", "code": "USD", "amount_1000": 5000 } }"#,
    ),
    of(
        &rule::VALUE_DATE_TIME,
        r#"DateTime::new("5 May").month(5).day_of_month(55)"#,
        r#"DateTime::new("5 May").month(5).day_of_month(5)"#,
    ),
    sent(
        &rule::VALUE_COUPON_CODE,
        r#"{ "type": "COPY_CODE", "example": "SPRING25" }"#,
        r#"{ "type": "coupon_code", "coupon_code": "SPRING 25" }"#,
        r#"{ "type": "coupon_code", "coupon_code": "SPRING25" }"#,
    ),
    sent(
        &rule::VALUE_ONE_TIME_CODE,
        r#"{ "type": "OTP", "otp_type": "COPY_CODE" }"#,
        r#"{ "type": "body", "parameters": [{ "type": "text", "text": "1234-5678-9012-3456" }] },
{ "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "1234-5678-9012-3456" }] }"#,
        r#"{ "type": "body", "parameters": [{ "type": "text", "text": "1234-5678" }] },
{ "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "1234-5678" }] }"#,
    ),
    sent(
        &rule::VALUE_PRODUCT,
        r#"{ "type": "HEADER", "format": "PRODUCT" }, { "type": "SPM", "text": "View" }"#,
        r#"{ "type": "product", "product": { "product_retailer_id": "aloe" } }"#,
        r#"{ "type": "product", "product": { "product_retailer_id": "aloe", "catalog_id": "1001" } }"#,
    ),
    sent(
        &rule::VALUE_PRODUCT_LIST,
        r#"{ "type": "MPM", "text": "View items" }"#,
        r#"{ "type": "action", "action": { "thumbnail_product_retailer_id": "aloe", "sections": [
  { "title": "Popular", "product_items": [] }] } }"#,
        r#"{ "type": "action", "action": { "thumbnail_product_retailer_id": "aloe", "sections": [
  { "title": "Popular", "product_items": [{ "product_retailer_id": "aloe" }] }] } }"#,
    ),
    sent(
        &rule::VALUE_FLOW_DATA,
        r#"{ "type": "FLOW", "text": "Book", "flow_id": "1001" }"#,
        r#"{ "type": "action", "action": { "flow_token": "860198", "flow_action_data": "Friday" } }"#,
        r#"{ "type": "action", "action": { "flow_token": "860198", "flow_action_data": { "day": "Friday" } } }"#,
    ),
    sent(
        &rule::VALUE_VOICE_CALL,
        r#"{ "type": "VOICE_CALL", "text": "Call us" }"#,
        r#"{ "type": "ttl_minutes", "ttl_minutes": 0 }"#,
        r#"{ "type": "ttl_minutes", "ttl_minutes": 60 }"#,
    ),
    sent(
        &rule::VALUE_TAP_TARGET,
        r#"{ "type": "URL", "text": "Shop", "url": "https://www.example.com/" }"#,
        r#"{ "type": "tap_target_configuration", "parameters": [{ "type": "tap_target_configuration",
  "tap_target_configuration": [{ "url": "example.com/aloe", "title": "Aloe" }] }] }"#,
        r#"{ "type": "tap_target_configuration", "parameters": [{ "type": "tap_target_configuration",
  "tap_target_configuration": [{ "url": "https://www.example.com/aloe", "title": "Aloe" }] }] }"#,
    ),
    sent(
        &rule::VALUE_EXPIRATION,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only", "has_expiration": true } }"#,
        r#"{ "type": "limited_time_offer", "parameters": [
  { "type": "limited_time_offer", "limited_time_offer": { "expiration_time_ms": -1 } }] }"#,
        r#"{ "type": "limited_time_offer", "parameters": [
  { "type": "limited_time_offer", "limited_time_offer": { "expiration_time_ms": 1798761600000 } }] }"#,
    ),
    sent(
        &rule::VALUE_ORDER_REFERENCE,
        PAY,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order 860198",
  "currency": "INR", "total_amount": { "value": 1000, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 1, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 } } } } }"#,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order-860198",
  "currency": "INR", "total_amount": { "value": 1000, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 1, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 } } } } }"#,
    ),
    sent(
        &rule::VALUE_ORDER_ITEM,
        PAY,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order-860198",
  "currency": "INR", "total_amount": { "value": 1000, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 0, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 } } } } }"#,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order-860198",
  "currency": "INR", "total_amount": { "value": 1000, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 1, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 } } } } }"#,
    ),
    sent(
        &rule::VALUE_ORDER_DESCRIPTION,
        PAY,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order-860198",
  "currency": "INR", "total_amount": { "value": 1000, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 1, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 },
    "tax": { "value": 0, "offset": 100, "description": "No tax, because plants in pots of clay are free of it until May" } } } } }"#,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order-860198",
  "currency": "INR", "total_amount": { "value": 1000, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 1, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 },
    "tax": { "value": 0, "offset": 100, "description": "No tax on plants" } } } } }"#,
    ),
    sent(
        &rule::VALUE_ORDER_TOTAL,
        PAY,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order-860198", "currency": "INR",
  "total_amount": { "value": 1000, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 1, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 }, "tax": { "value": 80, "offset": 100 } } } } }"#,
        r#"{ "type": "action", "action": { "order_details": { "reference_id": "order-860198", "currency": "INR",
  "total_amount": { "value": 1080, "offset": 100 },
  "order": { "items": [{ "name": "Aloe", "quantity": 1, "amount": { "value": 1000, "offset": 100 } }],
    "subtotal": { "value": 1000, "offset": 100 }, "tax": { "value": 80, "offset": 100 } } } } }"#,
    ),
    sent(
        &rule::VALUE_ORDER_STATUS,
        r#""category": "UTILITY", "sub_category": "ORDER_STATUS""#,
        r#"{ "type": "order_status", "parameters": [{ "type": "order_status",
  "order_status": { "reference_id": "order-860198", "order": { "status": "sent" } } }] }"#,
        r#"{ "type": "order_status", "parameters": [{ "type": "order_status",
  "order_status": { "reference_id": "order-860198", "order": { "status": "shipped" } } }] }"#,
    ),
    sent(
        &rule::VALUE_PAYMENT,
        r#"{ "type": "PAYMENT_REQUEST", "text": "Copy Pix code", "payment_setting": { "type": "pix_dynamic_code",
  "pix_dynamic_code": { "code": "0002012636" } } }"#,
        r#"{ "type": "action", "action": { "payment_request": {
  "payment_setting": { "type": "pix_dynamic_code", "pix_dynamic_code": {} } } } }"#,
        r#"{ "type": "action", "action": { "payment_request": {
  "payment_setting": { "type": "pix_dynamic_code", "pix_dynamic_code": { "code": "0002012633" } } } } }"#,
    ),
];
