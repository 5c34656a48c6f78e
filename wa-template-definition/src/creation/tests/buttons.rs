//! Buttons.

use serde_json::{Value, json};

use super::{Broken, accepted, broken, phone_number, quick_reply, rules, url, with_buttons};

pub(super) fn broken_definitions() -> Vec<Broken> {
    let mut table = lists();
    table.extend(labels());
    table.extend(addresses());
    table.extend(phone_numbers());
    table
}

fn lists() -> Vec<Broken> {
    let reply = || quick_reply("Yes");
    let shop = || url("https://example.com/", None);
    let call = || phone_number("+15550051310");
    let eleven = (0..11).map(|_| reply()).collect();
    let grouping = |place, buttons| broken("buttons-grouping", place, with_buttons(buttons));
    let of_kind = |place, buttons| broken("buttons-too-many-of-kind", place, with_buttons(buttons));
    vec![
        broken("buttons-empty", "buttons", with_buttons(vec![])),
        broken("buttons-too-many", "buttons[10]", with_buttons(eleven)),
        of_kind("buttons[2]", vec![shop(), shop(), shop()]),
        of_kind("buttons[4]", vec![reply(), shop(), call(), shop(), shop()]),
        of_kind("buttons[1]", vec![call(), call()]),
        of_kind("buttons[2]", vec![call(), shop(), call()]),
        grouping("buttons[2]", vec![reply(), shop(), reply()]),
        grouping("buttons[2]", vec![shop(), reply(), shop()]),
        grouping("buttons[3]", vec![shop(), call(), reply(), shop(), reply()]),
        grouping("buttons[2]", vec![json!({ "type": "TELEPORT", "text": "Open" }), reply(), call()]),
    ]
}

fn labels() -> Vec<Broken> {
    let labelled = |label: Value| with_buttons(vec![json!({ "type": "QUICK_REPLY", "text": label })]);
    let style = |label: &str| broken("button-label-style", "buttons[0].text", labelled(json!(label)));
    let mut table = vec![
        broken(
            "button-label-missing",
            "buttons[0].text",
            with_buttons(vec![json!({ "type": "QUICK_REPLY" })]),
        ),
        broken("button-label-missing", "buttons[0].text", labelled(json!(""))),
        broken("button-label-missing", "buttons[0].text", labelled(json!("  "))),
        broken("button-label-missing", "buttons[0].text", labelled(json!(7))),
        broken(
            "button-label-missing",
            "buttons[1].text",
            with_buttons(vec![quick_reply("Yes"), json!({ "type": "URL", "url": "https://example.com/" })]),
        ),
        style("Größe {{1}}").at("Größe ", "{{1}}"),
        style("Größe {{a}} {{b}}").at("Größe ", "{{a}}"),
    ];
    for label in ["Yes\nplease", "Yes 😃", "Yes ☀️", "*Yes*", "Say _yes_", "~No~", "```Yes```", "**Yes**"]
    {
        table.push(style(label));
    }
    table
}

fn addresses() -> Vec<Broken> {
    let address = |rule, place, address, example| {
        broken(rule, place, with_buttons(vec![quick_reply("Yes"), url(address, example)]))
    };
    let format = |text| address("button-url-format", "buttons[1].url", text, None);
    let placeholder = |text| address("button-url-placeholder", "buttons[1].url", text, Some("x"));
    let mut table: Vec<_> = [
        "",
        "example.com",
        "www.example.com/shop",
        "/shop",
        "ftp://example.com/",
        "https:/example.com",
        "https://",
        "https:// example.com",
        "https://example.com/a b",
        "https://example.com/a\nb",
        "tel:+15550051310",
    ]
    .into_iter()
    .map(format)
    .collect();
    table.push(address("button-url-format", "buttons[1].url", "https://{{1}}", Some("x")));
    table.extend([
        placeholder("https://example.com/é/{{1}}/{{2}}").at("https://example.com/é/{{1}}/", "{{2}}"),
        address("button-url-format", "buttons[1].url", "https://example.com/a b/{{1}}", Some("x")),
        placeholder("https://example.com/é/{{1}}/end").at("https://example.com/é/", "{{1}}"),
        placeholder("https://example.com/é/{{1}}?").at("https://example.com/é/", "{{1}}"),
        placeholder("https://example.com/é/{{2}}").at("https://example.com/é/", "{{2}}"),
        placeholder("https://example.com/é/{{code}}").at("https://example.com/é/", "{{code}}"),
        address("button-url-example", "buttons[1].url", "https://example.com/é/{{1}}", None)
            .at("https://example.com/é/", "{{1}}"),
        address("button-url-example", "buttons[1].url", "https://example.com/é/{{1}}", Some(""))
            .at("https://example.com/é/", "{{1}}"),
        address("button-url-example", "buttons[1].example", "https://example.com/", Some("x")),
    ]);
    table
}

