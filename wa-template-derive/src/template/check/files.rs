//! What is wrong with a definition file, in the words of JSON.

use wa_template_definition::rule::{BODY_MISSING, CAROUSEL_CARD_HEADER, LIMITED_TIME_OFFER_HEADER, Rule};
use wa_template_definition::{Component, Definition, Violation};

use crate::suggest;

/// The types of components, and the list that each of them needs.
const COMPONENTS: &[(&str, Option<&str>)] = &[
    ("HEADER", None),
    ("BODY", None),
    ("FOOTER", None),
    ("BUTTONS", Some("buttons")),
    ("CAROUSEL", Some("cards")),
    ("LIMITED_TIME_OFFER", None),
    ("CALL_PERMISSION_REQUEST", None),
];

/// The fix where the rule speaks of attributes.
pub(super) fn fix(definition: &Definition, violation: &Violation) -> Option<String> {
    let is = |rule: &Rule| rule.id == violation.rule();
    if is(&BODY_MISSING) && violation.place().card().is_none() {
        Some(unread(definition).unwrap_or_else(|| match definition.body() {
            Some(_) => "give its component `BODY` a text: `\"text\": \"Your order has left our warehouse.\"`".to_owned(),
            None => "add a component: `{ \"type\": \"BODY\", \"text\": \"Your order has left our warehouse.\" }` in \
                     `\"components\"`"
                .to_owned(),
        }))
    } else if is(&CAROUSEL_CARD_HEADER) || is(&LIMITED_TIME_OFFER_HEADER) {
        Some("use `{ \"type\": \"HEADER\", \"format\": \"IMAGE\" }`".to_owned())
    } else {
        None
    }
}

/// The first component that could not be read, and how it is to be written.
pub(crate) fn unread(definition: &Definition) -> Option<String> {
    definition.components().iter().find_map(|component| {
        let Component::Other(value) = component else { return None };
        let Some(kind) = value.get("type").and_then(|kind| kind.as_str()) else {
            return Some("give each of its components a `\"type\"`".to_owned());
        };
        if let Some((_, list)) = COMPONENTS.iter().find(|(known, _)| *known == kind) {
            let list = (*list)?;
            return Some(format!("give its component `{kind}` a list `\"{list}\": [ … ]` and nothing else"));
        }
        let known = COMPONENTS.iter().map(|(known, _)| *known);
        let meant = suggest::similar(kind, known)?;
        Some(format!("its component `{kind}` is of an unknown type: did you mean `{meant}`?"))
    })
}
