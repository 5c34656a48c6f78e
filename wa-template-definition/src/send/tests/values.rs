//! The values of header and body: how many, under which names, and each by itself.

use serde_json::{Value, json};

use super::{
    BODY, HEADER, Refused, accepted, changed, list, named, named_send, numbered, numbered_send, plain,
    refused, rules, send, template,
};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = counts();
    table.extend(names());
    table.extend(texts());
    table.extend(sums_and_dates());
    table.extend(lengths());
    table
}

fn text(text: &str) -> Value {
    json!({ "type": "text", "text": text })
}

/// [`numbered_send`] with this done to the values of a component.
fn values(component: usize, change: impl FnOnce(&mut Vec<Value>)) -> Value {
    changed(numbered_send(), |send| {
        change(list(&mut send["components"][component]["parameters"]));
    })
}

fn named_values(component: usize, change: impl FnOnce(&mut Vec<Value>)) -> Value {
    changed(named_send(), |send| {
        change(list(&mut send["components"][component]["parameters"]));
    })
}

fn counts() -> Vec<Refused> {
    let count = |place, send| refused("send-parameter-count", place, numbered(), send);
    vec![
        count("body", values(BODY, |values| drop(values.pop()))),
        count("body", values(BODY, Vec::clear)),
        count("body", values(BODY, |values| values.push(text("x")))),
        count("header", values(HEADER, Vec::clear)),
        count("header", values(HEADER, |values| values.push(text("x")))),
        refused(
            "send-parameter-count",
            "body",
            plain(),
            send(json!([{ "type": "body", "parameters": [text("x")] }])),
        ),
        refused("send-parameter-count", "body", named(), named_values(BODY, |values| drop(values.pop()))),
        // A text without placeholders takes no value, under whatever name.
        refused("send-parameter-count", "body", named_plain(), plain_send(text("x"))),
        refused(
            "send-parameter-count",
            "body",
            named_plain(),
            plain_send(json!({ "type": "text", "parameter_name": "name", "text": "x" })),
        ),
        refused("send-parameter-count", "header", named(), named_values(HEADER, Vec::clear)),
    ]
}

fn named_plain() -> Value {
    changed(plain(), |definition| definition["parameter_format"] = json!("NAMED"))
}

fn plain_send(value: Value) -> Value {
    let mut components = json!([{ "type": "body" }]);
    components[0]["parameters"] = Value::Array(vec![value]);
    send(components)
}

fn names() -> Vec<Refused> {
    let broken = |rule, place, send| refused(rule, place, named(), send);
    let renamed = |name: Value| named_values(BODY, |values| values[1]["parameter_name"] = name);
    vec![
        broken(
            "send-parameter-name",
            "body",
            named_values(BODY, |values| {
                values[0].as_object_mut().unwrap().remove("parameter_name");
            }),
        ),
        // "Parameter name is missing or empty", says the platform.
        broken("send-parameter-name", "body", renamed(json!(""))),
        broken("send-parameter-name", "body", renamed(json!(null))),
        broken("send-parameter-name", "body", renamed(json!(7))),
        broken("send-parameter-unknown", "body", renamed(json!("date"))),
        // Names are exact, and each is filled once.
        broken("send-parameter-unknown", "body", renamed(json!("Day"))),
        broken("send-parameter-unknown", "body", renamed(json!("name"))),
        broken("send-parameter-unknown", "body", renamed(json!("event"))),
        broken(
            "send-parameter-unknown",
            "body",
            named_values(BODY, |values| {
                values.push(json!({ "type": "text", "parameter_name": "hour", "text": "x" }));
            }),
        ),
        broken(
            "send-parameter-unknown",
            "header",
            named_values(HEADER, |values| values[0]["parameter_name"] = json!("name")),
        ),
        refused(
            "send-parameter-named",
            "body",
            numbered(),
            values(BODY, |values| values[0]["parameter_name"] = json!("name")),
        ),
        refused(
            "send-parameter-named",
            "header",
            numbered(),
            values(HEADER, |values| values[0]["parameter_name"] = json!("1")),
        ),
    ]
}

