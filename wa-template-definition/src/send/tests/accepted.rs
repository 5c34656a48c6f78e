//! Sends that fit.

use serde_json::{Value, json};

use super::{
    BODY, HEADER, LINK, REPLY, accepted, changed, header_send, list, named, named_send, numbered,
    numbered_send, plain, read, send, template, with_header,
};

#[test]
fn complete_sends() {
    accepted(&numbered(), &numbered_send());
    accepted(&named(), &named_send());
}

#[test]
fn an_index_is_a_string_or_a_number() {
    for index in [json!("4"), json!(4)] {
        accepted(&numbered(), &changed(numbered_send(), |send| send["components"][LINK]["index"] = index));
    }
}

#[test]
fn letter_case_of_enum_like_values_does_not_matter() {
    let upper = changed(numbered_send(), |send| {
        for component in list(&mut send["components"]) {
            for key in ["type", "sub_type"] {
                if let Some(Value::String(value)) = component.get_mut(key) {
                    value.make_ascii_uppercase();
                }
            }
            for parameter in list(&mut component["parameters"]) {
                parameter["type"] = json!(parameter["type"].as_str().unwrap_or_default().to_uppercase());
            }
        }
    });
    assert!(upper.to_string().contains("QUICK_REPLY"));
    accepted(&numbered(), &upper);
    let image = header_send("image", json!({ "id": "2871834006348767" }));
    let image = changed(image, |send| {
        send["components"][0]["parameters"][0]["type"] = json!("Image");
    });
    accepted(&with_header("image"), &image);
}

#[test]
fn values_of_quick_replies_may_be_left_out() {
    let without = changed(numbered_send(), |send| {
        list(&mut send["components"]).remove(REPLY);
    });
    accepted(&numbered(), &without);
    let second = changed(numbered_send(), |send| {
        send["components"][REPLY]["index"] = json!(1);
    });
    accepted(&numbered(), &second);
}

#[test]
fn the_order_of_components_is_free() {
    let reversed = changed(numbered_send(), |send| list(&mut send["components"]).reverse());
    accepted(&numbered(), &reversed);
}

#[test]
fn named_values_come_in_any_order() {
    let reversed = changed(named_send(), |send| {
        list(&mut send["components"][BODY]["parameters"]).reverse();
    });
    accepted(&named(), &reversed);
}

#[test]
fn nothing_is_sent_for_static_parts() {
    for components in [
        json!([]),
        json!(null),
        json!([{ "type": "body", "parameters": [] }]),
        json!([{ "type": "body" }]),
        json!([{ "type": "header", "parameters": [] }]),
    ] {
        accepted(&plain(), &send(components));
    }
    accepted(&plain(), &json!({ "name": "ticket", "language": { "code": "en_US" } }));
    let old = json!({ "namespace": "88b39973_f0d5_54e1_29cf_e80f1e3da4f2", "name": "ticket",
                      "language": { "policy": "deterministic", "code": "en_US" } });
    accepted(&plain(), &old);
}

#[test]
fn sums_and_dates_fill_placeholders_of_a_body() {
    let value = |parameter: Value| {
        changed(numbered_send(), |send| {
            send["components"][BODY]["parameters"][1] = parameter;
        })
    };
    for parameter in [
        json!({ "type": "currency",
                "currency": { "fallback_value": "$100.99", "code": "USD", "amount_1000": 100_990 } }),
        json!({ "type": "currency", "currency": { "fallback_value": "-1", "code": "EUR", "amount_1000": -1000 } }),
        json!({ "type": "date_time", "date_time": { "fallback_value": "February 25, 1977" } }),
        json!({ "type": "date_time", "date_time": { "fallback_value": "February 25, 1977", "day_of_week": 5,
                "day_of_month": "25", "year": 1977, "month": "2", "hour": 15, "minute": 33 } }),
    ] {
        accepted(&numbered(), &value(parameter));
    }
    let named_sum = json!({ "type": "currency", "parameter_name": "day",
                            "currency": { "fallback_value": "$1", "code": "USD", "amount_1000": 1000 } });
    let send = changed(named_send(), |send| {
        send["components"][BODY]["parameters"][1] = named_sum;
    });
    accepted(&named(), &send);
}

