//! What a send must or may fill in.

use std::fmt;

use crate::component::{Component, HeaderFormat, MediaKind};
use crate::place::{Part, Place};
use crate::{ButtonKind, Definition, LimitedTimeOffer, Section, Text};

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
    /// A product of the catalogue above the text.
    HeaderProduct,
    /// When the limited-time offer ends.
    OfferExpiration,
    /// The one-time code in the body.
    OneTimeCode,
    /// The one-time code in the button at this index.
    OneTimeCodeButton(usize),
    /// The cards of the carousel, each with slots of its own.
    Carousel,
    /// The code that the button at this index copies.
    CouponCode(usize),
    /// What the flow behind the button at this index begins with.
    FlowAction(usize),
    /// The product that the catalogue button at this index shows.
    CatalogThumbnail(usize),
    /// The products behind the button at this index.
    ProductList(usize),
    /// How long the call button at this index works, and what it brings back.
    VoiceCall(usize),
    /// The order behind the button at this index.
    OrderDetails(usize),
    /// The payment behind the button at this index.
    PaymentRequest(usize),
    /// The status of an order.
    OrderStatus,
    /// What a tap on the message opens instead of its first URL button.
    TapTarget,
}

impl SlotKind {
    /// The index of the button whose value this is.
    #[must_use]
    #[inline]
    pub fn button(self) -> Option<usize> {
        match self {
            Self::QuickReplyPayload(index)
            | Self::UrlSuffix(index)
            | Self::OneTimeCodeButton(index)
            | Self::CouponCode(index)
            | Self::FlowAction(index)
            | Self::CatalogThumbnail(index)
            | Self::ProductList(index)
            | Self::VoiceCall(index)
            | Self::OrderDetails(index)
            | Self::PaymentRequest(index) => Some(index),
            Self::HeaderText
            | Self::HeaderMedia(_)
            | Self::HeaderLocation
            | Self::HeaderProduct
            | Self::BodyText
            | Self::OneTimeCode
            | Self::OfferExpiration
            | Self::Carousel
            | Self::OrderStatus
            | Self::TapTarget => None,
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
    #[inline]
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
    #[inline]
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
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Name(name) => f.write_str(name),
        }
    }
}

impl Definition {
    /// What a send must or may fill in, in wire order: header, body, offer, cards, buttons by index, order status, tap
    /// target; inside a text by number, or by first appearance of the name. A placeholder that appears twice is one
    /// slot. The slots of a card follow that of the carousel and have a place in the card.
    ///
    /// Kinds of components that this crate does not know have no slots.
    #[must_use]
    #[inline]
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots = Vec::new();
        let template = self.section();
        header(&mut slots, template);
        body(&mut slots, template);
        if self.limited_time_offer().is_some_and(LimitedTimeOffer::has_expiration) {
            slots.push(whole(Place::new(Part::LimitedTimeOffer), SlotKind::OfferExpiration));
        }
        let cards = self.cards();
        if cards.len() > 0 {
            slots.push(whole(Place::new(Part::Carousel), SlotKind::Carousel));
        }
        for card in cards {
            slots.extend(card.slots());
        }
        buttons(&mut slots, template);
        if self.is_order_status() {
            slots.push(whole(Place::new(Part::OrderStatus), SlotKind::OrderStatus));
        }
        if self.takes_tap_target() {
            slots.push(optional(whole(Place::new(Part::TapTarget), SlotKind::TapTarget)));
        }
        slots
    }

    /// Image, text and header-less templates with a URL button do (`templates/tap-target-url-title-override`).
    #[inline]
    pub(crate) fn takes_tap_target(&self) -> bool {
        let header = self.header().is_none_or(|header| {
            matches!(
                header.format(),
                HeaderFormat::Text { .. } | HeaderFormat::Media { kind: MediaKind::Image, .. }
            )
        });
        let url = |button: &crate::Button| matches!(button.kind(), ButtonKind::Url { .. });
        header && self.buttons().iter().any(|button| url(button) && !button.is_one_time_password())
    }

    /// Whether the definition has components or buttons of kinds that this crate only passes through, so that a
    /// send may fill in more than [`Definition::slots`] tells.
    #[must_use]
    #[inline]
    pub fn has_unknown_parts(&self) -> bool {
        // A clone of a library template does not say what it consists of.
        self.components().is_empty()
            || std::iter::once(self.section()).chain(self.cards()).any(|section| {
                section.components().iter().any(|component| matches!(component, Component::Other(_)))
                    || section.buttons().iter().any(|button| matches!(button.kind(), ButtonKind::Other))
                    || section
                        .header()
                        .is_some_and(|header| matches!(header.format(), HeaderFormat::Other(_)))
            })
    }
}

