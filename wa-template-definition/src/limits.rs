//! Every number the platform sets, once. Lengths are Unicode scalar values unless said otherwise.
//!
//! Page names are below `developers.facebook.com/documentation/business-messaging/whatsapp/`.

/// Template name (`templates/overview`, May 2026).
pub const NAME: usize = 512;
/// Text header (`templates/components`, May 2026).
pub const HEADER_TEXT: usize = 60;
/// Placeholders in a text header (`templates/components`, May 2026).
pub const HEADER_PLACEHOLDERS: usize = 1;
/// Body of an ordinary template (`templates/components`, May 2026).
pub const BODY_TEXT: usize = 1024;
/// Filled-in body when the template consists of nothing else (`messages/template-messages` and the change log).
pub const BODY_ALONE_FILLED: usize = 32_768;
/// Footer (`templates/components`, May 2026).
pub const FOOTER_TEXT: usize = 60;
/// Buttons of one template (`templates/components`, May 2026).
pub const BUTTONS: usize = 10;
/// Label of a button (`templates/components`, May 2026).
pub const BUTTON_LABEL: usize = 25;
/// Quick-reply buttons (`templates/components`, May 2026).
pub const QUICK_REPLY_BUTTONS: usize = 10;
/// URL buttons (`templates/components`, May 2026).
pub const URL_BUTTONS: usize = 2;
/// Phone-number buttons (`templates/components`, May 2026).
pub const PHONE_NUMBER_BUTTONS: usize = 1;
/// Address of a URL button, the filled-in value included (`templates/components`, May 2026).
pub const URL: usize = 2000;
/// Phone number of a button (`templates/components`, May 2026).
pub const PHONE_NUMBER: usize = 20;
/// Named placeholder, by one vendor's account; longer ones are only warned about.
pub const PLACEHOLDER_NAME: usize = 20;
/// Payload of a quick reply. Meta states none and vendors 128 or 256: the most generous stated figure.
pub const QUICK_REPLY_PAYLOAD: usize = 256;
/// Consecutive blanks inside a value (error text of code 132018, seen in live traffic).
pub const VALUE_BLANKS: usize = 4;
/// Callback data, `biz_opaque_callback_data` (stated for calls, taken over for messages).
pub const CALLBACK_DATA: usize = 512;
/// Digits of a phone number in international form (ITU-T E.164).
pub const RECIPIENT_DIGITS: usize = 15;
/// Words per placeholder, both counted, that vendors measured as the least the platform accepts: 3·P + 1.
pub const WORDS_PER_PLACEHOLDER: usize = 3;

/// Body of a limited-time offer (`templates/marketing-templates/limited-time-offer-templates`, May 2026).
pub const LIMITED_TIME_OFFER_BODY_TEXT: usize = 600;
/// Heading of a limited-time offer (same page).
pub const LIMITED_TIME_OFFER_TEXT: usize = 16;
/// Body of a card (`templates/marketing-templates/media-card-carousel-templates`, November 2025).
pub const CARD_BODY_TEXT: usize = 160;
/// Cards of a carousel (same page).
pub const CARDS: std::ops::RangeInclusive<usize> = 2..=10;
/// Buttons of a media card (same page; at least one since 2023).
pub const CARD_BUTTONS: std::ops::RangeInclusive<usize> = 1..=2;
/// Line breaks of a card's body; not certain, so only warned about.
pub const CARD_BODY_LINE_BREAKS: usize = 2;
/// Payment-request buttons, each of another kind (`payments/payments-br/payment-request-cta`, June 2026).
pub const PAYMENT_REQUEST_BUTTONS: usize = 3;
/// Minutes after which a one-time code is no longer valid (`templates/authentication-templates`).
pub const CODE_EXPIRATION_MINUTES: std::ops::RangeInclusive<i64> = 1..=90;
/// Applications that may receive a one-time code (same page).
pub const SUPPORTED_APPS: std::ops::RangeInclusive<usize> = 1..=5;
/// Package name of such an application (same page).
pub const PACKAGE_NAME: usize = 224;
/// Hash of its signing key (same page).
pub const SIGNATURE_HASH: usize = 11;

