//! From the envelope to the events in it.
//!
//! Each function takes what it understands out of a JSON object. What is left reaches the application as
//! [`Other`], so nothing gets lost without a word.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::button::Button;
use super::json;
use super::origin::Origin;
use super::sender::Contacts;
use super::{ButtonReply, ErrorReport, Event, IncomingMessage, Other, Status, TextMessage};

/// All events of a notification, in the order of its body.
pub(super) fn events(mut root: Map<String, Value>) -> Vec<Event> {
    let mut events = Vec::new();
    let origin = Origin::default().with_field(&mut root);
    for entry in json::items(root.remove("entry")) {
        read_entry(&mut events, &origin, entry);
    }
    // What is left is the flat On-Premises form, which is the same as the `value` of a Cloud change.
    read_value(&mut events, &Arc::new(origin), root);
    events
}

/// Reads an element of `entry`: the account and a list of changes.
fn read_entry(events: &mut Vec<Event>, origin: &Origin, entry: Value) {
    let mut entry = match entry {
        Value::Object(entry) if entry.contains_key("changes") => entry,
        entry => return events.push(other(&Arc::new(origin.clone()), entry)),
    };
    let origin = Arc::new(origin.clone().with_field(&mut entry).with_account(&entry));
    for change in json::items(entry.remove("changes")) {
        read_change(events, &origin, change);
    }
    push_rest(events, &origin, entry, &["id", "time"]);
}

/// Reads an element of `changes`: a field and its value.
fn read_change(events: &mut Vec<Event>, origin: &Arc<Origin>, change: Value) {
    let Value::Object(mut change) = change else {
        return events.push(other(origin, change));
    };
    let origin = Origin::clone(origin).with_field(&mut change);
    let Some(value) = change.remove("value") else {
        return push_rest(events, &Arc::new(origin), change, &[]);
    };
    let origin = Arc::new(origin.with_metadata(value.get("metadata")));
    match value {
        // Other fields (`standby`, `history`) may hold messages that are not for this application to answer.
        Value::Object(value) if origin.field().is_none_or(|field| field == "messages") => {
            read_value(events, &origin, value);
        }
        value => events.push(other(&origin, value)),
    }
    push_rest(events, &origin, change, &[]);
}

/// Reads the value of the field `messages`, or a flat On-Premises body.
fn read_value(events: &mut Vec<Event>, origin: &Arc<Origin>, mut value: Map<String, Value>) {
    let [messages, statuses, errors] = ["messages", "statuses", "errors"].map(|key| value.remove(key));
    let known: &[&str] = match (&messages, &statuses, &errors) {
        // Without anything that they describe, these are all there is to tell.
        (None, None, None) => &[],
        _ => &["messaging_product", "metadata", "contacts"],
    };
    let contacts = Contacts::read(value.get("contacts"));
    for raw in json::items(messages) {
        events.push(read_message(origin, &contacts, raw));
    }
    for raw in json::items(statuses) {
        events.push(Status::read(origin, raw).map_or_else(|raw| other(origin, raw), Event::Status));
    }
    for raw in json::items(errors) {
        events.push(ErrorReport::read(origin, raw).map_or_else(|raw| other(origin, raw), Event::Error));
    }
    push_rest(events, origin, value, known);
}

/// Reads an element of `messages`; it is of its own kind if its content is what the kind promises.
fn read_message(origin: &Arc<Origin>, contacts: &Contacts, raw: Value) -> Event {
    let message = match IncomingMessage::read(origin, contacts, raw) {
        Ok(message) => message,
        Err(raw) => return other(origin, raw),
    };
    if let Some(button) = Button::read(&message) {
        Event::ButtonReply(ButtonReply::new(message, button))
    } else if let Some(body) = TextMessage::read_body(&message) {
        Event::Text(TextMessage::new(message, body))
    } else {
        Event::Other(Other::of_message(message))
    }
}

fn other(origin: &Arc<Origin>, raw: Value) -> Event {
    Event::Other(Other::new(origin, raw))
}

/// Reports what is left of an object, unless all of it is known.
fn push_rest(events: &mut Vec<Event>, origin: &Arc<Origin>, rest: Map<String, Value>, known: &[&str]) {
    if rest.keys().any(|key| !known.contains(&key.as_str())) {
        events.push(other(origin, Value::Object(rest)));
    }
}
