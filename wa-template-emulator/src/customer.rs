//! What the customer can tap.

use std::error::Error;
use std::fmt;

use serde_json::Value;
use wa_template_definition::{ButtonKind, Section};

use crate::Accepted;

/// A button that the customer cannot tap to answer.
///
/// `Display` says which ones there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TapError {
    label: String,
    /// The card whose buttons were looked at; none for those of the message.
    card: Option<usize>,
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
            None => match self.card {
                None => write!(f, "the message has no button `{label}`; ")?,
                Some(card) => write!(f, "card {card} has no button `{label}`; ")?,
            },
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
///
/// With the index of a card, the buttons of this card.
pub(crate) fn payload(accepted: &Accepted, card: Option<usize>, label: &str) -> Result<String, TapError> {
    let definition = accepted.definition();
    // Product cards are sent in any number, each in the shape of the first.
    let shape = if definition.has_product_cards() { card.map(|_| 0) } else { card };
    let buttons = definition.section_at(shape).map(Section::buttons).unwrap_or_default();
    let tapped = buttons
        .iter()
        .position(|button| *button.kind() == ButtonKind::QuickReply && button.label() == Some(label));
    if let Some(index) = tapped {
        let message = match card {
            None => Some(accepted.template()),
            Some(card) => sent_card(accepted.template(), card),
        };
        return Ok(message.and_then(|message| sent(message, index)).unwrap_or(label).to_owned());
    }
    let found = buttons.iter().find(|button| button.label() == Some(label));
    let quick_replies = buttons.iter().filter(|button| *button.kind() == ButtonKind::QuickReply);
    Err(TapError {
        label: label.to_owned(),
        card,
        found: found.map(|button| button.type_name().to_owned()),
        labels: quick_replies.filter_map(|button| button.label()).map(ToOwned::to_owned).collect(),
    })
}

/// What was sent for a card of the carousel.
fn sent_card(template: &Value, card: usize) -> Option<&Value> {
    let components = template.get("components")?.as_array()?;
    let carousel = components.iter().find(|component| is_of_type(component, "carousel"))?;
    let cards = carousel.get("cards")?.as_array()?;
    cards.iter().find(|sent| sent.get("card_index").and_then(index) == Some(card))
}

fn sent(template: &Value, index: usize) -> Option<&str> {
    let components = template.get("components")?.as_array()?;
    let component = components.iter().find(|component| {
        is_of_type(component, "button") && component.get("index").and_then(self::index) == Some(index)
    })?;
    component.pointer("/parameters/0/payload")?.as_str()
}

fn is_of_type(component: &Value, name: &str) -> bool {
    component.get("type").and_then(Value::as_str).is_some_and(|kind| kind.eq_ignore_ascii_case(name))
}

/// The index of a button or a card; text and number both occur in the platform's samples.
fn index(value: &Value) -> Option<usize> {
    match value {
        Value::String(text) => text.trim().parse().ok(),
        number => usize::try_from(number.as_u64()?).ok(),
    }
}
