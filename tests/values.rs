//! Values at run time: what `build()` refuses, and a second, readable writer that must agree with the fast one.

use proptest::prelude::*;
use serde_json::{Value, json};
use wa_template::{Currency, DateTime, Image, InvalidMessage, Location, WaMessage, WaTemplate};

#[derive(WaTemplate, Debug)]
#[wa(
    name = "everything",
    language = "en",
    category = "marketing",
    header = "For {{customer}} only",
    body = "Hello {{customer}}, the price of {{product}} is {{price}} until {{until}}, so hurry.",
    footer = "Lucky Shrub",
    buttons(
        quick_reply("Stop", "{{stop}}"),
        url("Shop", "https://www.example.com/shop/{{code}}"),
        url("Help", "https://www.example.com/help")
    )
)]
struct Everything {
    #[wa(example = "Pablo")]
    customer: String,
    #[wa(example = "aloe")]
    product: String,
    #[wa(example = "$5")]
    price: Currency,
    #[wa(example = "Monday")]
    until: DateTime,
    stop: Option<String>,
    #[wa(example = "aloe")]
    code: String,
}

/// The same message by way of JSON values: short, slow and easy to read.
fn model(message: &Everything) -> Value {
    let text = |name: &str, text: &str| json!({ "type": "text", "text": text, "parameter_name": name });
    let mut components = vec![
        json!({ "type": "header", "parameters": [text("customer", &message.customer)] }),
        json!({ "type": "body", "parameters": [
            text("customer", &message.customer),
            text("product", &message.product),
            { "type": "currency", "parameter_name": "price", "currency": {
                "fallback_value": message.price.fallback(), "code": message.price.code(),
                "amount_1000": message.price.thousandths() } },
            { "type": "date_time", "parameter_name": "until",
                "date_time": { "fallback_value": message.until.fallback() } }] }),
    ];
    if let Some(payload) = &message.stop {
        components.push(json!({ "type": "button", "sub_type": "quick_reply", "index": "0",
            "parameters": [{ "type": "payload", "payload": payload }] }));
    }
    components.push(json!({ "type": "button", "sub_type": "url", "index": "1",
        "parameters": [{ "type": "text", "text": message.code }] }));
    json!({ "messaging_product": "whatsapp", "recipient_type": "individual", "to": "+16505551234", "type": "template",
        "template": { "name": "everything", "language": { "code": "en" }, "components": components } })
}

/// Whether the platform takes a text, said as plainly as possible.
fn good(text: &str) -> bool {
    !text.is_empty() && !text.contains(['\n', '\r', '\t']) && !text.contains("     ")
}

fn characters(text: &str) -> usize {
    text.chars().count()
}

