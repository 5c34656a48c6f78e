//! Components.

use serde_json::Value;

use super::button::button;
use super::json::{Json, object, string, upper_case_type, value};
use crate::component::{Component, HeaderFormat};
use crate::{Body, Card, Examples, Footer, Header, LimitedTimeOffer};

#[inline]
pub(super) fn component(component: &Component) -> Json {
    match component {
        Component::Header(header) => self::header(header),
        Component::Body(body) => self::body(body),
        Component::Footer(footer) => self::footer(footer),
        Component::Buttons(buttons) => object(vec![
            ("type", string("BUTTONS")),
            ("buttons", Json::Array(buttons.iter().map(button).collect())),
        ]),
        Component::LimitedTimeOffer(offer) => object(vec![
            ("type", string("LIMITED_TIME_OFFER")),
            ("limited_time_offer", limited_time_offer(offer)),
        ]),
        Component::Carousel(cards) => object(vec![
            ("type", string("CAROUSEL")),
            ("cards", Json::Array(cards.iter().map(card).collect())),
        ]),
        // The platform's page prints this type in lower case; it takes either.
        Component::CallPermissionRequest => object(vec![("type", string("CALL_PERMISSION_REQUEST"))]),
        Component::Other(value) => Json::Value(upper_case_type(value.clone())),
    }
}

#[inline]
fn header(header: &Header) -> Json {
    let mut keys = vec![("type", string("HEADER")), ("format", string(header.format.as_str()))];
    match &header.format {
        HeaderFormat::Text { text, examples } => {
            keys.push(("text", string(text.wire())));
            let positional = |values: Vec<Json>| ("header_text", Json::Array(values));
            keys.extend(examples_object(examples, positional, "header_text_named_params"));
        }
        HeaderFormat::Media { example, .. } => {
            keys.extend(example.iter().map(|handle| {
                ("example", object(vec![("header_handle", Json::Array(vec![string(handle)]))]))
            }));
        }
        HeaderFormat::Location | HeaderFormat::Product | HeaderFormat::Other(_) => {}
    }
    Json::Object(keys, header.extra.clone())
}

#[inline]
fn body(body: &Body) -> Json {
    let mut keys = vec![("type", string("BODY"))];
    keys.extend(body.text.iter().map(|text| ("text", string(text.wire()))));
    keys.extend(body.add_security_recommendation.map(|add| ("add_security_recommendation", value(add))));
    let positional = |values: Vec<Json>| ("body_text", Json::Array(vec![Json::Array(values)]));
    keys.extend(examples_object(&body.examples, positional, "body_text_named_params"));
    Json::Object(keys, body.extra.clone())
}

#[inline]
fn footer(footer: &Footer) -> Json {
    let mut keys = vec![("type", string("FOOTER"))];
    keys.extend(footer.text.iter().map(|text| ("text", string(text.wire()))));
    keys.extend(footer.code_expiration_minutes.map(|minutes| ("code_expiration_minutes", value(minutes))));
    Json::Object(keys, footer.extra.clone())
}

#[inline]
fn limited_time_offer(offer: &LimitedTimeOffer) -> Json {
    let mut keys = vec![("text", string(&offer.text))];
    keys.extend(offer.has_expiration.map(|has| ("has_expiration", value(has))));
    Json::Object(keys, offer.extra.clone())
}

#[inline]
fn card(card: &Card) -> Json {
    let components = Json::Array(card.components.iter().map(component).collect());
    Json::Object(vec![("components", components)], card.extra.clone())
}

#[inline]
fn examples_object(
    examples: &Examples,
    positional: impl FnOnce(Vec<Json>) -> (&'static str, Json),
    named: &'static str,
) -> Option<(&'static str, Json)> {
    let example = match examples {
        Examples::Absent => return None,
        Examples::Positional { values, .. } => positional(
            values.iter().map(|value| value.as_ref().map_or(Json::Value(Value::Null), string)).collect(),
        ),
        Examples::Named(values) => {
            let value = |(name, example): &(String, String)| {
                object(vec![("param_name", string(name)), ("example", string(example))])
            };
            (named, Json::Array(values.iter().map(value).collect()))
        }
    };
    Some(("example", object(vec![example])))
}
