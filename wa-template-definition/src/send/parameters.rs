//! The values of one text.

use serde_json::Value;

use super::Verdict;
use crate::place::{Part, Place};
use crate::{Definition, ParameterFormat, PlaceholderName, Text, rule, value};

/// Judges the values of a text; the length of the filled-in text in characters, if every value could be read.
#[inline]
pub(super) fn check_text(
    verdict: &mut Verdict,
    definition: &Definition,
    text: &Text,
    place: &Place,
    sent: &[Value],
) -> Option<usize> {
    let before = verdict.violations.len();
    let names = text.names();
    match definition.parameter_format() {
        ParameterFormat::Positional => positional(verdict, names.len(), place, sent),
        ParameterFormat::Named => named(verdict, &names, place, sent),
    }
    let mut values = Vec::new();
    for (index, parameter) in sent.iter().enumerate() {
        // All of them are judged, also behind one that cannot be read.
        let Some(shown) = shown(verdict, place, parameter) else {
            continue;
        };
        let name =
            match (definition.parameter_format(), parameter.get("parameter_name").and_then(Value::as_str)) {
                (ParameterFormat::Named, Some(name)) => PlaceholderName::Name(name.to_owned()),
                _ => PlaceholderName::Number(u32::try_from(index + 1).unwrap_or(u32::MAX)),
            };
        values.push((name, shown.chars().count()));
    }
    if verdict.violations.len() > before {
        return None;
    }
    let characters = text.placeholders().iter().map(|placeholder| {
        values.iter().find(|(name, _)| *name == placeholder.name).map_or(0, |(_, characters)| *characters)
    });
    Some(text.fixed_characters() + characters.sum::<usize>())
}

#[inline]
fn positional(verdict: &mut Verdict, expected: usize, place: &Place, sent: &[Value]) {
    count(verdict, expected, place, sent.len());
    if sent.iter().any(|parameter| parameter.get("parameter_name").is_some()) {
        let fact = "a value carries `parameter_name`, the template has numbered placeholders";
        verdict.add(&rule::SEND_PARAMETER_NAMED, place.clone(), fact, "leave `parameter_name` out");
    }
}

#[inline]
fn count(verdict: &mut Verdict, expected: usize, place: &Place, found: usize) {
    if found != expected {
        let fact = format!("{}, but {}", plural(expected, "placeholder"), plural(found, "value"));
        let fix = "send exactly one value per placeholder";
        verdict.add(&rule::SEND_PARAMETER_COUNT, place.clone(), fact, fix);
    }
}

/// `1 value`, `2 values`.
#[inline]
fn plural(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[inline]
fn named(verdict: &mut Verdict, names: &[&PlaceholderName], place: &Place, sent: &[Value]) {
    if names.is_empty() {
        // No name would be right.
        return count(verdict, 0, place, sent.len());
    }
    let mut missing: Vec<String> = names.iter().map(ToString::to_string).collect();
    let mut odd = 0;
    for parameter in sent {
        let name = parameter.get("parameter_name").and_then(Value::as_str);
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            let fact = "a value has no `parameter_name`";
            let fix = "say which placeholder it fills";
            verdict.add(&rule::SEND_PARAMETER_NAME, place.clone(), fact, fix);
            odd += 1;
            continue;
        };
        if let Some(at) = missing.iter().position(|missing| missing == name) {
            missing.remove(at);
        } else {
            let fact = format!("no further placeholder is called `{}`", name.escape_debug());
            let fix = format!("name one of: {}", list(names));
            verdict.add(&rule::SEND_PARAMETER_UNKNOWN, place.clone(), fact, fix);
            odd += 1;
        }
    }
    // A value under a wrong name is the missing one: one cause.
    if missing.len() > odd {
        count(verdict, names.len(), place, sent.len());
    }
}

#[inline]
fn list(names: &[&PlaceholderName]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The text that a value shows, judged.
#[inline]
fn shown<'a>(verdict: &mut Verdict, place: &Place, parameter: &'a Value) -> Option<&'a str> {
    let kind = kind(parameter);
    let in_header = place.part() == Part::Header;
    let text = match kind.as_str() {
        "text" => parameter.get("text"),
        "currency" if !in_header => {
            let code = parameter.pointer("/currency/code").and_then(Value::as_str).unwrap_or_default();
            verdict.extend(value::currency(code, place));
            if !parameter.pointer("/currency/amount_1000").is_some_and(Value::is_i64) {
                let fact = "the currency value has no whole `amount_1000`";
                verdict.add(&rule::VALUE_CURRENCY, place.clone(), fact, "send the amount in thousandths");
            }
            parameter.pointer("/currency/fallback_value")
        }
        "date_time" if !in_header => parameter.pointer("/date_time/fallback_value"),
        _ => {
            let wanted = if in_header { "`text`" } else { "`text`, `currency` or `date_time`" };
            let fact = format!("a placeholder of the {place} takes a text, the send has {}", describe(&kind));
            verdict.add(
                &rule::SEND_PARAMETER_KIND,
                place.clone(),
                fact,
                format!("send a parameter of type {wanted}"),
            );
            return None;
        }
    };
    match text {
        Some(Value::String(text)) => {
            verdict.extend(value::text(text, place));
            Some(text)
        }
        None | Some(Value::Null) => {
            verdict.extend(value::text("", place));
            None
        }
        Some(_) => {
            let fact = format!("the `{kind}` value is not a string");
            verdict.add(&rule::SEND_PARAMETER_KIND, place.clone(), fact, "send a JSON string");
            None
        }
    }
}

/// The one text that a place takes; what else stands there is reported.
#[inline]
pub(super) fn single_text<'a>(verdict: &mut Verdict, place: &Place, sent: &'a [Value]) -> Option<&'a str> {
    count(verdict, 1, place, sent.len());
    let parameter = sent.first().filter(|_| sent.len() == 1)?;
    let kind = kind(parameter);
    if kind != "text" {
        let fact = format!("the {place} takes a text, the send has {}", describe(&kind));
        verdict.add(&rule::SEND_PARAMETER_KIND, place.clone(), fact, "send a parameter of type `text`");
        return None;
    }
    Some(parameter.get("text").and_then(Value::as_str).unwrap_or_default())
}

/// The type of a parameter in lower case; empty when it has none.
#[inline]
pub(super) fn kind(parameter: &Value) -> String {
    parameter.get("type").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase()
}

/// A type as a message prints it; what is not a known type is not quoted.
#[inline]
pub(super) fn describe(kind: &str) -> String {
    const KNOWN: &[&str] = &[
        "text",
        "currency",
        "date_time",
        "image",
        "video",
        "gif",
        "document",
        "location",
        "product",
        "payload",
        "coupon_code",
        "action",
    ];
    if KNOWN.contains(&kind) { format!("`{kind}`") } else { "a parameter of unknown type".to_owned() }
}
