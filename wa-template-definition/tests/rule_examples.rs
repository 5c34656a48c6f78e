//! The page of all rules, and that its examples are true: a mistake breaks its rule and no other, a fix breaks none.
//!
//! What is checked is what is printed, completed as the head of the page says. The lines of Rust are checked by the
//! test of the same name in the folder `tests` of the workspace.

use std::path::Path;

use serde_json::{Map, Value, json};
use wa_template_definition::rule::{self, GROUPS, RULES, RuleExample, Stage};
use wa_template_definition::{Definition, Violation};

fn examples() -> impl Iterator<Item = &'static RuleExample> {
    GROUPS.iter().flat_map(|group| group.examples)
}

/// What a fragment is: members of an object, or elements of a list.
enum Fragment {
    Members(Map<String, Value>),
    Elements(Vec<Value>),
}

impl Fragment {
    /// `None` for a line of Rust.
    fn read(text: &str) -> Option<Self> {
        // Longer than any limit of a definition or a value.
        let text = text.replace('…', &"x".repeat(2500));
        let read = |json: &str| {
            serde_json::from_str::<Value>(json).unwrap_or_else(|error| panic!("{error} in {json}"))
        };
        match text.chars().next()? {
            '"' => match read(&format!("{{{text}}}")) {
                Value::Object(members) => Some(Self::Members(members)),
                other => panic!("no object: {other}"),
            },
            '{' => match read(&format!("[{text}]")) {
                Value::Array(elements) => Some(Self::Elements(elements)),
                other => panic!("no list: {other}"),
            },
            _ => None,
        }
    }
}

const COMPONENTS: &[&str] = &["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"];

/// A list with two of an element that is alone.
fn two_or_more(cards: Vec<Value>) -> Vec<Value> {
    match <[Value; 1]>::try_from(cards) {
        Ok([card]) => vec![card.clone(), card],
        Err(cards) => cards,
    }
}

/// The definition around a fragment of it.
fn definition(fragment: Fragment) -> Value {
    let mut definition = json!({ "name": "order_update", "language": "en_US", "category": "MARKETING",
                                 "components": [{ "type": "BODY", "text": "Your order is here." }] });
    let elements = match fragment {
        Fragment::Members(members) => {
            definition.as_object_mut().expect("an object").extend(members);
            return definition;
        }
        Fragment::Elements(elements) => elements,
    };
    let (mut components, mut buttons, mut cards) = (Vec::new(), Vec::new(), Vec::new());
    for element in elements {
        match element["type"].as_str() {
            None => cards.push(element),
            Some(kind) if COMPONENTS.contains(&kind) => components.push(element),
            Some(_) => buttons.push(element),
        }
    }
    if buttons.iter().any(|button| button["type"] == "OTP") {
        definition["category"] = json!("AUTHENTICATION");
        definition["components"] = json!([{ "type": "BODY" }]);
    }
    if !buttons.is_empty() {
        components.push(json!({ "type": "BUTTONS", "buttons": buttons }));
    }
    if !cards.is_empty() {
        components.push(json!({ "type": "CAROUSEL", "cards": two_or_more(cards) }));
    }
    let list = definition["components"].as_array_mut().expect("a list");
    if components.iter().any(|component| component["type"] == "BODY") {
        list.clear();
    }
    list.extend(components);
    definition
}

/// The send around a fragment of it; `template` is what the definition has in its place.
fn send(fragment: Fragment, template: &Value) -> Value {
    let mut send = json!({ "name": "order_update", "language": { "code": "en_US" }, "components": [] });
    let elements = match fragment {
        Fragment::Members(members) => {
            send.as_object_mut().expect("an object").extend(members);
            return send;
        }
        Fragment::Elements(elements) => elements,
    };
    let (components, elements): (Vec<_>, Vec<_>) =
        elements.into_iter().partition(|element| element.get("parameters").is_some());
    let (cards, parameters): (Vec<_>, Vec<_>) =
        elements.into_iter().partition(|element| element.get("card_index").is_some());
    let list = send["components"].as_array_mut().expect("a list");
    list.extend(components);
    if !cards.is_empty() {
        list.push(json!({ "type": "carousel", "cards": cards }));
    }
    if !parameters.is_empty() {
        let kind = template["type"].as_str().expect("a type").to_ascii_lowercase();
        list.push(match kind.as_str() {
            "header" | "body" => json!({ "type": kind, "parameters": parameters }),
            _ => json!({ "type": "button", "sub_type": kind, "index": "0", "parameters": parameters }),
        });
    }
    send
}

