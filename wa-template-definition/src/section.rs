//! The parts of a template, or those of one of its cards: what both have, asked in one way.

use crate::component::Component;
use crate::place::{Part, Place};
use crate::{Body, Button, Definition, Footer, Header, HeaderFormat, Text};

/// Header, body and buttons that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Section<'d> {
    components: &'d [Component],
    card: Option<usize>,
}

impl Definition {
    /// The template itself, without its cards.
    #[must_use]
    #[inline]
    pub fn section(&self) -> Section<'_> {
        Section { components: self.components(), card: None }
    }

    /// The cards of its carousel, in order; none if it has no carousel.
    #[must_use]
    #[inline]
    pub fn cards(&self) -> impl ExactSizeIterator<Item = Section<'_>> {
        let cards = self.components().iter().find_map(|component| match component {
            Component::Carousel(cards) => Some(cards.as_slice()),
            _ => None,
        });
        cards
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(|(index, card)| Section { components: card.components(), card: Some(index) })
    }

    /// Whether its cards show products: they are sent in any allowed number, whatever was defined.
    #[must_use]
    #[inline]
    pub fn has_product_cards(&self) -> bool {
        self.cards().any(|card| matches!(card.header().map(Header::format), Some(HeaderFormat::Product)))
    }

    /// The template or one of its cards.
    #[must_use]
    #[inline]
    pub fn section_at(&self, card: Option<usize>) -> Option<Section<'_>> {
        match card {
            None => Some(self.section()),
            Some(card) => self.cards().nth(card),
        }
    }

    /// The text at a place, in which placeholders may stand: header, body, footer, address of a button.
    #[must_use]
    #[inline]
    pub fn text_at(&self, place: &Place) -> Option<&Text> {
        self.section_at(place.card())?.text(place.part())
    }
}

impl<'d> Section<'d> {
    /// Which card it is; `None` for the template itself.
    #[must_use]
    #[inline]
    pub fn card(self) -> Option<usize> {
        self.card
    }

    /// The same parts as those of another card: one more product card is like the last one.
    #[inline]
    pub(crate) fn as_card(self, card: usize) -> Self {
        Self { card: Some(card), ..self }
    }

    /// A part of it as a place.
    #[must_use]
    #[inline]
    pub fn place(self, part: Part) -> Place {
        let place = Place::new(part);
        match self.card {
            Some(card) => place.in_card(card),
            None => place,
        }
    }

    /// All components.
    #[must_use]
    #[inline]
    pub fn components(self) -> &'d [Component] {
        self.components
    }

    /// The header; the first, if there are several.
    #[must_use]
    #[inline]
    pub fn header(self) -> Option<&'d Header> {
        self.components.iter().find_map(|component| match component {
            Component::Header(header) => Some(header),
            _ => None,
        })
    }

    /// The body; the first, if there are several.
    #[must_use]
    #[inline]
    pub fn body(self) -> Option<&'d Body> {
        self.components.iter().find_map(|component| match component {
            Component::Body(body) => Some(body),
            _ => None,
        })
    }

    /// The footer; the first, if there are several.
    #[must_use]
    #[inline]
    pub fn footer(self) -> Option<&'d Footer> {
        self.components.iter().find_map(|component| match component {
            Component::Footer(footer) => Some(footer),
            _ => None,
        })
    }

    /// The buttons, in order; the position is the index by which a send addresses them.
    #[must_use]
    #[inline]
    pub fn buttons(self) -> &'d [Button] {
        let buttons = self.components.iter().find_map(|component| match component {
            Component::Buttons(buttons) => Some(buttons.as_slice()),
            _ => None,
        });
        buttons.unwrap_or_default()
    }

    /// The text of a text header.
    #[must_use]
    #[inline]
    pub fn header_text(self) -> Option<&'d Text> {
        match self.header()?.format() {
            HeaderFormat::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The text of a part in which placeholders may stand.
    #[must_use]
    #[inline]
    pub fn text(self, part: Part) -> Option<&'d Text> {
        match part {
            Part::Header => self.header_text(),
            Part::Body => self.body()?.text(),
            Part::Footer => self.footer()?.text(),
            Part::ButtonUrl(index) => match self.buttons().get(index)?.kind() {
                crate::ButtonKind::Url { url, .. } => Some(url),
                _ => None,
            },
            _ => None,
        }
    }
}
