//! The header of a send.

use serde_json::Value;

use super::{Verdict, parameters};
use crate::component::{HeaderFormat, MediaKind};
use crate::place::{Part, Place};
use crate::{Definition, Section, rule, value};

#[inline]
pub(super) fn check(
    verdict: &mut Verdict,
    definition: &Definition,
    section: Section<'_>,
    sent: Option<&[Value]>,
) {
    let place = section.place(Part::Header);
    let Some(header) = section.header() else {
        if sent.is_some_and(|parameters| !parameters.is_empty()) {
            let fact = "the send fills in a header, the template has none";
            verdict.add(&rule::SEND_PARAMETER_COUNT, place, fact, "leave the header out");
        }
        return;
    };
    let sent = sent.unwrap_or_default();
    match header.format() {
        HeaderFormat::Text { text, .. } => {
            let filled = parameters::check_text(verdict, definition, text, &place, sent);
            if let (Some(filled), Some(limit)) = (filled, value::filled_limit(definition, &place)) {
                verdict.extend(value::filled_too_long(&place, filled, limit));
            }
        }
        HeaderFormat::Media { kind, .. } => {
            if let Some(object) = single(verdict, &place, header.format(), kind.parameter(), sent) {
                media(verdict, &place, *kind, object);
            }
        }
        HeaderFormat::Location => {
            if let Some(object) = single(verdict, &place, header.format(), "location", sent) {
                location(verdict, &place, object);
            }
        }
        HeaderFormat::Product => {
            if let Some(object) = single(verdict, &place, header.format(), "product", sent) {
                for key in ["product_retailer_id", "catalog_id"] {
                    let id = object.get(key).and_then(Value::as_str).unwrap_or_default();
                    verdict.extend(value::product(key, id, &place));
                }
            }
        }
        // What such a header takes is not known.
        HeaderFormat::Other(_) => {}
    }
}

/// The object of the one parameter that a header other than text is filled with.
#[inline]
fn single<'a>(
    verdict: &mut Verdict,
    place: &Place,
    format: &HeaderFormat,
    kind: &str,
    sent: &'a [Value],
) -> Option<&'a Value> {
    let place = place.clone();
    let expected = format.as_str();
    let Some(parameter) = sent.first() else {
        let fact = format!("the {expected} header is missing; the sample of the template is never shown");
        verdict.add(&rule::SEND_HEADER_MISSING, place, fact, format!("send one parameter of type `{kind}`"));
        return None;
    };
    if sent.len() > 1 {
        let fact = format!("the header has {} parameters, it takes 1", sent.len());
        verdict.add(&rule::SEND_PARAMETER_COUNT, place, fact, "send one");
        return None;
    }
    let found = parameters::kind(parameter);
    if found != kind {
        let fact = format!("the header is {expected}, the send has {}", parameters::describe(&found));
        verdict.add(&rule::SEND_PARAMETER_KIND, place, fact, format!("send a parameter of type `{kind}`"));
        return None;
    }
    let object = parameter.get(kind).filter(|object| object.is_object());
    if object.is_none() {
        let fact = format!("the parameter has no `{kind}` object");
        verdict.add(&rule::SEND_PARAMETER_KIND, place, fact, format!("add `\"{kind}\": {{…}}`"));
    }
    object
}

#[inline]
fn media(verdict: &mut Verdict, place: &Place, kind: MediaKind, object: &Value) {
    // A key with anything but a text counts as given, and is refused as an empty one is.
    let text = |key: &str| object.get(key).map(|value| value.as_str().unwrap_or_default());
    let given = match (text("id"), text("link")) {
        (Some(id), None) => value::Media::Id(id),
        (None, Some(link)) => value::Media::Link(link),
        (id, _) => {
            let both = if id.is_some() { "both `id` and `link`" } else { "neither `id` nor `link`" };
            let fact = format!("the {} has {both}", kind.parameter());
            verdict.add(&rule::VALUE_MEDIA, place.clone(), fact, "send exactly one of them");
            return;
        }
    };
    verdict.extend(value::media(given, place));
}

#[inline]
fn location(verdict: &mut Verdict, place: &Place, object: &Value) {
    // Samples print strings, senders also use numbers: the platform takes both.
    let degrees = |key: &str| match object.get(key) {
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(number) => number.as_f64(),
        None => None,
    };
    match (degrees("latitude"), degrees("longitude")) {
        (Some(latitude), Some(longitude)) => verdict.extend(value::location(latitude, longitude, place)),
        (latitude, _) => {
            let missing = if latitude.is_none() { "latitude" } else { "longitude" };
            let fact = format!("the location has no {missing}");
            verdict.add(&rule::VALUE_LOCATION, place.clone(), fact, "send both in degrees");
        }
    }
}
