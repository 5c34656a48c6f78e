//! Lists of templates, page by page.

use serde_json::{Map, Value, json};

use super::{Outcome, Refused, parameter};
use crate::stock::Stock;

/// As many as the platform gives unless it is told otherwise.
const PAGE: usize = 25;

/// What stands in front of the number in a cursor, so that it looks like none.
const CURSOR: &str = "QVFIU";

/// What is told of a template unless the caller says otherwise.
const FIELDS: &str = "id,name,language,status,category,components,parameter_format";

pub(super) fn page(stock: &Stock, parameters: &[(String, String)]) -> Outcome {
    let matching: Vec<_> =
        stock.all().map(crate::stock::Entry::json).filter(|json| matches(json, parameters)).collect();
    let start = match parameter(parameters, "after") {
        None => 0,
        Some(cursor) => cursor
            .strip_prefix(CURSOR)
            .and_then(|number| number.parse().ok())
            .ok_or_else(|| Refused::code(131_059, "The cursor is not one that was given out."))?,
    };
    let limit = match parameter(parameters, "limit") {
        None => PAGE,
        Some(limit) => {
            limit.parse().map_err(|_| Refused::invalid("The parameter limit must be a number."))?
        }
    };
    let data: Vec<_> = matching.iter().skip(start).take(limit).map(|json| fields(json, parameters)).collect();
    let end = start.saturating_add(data.len());
    let mut answer = json!({ "data": data });
    if !data.is_empty() {
        let after = format!("{CURSOR}{end}");
        answer["paging"] = json!({ "cursors": { "before": format!("{CURSOR}{start}"), "after": after } });
        if end < matching.len() {
            // Like the platform's, it holds a token; nobody should follow it.
            let next =
                format!("https://graph.example.com/next?access_token=hidden&limit={limit}&after={after}");
            answer["paging"]["next"] = json!(next);
        }
    }
    Ok(answer)
}

/// The fields that were asked for, and the id in any case.
pub(super) fn fields(json: &Value, parameters: &[(String, String)]) -> Value {
    let wanted = parameter(parameters, "fields").unwrap_or(FIELDS);
    let found = wanted.split(',').chain(["id"]).map(str::trim);
    let found = found.filter_map(|key| Some((key.to_owned(), json.get(key)?.clone())));
    Value::Object(found.collect::<Map<_, _>>())
}

fn matches(json: &Value, parameters: &[(String, String)]) -> bool {
    let text = |key: &str| json.get(key).and_then(Value::as_str).unwrap_or_default();
    parameters.iter().all(|(key, wanted)| match key.as_str() {
        "name" => text("name").contains(wanted.as_str()),
        "language" => text("language") == wanted,
        "status" | "category" => text(key).eq_ignore_ascii_case(wanted),
        "content" => json.get("components").is_some_and(|components| components.to_string().contains(wanted)),
        _ => true,
    })
}