fn is_valid(message: &Everything) -> bool {
    let Everything { customer, product, price, until, stop, code } = message;
    let body = "Hello , the price of  is  until , so hurry.";
    let filled =
        [customer, product, price.fallback(), until.fallback()].map(characters).iter().sum::<usize>();
    [customer, product, price.fallback(), until.fallback(), code].iter().all(|text| good(text))
        && characters(customer) + characters("For  only") <= 60
        && filled + characters(body) <= 1024
        && characters(code) + characters("https://www.example.com/shop/") <= 2000
        && stop.as_ref().is_none_or(|payload| !payload.is_empty() && characters(payload) <= 256)
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z ]{1,12}",
        2 => "[ -~]{1,70}",
        2 => "\\PC{1,20}",
        2 => any::<String>(),
        1 => "[\"\\\\/\u{1}-\u{20}é😀]{0,12}",
        2 => "[\"\\\\][a-z \"\\\\é]{32,140}",
        1 => "\"[a-z \n\\\\]{32,70} {0,6}",
        1 => "\"[a\"é]{900,2000}",
        1 => "x{40,70}",
        1 => "(é|x){900,2000}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fast_and_readable_writers_agree(
        customer in any_text(), product in any_text(), price in any_text(), until in any_text(),
        stop in proptest::option::of(any_text()), code in any_text(), amount in any::<i64>(),
    ) {
        let price = Currency::new("USD", amount, price);
        let message = Everything { customer, product, price, until: DateTime::new(until), stop, code };
        let valid = is_valid(&message);
        let mut buffer = b"kept".to_vec();
        match message.to("+16505551234").build() {
            Ok(built) => {
                prop_assert!(valid, "accepted {message:?}");
                let found: Value = serde_json::from_str(built.json()).expect("JSON");
                prop_assert_eq!(&found, &model(&message));
                let definition = &Everything::definitions()[0];
                prop_assert_eq!(definition.check_send(&found["template"]), []);
                message.to("+16505551234").write_to(&mut buffer).expect("valid");
                prop_assert_eq!(&buffer[4..], built.json().as_bytes());
            }
            Err(refused) => {
                prop_assert!(!valid, "refused {message:?}: {refused}");
                // The definition's own judgement of the same values is the same.
                let definition = &Everything::definitions()[0];
                prop_assert!(!definition.check_send(&model(&message)["template"]).is_empty());
                prop_assert!(message.to("+16505551234").write_to(&mut buffer).is_err());
                prop_assert_eq!(&buffer, b"kept");
            }
        }
    }

    #[test]
    fn no_recipient_panics(recipient in any::<String>(), extra in any::<String>()) {
        let message = Everything {
            customer: "a".into(), product: "b".into(), price: Currency::new(extra.clone(), 1, "c"),
            until: DateTime::new("d"), stop: None, code: "e".into(),
        };
        let draft = message.to(recipient.as_str()).reply_to(extra.clone()).callback_data(extra.clone()).language(extra);
        if let Ok(built) = draft.build() {
            prop_assert!(serde_json::from_str::<Value>(built.json()).is_ok());
        }
        let _ = draft.build_on_premises(&recipient).map_err(|error| error.to_string());
    }
}

fn valid() -> Everything {
    Everything {
        customer: "Pablo".into(),
        product: "aloe".into(),
        price: Currency::new("USD", 5000, "$5"),
        until: DateTime::new("Monday"),
        stop: None,
        code: "aloe".into(),
    }
}

/// Field and rule of every problem.
fn problems(
    refused: Result<wa_template::Message, InvalidMessage>,
) -> Vec<(Option<&'static str>, &'static str)> {
    let refused = refused.expect_err("must be refused");
    refused.problems().iter().map(|problem| (problem.field(), problem.rule())).collect()
}

#[track_caller]
fn check(change: impl FnOnce(&mut Everything), field: Option<&'static str>, rule: &'static str) {
    let mut message = valid();
    change(&mut message);
    assert_eq!(problems(message.to("+16505551234").build()), [(field, rule)]);
}

#[test]
fn bad_values_are_refused_with_field_and_rule() {
    check(|message| message.product = String::new(), Some("product"), "value-empty");
    check(|message| message.product = "a\nb".into(), Some("product"), "value-white-space");
    check(|message| message.product = "a\tb".into(), Some("product"), "value-white-space");
    check(|message| message.product = "a     b".into(), Some("product"), "value-white-space");
    check(|message| message.product = "é".repeat(1000), None, "value-too-long");
    check(|message| message.code = "x".repeat(1972), None, "value-too-long");
    check(|message| message.code = String::new(), Some("code"), "value-empty");
    check(|message| message.stop = Some(String::new()), Some("stop"), "value-payload-empty");
    check(|message| message.stop = Some("x".repeat(257)), Some("stop"), "value-payload-too-long");
    check(|message| message.price = Currency::new("usd", 1, "$5"), Some("price"), "value-currency");
    check(|message| message.price = Currency::new("USD", 1, ""), Some("price"), "value-empty");
    check(|message| message.until = DateTime::new("a\nb"), Some("until"), "value-white-space");
    check(|message| message.until = DateTime::new("x").month(13), Some("until"), "value-date-time");
}

#[test]
fn lengths_count_characters_at_the_limit() {
    let fixed = characters("Hello , the price of  is  until , so hurry.") + characters("Pablo$5Monday");
    let mut message = valid();
    message.product = "😀".repeat(1024 - fixed);
    assert!(message.to("+16505551234").build().is_ok());
    message.product.push('x');
    assert_eq!(problems(message.to("+16505551234").build()), [(None, "value-too-long")]);
}

