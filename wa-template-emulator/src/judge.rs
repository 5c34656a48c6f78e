//! Whether a template object can be sent. Both APIs ask here; all knowledge of templates is the definition crate's.

use std::sync::Arc;

use serde_json::Value;
use wa_template_definition::{Category, Definition, Violation, rule};

use crate::book::Book;
use crate::stock;

/// Why a template object cannot be sent.
pub(crate) enum Fault {
    /// No template has this name in this language.
    Missing { name: String, language: String },
    /// It is there, but paused.
    Paused,
    /// It is there, but disabled for good.
    Disabled,
    /// Something is wrong with it.
    // Boxed, so that the verdict on a good send stays small.
    Unfit(Box<Unfit>),
}

/// What is wrong with a send.
pub(crate) struct Unfit {
    /// The one that is answered: the platform never tells more than the first.
    pub(crate) deciding: Violation,
    /// All, in the order in which they were found.
    pub(crate) all: Vec<Violation>,
}

/// The definition that the send fills in, if it does so as the platform wants it.
pub(crate) fn judge(book: &Book, template: &Value) -> Result<Arc<Definition>, Fault> {
    let text = |pointer| template.pointer(pointer).and_then(Value::as_str);
    let (Some(name), Some(language)) = (text("/name"), text("/language/code")) else {
        return Err(Unfit::new(nameless(template))
            .map_or_else(|| missing("", ""), |unfit| Fault::Unfit(Box::new(unfit))));
    };
    let Some((definition, status)) = book.find(name, language) else {
        return Err(missing(name, language));
    };
    match status.as_str() {
        stock::APPROVED => {}
        stock::PAUSED => return Err(Fault::Paused),
        stock::DISABLED => return Err(Fault::Disabled),
        // Whatever else it is, it is not approved, which the platform does not tell from not being there.
        _ => return Err(missing(name, language)),
    }
    match Unfit::new(definition.check_send(template)) {
        Some(unfit) => Err(Fault::Unfit(Box::new(unfit))),
        None => Ok(definition),
    }
}

fn missing(name: &str, language: &str) -> Fault {
    Fault::Missing { name: name.to_owned(), language: language.to_owned() }
}

/// What any definition says about an object that does not say which template it is for.
fn nameless(template: &Value) -> Vec<Violation> {
    let any = Definition::new("", "", Category::Utility);
    let mut violations = any.check_send(template);
    violations.retain(|violation| violation.rule() == rule::SEND_FORM.id);
    violations
}

impl Unfit {
    /// None if nothing is refused; warnings alone refuse nothing.
    pub(crate) fn new(all: Vec<Violation>) -> Option<Self> {
        let deciding = all.iter().find(|violation| violation.is_error())?.clone();
        Some(Self { deciding, all })
    }
}
