//! What customers decide, and their new ids.

use serde_json::{Value, json};
use wa_template::webhook::{Event, PreferenceCategory, PreferenceValue};

use crate::support::*;

/// The body of a notification about customers, in a field whose list has the same name.
fn about_customers(field: &str, items: &Value, contacts: &Value) -> Value {
    let mut value = json!({
        "messaging_product": "whatsapp",
        "metadata": { "display_phone_number": "15550783881", "phone_number_id": "106540352242922" },
        "contacts": contacts,
    });
    value[field] = items.clone();
    change(field, &value)
}

fn preference(value: &str) -> Value {
    json!({ "wa_id": NUMBER, "detail": "User said so", "category": "marketing_messages", "value": value,
            "timestamp": 1_731_705_721 })
}

#[test]
fn a_customer_stops_and_resumes() {
    for (word, value) in [
        ("stop", PreferenceValue::Stop),
        ("resume", PreferenceValue::Resume),
        ("whisper", PreferenceValue::Other("whisper".into())),
    ] {
        let event = only(&about_customers("user_preferences", &json!([preference(word)]), &contacts()));
        assert_eq!(event.phone_number_id(), Some("106540352242922"));
        let preference = event.as_user_preference().expect("it is a preference");
        assert_eq!(*preference.value(), value);
        assert_eq!(preference.category(), Some(&PreferenceCategory::MarketingMessages));
        assert_eq!(preference.detail(), Some("User said so"));
        assert_eq!(preference.timestamp(), Some(at(1_731_705_721)));
        assert_eq!(preference.customer().key(), Some(NUMBER));
        assert_eq!(preference.customer().name(), Some(NAME));
        assert_eq!(preference.phone_number_id(), Some("106540352242922"));
        assert_eq!(preference.raw()["value"], word);
    }
}

#[test]
fn a_customer_without_a_number_stops_by_user_id() {
    let mut hidden = without(preference("stop"), "", "wa_id");
    hidden["user_id"] = json!(USER_ID);
    hidden["parent_user_id"] = json!("US.ENT.1");
    let event =
        only(&about_customers("user_preferences", &json!([hidden]), &json!([{ "user_id": USER_ID }])));
    let customer = event.as_user_preference().expect("it is a preference").customer();
    assert_eq!((customer.key(), customer.wa_id()), (Some(USER_ID), None));
    assert_eq!((customer.user_id(), customer.parent_user_id()), (Some(USER_ID), Some("US.ENT.1")));
}

#[test]
fn a_bad_preference_costs_only_itself() {
    let items = json!([preference("stop"), 7, { "wa_id": NUMBER }, preference("resume")]);
    let mut body = about_customers("user_preferences", &items, &json!(null));
    body["entry"][0]["changes"][0]["value"]["beta"] = json!(1);
    let notification = read(&body);
    let values: Vec<_> =
        notification.events().filter_map(Event::as_user_preference).map(|it| it.value().as_str()).collect();
    assert_eq!(values, ["stop", "resume"]);
    let others: Vec<_> = notification.events().filter_map(Event::as_other).map(|other| other.raw()).collect();
    assert_eq!(others, [&json!(7), &json!({ "wa_id": NUMBER }), &json!({ "beta": 1 })]);
}

#[test]
fn a_customer_gets_a_new_id() {
    let update = json!([{
        "wa_id": NUMBER, "detail": "changed", "timestamp": "1785542400",
        "user_id": { "previous": "US.1", "current": "US.2" },
        "parent_user_id": { "previous": "US.ENT.1", "current": "US.ENT.2" },
    }, { "timestamp": "1785542400" }]);
    let notification = read(&about_customers("user_id_update", &update, &contacts()));
    assert_eq!(notification.events().len(), 2);
    let update = notification.events().find_map(Event::as_user_id_update).expect("it is an update");
    assert_eq!((update.previous_user_id(), update.current_user_id()), (Some("US.1"), Some("US.2")));
    assert_eq!(update.previous_parent_user_id(), Some("US.ENT.1"));
    assert_eq!(update.current_parent_user_id(), Some("US.ENT.2"));
    assert_eq!((update.detail(), update.timestamp()), (Some("changed"), Some(at(1_785_542_400))));
    assert_eq!(update.customer().key(), Some(NUMBER));
}