/// Allowed lifetime of an undelivered message in seconds, by category (`templates/time-to-live`, October 2025).
/// `-1` (30 days) is allowed beside it for authentication and utility templates.
pub mod ttl {
    use std::ops::RangeInclusive;

    /// One-time passwords.
    pub const AUTHENTICATION: RangeInclusive<i64> = 30..=900;
    /// Utility templates.
    pub const UTILITY: RangeInclusive<i64> = 30..=43_200;
    /// Marketing templates, honoured by `/marketing_messages` only.
    pub const MARKETING: RangeInclusive<i64> = 43_200..=2_592_000;
    /// "30 days".
    pub const THIRTY_DAYS: i64 = -1;
    /// What an authentication template has that does not say it.
    pub const AUTHENTICATION_DEFAULT: i64 = 600;
    /// What any other template has that does not say it: 30 days.
    pub const DEFAULT: i64 = 2_592_000;
}

/// Coupon code (`templates/marketing-templates/coupon-templates`, December 2025, and the change log;
/// `templates/components`, May 2026, still says 15).
pub const COUPON_CODE: usize = 20;
/// Coupon code of a limited-time offer (`templates/marketing-templates/limited-time-offer-templates`, May 2026).
pub const LIMITED_TIME_OFFER_COUPON_CODE: usize = 15;
/// One-time code (`templates/authentication-templates`, June 2026).
pub const ONE_TIME_CODE: usize = 15;
/// Sections of a product list (`templates/marketing-templates/mpm-templates`, below `catalogs/` since 2026).
pub const PRODUCT_SECTIONS: usize = 10;
/// Products of a product list, all sections together (`templates/marketing-templates/mpm-templates`, below `catalogs/`
/// since 2026).
pub const PRODUCTS: usize = 30;
/// Title of a section of products (`templates/marketing-templates/mpm-templates`, below `catalogs/` since 2026).
pub const PRODUCT_SECTION_TITLE: usize = 24;
/// Minutes during which a call button works (`calling/call-button-messages-deep-links`, June 2026).
pub const VOICE_CALL_TTL_MINUTES: std::ops::RangeInclusive<i64> = 1..=43_200;
/// Payload of a call button (`calling/call-button-messages-deep-links`, June 2026).
pub const VOICE_CALL_PAYLOAD: usize = 512;
/// Reference id of an order (`payments/payments-in/orderdetailstemplate`, October 2025).
pub const ORDER_REFERENCE: usize = 35;
/// Name of an item of an order (`payments/payments-in/orderdetailstemplate`, October 2025).
pub const ORDER_ITEM_NAME: usize = 60;
/// Items of an order if any of them has an image (`payments/payments-in/orderdetailstemplate`, October 2025).
pub const ORDER_ITEMS_WITH_IMAGE: usize = 10;
/// Description of the tax, the shipping or the discount of an order, and the name of the discount's programme
/// (`payments/payments-in/orderdetailstemplate`, October 2025).
pub const ORDER_DESCRIPTION: usize = 60;
/// Description of an order's expiration (`payments/payments-in/orderdetailstemplate`, October 2025).
pub const ORDER_EXPIRATION_DESCRIPTION: usize = 120;
/// Name of a payment configuration (`payments/payments-in/pg`, May 2026).
pub const PAYMENT_CONFIGURATION_NAME: usize = 60;
/// Digits by which a customer recognises a card (`payments/payments-br/orderdetailstemplate`, June 2026).
pub const CARD_LAST_DIGITS: usize = 4;
/// Templates that one call deletes by their ids (`templates/template-management`, November 2025).
pub const DELETED_AT_ONCE: usize = 100;
