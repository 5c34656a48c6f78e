//! JSON that looks like definitions and sends, to any degree: right, nearly right, wrong, absurd.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const KEYS: &[&str] = &[
    "name",
    "language",
    "category",
    "parameter_format",
    "components",
    "type",
    "format",
    "text",
    "example",
    "buttons",
    "url",
    "phone_number",
    "cards",
    "header_text",
    "header_text_named_params",
    "header_handle",
    "body_text",
    "body_text_named_params",
    "param_name",
    "code_expiration_minutes",
    "message_send_ttl_seconds",
    "library_template_name",
    "sub_category",
    "status",
    "id",
    "sub_type",
    "index",
    "parameters",
    "parameter_name",
    "payload",
    "currency",
    "date_time",
    "code",
    "amount_1000",
    "fallback_value",
    "image",
    "link",
    "location",
    "latitude",
    "longitude",
];

const WORDS: &[&str] = &[
    "HEADER",
    "body",
    "Footer",
    "BUTTONS",
    "carousel",
    "TEXT",
    "image",
    "LOCATION",
    "GIF",
    "QUICK_REPLY",
    "url",
    "PHONE_NUMBER",
    "OTP",
    "COPY_CODE",
    "MARKETING",
    "utility",
    "AUTHENTICATION",
    "NAMED",
    "positional",
    "en_US",
    "text",
    "payload",
    "currency",
    "date_time",
    "1",
    "0",
    "-1",
    "+15550051310",
    "https://example.com/{{1}}",
    "https://www.whatsapp.com/otp/code/?code=otp{{1}}",
    "ORDER_STATUS",
    "APPROVED",
    "NaN",
];

/// Texts in which braces, placeholders and odd characters are likely.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(vec!["{{1}}", "{{2}}", "{{name}}", "{{ 1 }}", "{{Name}}", "{{}}", "{{0}}"]).prop_map(str::to_owned),
        2 => select(vec!["{{", "}}", "{", "}", " ", "\n", "*", "_", "."]).prop_map(str::to_owned),
        4 => "[a-zé中😀\u{200d} ]{0,8}",
        1 => "\\PC{0,3}",
    ];
    vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

fn string() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => select(WORDS).prop_map(|word| json!(word)),
        2 => text().prop_map(Value::String),
    ]
}

/// Any JSON; real keys are likely.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => string(),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        1 => any::<i64>().prop_map(|number| json!(number)),
        1 => any::<u64>().prop_map(|number| json!(number)),
        // Of few digits: the last ones of longer fractions are not kept by the JSON reader.
        1 => (-9000_i32..9000).prop_map(|number| json!(f64::from(number) / 8.0)),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let key = prop_oneof![8 => select(KEYS).prop_map(str::to_owned), 1 => "[a-z{}é]{0,4}"];
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            btree_map(key, inner, 0..4).prop_map(|keys| Value::Object(keys.into_iter().collect())),
        ]
    })
}

/// Mostly `usual`, sometimes anything, sometimes nothing.
fn field(usual: impl Strategy<Value = Value> + 'static) -> BoxedStrategy<Option<Value>> {
    prop_oneof![8 => usual.prop_map(Some), 1 => value().prop_map(Some), 2 => Just(None)].boxed()
}

fn words(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    select(words).prop_map(|word| json!(word))
}

