//! The tokens behind the definition.

use proc_macro2::Span;
use syn::{DeriveInput, Ident};
use wa_template_definition::{Part, Place};

use crate::item::LitStr;
use crate::template::parse::{
    Special, Written, WrittenButton, WrittenField, WrittenHeader, WrittenPayload, WrittenPlaceholder,
    WrittenSection, WrittenTarget, WrittenTranslation,
};

/// The tokens behind the definition.
#[derive(Clone)]
pub(crate) struct Source {
    ident: Ident,
    /// Where the text stands, if not in the attributes: the literal that names the file, and its path.
    file: Option<(Span, String)>,
    pub(crate) written: Written,
}

impl Source {
    pub(super) fn new(input: &DeriveInput, written: Written) -> Self {
        Self { ident: input.ident.clone(), file: None, written }
    }

    /// The same fields with a text that stands in a file.
    pub(super) fn in_file(&self, literal: Span, shown: &str) -> Self {
        Self { file: Some((literal, shown.to_owned())), ..self.clone() }
    }

    /// The path of the file in which the text stands, if it does not stand in the attributes.
    pub(crate) fn file(&self) -> Option<&str> {
        self.file.as_ref().map(|(_, shown)| shown.as_str())
    }

    /// The same struct in another language.
    pub(super) fn in_language(&self, written: Written) -> Self {
        Self { written, ..self.clone() }
    }

    pub(crate) fn ident(&self) -> &Ident {
        &self.ident
    }

    /// The fields that fill a placeholder, by the name between its braces or by its number.
    pub(crate) fn fields_of(&self, part: Part, authored: &str) -> impl Iterator<Item = &WrittenField> {
        self.written.fields.iter().filter(move |field| match (field.target, part) {
            (WrittenTarget::Name, _) => field.name == authored,
            (WrittenTarget::HeaderNumber(number, _), Part::Header)
            | (WrittenTarget::BodyNumber(number, _), Part::Body) => number.to_string() == authored,
            (WrittenTarget::Button(index, _), Part::ButtonUrl(button)) => index == button,
            _ => false,
        })
    }

    /// The fields that fill a button's own value, by the index or by the name between its braces.
    pub(crate) fn fields_of_button(&self, index: usize) -> impl Iterator<Item = &WrittenField> {
        let name = self.value_placeholder(None, index).map(|placeholder| placeholder.name.as_str());
        self.written.fields.iter().filter(move |field| match field.target {
            WrittenTarget::Name => Some(field.name.as_str()) == name,
            WrittenTarget::Button(button, _) => button == index,
            _ => false,
        })
    }

    /// The placeholder that stands for a button's whole value: a payload or a coupon code.
    pub(crate) fn value_placeholder(&self, card: Option<usize>, index: usize) -> Option<&WrittenPlaceholder> {
        match self.button_at(card, index)? {
            WrittenButton::QuickReply { payload: WrittenPayload::Placeholder(placeholder), .. } => {
                Some(placeholder)
            }
            WrittenButton::Special { button: Special::CopyCode(placeholder), .. } => placeholder.as_ref(),
            _ => None,
        }
    }

    pub(crate) fn button_at(&self, card: Option<usize>, index: usize) -> Option<&WrittenButton> {
        self.written.section_at(card)?.buttons.as_ref()?.1.get(index)
    }

    /// All texts of the attributes, further languages included, in which a placeholder may stand, rightly or not.
    pub(crate) fn literals(&self) -> impl Iterator<Item = &LitStr> {
        let translated = self.written.translations.iter().flat_map(WrittenTranslation::sections);
        self.literals_of_first_language().chain(translated.flat_map(WrittenSection::literals))
    }

    /// The same without further languages.
    pub(crate) fn literals_of_first_language(&self) -> impl Iterator<Item = &LitStr> {
        let written = &self.written;
        let cards = written.carousel.iter().flat_map(|(_, cards)| cards);
        let sections = std::iter::once(&written.section).chain(cards);
        let offer = written.limited_time_offer.iter().map(|offer| &offer.text);
        sections.flat_map(WrittenSection::literals).chain(offer)
    }

    /// The literal that holds the text at a place.
    pub(crate) fn literal(&self, place: &Place) -> Option<&LitStr> {
        if self.file.is_some() {
            return None;
        }
        let written = &self.written;
        let section = written.section_at(place.card())?;
        match place.part() {
            Part::Name => written.name.as_ref(),
            Part::Language => written.language.as_ref(),
            Part::Category => written.category.as_ref(),
            Part::LimitedTimeOffer => Some(&written.limited_time_offer.as_ref()?.text),
            Part::Header => match section.header.as_ref()? {
                WrittenHeader::Text(text) => Some(text),
                _ => None,
            },
            Part::Body => section.body.as_ref(),
            Part::Footer => section.footer.as_ref(),
            Part::ButtonLabel(index) => match self.button_at(place.card(), index)? {
                WrittenButton::QuickReply { label, .. }
                | WrittenButton::Url { label, .. }
                | WrittenButton::PhoneNumber { label, .. } => Some(label),
                WrittenButton::Special { label, .. } => label.as_ref(),
                WrittenButton::Broken { .. } => None,
            },
            Part::ButtonUrl(index) => match self.button_at(place.card(), index)? {
                WrittenButton::Url { url, .. } => Some(url),
                _ => None,
            },
            Part::ButtonPhoneNumber(index) => match self.button_at(place.card(), index)? {
                WrittenButton::PhoneNumber { number, .. } => Some(number),
                _ => None,
            },
            _ => None,
        }
    }

    /// The smallest tokens that stand for a place.
    pub(crate) fn span(&self, place: &Place) -> Span {
        if let Some((span, _)) = &self.file {
            return *span;
        }
        if let Some(literal) = self.literal(place) {
            return literal.span();
        }
        let written = &self.written;
        let section = written.section_at(place.card());
        let found = match place.part() {
            Part::Header => section.and_then(|section| section.header.as_ref()).map(WrittenHeader::span),
            Part::Footer => written.authentication.as_ref().map(|authentication| {
                authentication.code_expiration_minutes.map_or(authentication.span, |(_, span)| span)
            }),
            Part::Buttons => section.and_then(|section| section.buttons.as_ref()).map(|(span, _)| *span),
            Part::Button(index)
            | Part::ButtonLabel(index)
            | Part::ButtonUrl(index)
            | Part::ButtonExample(index) => self.button_at(place.card(), index).map(WrittenButton::span),
            Part::Carousel => written.carousel.as_ref().map(|(span, _)| *span),
            Part::SubCategory | Part::OrderStatus => written.order_status,
            Part::MessageSendTtl => written
                .creation_fields
                .iter()
                .find(|(key, _)| key == "message_send_ttl_seconds")
                .map(|(_, value)| value.span()),
            _ => None,
        };
        let card = section.and_then(|section| section.span);
        found.or(card).unwrap_or_else(|| self.ident.span())
    }
}
