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
