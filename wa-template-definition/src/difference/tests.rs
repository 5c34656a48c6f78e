//! What counts as a difference, and what is only another way to write the same.

mod kinds;

use serde_json::{Value, json};

use crate::{Body, Button, Category, Definition, Examples, Footer, Header, Text};

fn created() -> Value {
    json!({ "name": "reservation", "language": "en_US", "category": "UTILITY", "parameter_format": "NAMED",
        "components": [
            { "type": "HEADER", "format": "TEXT", "text": "For {{event}}",
              "example": { "header_text_named_params": [{ "param_name": "event", "example": "dinner" }] } },
            { "type": "BODY", "text": "Your table for {{guests}} on {{day}} is confirmed.",
              "example": { "body_text_named_params": [{ "param_name": "guests", "example": "4" },
                                                      { "param_name": "day", "example": "Saturday" }] } },
            { "type": "FOOTER", "text": "Lucky Shrub Eatery" },
            { "type": "BUTTONS", "buttons": [
                { "type": "URL", "text": "Change", "url": "https://example.com/r/{{1}}", "example": ["abc"] },
                { "type": "PHONE_NUMBER", "text": "Call us", "phone_number": "15550051310" },
                { "type": "QUICK_REPLY", "text": "Cancel" }] }] })
}

fn read(definition: &Value) -> Definition {
    Definition::from_value(definition.clone()).unwrap_or_else(|error| panic!("{error}: {definition}"))
}

fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut definition = created();
    change(&mut definition);
    definition
}

fn list(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().expect("a list")
}

#[track_caller]
fn same(one: &Value, other: &Value) {
    let (one, other) = (read(one), read(other));
    assert_eq!(one.differences(&other), []);
    assert_eq!(other.differences(&one), []);
    assert_eq!(one.differences(&one), []);
}

/// The places at which two definitions differ; they are the same seen from both sides.
#[track_caller]
fn differ(one: &Value, other: &Value, places: &[&str]) {
    let (one, other) = (read(one), read(other));
    let forth = one.differences(&other);
    let found: Vec<_> = forth.iter().map(|difference| difference.place.as_str()).collect();
    assert_eq!(found, places);
    for (there, back) in forth.iter().zip(other.differences(&one)) {
        assert_eq!((&there.ours, &there.theirs), (&back.theirs, &back.ours));
        assert_ne!(there.ours, there.theirs, "{there}");
    }
}

#[test]
fn letter_case_and_order_of_components_do_not_count() {
    let lower = changed(|definition| {
        for key in ["category", "parameter_format"] {
            definition[key] = json!(definition[key].as_str().unwrap_or_default().to_lowercase());
        }
        for component in list(&mut definition["components"]) {
            for key in ["type", "format"] {
                if let Some(Value::String(text)) = component.get_mut(key) {
                    text.make_ascii_lowercase();
                }
            }
        }
        for button in list(&mut definition["components"][3]["buttons"]) {
            button["type"] = json!(button["type"].as_str().unwrap_or_default().to_lowercase());
        }
        list(&mut definition["components"]).reverse();
    });
    same(&created(), &lower);
}

#[test]
fn letter_case_inside_of_what_is_passed_through_does_not_count() {
    let carousel = |kind: &str, header: &str, format: &str, reply: &str| {
        json!({ "name": "a", "language": "en", "category": "MARKETING", "components": [
            { "type": "BODY", "text": "News." },
            { "type": kind, "cards": [{ "components": [{ "type": header, "format": format },
                { "type": "buttons", "buttons": [{ "type": reply, "text": "Yes" }] }] }] }] })
    };
    let created = carousel("carousel", "header", "image", "quick_reply");
    same(&created, &carousel("CAROUSEL", "HEADER", "IMAGE", "QUICK_REPLY"));
    differ(
        &created,
        &carousel("carousel", "header", "video", "quick_reply"),
        &["carousel.cards[0].header.format"],
    );
    let code = |kind: &str| {
        json!({ "name": "a", "language": "en", "category": "AUTHENTICATION", "components": [{ "type": "BODY" },
            { "type": "BUTTONS", "buttons": [{ "type": kind, "otp_type": "copy_code" }] }] })
    };
    same(&code("otp"), &code("OTP"));
}

#[test]
fn ids_states_and_handles_do_not_count() {
    let with_image = |handle: Option<&str>| {
        changed(|definition| {
            definition["components"][0] = json!({ "type": "HEADER", "format": "IMAGE" });
            if let Some(handle) = handle {
                definition["components"][0]["example"] = json!({ "header_handle": [handle] });
            }
        })
    };
    let link = "https://scontent.example.net/v/t61/image.png";
    same(&with_image(Some("4::aW...")), &with_image(Some(link)));
    same(&with_image(None), &with_image(Some(link)));
    let read_back = changed(|definition| {
        for (key, value) in [
            ("id", json!("1387372356726668")),
            ("status", json!("APPROVED")),
            ("quality_score", json!({ "score": "GREEN", "date": 1_711_113_030 })),
            ("rejected_reason", json!("NONE")),
            ("previous_category", json!("ACCOUNT_UPDATE")),
            ("correct_category", json!("UTILITY")),
            ("sub_category", json!("CUSTOM")),
            ("message_send_ttl_seconds", json!(2_592_000)),
            ("cta_url_link_tracking_opted_out", json!(false)),
        ] {
            definition[key] = value;
        }
    });
    same(&created(), &read_back);
    // Only creations have it, and it has no effect any more.
    same(&created(), &changed(|definition| definition["allow_category_change"] = json!(true)));
}

