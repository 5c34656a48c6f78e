//! Components.

use serde_json::{Map, Value};

use super::button::button;
use super::keys::{
    Nesting, take_bool, take_examples, take_handle, take_number, take_string, upper_case_type,
};
use crate::component::{Component, HeaderFormat, MediaKind};
use crate::{Body, Card, Footer, Header, LimitedTimeOffer, Text};

pub(super) fn component(value: Value) -> Component {
    let Value::Object(keys) = value else { return Component::Other(value) };
    let kind = keys.get("type").and_then(Value::as_str).map(str::to_ascii_uppercase);
    match kind.as_deref() {
        Some("HEADER") => Component::Header(header(without_type(keys))),
        Some("BODY") => Component::Body(body(without_type(keys))),
        Some("FOOTER") => Component::Footer(footer(without_type(keys))),
        Some("BUTTONS") => {
            list(keys, "buttons", |buttons| Component::Buttons(buttons.into_iter().map(button).collect()))
        }
        Some("CAROUSEL") => {
            list(keys, "cards", |cards| Component::Carousel(cards.into_iter().map(card).collect()))
        }
        Some("LIMITED_TIME_OFFER") => limited_time_offer(keys),
        Some("CALL_PERMISSION_REQUEST") if keys.len() == 1 => Component::CallPermissionRequest,
        _ => Component::Other(Value::Object(upper_case_type(keys))),
    }
}

fn without_type(mut keys: Map<String, Value>) -> Map<String, Value> {
    keys.remove("type");
    keys
}

/// A component that is nothing but a list; one that also says something else is not one that this crate knows.
fn list(mut keys: Map<String, Value>, key: &str, read: impl FnOnce(Vec<Value>) -> Component) -> Component {
    if keys.len() == 2
        && let Some(Value::Array(values)) = keys.get_mut(key)
    {
        return read(std::mem::take(values));
    }
    Component::Other(Value::Object(upper_case_type(keys)))
}

fn header(mut keys: Map<String, Value>) -> Header {
    let format = take_string(&mut keys, "format")
        .map_or_else(|| "TEXT".to_owned(), |format| format.to_ascii_uppercase());
    let media = MediaKind::ALL.into_iter().find(|kind| kind.as_str() == format);
    let format = match (format.as_str(), media) {
        (_, Some(kind)) => HeaderFormat::Media { kind, example: take_handle(&mut keys) },
        ("TEXT", _) => {
            let text = Text::parse(take_string(&mut keys, "text").unwrap_or_default());
            let examples = take_examples(&mut keys, "header_text", "header_text_named_params", Nesting::Flat);
            HeaderFormat::Text { text, examples }
        }
        ("LOCATION", _) => HeaderFormat::Location,
        ("PRODUCT", _) => HeaderFormat::Product,
        _ => HeaderFormat::Other(format),
    };
    Header { format, extra: keys }
}

fn body(mut keys: Map<String, Value>) -> Body {
    Body {
        text: take_string(&mut keys, "text").map(Text::parse),
        examples: take_examples(&mut keys, "body_text", "body_text_named_params", Nesting::Nested),
        add_security_recommendation: take_bool(&mut keys, "add_security_recommendation"),
        extra: keys,
    }
}

fn footer(mut keys: Map<String, Value>) -> Footer {
    Footer {
        text: take_string(&mut keys, "text").map(Text::parse),
        code_expiration_minutes: take_number(&mut keys, "code_expiration_minutes"),
        extra: keys,
    }
}

fn limited_time_offer(mut keys: Map<String, Value>) -> Component {
    let Some(Value::Object(offer)) = keys.get_mut("limited_time_offer") else {
        return Component::Other(Value::Object(upper_case_type(keys)));
    };
    let mut offer = std::mem::take(offer);
    if keys.len() > 2 {
        keys.insert("limited_time_offer".to_owned(), Value::Object(offer));
        return Component::Other(Value::Object(upper_case_type(keys)));
    }
    Component::LimitedTimeOffer(LimitedTimeOffer {
        text: take_string(&mut offer, "text").unwrap_or_default(),
        has_expiration: take_bool(&mut offer, "has_expiration"),
        extra: offer,
    })
}

fn card(value: Value) -> Card {
    let Value::Object(mut keys) = value else {
        let mut extra = Map::new();
        extra.insert("card".to_owned(), value);
        return Card { components: Vec::new(), extra };
    };
    let components = match keys.remove("components") {
        Some(Value::Array(components)) => components.into_iter().map(component).collect(),
        Some(other) => {
            keys.insert("components".to_owned(), other);
            Vec::new()
        }
        None => Vec::new(),
    };
    Card { components, extra: keys }
}
