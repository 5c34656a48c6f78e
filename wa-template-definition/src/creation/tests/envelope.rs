//! Name, language, category, the set of components, the fields beside them.

use serde_json::{Value, json};

use super::{
    BODY, Broken, accepted, authentication, broken, quick_reply, rules, set, template, with, with_buttons,
};

pub(super) fn broken_definitions() -> Vec<Broken> {
    let mut table = Vec::new();
    for name in ["", "Order", "order update", "order-update", "größe", "order😀", "order.1"] {
        table.push(broken("name-format", "name", with("name", name)));
    }
    for code in ["", "en-US", "en_us", "EN", "zh", "pt", "klingon", " en"] {
        table.push(broken("language-unknown", "language", with("language", code)));
    }
    for category in ["", "OTP", "TRANSACTIONAL", "UTILITY "] {
        table.push(broken("category-unknown", "category", with("category", category)));
    }
    for (index, components) in twice() {
        table.push(broken("component-duplicate", index, template(components)));
    }
    for (category, seconds) in [
        ("UTILITY", json!(29)),
        ("UTILITY", json!(43_201)),
        ("UTILITY", json!(0)),
        ("UTILITY", json!(-2)),
        ("UTILITY", json!(120.5)),
        ("UTILITY", json!("soon")),
        ("MARKETING", json!(43_199)),
        ("MARKETING", json!(2_592_001)),
        ("MARKETING", json!(-1)),
        ("MARKETING", json!("120")),
    ] {
        let definition = set(with("category", category), "message_send_ttl_seconds", seconds);
        table.push(broken("message-send-ttl-range", "message_send_ttl_seconds", definition));
    }
    for seconds in [29, 901] {
        let definition = set(authentication(), "message_send_ttl_seconds", seconds);
        table.push(broken("message-send-ttl-range", "message_send_ttl_seconds", definition));
    }
    for definition in not_authentication() {
        table.push(broken("authentication-content", "category", definition));
    }
    table
}

fn twice() -> Vec<(&'static str, Vec<Value>)> {
    let body = json!({ "type": "BODY", "text": BODY });
    let header = json!({ "type": "HEADER", "format": "TEXT", "text": "News" });
    let footer = json!({ "type": "FOOTER", "text": "Lucky Shrub" });
    let buttons = json!({ "type": "BUTTONS", "buttons": [quick_reply("Yes")] });
    vec![
        ("components[1]", vec![body.clone(), body.clone()]),
        ("components[2]", vec![header.clone(), body.clone(), json!({ "type": "header", "format": "IMAGE" })]),
        ("components[2]", vec![footer.clone(), body.clone(), footer]),
        ("components[2]", vec![buttons.clone(), body, buttons]),
    ]
}

/// The form in which [`authentication`] is read back.
fn read_back() -> Value {
    let address = "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}";
    let components = vec![
        json!({ "type": "BODY", "text": "*{{1}}* is your verification code.",
                "example": { "body_text": [["123456"]] } }),
        json!({ "type": "FOOTER", "text": "This code expires in 10 minutes.", "code_expiration_minutes": 10 }),
        json!({ "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "Copy code", "url": address,
                "example": [address] }] }),
    ];
    let definition = set(template(components), "category", "AUTHENTICATION");
    set(definition, "status", "APPROVED")
}

