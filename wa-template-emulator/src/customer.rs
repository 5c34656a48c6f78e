//! What the customer can tap.

use std::error::Error;
use std::fmt;

use serde_json::Value;
use wa_template_definition::ButtonKind;

use crate::Accepted;

/// A button that the customer cannot tap to answer.
///
/// `Display` says which ones there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TapError {
    label: String,
    /// The kind of the button with this label, if there is one.
    found: Option<String>,
    labels: Vec<String>,
}

impl TapError {
    /// The label that was to be tapped.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The labels of the quick replies that the message has, in order.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }
}

impl fmt::Display for TapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = self.label.escape_debug();
        match &self.found {
            Some(kind) => write!(f, "button `{label}` is {kind}, only quick replies report a tap; ")?,
            None => write!(f, "the message has no button `{label}`; ")?,
        }
        if self.labels.is_empty() {
            return f.write_str("it has no quick replies");
        }
        f.write_str("its quick replies are ")?;
        for (index, label) in self.labels.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}`{}`", label.escape_debug())?;
        }
        Ok(())
    }
}

impl Error for TapError {}

/// The payload that comes back for the quick reply with this label: the one that was sent for its index, or the label.
pub(crate) fn payload(accepted: &Accepted, label: &str) -> Result<String, TapError> {
    let buttons = accepted.definition().buttons();
    let tapped = buttons
        .iter()
        .position(|button| *button.kind() == ButtonKind::QuickReply && button.label() == Some(label));
    if let Some(index) = tapped {
        return Ok(sent(accepted.template(), index).unwrap_or(label).to_owned());
    }
    let found = buttons.iter().find(|button| button.label() == Some(label));
    let quick_replies = buttons.iter().filter(|button| *button.kind() == ButtonKind::QuickReply);
    Err(TapError {
        label: label.to_owned(),
        found: found.map(|button| button.type_name().to_owned()),
        labels: quick_replies.filter_map(|button| button.label()).map(ToOwned::to_owned).collect(),
    })
}

fn sent(template: &Value, index: usize) -> Option<&str> {
    let components = template.get("components")?.as_array()?;
    let component = components.iter().find(|component| {
        let is_button = component
            .get("type")
            .and_then(Value::as_str)
            .is_some_and(|kind| kind.eq_ignore_ascii_case("button"));
        is_button && position(component) == Some(index)
    })?;
    component.pointer("/parameters/0/payload")?.as_str()
}

/// The index of a button component; text and number both occur in the platform's samples.
fn position(component: &Value) -> Option<usize> {
    match component.get("index")? {
        Value::String(text) => text.trim().parse().ok(),
        number => usize::try_from(number.as_u64()?).ok(),
    }
}