fn phone_numbers() -> Vec<Broken> {
    ["", "+", "call us", "+1555x051310", "1555+0051310", "١٢٣٤٥٦٧", "{{1}}", "()"]
        .into_iter()
        .map(|number| {
            broken(
                "button-phone-number-format",
                "buttons[0].phone_number",
                with_buttons(vec![phone_number(number)]),
            )
        })
        .collect()
}

#[test]
fn lists_that_are_accepted() {
    let reply = || quick_reply("Yes");
    let shop = || url("https://example.com/", None);
    let call = || phone_number("+15550051310");
    for buttons in [
        vec![reply()],
        vec![reply(), reply(), shop(), call()],
        vec![shop(), call(), reply(), reply()],
        vec![shop(), shop(), call(), reply()],
        // Kinds that are only passed through need no label of their own.
        vec![json!({ "type": "COPY_CODE", "example": "250FF" }), shop()],
        vec![json!({ "type": "REQUEST_CONTACT_INFO" }), reply()],
        vec![json!({ "type": "TELEPORT" }), json!({}), json!(7)],
    ] {
        accepted(&with_buttons(buttons));
    }
}

#[test]
fn labels_addresses_and_numbers_that_are_accepted() {
    for label in ["Yes!", "Größe: 中文, ñ?", "2 * 3", "a_b", "{x}", "Sí, ¡claro!", "ශ්\u{200d}රී ලංකා"]
    {
        accepted(&with_buttons(vec![quick_reply(label)]));
    }
    for (address, example) in [
        ("https://example.com", None),
        ("http://example.com/", None),
        ("HTTPS://EXAMPLE.COM/", None),
        ("https://münchen.example/ä?b=ü#c", None),
        ("https://[2001:db8::1]/", None),
        ("https://example.com/{{1}}", Some("x")),
        ("https://example.com/?q={{1}}", Some("https://example.com/?q=x")),
    ] {
        accepted(&with_buttons(vec![url(address, example)]));
    }
    let bare = json!({ "type": "url", "text": "Open", "url": "https://example.com/{{1}}", "example": "x" });
    accepted(&with_buttons(vec![bare]));
    for number in ["15550051310", "+15550051310", "+1 (555) 005-1310", "1"] {
        accepted(&with_buttons(vec![phone_number(number)]));
    }
}

#[test]
fn each_button_is_judged_by_itself() {
    let buttons = vec![quick_reply(""), quick_reply("*No*"), url("x", None), phone_number("y")];
    assert_eq!(
        rules(&with_buttons(buttons)),
        ["button-label-missing", "button-label-style", "button-url-format", "button-phone-number-format"]
    );
}

#[test]
fn the_fix_of_an_address_is_an_address() {
    for (address, fix) in [
        ("example.com/shop", "begin it with scheme and host: `https://example.com/shop`"),
        ("/shop", "begin it with scheme and host: `https://www.example.com/shop`"),
        ("shop", "begin it with scheme and host: `https://www.example.com/shop`"),
        ("ftp://example.com/", "begin it with `https://` and a host"),
        ("https://{{1}}", "begin it with `https://` and a host"),
        ("https://example.com/a b", "write it without blanks: `%20`"),
    ] {
        let violations = super::read(&with_buttons(vec![url(address, Some("x"))])).validate();
        let format = violations.iter().find(|violation| violation.rule() == "button-url-format");
        assert_eq!(format.map(crate::Violation::fix), Some(fix), "{address}");
    }
}