/// Each differs from an authentication template, or from an ordinary one, in one way.
fn not_authentication() -> Vec<Value> {
    // An ordinary template with everything it may have, marked `authentication`.
    let ordinary = vec![
        json!({ "type": "HEADER", "format": "TEXT", "text": "News for {{1}}",
                "example": { "header_text": ["Pablo"] } }),
        json!({ "type": "BODY", "text": "The order {{1}} has left our warehouse.",
                "example": { "body_text": [["77"]] } }),
        json!({ "type": "FOOTER", "text": "Lucky Shrub" }),
        json!({ "type": "BUTTONS", "buttons": [quick_reply("Yes"), quick_reply("No")] }),
    ];
    let mut header = authentication();
    header["components"].as_array_mut().unwrap().push(json!({ "type": "HEADER", "format": "IMAGE" }));
    let beside = |component: Value| {
        let mut definition = authentication();
        definition["components"].as_array_mut().unwrap().push(component);
        definition
    };
    let mut no_button = authentication();
    no_button["components"].as_array_mut().unwrap().pop();
    let mut second_button = authentication();
    second_button["components"][2]["buttons"].as_array_mut().unwrap().push(quick_reply("No"));
    let mut text = authentication();
    text["components"][0]["text"] = json!("The code {{1}} is yours alone.");
    let mut footer = authentication();
    footer["components"][1]["text"] = json!("Lucky Shrub");
    vec![
        set(template(ordinary), "category", "authentication"),
        with("category", "AUTHENTICATION"),
        header,
        no_button,
        second_button,
        text,
        footer,
        beside(json!({ "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Offer" } })),
        beside(json!({ "type": "call_permission_request" })),
        set(authentication(), "sub_category", "ORDER_STATUS"),
        // The other way round: a one-time code in another category.
        set(authentication(), "category", "UTILITY"),
        set(read_back(), "category", "MARKETING"),
    ]
}

#[test]
fn names_and_codes_that_are_accepted() {
    for name in ["a", "order_update_2", "_", "__x__", "0", "order_update"] {
        accepted(&with("name", name));
    }
    for code in crate::language::CODES {
        accepted(&with("language", *code));
    }
    for category in ["utility", "Utility", "UTILITY", "marketing", "MARKETING"] {
        accepted(&with("category", category));
    }
}

#[test]
fn lifetimes_that_are_accepted() {
    for (category, seconds) in [
        ("UTILITY", json!(30)),
        ("UTILITY", json!(43_200)),
        ("UTILITY", json!(-1)),
        ("UTILITY", json!("3600")),
        ("MARKETING", json!(43_200)),
        ("MARKETING", json!(2_592_000)),
    ] {
        accepted(&set(with("category", category), "message_send_ttl_seconds", seconds));
    }
    for seconds in [30, 900, -1] {
        accepted(&set(authentication(), "message_send_ttl_seconds", seconds));
    }
}

#[test]
fn authentication_templates_in_both_forms() {
    accepted(&authentication());
    accepted(&read_back());
    // An answer of which somebody kept the fields of the creation only, and one that keeps the kind of the button.
    let mut fields = read_back();
    fields.as_object_mut().unwrap().remove("status");
    accepted(&fields);
    let mut kind = read_back();
    kind["components"][2]["buttons"] = json!([{ "type": "OTP", "otp_type": "COPY_CODE" }]);
    accepted(&kind);
    let mut smallest = authentication();
    smallest["components"].as_array_mut().unwrap().remove(1);
    accepted(&smallest);
    // The address of a shop is not that of a one-time code.
    let address = json!({ "type": "URL", "text": "Open", "url": "https://www.example.com/otp/code/help" });
    accepted(&with_buttons(vec![address]));
}

#[test]
fn a_body_is_required_also_of_authentication_templates() {
    let mut no_body = authentication();
    no_body["components"].as_array_mut().unwrap().remove(0);
    assert_eq!(rules(&no_body), ["body-missing"]);
}

#[test]
fn clones_of_library_templates_have_no_components() {
    for category in ["UTILITY", "AUTHENTICATION"] {
        let clone = json!({ "name": "my_code", "language": "en_US", "category": category,
                            "library_template_name": "verify_code_1" });
        accepted(&clone);
    }
}

#[test]
fn every_mistake_is_reported() {
    let definition = json!({ "name": "X", "language": "xx", "category": "x", "components": [
        { "type": "HEADER", "format": "TEXT", "text": "" },
        { "type": "BODY", "text": "" },
        { "type": "FOOTER", "text": "" },
        { "type": "BUTTONS", "buttons": [] } ] });
    let expected = [
        "name-format",
        "language-unknown",
        "category-unknown",
        "header-empty",
        "body-missing",
        "footer-empty",
        "buttons-empty",
    ];
    assert_eq!(rules(&definition), expected);
    assert_eq!(rules(&json!({})), ["name-format", "language-unknown", "category-unknown", "body-missing"]);
}