#[test]
fn one_value_that_stands_in_two_texts_is_told_once() {
    let mut message = valid();
    message.customer = String::new();
    assert_eq!(problems(message.to("+16505551234").build()), [(Some("customer"), "value-empty")]);
}

#[test]
fn all_problems_are_told_at_once() {
    let mut message = valid();
    message.product = String::new();
    message.code = "a\tb".into();
    let draft = message.to("06505551234").language("es").callback_data("x".repeat(513));
    let expected = [
        (None, "recipient-phone-number"),
        (None, "callback-data-too-long"),
        (None, "language-missing"),
        (Some("product"), "value-empty"),
        (Some("code"), "value-white-space"),
    ];
    assert_eq!(problems(draft.build()), expected);
}

#[test]
fn a_body_that_stands_alone_may_be_long() {
    #[derive(WaTemplate)]
    #[wa(language = "en", category = "utility", body = "News: {{news}} That was all.")]
    struct News {
        #[wa(example = "none")]
        news: String,
    }
    let fixed = characters("News:  That was all.");
    let news = |length: usize| News { news: "x".repeat(length) };
    assert!(news(32_768 - fixed).to("+16505551234").build().is_ok());
    assert_eq!(problems(news(32_769 - fixed).to("+16505551234").build()), [(None, "value-too-long")]);
}

#[test]
fn media_and_places_are_checked() {
    #[derive(WaTemplate)]
    #[wa(language = "en", category = "utility", header(image), body = "Look at this.")]
    struct Picture {
        #[wa(header)]
        picture: Image,
    }
    #[derive(WaTemplate)]
    #[wa(language = "en", category = "utility", header(location), body = "Come here.")]
    struct Place {
        #[wa(header)]
        place: Location,
    }
    let picture = |picture: Image| problems(Picture { picture }.to("+16505551234").build());
    assert_eq!(picture(Image::link("shoes.png")), [(Some("picture"), "value-media")]);
    assert_eq!(picture(Image::id("")), [(Some("picture"), "value-media")]);
    let place = |latitude, longitude| {
        problems(Place { place: Location::new(latitude, longitude) }.to("+16505551234").build())
    };
    assert_eq!(place(90.5, 0.0), [(Some("place"), "value-location")]);
    assert_eq!(place(0.0, -180.5), [(Some("place"), "value-location")]);
    assert_eq!(place(f64::NAN, 0.0), [(Some("place"), "value-location")]);
}

#[test]
fn on_premises_refuses_what_it_does_not_know() {
    let message = valid();
    let draft = message.to(wa_template::Recipient::user("US.1")).callback_data("x");
    let refused = draft.build_on_premises("").expect_err("must be refused");
    let rules: Vec<_> = refused.problems().iter().map(wa_template::InvalidValue::rule).collect();
    assert_eq!(rules, ["on-premises-namespace", "on-premises-unknown", "on-premises-unknown"]);
}

#[test]
fn nothing_personal_is_shown() {
    let mut message = valid();
    message.product = "secret\nproduct".into();
    let draft = message.to("+16505551234").callback_data("secret data");
    let refused = draft.build().expect_err("must be refused");
    let built = valid().to("+16505551234").build().expect("valid");
    for shown in [format!("{refused} {refused:?}"), format!("{draft:?}"), format!("{built:?}")] {
        assert!(
            !shown.contains("secret") && !shown.contains("6505551234") && !shown.contains("Pablo"),
            "{shown}"
        );
    }
}

#[test]
fn messages_survive_a_queue() {
    let built = valid().to("+16505551234").callback_data("order=42").build().expect("valid");
    let carried = serde_json::to_string(&built).expect("JSON");
    let back: wa_template::Message = serde_json::from_str(&carried).expect("a message");
    assert_eq!(back, built);
    assert_eq!(back.callback_data(), Some("order=42"));
    let keys: Value = serde_json::from_str(&carried).expect("JSON");
    let keys: Vec<_> = keys.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, ["callback_data", "json", "language", "template", "version"]);
    let newer = carried.replace(r#""version":1"#, r#""version":2"#);
    assert!(serde_json::from_str::<wa_template::Message>(&newer).is_err());
}
