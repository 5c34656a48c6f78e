//! The rules themselves. `severity` and `allowable` follow section 17 of the specification: rows marked **E** are
//! errors, rows marked **W** warnings; what only the creation check knows, or what is not certain, may be silenced.

use super::Severity::{Error, Warning};
use super::Stage::{Creation, Send, Value};
use super::{Rule, Severity, Stage};

macro_rules! rules {
    ($($name:ident: $id:literal, $stage:ident, $severity:ident $(($allow:ident))?, $code:expr, $subcode:expr,
       $summary:literal, $source:literal;)*) => {
        $(
            #[doc = $summary]
            pub static $name: Rule = rule(
                $id, $stage, $severity, false $(|| stringify!($allow).len() > 0)?, [$code, $subcode], $summary, $source,
            );
        )*
        /// All rules, in the order of the reference page.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

/// A zero stands for "no code known".
const fn rule(
    id: &'static str,
    stage: Stage,
    severity: Severity,
    allowable: bool,
    [code, subcode]: [u32; 2],
    summary: &'static str,
    source: &'static str,
) -> Rule {
    let (code, subcode) = (known(code), known(subcode));
    Rule { id, stage, severity, allowable, code, subcode, summary, source }
}

const fn known(number: u32) -> Option<u32> {
    if number == 0 { None } else { Some(number) }
}

rules! {
    // The definition as a whole.
    NAME_FORMAT: "name-format", Creation, Error, 100, 0,
        "A template's name is 1 to 512 lower-case letters, digits and underscores.",
        "templates/overview, May 2026";
    LANGUAGE_UNKNOWN: "language-unknown", Creation, Error (allow), 100, 0,
        "A template's language is one of the platform's list; codes are case-sensitive and take an underscore.",
        "templates/supported-languages, November 2025";
    CATEGORY_UNKNOWN: "category-unknown", Creation, Error, 100, 0,
        "A template's category is marketing, utility or authentication.",
        "templates/template-categorization";
    AUTHENTICATION_CONTENT: "authentication-content", Creation, Error, 100, 0,
        "An authentication template has no header, no text of its own and exactly one one-time-password button.",
        "templates/authentication-templates";
    COMPONENT_DUPLICATE: "component-duplicate", Creation, Error, 100, 0,
        "A template has at most one header, one body, one footer and one list of buttons.",
        "templates/components, May 2026";
    MESSAGE_SEND_TTL_RANGE: "message-send-ttl-range", Creation, Error (allow), 100, 0,
        "The lifetime of an undelivered message lies in the range of the template's category.",
        "templates/time-to-live, October 2025";

    // Placeholders of all texts.
    PLACEHOLDER_BRACES: "placeholder-braces", Creation, Error, 100, 2_388_072,
        "Every `{{` has its `}}`, and a name or number stands between them.",
        "templates/template-review, October 2025";
    PLACEHOLDER_BLANK: "placeholder-blank", Creation, Error (allow), 100, 2_388_072,
        "No blanks stand between the braces and the name.",
        "vendors' documentation";
    PLACEHOLDER_NAME: "placeholder-name", Creation, Error, 100, 0,
        "A named placeholder is made of lower-case letters, digits and underscores and does not begin with a digit.",
        "templates/overview, May 2026; digits by several senders";
    PLACEHOLDER_MIXED: "placeholder-mixed", Creation, Error, 0, 0,
        "Header and body use names throughout or numbers throughout.",
        "templates/components, May 2026 (review result INVALID_FORMAT)";
    PLACEHOLDER_FORMAT_MISSING: "placeholder-format-missing", Creation, Error, 0, 0,
        "Named placeholders need `parameter_format` NAMED.",
        "templates/components, May 2026; refused in review according to several senders";
    PLACEHOLDER_ADJACENT: "placeholder-adjacent", Creation, Error (allow), 0, 0,
        "Text stands between two placeholders.",
        "rejection text in status webhooks (INVALID_FORMAT)";
    PLACEHOLDER_ORDER: "placeholder-order", Creation, Warning (allow), 0, 0,
        "Numbered placeholders first appear in ascending order, and no placeholder appears twice in one text.",
        "not documented; senders match values by position";
    PLACEHOLDER_DIGIT: "placeholder-digit", Creation, Warning (allow), 0, 0,
        "The name of a placeholder has no digit and at most 20 characters.",
        "one vendor's documentation";

    // Header.
    HEADER_TOO_LONG: "header-too-long", Creation, Error, 100, 2_388_040,
        "A text header has at most 60 characters.",
        "templates/components, May 2026";
    HEADER_EMPTY: "header-empty", Creation, Error, 100, 2_388_047,
        "A text header is not empty.",
        "templates/components, May 2026";
    HEADER_PLACEHOLDERS: "header-placeholders", Creation, Error, 100, 2_388_047,
        "A text header has at most one placeholder.",
        "templates/components, May 2026";
    HEADER_PLACEHOLDER_GAP: "header-placeholder-gap", Creation, Error, 100, 2_388_037,
        "A numbered header placeholder is `{{1}}`.",
        "templates/template-review, October 2025; live error texts";
    HEADER_STYLE: "header-style", Creation, Warning (allow), 100, 2_388_047,
        "A text header has no formatting marks, emoji or line breaks.",
        "templates/components (formatting marks); vendors (emoji, line breaks)";
    HEADER_EXAMPLE: "header-example", Creation, Error (allow), 100, 2_388_043,
        "A text header with a placeholder has exactly one sample value, one without has none.",
        "live error texts";

    // Body.
    BODY_MISSING: "body-missing", Creation, Error, 100, 0,
        "Every template has a body with text, except authentication templates, whose text is the platform's.",
        "templates/components, May 2026";
    BODY_TOO_LONG: "body-too-long", Creation, Error, 100, 2_388_040,
        "A body has at most 1024 characters.",
        "templates/components, May 2026";
    BODY_PLACEHOLDER_GAP: "body-placeholder-gap", Creation, Error, 100, 2_388_037,
        "The numbered placeholders of a body are 1 to n without a gap.",
        "templates/template-review, October 2025; live error texts";
    BODY_EDGE_PLACEHOLDER: "body-edge-placeholder", Creation, Error (allow), 100, 2_388_299,
        "A body does not begin or end with a placeholder.",
        "templates/template-review, October 2025";
    BODY_EDGE_PUNCTUATION: "body-edge-punctuation", Creation, Warning (allow), 100, 2_388_299,
        "A word stands before the first and after the last placeholder; punctuation does not count.",
        "four independent senders, 2025-2026; one of Meta's samples breaks it";
    BODY_PLACEHOLDER_RATIO: "body-placeholder-ratio", Creation, Warning (allow), 100, 2_388_293,
        "A body with n placeholders has at least 3n + 1 words, placeholders included.",
        "support/error-codes (the rule); vendors' measurements (the numbers)";
    BODY_EXAMPLE: "body-example", Creation, Error (allow), 100, 2_388_043,
        "A body has exactly one sample value per placeholder.",
        "live error texts";
    EXAMPLE_FORM: "example-form", Creation, Error (allow), 100, 2_388_043,
        "Samples stand under the key of the template's parameter format, positional ones in a list of one list.",
        "live traffic: the flat list is refused when it has more than one value";

    // Footer.
    FOOTER_TOO_LONG: "footer-too-long", Creation, Error, 100, 2_388_040,
        "A footer has at most 60 characters.",
        "templates/components, May 2026";
    FOOTER_EMPTY: "footer-empty", Creation, Error, 100, 2_388_073,
        "A footer is not empty.",
        "templates/components, May 2026";
    FOOTER_PLACEHOLDER: "footer-placeholder", Creation, Error, 100, 2_388_073,
        "A footer has no placeholders.",
        "vendors; no send component exists";

    // Buttons.
    BUTTONS_EMPTY: "buttons-empty", Creation, Error, 100, 0,
        "A list of buttons has at least one.",
        "templates/components, May 2026";
    BUTTONS_TOO_MANY: "buttons-too-many", Creation, Error, 100, 0,
        "A template has at most 10 buttons.",
        "templates/components, May 2026";
    BUTTONS_TOO_MANY_OF_KIND: "buttons-too-many-of-kind", Creation, Error, 100, 0,
        "A template has at most 2 URL buttons, 1 phone number, 1 coupon code, 1 order and 3 payment requests.",
        "templates/components, May 2026";
    BUTTONS_GROUPING: "buttons-grouping", Creation, Error, 100, 0,
        "Quick replies stand together, before or after all other buttons.",
        "templates/components, May 2026";
    BUTTON_LABEL_MISSING: "button-label-missing", Creation, Error, 100, 0,
        "A button has a label.",
        "templates/components, May 2026";
    BUTTON_LABEL_TOO_LONG: "button-label-too-long", Creation, Error, 100, 2_388_040,
        "The label of a button has at most 25 characters.",
        "templates/components, May 2026";
    BUTTON_LABEL_STYLE: "button-label-style", Creation, Error, 100, 0,
        "The label of a button has no placeholder, line break, emoji or formatting mark.",
        "live error texts";
    BUTTON_URL_TOO_LONG: "button-url-too-long", Creation, Error, 100, 2_388_040,
        "The address of a URL button has at most 2000 characters.",
        "templates/components, May 2026";
    BUTTON_URL_FORMAT: "button-url-format", Creation, Error, 100, 2_388_052,
        "The address of a URL button is an absolute `http` or `https` URL.",
        "live error texts";
    BUTTON_URL_PLACEHOLDER: "button-url-placeholder", Creation, Error, 100, 2_388_052,
        "The address of a URL button has at most one placeholder, `{{1}}`, at its very end.",
        "templates/components, May 2026; live error texts";
    BUTTON_URL_EXAMPLE: "button-url-example", Creation, Error (allow), 100, 2_388_043,
        "The address of a URL button has one sample if it has a placeholder, and none otherwise.",
        "live error texts";
    BUTTON_PHONE_NUMBER_FORMAT: "button-phone-number-format", Creation, Error, 100, 0,
        "The phone number of a button is made of digits, with an optional leading plus.",
        "templates/components, May 2026";
    BUTTON_PHONE_NUMBER_TOO_LONG: "button-phone-number-too-long", Creation, Error, 100, 2_388_040,
        "The phone number of a button has at most 20 characters.",
        "templates/components, May 2026";
    BUTTONS_KIND_ONCE: "buttons-kind-once", Creation, Error (allow), 100, 0,
        "A template has at most one flow button and one call button.",
        "vendors' documentation";
    BUTTONS_ALONE: "buttons-alone", Creation, Error, 100, 0,
        "A catalogue, multi-product or single-product button has no other button beside it.",
        "templates/components, May 2026";
    BUTTON_COUPON_EXAMPLE: "button-coupon-example", Creation, Error (allow), 100, 2_388_043,
        "A copy-code button has a sample of its code.",
        "templates/marketing-templates/coupon-templates, December 2025";
    BUTTON_COUPON_CODE: "button-coupon-code", Creation, Error, 100, 0,
        "A coupon code is made of letters and digits, at most 20, or 15 in a limited-time offer.",
        "templates/marketing-templates/coupon-templates, December 2025; other pages say 15";
    BUTTON_FLOW_SOURCE: "button-flow-source", Creation, Error, 100, 0,
        "A flow button names its flow in exactly one way: by id, by name or by the flow's JSON.",
        "flows/guides/sendingaflow";
    BUTTON_FLOW_ACTION: "button-flow-action", Creation, Error (allow), 100, 0,
        "A flow button navigates, to a first screen if it names one, or exchanges data.",
        "flows/guides/sendingaflow";
    BUTTON_PAYMENT_LABEL: "button-payment-label", Creation, Error, 100, 0,
        "The label of a payment-request button follows from its kind.",
        "payments/payments-br/payment-request-cta, June 2026";
    BUTTON_PAYMENT_KIND: "button-payment-kind", Creation, Error, 100, 0,
        "Each payment-request button asks for another kind of payment.",
        "payments/payments-br/payment-request-cta, June 2026";
    BUTTON_PAYMENT_EXAMPLE: "button-payment-example", Creation, Error (allow), 100, 0,
        "A payment-request button has a sample of its code or address.",
        "payments/payments-br/payment-request-cta, June 2026";
    BUTTON_CONTACT_LABEL: "button-contact-label", Creation, Error (allow), 100, 0,
        "A contact-info button has the platform's label.",
        "vendors' documentation";

    // One-time passwords.
    ONE_TIME_PASSWORD_KIND: "one-time-password-kind", Creation, Error, 100, 0,
        "A one-time code is copied, filled in with one tap, or with none.",
        "templates/authentication-templates";
    ONE_TIME_PASSWORD_APPS: "one-time-password-apps", Creation, Error, 100, 0,
        "One-tap and zero-tap codes name 1 to 5 applications, copied ones none.",
        "templates/authentication-templates";
    ONE_TIME_PASSWORD_PACKAGE: "one-time-password-package", Creation, Error, 100, 0,
        "A package name has two or more segments that begin with a letter, and at most 224 characters.",
        "templates/authentication-templates";
    ONE_TIME_PASSWORD_HASH: "one-time-password-hash", Creation, Error, 100, 0,
        "A signature hash is 11 letters, digits, `+`, `/` or `=`.",
        "templates/authentication-templates";
    ONE_TIME_PASSWORD_TERMS: "one-time-password-terms", Creation, Error, 100, 0,
        "Zero-tap delivery needs its terms accepted.",
        "templates/authentication-templates";
    CODE_EXPIRATION_RANGE: "code-expiration-range", Creation, Error, 100, 0,
        "A one-time code is valid for 1 to 90 minutes.",
        "templates/authentication-templates";

    // Offers, products, carousels, orders, library.
    MARKETING_ONLY: "marketing-only", Creation, Error, 100, 0,
        "Catalogues, product messages, limited-time offers, carousels and GIF headers are for marketing templates only.",
        "templates/template-categorization; templates/components, May 2026";
    LIMITED_TIME_OFFER_TEXT: "limited-time-offer-text", Creation, Error, 100, 2_388_040,
        "The heading of a limited-time offer has 1 to 16 characters.",
        "templates/marketing-templates/limited-time-offer-templates, May 2026";
    LIMITED_TIME_OFFER_FOOTER: "limited-time-offer-footer", Creation, Error, 100, 0,
        "A limited-time offer has no footer.",
        "templates/marketing-templates/limited-time-offer-templates, May 2026";
    LIMITED_TIME_OFFER_HEADER: "limited-time-offer-header", Creation, Error, 100, 0,
        "The header of a limited-time offer is an image or a video.",
        "templates/marketing-templates/limited-time-offer-templates, May 2026";
    LIMITED_TIME_OFFER_BUTTONS: "limited-time-offer-buttons", Creation, Error, 100, 0,
        "A limited-time offer has at most one address, and its coupon code stands before it.",
        "templates/marketing-templates/limited-time-offer-templates, May 2026";
    PRODUCT_HEADER: "product-header", Creation, Error, 100, 0,
        "A product header goes with a single-product button.",
        "templates/marketing-templates/spm-templates";
    CATALOG_HEADER: "catalog-header", Creation, Error (allow), 100, 0,
        "A template with a catalogue button has no header: the platform shows one of its own.",
        "templates/marketing-templates/catalog-templates";
    CAROUSEL_CARD_COUNT: "carousel-card-count", Creation, Error, 100, 0,
        "A carousel has 2 to 10 cards.",
        "templates/marketing-templates/media-card-carousel-templates, November 2025";
    CAROUSEL_CARD_HEADER: "carousel-card-header", Creation, Error, 100, 0,
        "Each card has an image, a video or a product.",
        "templates/marketing-templates/media-card-carousel-templates, November 2025";
    CAROUSEL_CARD_BUTTONS: "carousel-card-buttons", Creation, Error, 100, 0,
        "A media card has one or two buttons, a product card one, to the product or to an address.",
        "templates/marketing-templates/media-card-carousel-templates and product-card-carousel-templates, November 2025";
    CAROUSEL_CARDS_ALIKE: "carousel-cards-alike", Creation, Error, 100, 0,
        "All cards have the same parts and the same kinds of buttons in the same order.",
        "templates/marketing-templates/media-card-carousel-templates, November 2025";
    CAROUSEL_CARD_LINES: "carousel-card-lines", Creation, Warning (allow), 100, 0,
        "The body of a card has at most two line breaks.",
        "not certain";
    CAROUSEL_BESIDE: "carousel-beside", Creation, Warning (allow), 100, 0,
        "A template with a carousel has no header, footer or buttons beside it.",
        "no sample of the platform has any; not stated";
    ORDER_STATUS_CATEGORY: "order-status-category", Creation, Error, 100, 0,
        "An order status is a utility template.",
        "payments/payments-in/orderstatustemplate";
    LIBRARY_COMPONENTS: "library-components", Creation, Error, 100, 0,
        "A clone of a library template has no components of its own.",
        "templates/template-library, November 2025; refused in live traffic";

    // A send against its template.
    SEND_NAME: "send-name", Send, Error, 132_001, 0,
        "A send names the template it fills in.",
        "support/error-codes, September 2026";
    SEND_LANGUAGE: "send-language", Send, Error, 132_001, 0,
        "A send names a language in which the template exists; the platform falls back to no other.",
        "support/error-codes, September 2026";
    SEND_FORM: "send-form", Send, Error, 100, 0,
        "A send is an object with `name`, `language` and, where something is filled in, a list of `components`.",
        "messages/template-messages";
    SEND_COMPONENT_UNKNOWN: "send-component-unknown", Send, Error, 100, 0,
        "A send has components of the known types only, and only those that the template has.",
        "messages/template-messages; live error texts";
    SEND_COMPONENT_DUPLICATE: "send-component-duplicate", Send, Error, 100, 0,
        "A send has each component once, and one per button.",
        "messages/template-messages";
    SEND_PARAMETER_COUNT: "send-parameter-count", Send, Error, 132_000, 0,
        "A text is sent with exactly one value per placeholder.",
        "support/error-codes, September 2026";
    SEND_HEADER_MISSING: "send-header-missing", Send, Error, 132_012, 0,
        "A media or location header is sent with every message; the sample is never used instead.",
        "templates/components, May 2026; live error texts";
    SEND_PARAMETER_KIND: "send-parameter-kind", Send, Error, 132_012, 0,
        "Each value is of the kind that its place in the template takes.",
        "support/error-codes, September 2026";
    SEND_PARAMETER_NAME: "send-parameter-name", Send, Error, 100, 0,
        "Each value of a template with named placeholders says which placeholder it fills.",
        "live error texts";
    SEND_PARAMETER_UNKNOWN: "send-parameter-unknown", Send, Error, 132_000, 0,
        "Each value of a template with named placeholders names a placeholder of its text, once.",
        "support/error-codes, September 2026";
    SEND_PARAMETER_NAMED: "send-parameter-named", Send, Error, 132_000, 0,
        "The values of a template with numbered placeholders carry no names.",
        "messages/template-messages, by sample";
    SEND_BUTTON_MISSING: "send-button-missing", Send, Error, 131_008, 0,
        "A URL button with a placeholder is sent with its value, at its index among all buttons.",
        "templates/marketing-templates/media-card-carousel-templates; live error texts";
    SEND_BUTTON_INDEX: "send-button-index", Send, Error, 131_008, 0,
        "A button is addressed by its position among all buttons of the template, counted from 0.",
        "templates/marketing-templates/media-card-carousel-templates; live error texts";
    SEND_BUTTON_KIND: "send-button-kind", Send, Error, 132_018, 0,
        "The `sub_type` of a button fits the button at that index.",
        "live error texts; several codes are seen for this";
    SEND_BUTTON_SUB_TYPE: "send-button-sub-type", Send, Error, 100, 0,
        "The `sub_type` of a button is one of the platform's.",
        "live error text, January 2026";
    SEND_BUTTON_STATIC: "send-button-static", Send, Error, 100, 0,
        "Nothing is sent for a button without a value: phone numbers and addresses without placeholder.",
        "live error texts";
    SEND_COMPONENT_MISSING: "send-component-missing", Send, Error, 131_008, 0,
        "What a template always fills in is sent: the end of its offer, its cards, the status of its order.",
        "templates/marketing-templates, May 2026; payments/payments-in/orderstatustemplate";
    SEND_CARD_COUNT: "send-card-count", Send, Error, 132_012, 0,
        "A carousel of media cards is sent with the number of cards that was defined, one of product cards with 2 to 10.",
        "templates/marketing-templates/media-card-carousel-templates, November 2025; the code is not certain";
    SEND_CARD_INDEX: "send-card-index", Send, Error, 132_012, 0,
        "The cards of a carousel are numbered from 0 in their order.",
        "templates/marketing-templates/media-card-carousel-templates, November 2025; the code is not certain";

    // Values.
    VALUE_EMPTY: "value-empty", Value, Error, 131_008, 0,
        "A value is not empty.",
        "live error texts";
    VALUE_WHITE_SPACE: "value-white-space", Value, Error, 132_018, 0,
        "A value has no line break, no tab and no more than four blanks in a row.",
        "live error text of code 132018 (132000 before Graph v23)";
    VALUE_TOO_LONG: "value-too-long", Value, Error, 132_005, 0,
        "A text keeps its limit after its values are filled in.",
        "messages/template-messages; support/error-codes, September 2026";
    VALUE_PAYLOAD_EMPTY: "value-payload-empty", Value, Error, 132_018, 0,
        "The payload of a quick reply is not empty.",
        "live error texts";
    VALUE_PAYLOAD_TOO_LONG: "value-payload-too-long", Value, Error, 131_009, 0,
        "The payload of a quick reply has at most 256 characters.",
        "vendors say 128 or 256, Meta states no limit: the most generous stated figure";
    VALUE_MEDIA: "value-media", Value, Error, 132_012, 0,
        "Media is given by exactly one of a media id (decimal digits) and an `http` or `https` link.",
        "templates/components, May 2026";
    VALUE_LOCATION: "value-location", Value, Error, 131_009, 0,
        "A location has a latitude from -90 to 90 and a longitude from -180 to 180 degrees.",
        "templates/components, May 2026 (both keys); the range is geography's";
    VALUE_CURRENCY: "value-currency", Value, Error, 131_009, 0,
        "A currency value has a three-letter ISO 4217 code, an amount in thousandths and a text to show.",
        "messages/template-messages";
    VALUE_DATE_TIME: "value-date-time", Value, Error, 131_009, 0,
        "A date has a text to show, and its parts lie in the ranges of the calendar.",
        "messages/template-messages; the On-Premises guide of December 2023 for the parts";
    VALUE_COUPON_CODE: "value-coupon-code", Value, Error, 100, 0,
        "A coupon code is made of letters and digits, at most 20, or 15 in a limited-time offer.",
        "templates/marketing-templates/coupon-templates, December 2025; limited-time-offer-templates, May 2026";
    VALUE_ONE_TIME_CODE: "value-one-time-code", Value, Error, 100, 0,
        "A one-time code has at most 15 characters.",
        "templates/authentication-templates, June 2026; the error code is that of older templates";
    VALUE_PRODUCT: "value-product", Value, Error, 131_009, 0,
        "A product is named by its retailer id, and in a header also by the id of its catalogue.",
        "templates/marketing-templates/spm-templates and catalog-templates (below catalogs/ since 2026)";
    VALUE_PRODUCT_LIST: "value-product-list", Value, Error, 131_009, 0,
        "A product list has 1 to 10 sections and at most 30 products; each section has a product and, where there is \
         more than one, a title of at most 24 characters.",
        "templates/marketing-templates/mpm-templates (below catalogs/ since 2026); vendors (titles)";
    VALUE_FLOW_DATA: "value-flow-data", Value, Error, 131_009, 0,
        "The data of a flow's first screen is a JSON object.",
        "flows/guides/sendingaflow, June 2026";
    VALUE_VOICE_CALL: "value-voice-call", Value, Error, 131_009, 0,
        "A call button works for 1 to 43,200 minutes, and its payload has 1 to 512 characters.",
        "calling/call-button-messages-deep-links, June 2026";
    VALUE_TAP_TARGET: "value-tap-target", Value, Error, 131_009, 0,
        "A tap target has an absolute `http` or `https` address and a title.",
        "templates/tap-target-url-title-override, May 2026";
    VALUE_EXPIRATION: "value-expiration", Value, Error, 131_009, 0,
        "An offer or order expires at a moment that can be counted from 1970.",
        "templates/marketing-templates/limited-time-offer-templates, May 2026";
    VALUE_ORDER_REFERENCE: "value-order-reference", Value, Error, 131_009, 0,
        "The reference id of an order is 1 to 35 letters, digits, underscores, dashes and dots.",
        "payments/payments-in/orderdetailstemplate, October 2025";
    VALUE_ORDER_ITEM: "value-order-item", Value, Error, 131_009, 0,
        "An order has an item; each has a name of 1 to 60 characters and a quantity of at least 1, and with images \
         there are at most 10.",
        "payments/payments-in/orderdetailstemplate, October 2025";
    VALUE_ORDER_DESCRIPTION: "value-order-description", Value, Error, 131_009, 0,
        "The descriptions of tax, shipping and discount have at most 60 characters, that of the expiration 120.",
        "payments/payments-in/orderdetailstemplate, October 2025";
    VALUE_ORDER_TOTAL: "value-order-total", Value, Error, 131_009, 0,
        "The amounts of an order are integers with the offset 100, none is negative, and the total is subtotal plus tax \
         plus shipping less discount.",
        "payments/payments-in/orderdetailstemplate, October 2025";
    VALUE_ORDER_STATUS: "value-order-status", Value, Error, 131_009, 0,
        "An order is pending, processing, partially shipped, shipped, completed or canceled.",
        "payments/payments-in/orderstatustemplate, May 2026";
    VALUE_PAYMENT: "value-payment", Value, Error, 131_009, 0,
        "A way to pay names its type and fills in what that type needs.",
        "payments/payments-in/pg, May 2026; payments/payments-br/payment-request-cta, June 2026";

    // The envelope of a message.
    RECIPIENT_PHONE_NUMBER: "recipient-phone-number", Value, Error, 100, 0,
        "A phone number is in international form: country code first, at most 15 digits.",
        "business-phone-numbers/phone-numbers; ITU-T E.164";
    RECIPIENT_ID: "recipient-id", Value, Error, 100, 0,
        "A group id or user id is not empty and has no blanks.",
        "groups/groups-messaging; business-scoped-user-ids";
    RECIPIENT_AUTHENTICATION: "recipient-authentication", Value, Error, 131_062, 0,
        "One-time codes go to phone numbers, not to user ids and not to groups.",
        "business-scoped-user-ids, June 2026; groups/groups-messaging";
    LANGUAGE_MISSING: "language-missing", Value, Error, 132_001, 0,
        "A message is sent in a language that the template has.",
        "support/error-codes, September 2026";
    MESSAGE_ID: "message-id", Value, Error, 100, 0,
        "The id of a quoted message is not empty and has no blanks.",
        "messages/send-messages";
    ON_PREMISES_NAMESPACE: "on-premises-namespace", Value, Error, 0, 0,
        "An On-Premises send names the account's template namespace.",
        "the On-Premises guide of December 2023; code 2014 of that API";
    ON_PREMISES_UNKNOWN: "on-premises-unknown", Value, Error, 0, 0,
        "User ids, callback data and identity hashes are the Cloud API's alone.",
        "the On-Premises guide of December 2023; code 1010 of that API";
    CALLBACK_DATA_TOO_LONG: "callback-data-too-long", Value, Error, 100, 0,
        "Callback data has at most 512 characters.",
        "messages/send-messages (the figure is stated for calls)";
}