#[test]
fn the_form_of_samples_and_numbers_does_not_count() {
    // Named samples stand in any order.
    let reversed = changed(|definition| {
        list(&mut definition["components"][1]["example"]["body_text_named_params"]).reverse();
    });
    same(&created(), &reversed);
    // Phone numbers are read back with a plus.
    for number in ["+15550051310", "+1 (555) 005-1310"] {
        let other = changed(|definition| {
            definition["components"][3]["buttons"][1]["phone_number"] = json!(number);
        });
        same(&created(), &other);
    }
    let bare = changed(|definition| definition["components"][3]["buttons"][0]["example"] = json!("abc"));
    same(&created(), &bare);
    let positional = |example: Value| {
        json!({ "name": "a", "language": "en", "category": "UTILITY", "components": [
            { "type": "BODY", "text": "Use code {{1}} in our shops.", "example": example }] })
    };
    let nested = positional(json!({ "body_text": [["10OFF"]] }));
    same(&nested, &positional(json!({ "body_text": ["10OFF"] })));
    same(&nested, &positional(json!({ "body_text": "10OFF" })));
}

#[test]
fn what_is_not_said_is_the_default() {
    let without_format = |format: Value| {
        json!({ "name": "a", "language": "en", "category": "UTILITY", "parameter_format": format,
                "components": [{ "type": "BODY", "text": "Use code {{1}} in our shops." }] })
    };
    same(&without_format(json!(null)), &without_format(json!("POSITIONAL")));
    let ttl = |value: Value| changed(|definition| definition["message_send_ttl_seconds"] = value);
    same(&ttl(json!(-1)), &created());
    same(&ttl(json!(3600)), &ttl(json!("3600")));
    differ(&ttl(json!(3600)), &created(), &["message_send_ttl_seconds"]);
    differ(&ttl(json!(3600)), &ttl(json!(60)), &["message_send_ttl_seconds"]);
}

