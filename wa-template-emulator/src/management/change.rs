//! Templates that come, change and go.

use serde_json::{Value, json};
use wa_template_definition::{Definition, Violation};

use super::{Outcome, Refused, parameter, success};
use crate::account::Account;
use crate::stock::{APPROVED, DISABLED, Entry, PAUSED, PENDING, REJECTED};

/// What review makes of a template that was not refused.
struct Verdict {
    status: &'static str,
    reason: Option<&'static str>,
}

/// Judges a definition. Errors that have no code are those which only review finds.
fn judge(account: &Account, definition: &Definition) -> Result<Verdict, Refused> {
    let violations = definition.validate();
    let errors = || violations.iter().filter(|violation| violation.is_error());
    if let Some(refused) = errors().find(|violation| violation.code().is_some()) {
        return Err(Refused::broken(refused));
    }
    if errors().next().is_some_and(Violation::is_error) {
        return Ok(Verdict { status: REJECTED, reason: Some("INVALID_FORMAT") });
    }
    let status = if account.approves_at_once { APPROVED } else { PENDING };
    Ok(Verdict { status, reason: None })
}

fn definition(json: Value) -> Result<Definition, Refused> {
    Definition::from_value(json).map_err(|error| Refused::invalid(error.to_string()))
}

pub(super) fn create(account: &Account, json: Value) -> Outcome {
    let definition = definition(json)?;
    let verdict = judge(account, &definition)?;
    let category = definition.category().as_str().to_owned();
    account.book.stock(|stock, id| {
        let (name, language) = (definition.name(), definition.language());
        if stock.find(name, language).is_some() {
            let message = format!("There is already {language} content for the template {name}.");
            return Err(Refused::subcode(2_388_024, "Content in this language already exists", message));
        }
        if stock.is_blocked(name) {
            let message = "The name of a deleted template cannot be used for 30 days.";
            return Err(Refused::subcode(2_388_023, "Message template language is being deleted", message));
        }
        let id = id();
        stock.put(id.clone(), definition, verdict.status, verdict.reason);
        Ok(json!({ "id": id, "status": verdict.status, "category": category }))
    })
}

/// One template in several languages, each created or replaced (`templates/authentication-templates`).
pub(super) fn upsert(account: &Account, json: &Value) -> Outcome {
    let languages = json.get("languages").and_then(Value::as_array);
    let languages = languages.ok_or_else(|| Refused::invalid("The parameter languages is required."))?;
    let mut templates = Vec::new();
    for language in languages {
        let mut one = json.clone();
        if let Some(keys) = one.as_object_mut() {
            keys.remove("languages");
            keys.insert("language".to_owned(), language.clone());
        }
        let definition = definition(one)?;
        let verdict = judge(account, &definition)?;
        templates.push((definition, verdict));
    }
    let answers = account.book.stock(|stock, new_id| {
        let put = |(definition, verdict): (Definition, Verdict)| {
            let language = definition.language().to_owned();
            let known = stock.find(definition.name(), &language).map(|entry| entry.id.clone());
            let id = known.unwrap_or_else(&mut *new_id);
            stock.put(id.clone(), definition, verdict.status, verdict.reason);
            json!({ "id": id, "status": verdict.status, "language": language })
        };
        templates.into_iter().map(put).collect::<Vec<_>>()
    });
    Ok(json!({ "data": answers }))
}

/// Category, components and lifetime can be changed, in the states that allow it; the category of an approved template
/// is fixed (`templates/template-management`, November 2025).
pub(super) fn edit(account: &Account, id: &str, changes: &Value) -> Outcome {
    let current = account.book.stock(|stock, _| {
        let entry = stock.by_id(id).ok_or_else(|| Refused::no_object(id))?;
        match entry.status.as_str() {
            APPROVED | REJECTED | PAUSED => {}
            other => return Err(Refused::status(other)),
        }
        if entry.status == APPROVED && changes.get("category").is_some() {
            return Err(Refused::invalid("The category of an approved template cannot be changed."));
        }
        serde_json::from_str::<Value>(&entry.definition.to_creation_json())
            .map_err(|error| Refused::invalid(error.to_string()))
    });
    let mut json = current?;
    for key in ["category", "components", "message_send_ttl_seconds"] {
        if let Some(value) = changes.get(key) {
            json[key] = value.clone();
        }
    }
    let definition = definition(json)?;
    let verdict = judge(account, &definition)?;
    account.book.stock(|stock, _| stock.put(id.to_owned(), definition, verdict.status, verdict.reason));
    Ok(success())
}

/// All languages of a name, one of them, or up to 100 by id.
pub(super) fn delete(account: &Account, parameters: &[(String, String)]) -> Outcome {
    let (name, id) = (parameter(parameters, "name"), parameter(parameters, "hsm_id"));
    let ids = parameter(parameters, "hsm_ids").map(|ids| {
        let ids = ids.trim_matches(['[', ']']).split(',');
        ids.map(|id| id.trim().trim_matches('"').to_owned()).collect::<Vec<_>>()
    });
    if name.is_none() && ids.is_none() {
        return Err(Refused::invalid("The parameter name or hsm_ids is required."));
    }
    let which = |entry: &Entry| match &ids {
        Some(ids) => ids.contains(&entry.id),
        None => name == Some(entry.definition.name()) && id.is_none_or(|id| id == entry.id),
    };
    account.book.stock(|stock, _| {
        if stock.all().any(|entry| which(entry) && entry.status == DISABLED) {
            return Err(Refused::status(DISABLED));
        }
        if stock.delete(which) == 0 { Err(Refused::no_template()) } else { Ok(success()) }
    })
}
