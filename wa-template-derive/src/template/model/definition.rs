//! What is written → the definition, with the samples that the fields give.

use syn::ext::IdentExt;
use wa_template_definition::name::snake_case;
use wa_template_definition::text::Placeholder;
use wa_template_definition::{
    Body, Button, Card, Category, Component, Definition, Examples, Footer, Header, LimitedTimeOffer,
    ParameterFormat, Part, Place, PlaceholderName, Text,
};

use super::Source;
use crate::item::{Lit, LitStr};
use crate::template::parse::{Special, WrittenButton, WrittenHeader, WrittenSection};

impl Source {
    /// The definition; `first` is that of the first language, whose numbers a further one takes over.
    pub(super) fn definition(&self, first: Option<&Definition>) -> Definition {
        let written = &self.written;
        let text = |literal: &Option<LitStr>| literal.as_ref().map(LitStr::value);
        let name = text(&written.name).unwrap_or_else(|| snake_case(&self.ident().unraw().to_string()));
        let category =
            text(&written.category).map_or(Category::Utility, |category| Category::parse(&category));
        let language = text(&written.language).unwrap_or_else(|| "en".to_owned());
        let mut definition = Definition::new(name, language, category).with_parameter_format(self.format());
        for component in self.components(&written.section, None, first) {
            definition = definition.with_component(component);
        }
        if let Some(offer) = &written.limited_time_offer {
            let offer = LimitedTimeOffer::new(offer.text.value(), offer.has_expiration);
            definition = definition.with_limited_time_offer(offer);
        }
        if let Some((_, cards)) = &written.carousel {
            let card = |(index, card)| Card::new(self.components(card, Some(index), first));
            definition = definition.with_carousel(cards.iter().enumerate().map(card).collect());
        }
        if written.call_permission_request {
            definition = definition.with_call_permission_request();
        }
        if written.order_status.is_some() {
            definition = definition.with_field("sub_category", "ORDER_STATUS");
        }
        for (key, value) in &written.creation_fields {
            definition = match value {
                Lit::Int(number) => {
                    definition.with_field(key, number.base10_parse::<i64>().unwrap_or_default())
                }
                Lit::Bool(value) => definition.with_field(key, value.value),
                Lit::Str(text) => definition.with_field(key, text.value()),
                Lit::Other(_) => definition,
            };
        }
        definition
    }

    /// Named as soon as one placeholder of a header or body has a name.
    fn format(&self) -> ParameterFormat {
        if self.written.positional {
            return ParameterFormat::Positional;
        }
        let cards = self.written.carousel.iter().flat_map(|(_, cards)| cards);
        let sections = std::iter::once(&self.written.section).chain(cards);
        let mut texts = sections.flat_map(|section| {
            let header = match &section.header {
                Some(WrittenHeader::Text(text)) => Some(text),
                _ => None,
            };
            header.into_iter().chain(&section.body)
        });
        let named = |text: &LitStr| {
            let text = Text::parse(text.value());
            text.placeholders().iter().any(|placeholder| matches!(placeholder.name, PlaceholderName::Name(_)))
        };
        if texts.any(named) { ParameterFormat::Named } else { ParameterFormat::Positional }
    }

    /// A text with the names that the wire has: in a `positional` template numbers, in every language the same.
    fn text(&self, authored: &LitStr, place: &Place, first: Option<&Definition>) -> Text {
        let text = Text::parse(authored.value());
        match first.and_then(|first| first.text_at(place)) {
            _ if !self.written.positional => text,
            Some(first) => text.numbered_like(first),
            None => text.numbered(),
        }
    }

    fn components(
        &self,
        section: &WrittenSection,
        card: Option<usize>,
        first: Option<&Definition>,
    ) -> Vec<Component> {
        let place = |part| match card {
            Some(card) => Place::new(part).in_card(card),
            None => Place::new(part),
        };
        let mut components = Vec::new();
        components.extend(section.header.as_ref().map(|header| {
            let text = match header {
                WrittenHeader::Text(text) => Some(self.text(text, &place(Part::Header), first)),
                _ => None,
            };
            Component::Header(self.header(header, text, card))
        }));
        let body = section.body.as_ref().map(|body| {
            let text = self.text(body, &place(Part::Body), first);
            let examples = self.examples(card, Part::Body, &text);
            Body::new(text, examples)
        });
        components.extend(body.or_else(|| self.platform_body(card)).map(Component::Body));
        let footer = section.footer.as_ref().map(|footer| Footer::new(Text::parse(footer.value())));
        components.extend(footer.or_else(|| self.platform_footer(card)).map(Component::Footer));
        if let Some((_, buttons)) = &section.buttons {
            let buttons = buttons.iter().enumerate().map(|(index, button)| self.button(card, index, button));
            components.push(Component::Buttons(buttons.collect()));
        }
        components
    }