#[test]
fn headers_by_id_by_link_and_places() {
    for (format, kind) in [("IMAGE", "image"), ("VIDEO", "video"), ("document", "document")] {
        for object in [
            json!({ "id": "2871834006348767" }),
            json!({ "link": "https://example.com/a" }),
            json!({ "link": "https://example.com/a", "filename": "a.pdf" }),
            // As the On-Premises API had it.
            json!({ "link": "http://example.com/a", "provider": { "name": "p" } }),
        ] {
            accepted(&with_header(format), &header_send(kind, object));
        }
    }
    for (latitude, longitude) in [
        (json!("37.483307"), json!("-122.148981")),
        (json!(37.483_307), json!(-122.148_981)),
        (json!(0), json!("0")),
        (json!(90), json!(180)),
        (json!("-90"), json!("-180.0")),
    ] {
        let object = json!({ "latitude": latitude, "longitude": longitude, "name": "Philz Coffee" });
        accepted(&with_header("LOCATION"), &header_send("location", object));
    }
}

#[test]
fn texts_of_every_kind() {
    for text in ["é", "中文", "😀", "a    b", "*bold*", "\"quoted\" \\ {{1}}", "0"] {
        let filled = changed(numbered_send(), |send| {
            send["components"][HEADER]["parameters"][0]["text"] = json!(text);
            send["components"][LINK]["parameters"][0]["text"] = json!(text);
        });
        accepted(&numbered(), &filled);
    }
}

#[test]
fn what_the_crate_does_not_know_is_not_judged() {
    // A list of buttons that says more than this crate understands.
    let odd = template(json!([{ "type": "BODY", "text": "Your ticket is ready." },
        { "type": "BUTTONS", "layout": "new", "buttons": [{ "type": "QUICK_REPLY", "text": "Yes" }] }]));
    let reply = json!([{ "type": "button", "sub_type": "quick_reply", "index": 0,
                         "parameters": [{ "type": "payload", "payload": "x" }] }]);
    accepted(&odd, &send(reply));
    assert!(read(&odd).has_unknown_parts());
}

/// A clone of a library template, or an answer with selected fields, does not say what the template consists of.
#[test]
fn templates_without_components_are_judged_by_name_and_language_only() {
    let mut selected = template(json!([]));
    selected.as_object_mut().unwrap().remove("components");
    assert!(read(&selected).has_unknown_parts());
    accepted(&selected, &numbered_send());
    let other = changed(numbered_send(), |send| send["name"] = json!("other"));
    assert_eq!(super::rules(&selected, &other), ["send-name"]);
}

#[test]
fn order_statuses_go_with_their_sub_category() {
    let status = json!([{ "type": "order_status", "parameters": [{ "type": "order_status",
        "order_status": { "reference_id": "a", "order": { "status": "shipped" } } }] }]);
    let with = |sub_category: &str| changed(plain(), |send| send["sub_category"] = json!(sub_category));
    accepted(&with("ORDER_STATUS"), &send(status.clone()));
    accepted(&with("order_status"), &send(status.clone()));
    assert_eq!(super::rules(&with("CUSTOM"), &send(status)), ["send-component-unknown"]);
}

#[test]
fn one_time_codes_in_both_forms() {
    let code = send(json!([
        { "type": "body", "parameters": [{ "type": "text", "text": "J$FpnYnP" }] },
        { "type": "button", "sub_type": "url", "index": "0", "parameters": [{ "type": "text", "text": "J$FpnYnP" }] }
    ]));
    let created = template(json!([{ "type": "BODY" },
        { "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "COPY_CODE" }] }]));
    accepted(&created, &code);
    let read_back = template(json!([
        { "type": "BODY", "text": "*{{1}}* is your verification code." },
        { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "Copy code",
            "url": "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}" }] }]));
    accepted(&read_back, &code);
}
