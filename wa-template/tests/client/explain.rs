//! What an error means for the struct that was sent.

use wa_template::client::{ErrorClass, SendError};
use wa_template::{Image, Template, WaCard, WaPayload, WaTemplate};

use crate::server::{Reply, send, send_on_premises};
use crate::{NUMBER, TOKEN};

#[derive(WaTemplate)]
#[wa(
    name = "trip",
    language = "en",
    category = "utility",
    header = "Your trip on {{date}}",
    body = "Hi {{customer}}, your order {{number}} starts soon. Will you join us?",
    buttons(quick_reply("Yes", Answer::Yes), url("Itinerary", "https://www.example.com/t/{{code}}"),)
)]
struct Trip {
    #[wa(example = "12/26")]
    date: String,
    #[wa(example = "Ada")]
    customer: String,
    #[wa(example = "860198", name = "number")]
    order_id: u32,
    #[wa(example = "9rwnB8RbYm")]
    code: String,
}

#[derive(WaPayload)]
enum Answer {
    Yes,
}

// Two cards of the same kind have the same attributes.
#[allow(clippy::duplicated_attributes)]
#[derive(WaTemplate)]
#[wa(
    name = "rooms",
    language = "en",
    category = "marketing",
    body = "Two rooms for {{guest}}, this week only.",
    carousel(
        card(
            header(image),
            body = "From {{price}} a night.",
            buttons(quick_reply("Book")),
            examples(price = "$99")
        ),
        card(
            header(image),
            body = "From {{price}} a week.",
            buttons(quick_reply("Book")),
            examples(price = "$599")
        ),
    )
)]
struct Rooms {
    #[wa(example = "Ada")]
    guest: String,
    #[wa(cards)]
    rooms: [Room; 2],
}

#[derive(WaCard)]
struct Room {
    #[wa(header)]
    picture: Image,
    price: String,
    #[wa(button = 0)]
    book: String,
}

#[derive(WaTemplate)]
#[wa(name = "plain", language = "en", category = "utility", body = "Your ticket is ready.")]
struct Plain;

async fn refused(code: u32, details: &str) -> SendError {
    let body = format!(
        r#"{{"error":{{"code":{code},"message":"(#{code}) x","error_data":{{"details":"{details}"}}}}}}"#
    );
    send(Reply::json("400 Bad Request", &body)).await.expect_err("refused")
}

/// The text between the template's name and the advice.
async fn slots(template: &'static Template, code: u32, details: &str) -> String {
    let text = refused(code, details).await.explain(template);
    for secret in [TOKEN, NUMBER, "(#", "\n"] {
        assert!(!text.contains(secret), "{text}");
    }
    let (_, slots) = text.split_once(&format!("in template `{}` ", template.name())).expect("slots");
    slots.split(';').next().unwrap_or_default().to_owned()
}

const ALL: &str = "header is field `date`, body value 1 is field `customer`, body value 2 is field `order_id`, \
    buttons[0] is a constant, buttons[1].url is field `code`";

#[tokio::test]
async fn the_place_is_named_by_its_field() {
    let body = "body value 1 is field `customer`, body value 2 is field `order_id`";
    for (code, details, expected) in [
        (
            132_000,
            "body: number of localizable_params (1) does not match the expected number of params (2)",
            body,
        ),
        (132_012, "header: Format mismatch, expected TEXT, received UNKNOWN", "header is field `date`"),
        (132_012, "Parameter 'number' has another format", "body value 2 is field `order_id`"),
        (132_018, "body parameter 2 has a line break", "body value 2 is field `order_id`"),
        (
            131_008,
            "buttons: Button at index 1 of type Url requires a parameter",
            "buttons[1].url is field `code`",
        ),
        (131_009, "Invalid button index 0.", "buttons[0] is a constant"),
        (
            100,
            "Param template['components'][1]['parameters'][1]['text'] is empty",
            "body value 2 is field `order_id`",
        ),
        (
            100,
            "Param template['components'][3]['parameters'][0]['text'] is empty",
            "buttons[1].url is field `code`",
        ),
        // No place, or none that the template has.
        (132_018, "Parameter name is missing or empty.", ALL),
        (131_009, "Invalid button index 7.", ALL),
        (131_008, "The parameter to is required.", ALL),
        (132_000, "", ALL),
    ] {
        assert_eq!(slots(Trip::TEMPLATE, code, details).await, expected, "{code}: {details}");
    }
}

