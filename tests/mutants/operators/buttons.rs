//! Buttons: too many, apart, half written, with the wrong things in them.

use wa_template::definition::limits;

use super::super::mutant::Change;
use super::super::source::{Element, Fixture};
use super::{Operators, Role, texts};

pub(super) const OPERATORS: Operators = &[
    ("duplicate-button", duplicate),
    ("too-many-buttons", too_many),
    ("no-buttons", none),
    ("quick-replies-apart", apart),
    ("button-without-arguments", without_arguments),
    ("button-as-label", as_label),
    ("number-as-label", number_as_label),
    ("argument-too-many", argument_too_many),
    ("drop-argument", drop_argument),
    ("wrong-address", wrong_address),
    ("wrong-phone-number", wrong_phone_number),
];

/// The buttons of a template, not those of its cards.
fn buttons(fixture: &Fixture) -> Vec<(usize, &Element)> {
    let buttons = fixture.item("WaTemplate").and_then(|item| item.key("buttons"));
    buttons.map_or(&[][..], Element::elements).iter().enumerate().collect()
}

fn all_buttons(fixture: &Fixture) -> Option<&Element> {
    fixture.item("WaTemplate")?.key("buttons")
}

/// A second one of each kind. Of what may be there more than once, one more than that.
fn duplicate(fixture: &Fixture) -> Vec<Change<'_>> {
    let buttons = buttons(fixture);
    let Some((_, last)) = buttons.last() else { return Vec::new() };
    let others = buttons.iter().filter(|(_, button)| button.key.text != "quick_reply");
    // The translations would lack it.
    let others = others.filter(|_| !fixture.text.contains("translation("));
    let twice = |(index, button): &(usize, &Element)| {
        let text = &fixture.text[button.whole.clone()];
        let kind = button.key.text.as_str();
        let is_offer = fixture.text.contains("limited_time_offer(");
        let count = if kind == "url" && !is_offer { limits::URL_BUTTONS } else { 1 };
        // Quick replies stay behind or before all others.
        let end = if last.key.text == "quick_reply" { button.whole.end } else { last.whole.end };
        let copies = format!(",\n{text}").repeat(count - 1);
        let more = format!("{copies},\n/* one too many */ {text}");
        let change = fixture.change(format!("{kind}-{index}")).insert(end, more);
        // Alone in its list: its first place is told. Beside a one-time code: the category.
        match kind {
            "catalog" | "mpm" | "spm" => change.at(button.whole.start).names(kind.to_uppercase()),
            "otp" => change.on("category =").names("one-time-password"),
            "url" if is_offer => change.on("/* one too many */").names("second address"),
            _ => change.on("/* one too many */").names(named(kind)),
        }
    };
    others.map(twice).collect()
}

/// What a kind of button is called in a sentence about its number.
fn named(kind: &str) -> &str {
    match kind {
        "url" => "URL",
        "phone_number" => "phone-number",
        "copy_code" => "copy-code",
        "order_details" => "order-details",
        "payment_request" => "asks for",
        "voice_call" => "call",
        "request_contact_info" => "contact",
        kind => kind,
    }
}

fn too_many(fixture: &Fixture) -> Vec<Change<'_>> {
    let quick_replies = buttons(fixture);
    let Some((_, last)) = quick_replies.last().filter(|(_, last)| last.key.text == "quick_reply") else {
        return Vec::new();
    };
    // As many as there may be, and one.
    let more = ",\nquick_reply(\"Another\")".repeat(limits::BUTTONS - quick_replies.len());
    let change = fixture.change("one-more").insert(last.whole.end, more + ",\nquick_reply(\"One too many\")");
    vec![change.on("One too many").names(limits::BUTTONS)]
}

fn none(fixture: &Fixture) -> Vec<Change<'_>> {
    let Some(buttons) = all_buttons(fixture) else { return Vec::new() };
    let has_values = fixture.text.contains("button =") || fixture.text[buttons.whole.clone()].contains("{{");
    if has_values {
        return Vec::new();
    }
    let inside = &buttons.list.as_ref().expect("a list").inside;
    let change = fixture.change("empty").replace(inside, "");
    // What is missing there is more than a button.
    let is_code = fixture.text.contains("otp(");
    vec![if is_code {
        change.on("category =").names("one-time-password button")
    } else {
        change.at(buttons.whole.start).names("empty")
    }]
}

/// Quick replies stand together: one more button at the end, of the kind of the first.
fn apart(fixture: &Fixture) -> Vec<Change<'_>> {
    let buttons = buttons(fixture);
    let (Some((_, first)), Some((_, last))) = (buttons.first(), buttons.last()) else { return Vec::new() };
    let is_reply = |button: &Element| button.key.text == "quick_reply";
    let of_own_rules = ["translation(", "limited_time_offer("].iter().any(|key| fixture.text.contains(key));
    if is_reply(first) == is_reply(last) || of_own_rules {
        return Vec::new();
    }
    let more = if is_reply(first) {
        "quick_reply(\"Apart\")"
    } else {
        "url(\"Apart\", \"https://www.example.com\")"
    };
    let change = fixture.change("at-the-end").insert(last.whole.end, format!(",\n{more}"));
    vec![change.on("\"Apart\"").names("quick replies")]
}