    /// The body of an authentication template, whose text is the platform's.
    fn platform_body(&self, card: Option<usize>) -> Option<Body> {
        let written = &self.written;
        let category = written.category.as_ref().map(|category| Category::parse(&category.value()));
        let authentication = written.authentication.is_some() || category == Some(Category::Authentication);
        let recommendation = written
            .authentication
            .as_ref()
            .is_some_and(|authentication| authentication.security_recommendation);
        (card.is_none() && authentication).then(|| Body::authentication(recommendation))
    }

    fn platform_footer(&self, card: Option<usize>) -> Option<Footer> {
        let authentication = self.written.authentication.as_ref().filter(|_| card.is_none())?;
        let (minutes, _) = authentication.code_expiration_minutes?;
        Some(Footer::code_expiration(minutes))
    }

    fn header(&self, header: &WrittenHeader, text: Option<Text>, card: Option<usize>) -> Header {
        match header {
            WrittenHeader::Text(_) => {
                let text = text.unwrap_or_else(|| Text::parse(""));
                let examples = self.examples(card, Part::Header, &text);
                Header::text(text, examples)
            }
            WrittenHeader::Media { kind, example, .. } => {
                Header::media(*kind, example.as_ref().map(LitStr::value))
            }
            WrittenHeader::Location { .. } => Header::location(),
            WrittenHeader::Product { .. } => Header::product(),
        }
    }

    fn button(&self, card: Option<usize>, index: usize, button: &WrittenButton) -> Button {
        match button {
            WrittenButton::QuickReply { label, .. } => Button::quick_reply(label.value()),
            WrittenButton::Url { label, url, .. } => {
                let url = Text::parse(url.value());
                let first = url.placeholders().first();
                let example = first.and_then(|first| self.example(card, Part::ButtonUrl(index), first));
                Button::url(label.value(), url, example)
            }
            WrittenButton::PhoneNumber { label, number, .. } => {
                Button::phone_number(label.value(), number.value())
            }
            WrittenButton::Special { button: Special::CopyCode(_), .. } => {
                Button::copy_code(self.example_of_button(card, index))
            }
            WrittenButton::Special { button: Special::PaymentRequest(kind), .. } => {
                let example = self.example_of_button(card, index).unwrap_or_default();
                Button::payment_request(kind.clone(), &example)
            }
            WrittenButton::Special { button: Special::Ready(button, _), .. } => (**button).clone(),
            WrittenButton::Broken { .. } => Button::unknown(),
        }
    }

    fn examples(&self, card: Option<usize>, part: Part, text: &Text) -> Examples {
        let numbered =
            text.placeholders().iter().any(|first| matches!(first.name, PlaceholderName::Number(_)));
        let of = |name: &&PlaceholderName| {
            let placeholder = text.placeholders().iter().find(|placeholder| placeholder.name == **name)?;
            self.example(card, part, placeholder)
        };
        if numbered {
            Examples::positional(text.names().iter().map(of))
        } else {
            Examples::named(text.names().iter().filter_map(|name| Some((name.to_string(), of(name)?))))
        }
    }

    /// The sample of a placeholder: that of its field, or of the card in which it stands.
    fn example(&self, card: Option<usize>, part: Part, placeholder: &Placeholder) -> Option<String> {
        if card.is_some() {
            let examples = &self.written.section_at(card)?.examples;
            let (_, example) = examples.iter().find(|(name, _)| *name == placeholder.authored)?;
            return Some(example.value());
        }
        let field = self.fields_of(part, &placeholder.authored).next()?;
        Some(field.example.as_ref()?.value())
    }

    /// The sample of a value that is a button's alone.
    fn example_of_button(&self, card: Option<usize>, index: usize) -> Option<String> {
        if card.is_some() {
            let name = self.value_placeholder(card, index).map(|placeholder| placeholder.name.as_str());
            let examples = &self.written.section_at(card)?.examples;
            let found = examples.iter().find(|(key, _)| Some(key.as_str()) == name)?;
            return Some(found.1.value());
        }
        let field = self.fields_of_button(index).next()?;
        Some(field.example.as_ref()?.value())
    }
}