impl Section<'_> {
    /// What a send must or may fill in here, in wire order.
    #[must_use]
    #[inline]
    pub fn slots(self) -> Vec<Slot> {
        let mut slots = Vec::new();
        header(&mut slots, self);
        body(&mut slots, self);
        buttons(&mut slots, self);
        slots
    }

    #[inline]
    fn is_one_time_password(self) -> bool {
        self.buttons().iter().any(crate::Button::is_one_time_password)
    }
}

#[inline]
fn header(slots: &mut Vec<Slot>, section: Section<'_>) {
    let Some(header) = section.header() else { return };
    let place = section.place(Part::Header);
    match header.format() {
        HeaderFormat::Text { text, .. } => text_slots(slots, text, &place, SlotKind::HeaderText),
        HeaderFormat::Media { kind, .. } => slots.push(whole(place, SlotKind::HeaderMedia(*kind))),
        HeaderFormat::Location => slots.push(whole(place, SlotKind::HeaderLocation)),
        HeaderFormat::Product => slots.push(whole(place, SlotKind::HeaderProduct)),
        HeaderFormat::Other(_) => {}
    }
}

#[inline]
fn body(slots: &mut Vec<Slot>, section: Section<'_>) {
    let place = section.place(Part::Body);
    if section.is_one_time_password() {
        // Created without a text, read back with a generated one: either way it takes the code.
        slots.push(whole(place, SlotKind::OneTimeCode));
    } else if let Some(text) = section.body().and_then(|body| body.text()) {
        text_slots(slots, text, &place, SlotKind::BodyText);
    }
}

#[inline]
fn buttons(slots: &mut Vec<Slot>, section: Section<'_>) {
    for (index, button) in section.buttons().iter().enumerate() {
        let place = section.place(Part::Button(index));
        let slot = match button.kind() {
            _ if button.is_one_time_password() => whole(place, SlotKind::OneTimeCodeButton(index)),
            ButtonKind::Url { url, .. } => {
                text_slots(slots, url, &section.place(Part::ButtonUrl(index)), SlotKind::UrlSuffix(index));
                continue;
            }
            ButtonKind::QuickReply => optional(whole(place, SlotKind::QuickReplyPayload(index))),
            ButtonKind::CopyCode { .. } => whole(place, SlotKind::CouponCode(index)),
            // Both inner values are optional; whether the component may be dropped as well is not documented.
            ButtonKind::Flow(_) => optional(whole(place, SlotKind::FlowAction(index))),
            ButtonKind::Catalog => optional(whole(place, SlotKind::CatalogThumbnail(index))),
            ButtonKind::MultiProduct => whole(place, SlotKind::ProductList(index)),
            ButtonKind::VoiceCall => optional(whole(place, SlotKind::VoiceCall(index))),
            ButtonKind::OrderDetails => whole(place, SlotKind::OrderDetails(index)),
            ButtonKind::PaymentRequest { .. } => whole(place, SlotKind::PaymentRequest(index)),
            ButtonKind::PhoneNumber { .. }
            | ButtonKind::SingleProduct
            | ButtonKind::RequestContactInfo
            | ButtonKind::OneTimePassword(_)
            | ButtonKind::Other => continue,
        };
        slots.push(slot);
    }
}

#[inline]
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

#[inline]
fn whole(place: Place, kind: SlotKind) -> Slot {
    Slot { place, kind, placeholder: None, authored: None, required: true }
}

#[inline]
fn optional(slot: Slot) -> Slot {
    Slot { required: false, ..slot }
}