fn without_arguments(fixture: &Fixture) -> Vec<Change<'_>> {
    let lists = buttons(fixture)
        .into_iter()
        .filter(|(_, button)| button.list.is_some() && button.key.text != "copy_code");
    let bare = |(index, button): (usize, &Element)| {
        let kind = &button.key.text;
        fixture.change(format!("{kind}-{index}")).replace(&button.whole, kind).names(format!("`{kind}`"))
    };
    lists.map(bare).collect()
}

fn labelled(fixture: &Fixture) -> Vec<(usize, &Element, &Element)> {
    let mut found = Vec::new();
    for (index, button) in buttons(fixture) {
        let label = button.elements().first();
        let own = ["copy_code", "otp", "payment_request"].contains(&button.key.text.as_str());
        if let Some(label) = label.filter(|label| label.key.text.is_empty() && !own) {
            found.push((index, button, label));
        }
    }
    found
}

/// The label in place of the whole button.
fn as_label(fixture: &Fixture) -> Vec<Change<'_>> {
    let only = |(index, button, label): (usize, &Element, &Element)| {
        let text = fixture.text[label.whole.clone()].to_owned();
        fixture.change(index).replace(&button.whole, text).names("button")
    };
    labelled(fixture).into_iter().map(only).collect()
}

fn number_as_label(fixture: &Fixture) -> Vec<Change<'_>> {
    let number = |(index, button, label): (usize, &Element, &Element)| {
        fixture.change(index).replace(&label.whole, "7").names(format!("`{}`", button.key.text))
    };
    labelled(fixture).into_iter().map(number).collect()
}

fn argument_too_many(fixture: &Fixture) -> Vec<Change<'_>> {
    let one_more = |(index, button): (usize, &Element)| {
        let end = button.list.as_ref()?.inside.end;
        // A quick reply may have two.
        let more =
            if button.key.text == "quick_reply" && button.elements().len() == 1 { ", Zebra" } else { "" };
        let change = fixture.change(format!("{}-{index}", button.key.text));
        let change = change.insert(end, format!("{more},\n/* too many */ \"zebra\""));
        // A kind of payment is one word: the list is told.
        let is_word = button.key.text == "payment_request";
        Some(if is_word { change.at(button.whole.start) } else { change.on("/* too many */") })
    };
    buttons(fixture)
        .into_iter()
        .filter(|(_, button)| button.key.text != "quick_reply")
        .filter_map(one_more)
        .collect()
}

/// `url("Track")`, `phone_number("Call")`.
fn drop_argument(fixture: &Fixture) -> Vec<Change<'_>> {
    let two = buttons(fixture)
        .into_iter()
        .filter(|(_, button)| ["url", "phone_number"].contains(&button.key.text.as_str()));
    let drop = |(index, button): (usize, &Element)| {
        let kind = &button.key.text;
        let second = &button.elements()[1];
        fixture
            .change(format!("{kind}-{index}"))
            .remove(&second.whole)
            .at(button.whole.start)
            .names(format!("`{kind}`"))
    };
    two.map(drop).collect()
}

fn wrong_address(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for text in fixture.items("WaTemplate").flat_map(texts).filter(|text| text.role == Role::Address) {
        let at = &text.word.at;
        let name = text.word.placeholders().first().map(|first| first.text.clone());
        let mut wrong = vec![
            ("relative", "bills/".to_owned(), "bills/"),
            ("scheme", "ftp://www.example.com/".to_owned(), "ftp"),
        ];
        if let Some(name) = &name {
            wrong = vec![
                ("relative", format!("bills/{{{{{name}}}}}"), "bills/"),
                ("inside", format!("https://www.example.com/{{{{{name}}}}}/bill"), "/bill"),
                ("two", format!("https://www.example.com/{{{{{name}}}}}{{{{{name}}}}}"), "placeholder"),
                ("host", format!("https://{{{{{name}}}}}.example.com/"), name),
            ];
        }
        changes.extend(wrong.into_iter().map(|(what, url, names)| {
            fixture.change(format!("{}-{what}", text.path)).replace(at, format!("\"{url}\"")).names(names)
        }));
        changes.push(fixture.change(format!("{}-number", text.path)).replace(at, "7").names("`url`"));
    }
    changes
}

fn wrong_phone_number(fixture: &Fixture) -> Vec<Change<'_>> {
    let mut changes = Vec::new();
    for text in fixture.items("WaTemplate").flat_map(texts).filter(|text| text.role == Role::PhoneNumber) {
        for (what, number) in [("letters", "\"+1555CALLUS\""), ("words", "\"our shop\"")] {
            let change = fixture.change(format!("{}-{what}", text.path));
            changes.push(change.replace(&text.word.at, number).names(number.trim_matches('"')));
        }
        let change = fixture.change(format!("{}-number", text.path));
        changes.push(change.replace(&text.word.at, "15550051310").names("`phone_number`"));
    }
    changes
}
