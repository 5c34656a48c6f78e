//! What holds for every definition and every send, however odd.

mod arbitrary;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use wa_template_definition::{Definition, ParameterFormat, Part, Place, PlaceholderName, Text, Violation};

/// Keys that only answers of the platform have; the creation form leaves them out.
const READ_BACK: &[&str] = &[
    "id",
    "status",
    "quality_score",
    "rejected_reason",
    "previous_category",
    "correct_category",
    "message_template_namespace",
    "last_updated_time",
];

fn read(value: &Value) -> Definition {
    Definition::from_json(&value.to_string()).unwrap_or_else(|error| panic!("{error}: {value}"))
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// The authored text that ranges of a place refer to, in the template itself or in one of its cards.
fn authored<'a>(definition: &'a Definition, place: &Place) -> Option<&'a str> {
    match place.part() {
        Part::ButtonLabel(index) => definition.section_at(place.card())?.buttons().get(index)?.label(),
        _ => definition.text_at(place).map(Text::authored),
    }
}

fn check_ranges(definition: &Definition, violations: &[Violation]) -> Result<(), TestCaseError> {
    for violation in violations {
        prop_assert!(!violation.fact().is_empty() && !violation.fix().is_empty());
        if let Some(range) = violation.place().range() {
            let text = authored(definition, violation.place());
            let found = text.and_then(|text| text.get(range.clone()));
            prop_assert!(found.is_some_and(|found| !found.is_empty()), "{range:?} of {text:?}: {violation}");
        }
    }
    Ok(())
}

/// The values of these keys in another letter case, wherever the platform reads them.
fn recased(value: &Value, upper: bool) -> Value {
    let mut definition = value.clone();
    recase(&mut definition, &["category"], upper);
    // A format that does not exist is passed through.
    if ParameterFormat::parse(definition["parameter_format"].as_str().unwrap_or_default()).is_some() {
        recase(&mut definition, &["parameter_format"], upper);
    }
    list(&mut definition, "components").for_each(|component| recase_component(component, upper));
    definition
}

fn recase_component(component: &mut Value, upper: bool) {
    recase(component, &["type"], upper);
    let kind = component.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_uppercase();
    let keys = component.as_object().map_or(0, Map::len);
    match kind.as_str() {
        "HEADER" => recase(component, &["format"], upper),
        // With further keys it is passed through as a whole.
        "BUTTONS" if keys == 2 => {
            list(component, "buttons").for_each(|button| recase_button(button, upper));
        }
        "CAROUSEL" if keys == 2 => {
            for card in list(component, "cards") {
                list(card, "components").for_each(|component| recase_component(component, upper));
            }
        }
        _ => {}
    }
}

fn recase_button(button: &mut Value, upper: bool) {
    recase(button, &["type"], upper);
    let kind = button.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_uppercase();
    match kind.as_str() {
        "OTP" => recase(button, &["otp_type"], upper),
        "FLOW" => recase(button, &["flow_action", "icon"], upper),
        _ => {}
    }
}

fn recase(object: &mut Value, keys: &[&str], upper: bool) {
    for key in keys {
        match object.get_mut(key) {
            Some(Value::String(text)) if upper => text.make_ascii_uppercase(),
            Some(Value::String(text)) => text.make_ascii_lowercase(),
            _ => {}
        }
    }
}

fn list<'a>(object: &'a mut Value, key: &str) -> impl Iterator<Item = &'a mut Value> {
    object.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten()
}

/// JSON text with the keys of all objects in reverse order.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(keys) => {
            let keys: Vec<_> =
                keys.iter().rev().map(|(key, value)| format!("{}:{}", json!(key), reversed(value))).collect();
            format!("{{{}}}", keys.join(","))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(reversed).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

fn without_read_back(value: &Value) -> Value {
    let keys = value.as_object().into_iter().flatten();
    let keys = keys.filter(|(key, _)| !READ_BACK.contains(&key.as_str()));
    Value::Object(keys.map(|(key, value)| (key.clone(), value.clone())).collect::<Map<_, _>>())
}

