//! What the customer reads.

use std::fmt;

use serde_json::Value;

use crate::component::HeaderFormat;
use crate::{Body, Button, ButtonKind, Definition, Footer, ParameterFormat, PlaceholderName, Section, Text};

/// A message as the customer reads it.
///
/// Placeholders without a value stay as they are: rendering never fails. Its `Display` is the message on several
/// lines, buttons in brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rendered {
    /// The header's text, or the file or place in brackets.
    pub header: Option<String>,
    /// The heading of a limited-time offer.
    pub offer: Option<String>,
    /// The text.
    pub body: String,
    /// The small print.
    pub footer: Option<String>,
    /// The cards of a carousel, in order.
    pub cards: Vec<Rendered>,
    /// The labels of the buttons, in order, with the address where one is opened.
    pub buttons: Vec<String>,
}

impl Definition {
    /// The message that a send shows to the customer; `template` is the `template` object of the request body.
    #[must_use]
    #[inline]
    pub fn render(&self, template: &Value) -> Rendered {
        let cards = components(template).find(|component| is(component, "carousel"));
        let cards = cards.and_then(|carousel| carousel.get("cards")).and_then(Value::as_array);
        let sections: Vec<Section<'_>> = self.cards().collect();
        let card = |(index, sent): (usize, &Value)| {
            // More product cards than defined are like the last one.
            let section = sections.get(index).or(sections.last())?;
            Some(self.rendered(*section, sent))
        };
        Rendered {
            offer: self.limited_time_offer().map(|offer| offer.text().to_owned()),
            cards: cards.into_iter().flatten().enumerate().filter_map(card).collect(),
            ..self.rendered(self.section(), template)
        }
    }

    #[inline]
    fn rendered(&self, section: Section<'_>, sent: &Value) -> Rendered {
        let named = self.parameter_format() == ParameterFormat::Named;
        let header = section.header().map(|header| match header.format() {
            HeaderFormat::Text { text, .. } => fill(text, parameters(sent, "header"), named),
            HeaderFormat::Other(format) => format!("[{}]", format.to_ascii_lowercase()),
            format => attachment(format, parameters(sent, "header")),
        });
        let body = match section.body().and_then(Body::text) {
            Some(text) => fill(text, parameters(sent, "body"), named),
            // The platform writes the text of a one-time code; this is what it says in English.
            None if section.buttons().iter().any(Button::is_one_time_password) => {
                let code = parameters(sent, "body").first().and_then(shown).unwrap_or("{{1}}");
                format!("{code} is your verification code.")
            }
            None => String::new(),
        };
        let buttons = section.buttons().iter().enumerate();
        Rendered {
            header,
            offer: None,
            body,
            footer: section.footer().and_then(footer),
            cards: Vec::new(),
            buttons: buttons
                .map(|(index, button)| shown_button(button, button_parameters(sent, index)))
                .collect(),
        }
    }
}

#[inline]
fn footer(footer: &Footer) -> Option<String> {
    let minutes = footer.code_expiration_minutes();
    footer
        .text()
        .map(Text::wire)
        .or_else(|| minutes.map(|minutes| format!("This code expires in {minutes} minutes.")))
}

#[inline]
fn shown_button(button: &Button, parameters: &[Value]) -> String {
    let label = button.label().unwrap_or_else(|| match button.kind() {
        ButtonKind::CopyCode { .. } => "Copy offer code",
        ButtonKind::OneTimePassword(_) => "Copy code",
        ButtonKind::RequestContactInfo => "Share Contact Info",
        _ => button.type_name(),
    });
    match button.kind() {
        ButtonKind::Url { url, .. } => format!("{label} → {}", fill(url, parameters, false)),
        ButtonKind::PhoneNumber { phone_number } => format!("{label} → {phone_number}"),
        ButtonKind::CopyCode { .. } => {
            let code = parameters.first().and_then(|parameter| parameter.get("coupon_code")?.as_str());
            code.map_or_else(|| label.to_owned(), |code| format!("{label}: {code}"))
        }
        _ => label.to_owned(),
    }
}

#[inline]
fn fill(text: &Text, parameters: &[Value], named: bool) -> String {
    text.fill(|placeholder| {
        let value = match &placeholder.name {
            PlaceholderName::Number(number) => {
                usize::try_from(*number).ok().and_then(|number| parameters.get(number.checked_sub(1)?))
            }
            PlaceholderName::Name(name) if named => parameters
                .iter()
                .find(|value| value.get("parameter_name").and_then(Value::as_str) == Some(name.as_str())),
            PlaceholderName::Name(_) => None,
        };
        value.and_then(shown).map_or_else(|| format!("{{{{{}}}}}", placeholder.name), ToOwned::to_owned)
    })
}

/// The text of a value: its own, or the fallback of a sum or date.
#[inline]
fn shown(parameter: &Value) -> Option<&str> {
    let text = parameter.get("text").and_then(Value::as_str);
    text.or_else(|| {
        ["currency", "date_time"].iter().find_map(|kind| parameter.get(kind)?.get("fallback_value")?.as_str())
    })
}

#[inline]
fn attachment(format: &HeaderFormat, parameters: &[Value]) -> String {
    let kind = format.as_str().to_ascii_lowercase();
    let object = parameters.first().and_then(|parameter| parameter.get(&kind));
    let text = |key: &str| object.and_then(|object| object.get(key)).and_then(Value::as_str);
    let what = match format {
        HeaderFormat::Location => match (text("name"), text("address")) {
            (Some(name), Some(address)) => Some(format!("{name}, {address}")),
            (name, address) => name.or(address).map(ToOwned::to_owned),
        },
        HeaderFormat::Product => text("product_retailer_id").map(ToOwned::to_owned),
        _ => text("filename").or_else(|| text("link")).or_else(|| text("id")).map(ToOwned::to_owned),
    };
    what.map_or_else(|| format!("[{kind}]"), |what| format!("[{kind}: {what}]"))
}

#[inline]
fn components(template: &Value) -> impl Iterator<Item = &Value> {
    template.get("components").and_then(Value::as_array).into_iter().flatten()
}

#[inline]
fn is(component: &Value, kind: &str) -> bool {
    component.get("type").and_then(Value::as_str).is_some_and(|found| found.eq_ignore_ascii_case(kind))
}

#[inline]
fn parameters<'a>(template: &'a Value, kind: &str) -> &'a [Value] {
    list(components(template).find(|component| is(component, kind)))
}

#[inline]
fn button_parameters(template: &Value, index: usize) -> &[Value] {
    let here = |component: &&Value| match component.get("index") {
        Some(Value::String(text)) => text.parse() == Ok(index),
        Some(number) => number.as_u64().and_then(|number| usize::try_from(number).ok()) == Some(index),
        None => false,
    };
    list(components(template).filter(|component| is(component, "button")).find(here))
}

#[inline]
fn list(component: Option<&Value>) -> &[Value] {
    component
        .and_then(|component| component.get("parameters"))
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

impl fmt::Display for Rendered {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut blocks: Vec<String> = Vec::new();
        blocks.extend(self.header.clone());
        blocks.extend(self.offer.as_ref().map(|offer| format!("[offer: {offer}]")));
        blocks.extend(Some(self.body.clone()).filter(|body| !body.is_empty() || self.header.is_none()));
        blocks.extend(self.footer.clone());
        for (number, card) in (1..).zip(&self.cards) {
            let card = card.to_string().replace('\n', "\n    ");
            blocks.push(format!("({number}) {card}"));
        }
        blocks.extend(self.buttons.iter().map(|button| format!("[ {button} ]")));
        f.write_str(&blocks.join("\n"))
    }
}