#[test]
fn one_time_codes_are_read_back_as_addresses() {
    let code = |components: Value| json!({ "name": "code", "language": "en_US", "category": "AUTHENTICATION", "components": components });
    let created = code(json!([
        { "type": "BODY", "add_security_recommendation": true },
        { "type": "FOOTER", "code_expiration_minutes": 10 },
        { "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "COPY_CODE", "text": "Copy Code" }] }]));
    let address = "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp";
    let mut read_back = code(json!([
        { "type": "BODY", "text": "*{{1}}* is your verification code. For your security, do not share it.",
          "add_security_recommendation": true, "example": { "body_text": [["123456"]] } },
        { "type": "FOOTER", "text": "This code expires in 10 minutes.", "code_expiration_minutes": 10 },
        { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "Copy code",
            "url": format!("{address}{{{{1}}}}"), "example": [format!("{address}123456")] }] }]));
    read_back["parameter_format"] = json!("POSITIONAL");
    read_back["message_send_ttl_seconds"] = json!(600);
    read_back["id"] = json!("594425479261596");
    same(&created, &read_back);
    let mut longer = read_back.clone();
    longer["components"][1]["code_expiration_minutes"] = json!(15);
    differ(&created, &longer, &["footer.code_expiration_minutes"]);
    let mut silent = read_back;
    silent["components"][0]["add_security_recommendation"] = json!(false);
    differ(&created, &silent, &["body.add_security_recommendation"]);
}

/// Each real change: what is changed, and the place that is named.
#[test]
fn real_changes_are_named_where_they_are() {
    type Change = fn(&mut Value);
    let changes: &[(&[&str], Change)] = &[
        (&["name"], |definition| definition["name"] = json!("other")),
        (&["language"], |definition| definition["language"] = json!("en")),
        (&["category"], |definition| definition["category"] = json!("MARKETING")),
        (&["header.text"], |definition| definition["components"][0]["text"] = json!("At {{event}}")),
        (&["header.example.header_text_named_params.event"], |definition| {
            definition["components"][0]["example"]["header_text_named_params"][0]["example"] = json!("lunch");
        }),
        (&["body.text"], |definition| {
            definition["components"][1]["text"] = json!("Table for {{guests}} on {{day}} is yours.");
        }),
        (&["body.example.body_text_named_params.day"], |definition| {
            definition["components"][1]["example"]["body_text_named_params"][1]["example"] = json!("Friday");
        }),
        (&["footer.text"], |definition| definition["components"][2]["text"] = json!("Lucky shrub eatery")),
        (&["footer", "footer.text"], |definition| drop(list(&mut definition["components"]).remove(2))),
        (&["buttons[0].url"], |definition| {
            definition["components"][3]["buttons"][0]["url"] = json!("https://example.com/s/{{1}}");
        }),
        (&["buttons[0].example[0]"], |definition| {
            definition["components"][3]["buttons"][0]["example"] = json!(["abd"]);
        }),
        (&["buttons[1].phone_number"], |definition| {
            definition["components"][3]["buttons"][1]["phone_number"] = json!("15550051311");
        }),
        (&["buttons[2].text"], |definition| {
            definition["components"][3]["buttons"][2]["text"] = json!("cancel");
        }),
        (&["buttons[2].type"], |definition| {
            definition["components"][3]["buttons"][2]["type"] = json!("CATALOG");
        }),
        (&["buttons[2].text", "buttons[2].type"], |definition| {
            list(&mut definition["components"][3]["buttons"]).pop();
        }),
        (&["cta_url_link_tracking_opted_out"], |definition| {
            definition["cta_url_link_tracking_opted_out"] = json!(true);
        }),
        (&["message_send_ttl_seconds"], |definition| {
            definition["message_send_ttl_seconds"] = json!(600);
        }),
        (&["sub_category"], |definition| definition["sub_category"] = json!("ORDER_STATUS")),
        (&["display_format"], |definition| definition["display_format"] = json!("ORDER_DETAILS")),
        (&["call_permission_request"], |definition| {
            list(&mut definition["components"]).push(json!({ "type": "call_permission_request" }));
        }),
    ];
    for (places, change) in changes {
        differ(&created(), &changed(change), places);
    }
}

#[test]
fn the_format_of_a_header_is_named() {
    let image = changed(|definition| {
        definition["components"][0] = json!({ "type": "HEADER", "format": "IMAGE" });
    });
    differ(
        &created(),
        &image,
        &["header.example.header_text_named_params.event", "header.format", "header.text"],
    );
    let video = changed(|definition| {
        definition["components"][0] = json!({ "type": "HEADER", "format": "VIDEO" });
    });
    differ(&image, &video, &["header.format"]);
}

#[test]
fn texts_of_templates_without_buttons_count() {
    let with = |text: &str, footer: &str| {
        json!({ "name": "a", "language": "en", "category": "UTILITY", "components": [
            { "type": "BODY", "text": text }, { "type": "FOOTER", "text": footer }] })
    };
    differ(&with("Hello.", "Bye."), &with("Hallo.", "Tschüs."), &["body.text", "footer.text"]);
}

#[test]
fn swapped_buttons_are_different() {
    let swapped = changed(|definition| list(&mut definition["components"][3]["buttons"]).swap(1, 2));
    differ(
        &created(),
        &swapped,
        &[
            "buttons[1].phone_number",
            "buttons[1].text",
            "buttons[1].type",
            "buttons[2].phone_number",
            "buttons[2].text",
            "buttons[2].type",
        ],
    );
}

/// A definition made by the derive has names of its author's choice; on the wire they are numbers.
#[test]
fn authored_names_do_not_count() {
    let sample = |value: &str| Examples::positional([Some(value.to_owned())]);
    let made = Definition::new("ticket", "en", Category::Utility)
        .with_header(Header::text(Text::parse("For {{event}}").numbered(), sample("Opera")))
        .with_body(Body::new(Text::parse("Your ticket {{code}} is ready.").numbered(), sample("77")))
        .with_footer(Footer::new(Text::parse("Lucky Shrub")))
        .with_buttons(vec![Button::url(
            "Open",
            Text::parse("https://example.com/{{code}}"),
            Some("x".to_owned()),
        )]);
    let stored = json!({ "name": "ticket", "language": "en", "category": "UTILITY", "components": [
        { "type": "HEADER", "format": "TEXT", "text": "For {{1}}", "example": { "header_text": ["Opera"] } },
        { "type": "BODY", "text": "Your ticket {{1}} is ready.", "example": { "body_text": [["77"]] } },
        { "type": "FOOTER", "text": "Lucky Shrub" },
        { "type": "BUTTONS", "buttons": [
            { "type": "URL", "text": "Open", "url": "https://example.com/{{1}}", "example": ["x"] }] }] });
    let stored = read(&stored);
    assert_eq!(made.differences(&stored), []);
    assert_eq!(made, stored);
}

#[test]
fn differences_are_readable() {
    let other = changed(|definition| {
        definition["components"][2]["text"] = json!("It's \"us\"");
        list(&mut definition["components"][3]["buttons"]).pop();
    });
    let words: Vec<_> = read(&created()).differences(&read(&other)).iter().map(ToString::to_string).collect();
    assert_eq!(
        words,
        [
            "buttons[2].text: \"Cancel\" here, nothing there",
            "buttons[2].type: \"QUICK_REPLY\" here, nothing there",
            "footer.text: \"Lucky Shrub Eatery\" here, \"It's \\\"us\\\"\" there",
        ]
    );
}
