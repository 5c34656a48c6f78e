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
        "A template has at most 2 URL buttons and 1 phone-number button.",
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

    // The envelope of a message.
    RECIPIENT_PHONE_NUMBER: "recipient-phone-number", Value, Error, 100, 0,
        "A phone number is in international form: country code first, at most 15 digits.",
        "business-phone-numbers/phone-numbers; ITU-T E.164";
    RECIPIENT_ID: "recipient-id", Value, Error, 100, 0,
        "A group id or user id is not empty and has no blanks.",
        "groups/groups-messaging; business-scoped-user-ids";
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