fn read(definition: Value) -> Definition {
    Definition::from_value(definition).expect("a definition")
}

/// The rules that a mistake or a fix breaks, each once; `None` for a line of Rust.
fn broken(example: &RuleExample, text: &str) -> Option<Vec<&'static str>> {
    let fragment = Fragment::read(text)?;
    let violations = if example.rule.stage == Stage::Creation {
        read(definition(fragment)).validate()
    } else {
        let template = example.template.and_then(Fragment::read);
        let template = template.unwrap_or_else(|| Fragment::Members(Map::new()));
        // Of several components or buttons the first is filled in.
        let first = match &template {
            Fragment::Members(members) => members.get("components").map(|components| components[0].clone()),
            Fragment::Elements(elements) => elements.first().cloned(),
        };
        let definition = read(definition(template));
        let wrong = definition.validate();
        assert_eq!(wrong, [], "the template of {}", example.rule.id);
        definition.check_send(&send(fragment, &first.unwrap_or_default()))
    };
    let mut rules: Vec<_> = violations.iter().map(Violation::rule).collect();
    rules.dedup();
    Some(rules)
}

#[test]
fn every_rule_has_one_example_in_the_order_of_the_table() {
    let shown: Vec<_> = examples().map(|example| example.rule.id).collect();
    for rule in RULES {
        let count = shown.iter().filter(|id| **id == rule.id).count();
        assert_eq!(count, 1, "`{}` needs one example in src/rule/examples", rule.id);
        assert_eq!(rule.example().map(|example| example.rule), Some(*rule));
    }
    assert_eq!(shown, RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
}

#[test]
fn a_mistake_breaks_its_rule_and_a_fix_breaks_none() {
    let mut problems = Vec::new();
    for example in examples() {
        let id = example.rule.id;
        let (Some(mistake), Some(fix)) = (broken(example, example.mistake), broken(example, example.fix))
        else {
            continue;
        };
        if mistake != [id] {
            problems.push(format!("the mistake of `{id}` breaks {mistake:?}"));
        }
        if !fix.is_empty() {
            problems.push(format!("the fix of `{id}` breaks {fix:?}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn examples_are_complete() {
    for example in examples() {
        let id = example.rule.id;
        assert_ne!(example.mistake, example.fix, "{id}");
        let of_send = example.rule.stage != Stage::Creation;
        assert!(of_send || example.template.is_none(), "{id}: a definition is for no template");
        let rust = [example.mistake, example.fix].map(|text| Fragment::read(text).is_none());
        assert_eq!(rust[0], rust[1], "{id}: mistake and fix are written alike");
        assert!(!rust[0] || example.rule.stage == Stage::Value, "{id} can be shown as JSON");
        for text in [example.mistake, example.fix].into_iter().chain(example.template) {
            assert!(!text.contains("```") && text.trim() == text && !text.is_empty(), "{id}");
        }
    }
}

/// Compares the page with the file; `UPDATE_RULES=1` writes it.
#[test]
fn the_page_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = rule::page();
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(&path, &page).expect("a file that can be written");
    }
    let found = std::fs::read_to_string(&path).expect("docs/rules.md");
    // Not `assert_eq!`: nobody reads two pages side by side.
    let line = found.lines().zip(page.lines()).position(|(found, page)| found != page);
    assert!(
        found == page,
        "docs/rules.md differs{}: run this test with UPDATE_RULES=1 and read the difference",
        line.map(|line| format!(" from line {}", line + 1)).unwrap_or_default()
    );
}
