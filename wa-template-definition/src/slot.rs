//! What a send must or may fill in.

use std::fmt;

use crate::component::{Component, HeaderFormat, MediaKind};
use crate::place::{Part, Place};
use crate::{ButtonKind, Definition, Text};

/// One thing a send must or may fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Slot {
    /// Where it stands in the definition.
    pub place: Place,
    /// What fills it.
    pub kind: SlotKind,
    /// The placeholder it fills, if it is one of a text.
    pub placeholder: Option<PlaceholderName>,
    /// What the author of the text wrote between the braces, where that placeholder first appears.
    pub authored: Option<String>,
    /// Whether the platform refuses a send that leaves it out.
    pub required: bool,
}

/// What fills a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlotKind {
    /// The placeholder of a text header.
    HeaderText,
    /// A file above the text.
    HeaderMedia(MediaKind),
    /// A place on the map above the text.
    HeaderLocation,
    /// A placeholder of the body.
    BodyText,
    /// What comes back when the customer taps the quick reply at this index.
    QuickReplyPayload(usize),
    /// The end of the address behind the URL button at this index.
    UrlSuffix(usize),
}

impl SlotKind {
    /// The index of the button whose value this is.
    #[must_use]
    pub fn button(self) -> Option<usize> {
        match self {
            Self::QuickReplyPayload(index) | Self::UrlSuffix(index) => Some(index),
            Self::HeaderText | Self::HeaderMedia(_) | Self::HeaderLocation | Self::BodyText => None,
        }
    }
}

/// How a send addresses a placeholder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PlaceholderName {
    /// `{{1}}`: by position, counted from 1.
    Number(u32),
    /// `{{first_name}}`: by name.
    Name(String),
}

impl PlaceholderName {
    /// Digits are a number, everything else is a name.
    #[must_use]
    pub fn from_authored(text: &str) -> Self {
        match text.parse() {
            Ok(number) if text.bytes().all(|byte| byte.is_ascii_digit()) => Self::Number(number),
            _ => Self::Name(text.to_owned()),
        }
    }

    /// Whether the platform takes it: a number without leading zero, or lower-case letters, digits and underscores
    /// that do not begin with a digit (`templates/components` names letters and underscores only; digits are
    /// accepted by the platform according to several senders).
    #[must_use]
    pub fn is_valid(text: &str) -> bool {
        let mut bytes = text.bytes();
        match bytes.next() {
            Some(b'0') => text == "0",
            Some(b'1'..=b'9') => text.parse::<u32>().is_ok() && bytes.all(|byte| byte.is_ascii_digit()),
            Some(b'a'..=b'z' | b'_') => bytes.all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')),
            _ => false,
        }
    }
}

impl fmt::Display for PlaceholderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Name(name) => f.write_str(name),
        }
    }
}

impl Definition {
    /// What a send must or may fill in, in wire order: header, body, buttons by index; inside a text by number, or
    /// by first appearance of the name. A placeholder that appears twice is one slot.
    ///
    /// Kinds of components that this crate does not know have no slots.
    #[must_use]
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        if let Some(header) = self.header() {
            match header.format() {
                HeaderFormat::Text { text, .. } => {
                    text_slots(&mut slots, text, &Place::header(), SlotKind::HeaderText);
                }
                HeaderFormat::Media { kind, .. } => {
                    slots.push(whole(Place::header(), SlotKind::HeaderMedia(*kind)));
                }
                HeaderFormat::Location => slots.push(whole(Place::header(), SlotKind::HeaderLocation)),
                HeaderFormat::Other(_) => {}
            }
        }
        if let Some(text) = self.body().and_then(|body| body.text()) {
            text_slots(&mut slots, text, &Place::body(), SlotKind::BodyText);
        }
        for (index, button) in self.buttons().iter().enumerate() {
            match button.kind() {
                ButtonKind::QuickReply => slots.push(Slot {
                    required: false,
                    ..whole(Place::new(Part::Button(index)), SlotKind::QuickReplyPayload(index))
                }),
                ButtonKind::Url { url, .. } => {
                    let place = Place::new(Part::ButtonUrl(index));
                    text_slots(&mut slots, url, &place, SlotKind::UrlSuffix(index));
                }
                ButtonKind::PhoneNumber { .. } | ButtonKind::Other => {}
            }
        }
        slots
    }

    /// Whether the definition has components or buttons of kinds that this crate only passes through, so that a
    /// send may fill in more than [`Definition::slots`] tells.
    #[must_use]
    pub fn has_unknown_parts(&self) -> bool {
        // A clone of a library template does not say what it consists of.
        self.components().is_empty()
            || self.is_order_status()
            || self.components().iter().any(|component| matches!(component, Component::Other(_)))
            || self.buttons().iter().any(|button| matches!(button.kind(), ButtonKind::Other))
            || self.header().is_some_and(|header| matches!(header.format(), HeaderFormat::Other(_)))
    }
}

fn text_slots(slots: &mut Vec<Slot>, text: &Text, place: &Place, kind: SlotKind) {
    for name in text.names() {
        let Some(first) = text.placeholders().iter().find(|placeholder| placeholder.name == *name) else {
            continue;
        };
        slots.push(Slot {
            place: place.clone().at(first.range.clone()),
            kind,
            placeholder: Some(name.clone()),
            authored: Some(first.authored.clone()),
            required: true,
        });
    }
}

fn whole(place: Place, kind: SlotKind) -> Slot {
    Slot { place, kind, placeholder: None, authored: None, required: true }
}