#[tokio::test]
async fn cards_are_named_too() {
    let path = "template['components'][1]['cards'][1]['components'][1]['parameters'][0]";
    let found = slots(Rooms::TEMPLATE, 132_012, path).await;
    assert_eq!(found, "card 1 body value 1 is field `price`");
    let found = slots(Rooms::TEMPLATE, 132_012, "cards[0]: header: expected IMAGE").await;
    assert_eq!(found, "card 0 header is filled by the card");
    let found = slots(Rooms::TEMPLATE, 132_000, "").await;
    assert!(
        found.starts_with("body value 1 is field `guest`, carousel is field `rooms`, card 0 "),
        "{found}"
    );
    assert_eq!(slots(Plain::TEMPLATE, 132_000, "body: 1 instead of 0").await, "nothing is filled in");
}

#[tokio::test]
async fn texts_that_are_too_long_have_a_room() {
    let text = refused(132_005, "Translated text is too long.").await.explain(Trip::TEMPLATE);
    // 1,024 characters less 47 of the sentence, and 60 less 13.
    assert!(text.contains("all values of the body together have room for 977 characters"), "{text}");
    assert!(text.contains("all values of the header together have room for 47 characters"), "{text}");
}

#[tokio::test]
async fn the_other_interface_has_codes_of_its_own() {
    let body = r#"{"errors":[{"code":2012,"title":"Mismatch","details":"header: expected text"}]}"#;
    let error = send_on_premises(Reply::json("400 Bad Request", body)).await.expect_err("refused");
    assert!(error.explain(Trip::TEMPLATE).contains("header is field `date`"));
}

#[tokio::test]
async fn what_is_not_about_values_names_no_field() {
    for code in [131_056, 190, 132_001, 131_026, 999_999] {
        let text = refused(code, "body").await.explain(Trip::TEMPLATE);
        assert!(text.starts_with(&format!("code {code}: ")) && !text.contains("field"), "{text}");
    }
}

#[tokio::test]
async fn every_error_is_explained_and_says_what_to_do() {
    for (reply, explanation, advice) in [
        (Reply::Bytes(Vec::new()), "connection broke", "do not send again"),
        (Reply::json("200 OK", "{}"), "no message id", "do not send again"),
        (Reply::new("404 Not Found", "text/html", "<p>"), "without an error of the platform", "repair"),
        (Reply::json("400 Bad Request", r#"{"error":{"code":999999}}"#), "does not know", "repair"),
        (Reply::json("400 Bad Request", r#"{"error":{"code":131056}}"#), "same recipient", "later"),
        (Reply::json("400 Bad Request", r#"{"error":{"code":131049}}"#), "enough marketing", "24 hours"),
    ] {
        let error = send(reply).await.expect_err("a failure");
        assert!(error.explanation().contains(explanation), "{}", error.explanation());
        assert!(error.advice().contains(advice), "{}", error.advice());
        let text = error.explain(Plain::TEMPLATE);
        assert!(text.contains(explanation) && text.ends_with(error.advice()), "{text}");
    }
}

#[test]
fn every_class_has_an_advice_of_its_own() {
    use ErrorClass::{Ask, Backoff, Day, Fix, Never, Pair, State};
    let mut advices: Vec<_> = [Ask, Backoff, Day, Fix, Never, Pair, State].map(ErrorClass::advice).to_vec();
    advices.sort_unstable();
    advices.dedup();
    assert_eq!(advices.len(), 7);
}