fn texts() -> Vec<Refused> {
    let body = |rule, value: Value| {
        refused(rule, "body", numbered(), values(BODY, |values| values[0] = value.clone()))
    };
    let mut table = vec![
        body("value-empty", text("")),
        body("value-empty", json!({ "type": "text" })),
        body("value-empty", json!({ "type": "text", "text": null })),
        body("send-parameter-kind", json!({ "type": "text", "text": 7 })),
        body("send-parameter-kind", json!({ "text": "Pablo" })),
        body("send-parameter-kind", json!("Pablo")),
        body("send-parameter-kind", json!({ "type": "image", "image": { "link": "https://example.com/a" } })),
        body("send-parameter-kind", json!({ "type": "payload", "payload": "Pablo" })),
        refused("value-empty", "header", numbered(), values(HEADER, |values| values[0]["text"] = json!(""))),
        refused("value-empty", "body", named(), named_values(BODY, |values| values[1]["text"] = json!(""))),
    ];
    for value in ["a\nb", "a\r\nb", "\n", "a\tb", "     ", "a     b", "é😀\n"] {
        table.push(body("value-white-space", text(value)));
    }
    table
}

fn sums_and_dates() -> Vec<Refused> {
    let sum = json!({ "fallback_value": "$100.99", "code": "USD", "amount_1000": 100_990 });
    let broken = |rule, kind: &str, change: &dyn Fn(&mut Value)| {
        let object = if kind == "currency" {
            sum.clone()
        } else {
            json!({ "fallback_value": "February 25, 1977", "timestamp": 1_485_470_276 })
        };
        let mut parameter = json!({ "type": kind });
        parameter[kind] = changed(object, change);
        refused(rule, "body", numbered(), values(BODY, |values| values[1] = parameter.clone()))
    };
    let without = |key: &'static str| {
        move |object: &mut Value| {
            object.as_object_mut().unwrap().remove(key);
        }
    };
    let mut table = vec![
        broken("value-currency", "currency", &without("code")),
        broken("value-currency", "currency", &without("amount_1000")),
        broken("value-currency", "currency", &|sum| sum["amount_1000"] = json!("100990")),
        broken("value-currency", "currency", &|sum| sum["amount_1000"] = json!(100.99)),
        broken("value-empty", "currency", &without("fallback_value")),
        broken("value-empty", "currency", &|sum| sum["fallback_value"] = json!("")),
        broken("value-white-space", "currency", &|sum| {
            sum["fallback_value"] = json!("$\n1");
        }),
        broken("send-parameter-kind", "currency", &|sum| {
            sum["fallback_value"] = json!(100.99);
        }),
        broken("value-empty", "date_time", &without("fallback_value")),
        broken("value-white-space", "date_time", &|date| {
            date["fallback_value"] = json!("a\tb");
        }),
    ];
    for code in ["", "usd", "US", "USDX", "U D", "€"] {
        table.push(broken("value-currency", "currency", &|sum| sum["code"] = json!(code)));
    }
    table
}

/// Limits after filling in, as the fixed characters of the text and the limit.
fn lengths() -> Vec<Refused> {
    let header = |length| values(HEADER, |values| values[0]["text"] = json!("é".repeat(length)));
    let body = |length| {
        values(BODY, |values| {
            values[0]["text"] = json!("é".repeat(length));
            values[1]["text"] = json!("😀");
        })
    };
    // "Ticket " has 7 characters, "Hi , your ticket for  is ready." has 31.
    accepted(&numbered(), &header(53));
    accepted(&numbered(), &body(992));
    vec![
        refused("value-too-long", "header", numbered(), header(54)),
        refused("value-too-long", "body", numbered(), body(993)),
        // A name that appears twice is filled in twice: "Hi , your ticket for  is ready. See you on !".
        refused(
            "value-too-long",
            "body",
            named(),
            named_values(BODY, |values| values[1]["text"] = json!("x".repeat(488))),
        ),
        refused("value-too-long", "body", alone(), alone_send(32_751)),
    ]
}

/// A body and nothing else.
fn alone() -> Value {
    template(json!([{ "type": "BODY", "text": "Your ticket {{1}}." }]))
}

/// "Your ticket ." has 13 characters, the sum 5 of its own.
fn alone_send(length: usize) -> Value {
    send(json!([{ "type": "body", "parameters": [text(&"x".repeat(length + 5))] }]))
}

#[test]
fn a_body_alone_may_be_long() {
    accepted(&alone(), &alone_send(1025));
    accepted(&alone(), &alone_send(32_750));
    let with_footer = template(json!([{ "type": "BODY", "text": "Your ticket {{1}}." },
                                      { "type": "FOOTER", "text": "Lucky Shrub" }]));
    assert_eq!(rules(&with_footer, &alone_send(1025)), ["value-too-long"]);
}

#[test]
fn a_name_that_appears_twice_counts_twice() {
    // "Hi , your ticket for  is ready. See you on !" has 44 characters, the name 5.
    let send = named_values(BODY, |values| values[1]["text"] = json!("x".repeat(487)));
    accepted(&named(), &send);
}