fn object(fields: Vec<(&'static str, BoxedStrategy<Option<Value>>)>) -> BoxedStrategy<Value> {
    let (keys, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    values
        .prop_map(move |values| {
            let present =
                keys.iter().zip(values).filter_map(|(key, value)| Some(((*key).to_owned(), value?)));
            Value::Object(present.collect::<Map<_, _>>())
        })
        .boxed()
}

fn list(value: impl Strategy<Value = Value>, most: usize) -> impl Strategy<Value = Value> {
    vec(value, 0..most).prop_map(Value::Array)
}

fn example() -> BoxedStrategy<Option<Value>> {
    let samples = || list(string(), 3);
    let named = list(object(vec![("param_name", field(string())), ("example", field(string()))]), 3);
    field(object(vec![
        ("header_text", field(samples())),
        ("body_text", field(prop_oneof![list(samples(), 2), samples(), string()])),
        ("body_text_named_params", field(named)),
        ("header_handle", field(samples())),
    ]))
}

fn button() -> BoxedStrategy<Value> {
    let kinds = &["QUICK_REPLY", "quick_reply", "URL", "url", "PHONE_NUMBER", "OTP", "COPY_CODE", "Flow"];
    let url = || text().prop_map(|text| json!(format!("https://example.com/{text}")));
    object(vec![
        ("type", field(words(kinds))),
        ("text", field(text().prop_map(Value::String))),
        ("url", field(url())),
        ("phone_number", field(words(&["+15550051310", "1555", "x"]))),
        ("example", field(prop_oneof![list(string(), 2), string()])),
    ])
}

fn component() -> BoxedStrategy<Value> {
    let kinds = &["HEADER", "header", "BODY", "Body", "FOOTER", "footer", "CAROUSEL", "LIMITED_TIME_OFFER"];
    let formats = &["TEXT", "text", "IMAGE", "video", "DOCUMENT", "LOCATION", "location", "GIF", "product"];
    let texts = object(vec![
        ("type", field(words(kinds))),
        ("format", field(words(formats))),
        ("text", field(text().prop_map(Value::String))),
        ("example", example()),
        ("code_expiration_minutes", field(Just(json!(10)))),
    ]);
    let buttons =
        object(vec![("type", field(words(&["BUTTONS", "buttons"]))), ("buttons", field(list(button(), 5)))]);
    prop_oneof![4 => texts, 2 => buttons, 1 => value()].boxed()
}

/// Objects that look like definitions.
pub(crate) fn definition() -> BoxedStrategy<Value> {
    object(vec![
        ("name", field(words(&["ticket", "Ticket", ""]))),
        ("language", field(words(&["en_US", "en", "xx"]))),
        ("category", field(words(&["UTILITY", "marketing", "Authentication", "OTHER"]))),
        ("parameter_format", field(words(&["NAMED", "named", "POSITIONAL"]))),
        ("components", field(list(component(), 5))),
        (
            "message_send_ttl_seconds",
            field(prop_oneof![Just(json!(600)), Just(json!("120")), Just(json!(-1))]),
        ),
        ("sub_category", field(words(&["CUSTOM", "ORDER_STATUS"]))),
        ("status", field(words(&["APPROVED"]))),
        ("id", field(words(&["1387372356726668"]))),
    ])
    .boxed()
}

/// Objects that look like the `template` object of a send.
pub(crate) fn send() -> BoxedStrategy<Value> {
    let kinds = &["text", "TEXT", "payload", "currency", "date_time", "image", "location", "video"];
    let parameter = object(vec![
        ("type", field(words(kinds))),
        ("text", field(text().prop_map(Value::String))),
        ("payload", field(text().prop_map(Value::String))),
        ("parameter_name", field(words(&["name", "1", ""]))),
        ("currency", field(value())),
        ("date_time", field(value())),
        ("image", field(value())),
        ("location", field(value())),
    ]);
    let component = object(vec![
        ("type", field(words(&["header", "BODY", "body", "button", "footer", "carousel", "order_status"]))),
        ("sub_type", field(words(&["url", "quick_reply", "URL", "voice_call", "otp"]))),
        (
            "index",
            field(prop_oneof![(0..6_i32).prop_map(|index| json!(index)), words(&["0", "1", "x", "+1"])]),
        ),
        ("parameters", field(list(parameter, 4))),
    ]);
    object(vec![
        ("name", field(words(&["ticket"]))),
        ("language", field(Just(json!({ "code": "en_US" })))),
        ("components", field(list(component, 6))),
    ])
}
