//! What only some templates have.

use super::{RuleExample, of};
use crate::rule;

pub(super) static ONE_TIME_PASSWORDS: &[RuleExample] = &[
    of(
        &rule::ONE_TIME_PASSWORD_KIND,
        r#"{ "type": "OTP", "otp_type": "TWO_TAP" }"#,
        r#"{ "type": "OTP", "otp_type": "COPY_CODE" }"#,
    ),
    of(
        &rule::ONE_TIME_PASSWORD_APPS,
        r#"{ "type": "OTP", "otp_type": "ONE_TAP", "supported_apps": [] }"#,
        r#"{ "type": "OTP", "otp_type": "ONE_TAP",
  "supported_apps": [{ "package_name": "com.example.shop", "signature_hash": "Kq3bX0+Lm7Z" }] }"#,
    ),
    of(
        &rule::ONE_TIME_PASSWORD_PACKAGE,
        r#"{ "type": "OTP", "otp_type": "ONE_TAP",
  "supported_apps": [{ "package_name": "shop", "signature_hash": "Kq3bX0+Lm7Z" }] }"#,
        r#"{ "type": "OTP", "otp_type": "ONE_TAP",
  "supported_apps": [{ "package_name": "com.example.shop", "signature_hash": "Kq3bX0+Lm7Z" }] }"#,
    ),
    of(
        &rule::ONE_TIME_PASSWORD_HASH,
        r#"{ "type": "OTP", "otp_type": "ONE_TAP",
  "supported_apps": [{ "package_name": "com.example.shop", "signature_hash": "Kq3bX0%2BLm7Z" }] }"#,
        r#"{ "type": "OTP", "otp_type": "ONE_TAP",
  "supported_apps": [{ "package_name": "com.example.shop", "signature_hash": "Kq3bX0+Lm7Z" }] }"#,
    ),
    of(
        &rule::ONE_TIME_PASSWORD_TERMS,
        r#"{ "type": "OTP", "otp_type": "ZERO_TAP",
  "supported_apps": [{ "package_name": "com.example.shop", "signature_hash": "Kq3bX0+Lm7Z" }] }"#,
        r#"{ "type": "OTP", "otp_type": "ZERO_TAP", "zero_tap_terms_accepted": true,
  "supported_apps": [{ "package_name": "com.example.shop", "signature_hash": "Kq3bX0+Lm7Z" }] }"#,
    ),
    of(
        &rule::CODE_EXPIRATION_RANGE,
        r#"{ "type": "FOOTER", "code_expiration_minutes": 120 }, { "type": "OTP", "otp_type": "COPY_CODE" }"#,
        r#"{ "type": "FOOTER", "code_expiration_minutes": 10 }, { "type": "OTP", "otp_type": "COPY_CODE" }"#,
    ),
];

pub(super) static SPECIAL: &[RuleExample] = &[
    of(
        &rule::MARKETING_ONLY,
        r#""category": "UTILITY",
"components": [{ "type": "HEADER", "format": "GIF" }, { "type": "BODY", "text": "Look what is here!" }]"#,
        r#""category": "MARKETING",
"components": [{ "type": "HEADER", "format": "GIF" }, { "type": "BODY", "text": "Look what is here!" }]"#,
    ),
    of(
        &rule::LIMITED_TIME_OFFER_TEXT,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Offer for today only" } }"#,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only" } }"#,
    ),
    of(
        &rule::LIMITED_TIME_OFFER_FOOTER,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only" } },
{ "type": "FOOTER", "text": "Lucky Shrub" }"#,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only" } }"#,
    ),
    of(
        &rule::LIMITED_TIME_OFFER_HEADER,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only" } },
{ "type": "HEADER", "format": "TEXT", "text": "Be quick" }"#,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only" } },
{ "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW"] } }"#,
    ),
    of(
        &rule::LIMITED_TIME_OFFER_BUTTONS,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only" } },
{ "type": "URL", "text": "Shop", "url": "https://www.example.com/" }, { "type": "COPY_CODE", "example": "SPRING25" }"#,
        r#"{ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today only" } },
{ "type": "COPY_CODE", "example": "SPRING25" }, { "type": "URL", "text": "Shop", "url": "https://www.example.com/" }"#,
    ),
    of(
        &rule::PRODUCT_HEADER,
        r#"{ "type": "HEADER", "format": "PRODUCT" }, { "type": "QUICK_REPLY", "text": "View" }"#,
        r#"{ "type": "HEADER", "format": "PRODUCT" }, { "type": "SPM", "text": "View" }"#,
    ),
    of(
        &rule::CATALOG_HEADER,
        r#"{ "type": "HEADER", "format": "TEXT", "text": "Our plants" }, { "type": "CATALOG", "text": "View catalog" }"#,
        r#"{ "type": "CATALOG", "text": "View catalog" }"#,
    ),
    of(
        &rule::CAROUSEL_CARD_COUNT,
        r#"{ "type": "CAROUSEL", "cards": [
  { "components": [{ "type": "HEADER", "format": "PRODUCT" },
    { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }] }"#,
        r#"{ "type": "CAROUSEL", "cards": [
  { "components": [{ "type": "HEADER", "format": "PRODUCT" },
    { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] },
  { "components": [{ "type": "HEADER", "format": "PRODUCT" },
    { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }] }"#,
    ),
    of(
        &rule::CAROUSEL_CARD_HEADER,
        r#"{ "components": [{ "type": "HEADER", "format": "TEXT", "text": "Aloe" },
  { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "More" }] }] }"#,
        r#"{ "components": [{ "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["4::aW"] } },
  { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "More" }] }] }"#,
    ),
    of(
        &rule::CAROUSEL_CARD_BUTTONS,
        r#"{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "More" }] }] }"#,
        r#"{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }"#,
    ),
    of(
        &rule::CAROUSEL_CARDS_ALIKE,
        r#"{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] },
{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "View", "url": "https://www.example.com/aloe" }] }] }"#,
        r#"{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] },
{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }"#,
    ),
    of(
        &rule::CAROUSEL_CARD_LINES,
        r#"{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BODY", "text": "Aloe\nin a pot\nof clay\nfrom Oaxaca" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }"#,
        r#"{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BODY", "text": "Aloe\nin a pot of clay from Oaxaca" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }"#,
    ),
    of(
        &rule::CAROUSEL_BESIDE,
        r#"{ "type": "FOOTER", "text": "Lucky Shrub" },
{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }"#,
        r#"{ "components": [{ "type": "HEADER", "format": "PRODUCT" },
  { "type": "BUTTONS", "buttons": [{ "type": "SPM", "text": "View" }] }] }"#,
    ),
    of(
        &rule::ORDER_STATUS_CATEGORY,
        r#""category": "MARKETING", "sub_category": "ORDER_STATUS""#,
        r#""category": "UTILITY", "sub_category": "ORDER_STATUS""#,
    ),
    of(
        &rule::LIBRARY_COMPONENTS,
        r#""library_template_name": "delivery_update", "components": [{ "type": "BODY", "text": "Your order is here." }]"#,
        r#""library_template_name": "delivery_update", "components": []"#,
    ),
];
