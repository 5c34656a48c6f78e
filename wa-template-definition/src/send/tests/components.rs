//! Name, language, and which components a send has.

use serde_json::json;

use super::{
    BODY, HEADER, LINK, Refused, changed, list, named, named_send, numbered, numbered_send, plain, read,
    refused, rules, send,
};

pub(super) fn refused_sends() -> Vec<Refused> {
    let mut table = envelope();
    table.extend(components());
    table
}

fn envelope() -> Vec<Refused> {
    let broken = |rule, place, change: &dyn Fn(&mut serde_json::Value)| {
        refused(rule, place, numbered(), changed(numbered_send(), change))
    };
    vec![
        broken("send-name", "name", &|send| send["name"] = json!("Ticket")),
        broken("send-name", "name", &|send| send["name"] = json!("")),
        broken("send-language", "language", &|send| send["language"]["code"] = json!("en")),
        broken("send-language", "language", &|send| send["language"]["code"] = json!("en_us")),
        broken("send-form", "definition", &|send| *send = json!([])),
        broken("send-form", "definition", &|send| *send = json!(null)),
        broken("send-form", "definition", &|send| send["name"] = json!(7)),
        broken("send-form", "definition", &|send| {
            send.as_object_mut().unwrap().remove("name");
        }),
        broken("send-form", "definition", &|send| send["language"] = json!("en_US")),
        broken("send-form", "definition", &|send| send["language"]["policy"] = json!("fallback")),
        broken("send-form", "definition", &|send| send["language"] = json!({})),
        broken("send-form", "definition", &|send| send["components"] = json!({})),
        broken("send-form", "definition", &|send| send["components"] = json!("[]")),
    ]
}

fn components() -> Vec<Refused> {
    let extra = |rule, place, component: serde_json::Value| {
        let send = changed(numbered_send(), |send| list(&mut send["components"]).push(component));
        refused(rule, place, numbered(), send)
    };
    let mut table = vec![
        extra("send-component-unknown", "components[4]", json!({ "type": "footer" })),
        extra("send-component-unknown", "components[4]", json!({ "type": "buttons", "parameters": [] })),
        extra("send-component-unknown", "components[4]", json!({ "type": "hologram" })),
        extra("send-component-unknown", "components[4]", json!({ "parameters": [] })),
        extra("send-component-unknown", "components[4]", json!("body")),
        extra("send-component-unknown", "carousel", json!({ "type": "carousel", "cards": [] })),
        extra("send-component-unknown", "limited_time_offer", json!({ "type": "limited_time_offer" })),
        extra("send-component-unknown", "order_status", json!({ "type": "order_status" })),
        extra("send-component-unknown", "components[4]", json!({ "type": "call_permission_request" })),
    ];
    for index in [HEADER, BODY] {
        let component = numbered_send()["components"][index].clone();
        table.push(extra("send-component-duplicate", "components[4]", component));
    }
    let link = numbered_send()["components"][LINK].clone();
    table.push(extra("send-component-duplicate", "buttons[4]", link));
    // A component left out: its values are missing.
    let without = |index: usize| {
        changed(numbered_send(), |send| {
            list(&mut send["components"]).remove(index);
        })
    };
    table.push(refused("send-parameter-count", "header", numbered(), without(HEADER)));
    table.push(refused("send-parameter-count", "body", numbered(), without(BODY)));
    table.push(refused("send-button-missing", "buttons[4]", numbered(), without(LINK)));
    // A component for what the template does not have.
    let header = json!([{ "type": "header", "parameters": [{ "type": "text", "text": "77" }] }]);
    table.push(refused("send-parameter-count", "header", plain(), send(header)));
    table
}

#[test]
fn components_of_unknown_type_do_not_stand_for_others() {
    let mut definition = plain();
    list(&mut definition["components"]).push(json!({ "no": "type" }));
    let carousel = json!([{ "type": "carousel", "cards": [] }]);
    assert_eq!(rules(&definition, &send(carousel)), ["send-component-unknown"]);
}

#[test]
fn every_mistake_is_reported() {
    let other = json!({ "name": "other", "language": { "code": "de" } });
    // What does not fit a send for another template is no mistake of its own.
    assert_eq!(rules(&numbered(), &other), ["send-name", "send-language"]);
    let nothing = json!({ "name": "ticket", "language": { "code": "en_US" } });
    let expected = ["send-parameter-count", "send-parameter-count", "send-button-missing"];
    assert_eq!(rules(&numbered(), &nothing), expected);
    assert_eq!(rules(&named(), &nothing), expected);
    let two_empty = changed(numbered_send(), |send| {
        for parameter in list(&mut send["components"][BODY]["parameters"]) {
            parameter.as_object_mut().unwrap().remove("text");
        }
    });
    assert_eq!(rules(&numbered(), &two_empty), ["value-empty", "value-empty"]);
    let two_images = changed(named_send(), |send| {
        for parameter in list(&mut send["components"][BODY]["parameters"]) {
            parameter["type"] = json!("image");
        }
    });
    assert_eq!(rules(&named(), &two_images), ["send-parameter-kind", "send-parameter-kind"]);
}

/// Values are data of a customer, and messages end up in logs.
#[test]
fn no_message_quotes_a_value() {
    let secret = "Grüße-4711";
    let sends = [
        changed(numbered_send(), |send| {
            send["components"][BODY]["parameters"][0]["text"] = json!(format!("{secret}\n"));
        }),
        changed(numbered_send(), |send| {
            send["components"][HEADER]["parameters"][0]["text"] = json!(secret.repeat(9));
        }),
        changed(numbered_send(), |send| {
            send["components"][BODY]["parameters"][0]["type"] = json!(secret);
        }),
        changed(numbered_send(), |send| {
            send["components"][LINK]["sub_type"] = json!(secret);
        }),
        changed(numbered_send(), |send| {
            list(&mut send["components"]).push(json!({ "type": secret }));
        }),
    ];
    for send in sends {
        let violations = read(&numbered()).check_send(&send);
        assert_eq!(violations.len(), 1, "{violations:?}");
        let words = violations[0].to_string().to_lowercase();
        assert!(!words.contains("4711"), "{words}");
    }
}