/// Violations that the creation form cannot have: it nests samples as the platform wants them.
fn without_flat_samples(violations: Vec<Violation>) -> Vec<Violation> {
    violations.into_iter().filter(|violation| !violation.fact().contains("flat list")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_read_or_refused(value in arbitrary::value(), send in arbitrary::value()) {
        let Ok(definition) = Definition::from_value(value.clone()) else {
            prop_assert!(!value.is_object());
            return Ok(());
        };
        prop_assert_eq!(parsed(&definition.to_json()), value);
        check_ranges(&definition, &definition.validate())?;
        let _ = definition.slots();
        let _ = definition.check_send(&send);
        let _ = definition.render(&send).to_string();
        let _ = wa_template_definition::wire::pieces(&definition, |_| true);
        let _ = wa_template_definition::wire::card_pieces(&definition, 0, |_| true);
    }

    #[test]
    fn nothing_panics_and_ranges_fit(value in arbitrary::definition(), send in arbitrary::send()) {
        let definition = read(&value);
        check_ranges(&definition, &definition.validate())?;
        for slot in definition.slots() {
            let range = slot.place.range();
            let found = authored(&definition, &slot.place).zip(range).and_then(|(text, range)| text.get(range));
            prop_assert_eq!(slot.placeholder.is_some(), found.is_some_and(|found| found.starts_with("{{")));
        }
        let rendered = definition.render(&send);
        prop_assert_eq!(rendered.buttons.len(), definition.buttons().len());
        let buttons: Vec<_> = definition.cards().map(|card| card.buttons().len()).collect();
        for (index, card) in rendered.cards.iter().enumerate() {
            // Those beyond the defined ones are like the last.
            prop_assert_eq!(Some(&card.buttons.len()), buttons.get(index).or(buttons.last()));
        }
        for violation in definition.check_send(&send) {
            prop_assert!(violation.is_error());
            prop_assert!(violation.place().range().is_none(), "values have no range: {violation}");
        }
    }

    #[test]
    fn json_is_kept(value in arbitrary::definition()) {
        prop_assert_eq!(parsed(&read(&value).to_json()), value);
    }

    #[test]
    fn the_creation_form_means_the_same(value in arbitrary::definition()) {
        let value = without_read_back(&value);
        let definition = read(&value);
        let creation = definition.to_creation_json();
        let again = read(&parsed(&creation));
        prop_assert_eq!(&again, &definition);
        prop_assert_eq!(again.slots(), definition.slots());
        prop_assert_eq!(without_flat_samples(again.validate()), without_flat_samples(definition.validate()));
        prop_assert_eq!(again.to_creation_json(), &*creation, "the creation form of a creation form is itself");
        prop_assert_eq!(parsed(&definition.to_creation_json_pretty()), parsed(&creation));
        prop_assert_eq!(again.differences(&definition), []);
    }

    #[test]
    fn read_back_keys_are_not_created(value in arbitrary::definition()) {
        let creation = parsed(&read(&value).to_creation_json());
        prop_assert_eq!(&without_read_back(&creation), &creation);
        prop_assert_eq!(creation, parsed(&read(&without_read_back(&value)).to_creation_json()));
    }

    #[test]
    fn letter_case_and_key_order_do_not_matter(value in arbitrary::definition(), send in arbitrary::send()) {
        let definition = read(&value);
        let same = [recased(&value, true).to_string(), recased(&value, false).to_string(), reversed(&value)];
        for same in same {
            let same = read(&parsed(&same));
            prop_assert_eq!(same.validate(), definition.validate());
            prop_assert_eq!(same.slots(), definition.slots());
            prop_assert_eq!(same.check_send(&send), definition.check_send(&send));
            prop_assert_eq!(same.render(&send), definition.render(&send));
            prop_assert_eq!(same.to_creation_json(), definition.to_creation_json());
            prop_assert_eq!(same.differences(&definition), []);
            prop_assert_eq!(same, definition.clone());
        }
    }

    #[test]
    fn differences_are_the_same_from_both_sides(one in arbitrary::definition(), other in arbitrary::definition()) {
        let (one, other) = (read(&one), read(&other));
        prop_assert_eq!(one.differences(&one), []);
        let back = other.differences(&one);
        for (there, back) in one.differences(&other).iter().zip(&back) {
            prop_assert_eq!((&there.place, &there.ours, &there.theirs), (&back.place, &back.theirs, &back.ours));
        }
        prop_assert_eq!(one.differences(&other).len(), back.len());
    }

    #[test]
    fn texts_are_taken_apart_without_loss(authored in prop_oneof![arbitrary::text(), any::<String>()]) {
        let text = Text::parse(authored.clone());
        prop_assert_eq!(text.authored(), &*authored);
        prop_assert_eq!(text.wire(), authored.clone(), "nobody has renamed anything");
        prop_assert_eq!(text.fixed().count(), text.placeholders().len() + 1);
        prop_assert_eq!(text.fixed_characters(), text.fill(|_| String::new()).chars().count());
        let mut end = 0;
        for placeholder in text.placeholders() {
            prop_assert!(placeholder.range.start >= end);
            end = placeholder.range.end;
            let found = &authored[placeholder.range.clone()];
            prop_assert!(found.starts_with("{{") && found.ends_with("}}"), "{found:?}");
            prop_assert_eq!(found[2..found.len() - 2].trim(), &placeholder.authored);
        }
        for fault in text.faults() {
            prop_assert!(authored.get(fault.range.clone()).is_some_and(|found| found.len() >= 2));
        }
        let renamed = text.clone().renamed(|_| PlaceholderName::Number(7));
        prop_assert_eq!(renamed.characters(), renamed.wire().chars().count());
        let numbered = text.numbered();
        prop_assert_eq!(numbered.authored(), &*authored);
        prop_assert_eq!(numbered.names().len(), numbered.placeholders().len());
    }
}
