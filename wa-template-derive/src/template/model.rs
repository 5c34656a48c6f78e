//! Attributes → one typed template, and the tokens that each of its parts came from.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{DeriveInput, Ident, Lit, LitStr};
use wa_template_definition::name::snake_case;
use wa_template_definition::text::Placeholder;
use wa_template_definition::{
    Body, Button, Category, Definition, Examples, Footer, Header, ParameterFormat, Part, PlaceholderName,
    Text,
};

use super::parse::{
    self, Written, WrittenButton, WrittenField, WrittenHeader, WrittenPayload, WrittenTarget,
};
use crate::diagnostic::Diagnostic;
use crate::report::Report;

/// A template, complete enough to be checked.
pub(crate) struct Model {
    pub(crate) definition: Definition,
    pub(crate) source: Source,
    /// Whether everything that holds placeholders could be read; if not, nothing is said about fields without one.
    pub(crate) complete: bool,
}

/// The tokens behind the definition.
pub(crate) struct Source {
    ident: Ident,
    pub(crate) written: Written,
}

/// Builds the model. What is missing is reported and filled with something neutral, so that the rest can be checked.
pub(crate) fn build(report: &Report, input: &DeriveInput, written: Written) -> Model {
    let mut source = Source { ident: input.ident.clone(), written };
    require_keys(report, &mut source);
    let definition = source.definition();
    let written = &source.written;
    let broken_button = written
        .buttons
        .iter()
        .flat_map(|(_, buttons)| buttons)
        .any(|button| matches!(button, WrittenButton::Broken { .. }));
    let broken_field = written.fields.iter().any(|field| matches!(field.target, WrittenTarget::Broken));
    let broken_text = ["header", "body", "buttons", "fields"].iter().any(|key| written.is_broken(key));
    let complete = !broken_button && !broken_field && !broken_text;
    Model { definition, source, complete }
}

/// The keys that every template has.
fn require_keys(report: &Report, source: &mut Source) {
    let ident = source.ident.clone();
    let written = &mut source.written;
    if !written.any_attribute {
        report.add(
            &Diagnostic::new(ident.span(), format!("`{ident}` does not say which template it is")).help(
                "add `#[wa(language = \"en\", category = \"utility\", body = \"Your order has shipped.\")]`",
            ),
        );
        written.broken.extend(parse::ALL.map(ToOwned::to_owned));
    }
    for (key, given, example) in
        [("language", written.language.is_some(), "en"), ("category", written.category.is_some(), "utility")]
    {
        if !given && !written.is_broken(key) {
            let fact = format!("the template has no `{key}`");
            let help = format!("add `{key} = \"{example}\"`");
            report.add(&Diagnostic::new(ident.span(), fact).help(help));
            written.broken.push(key.to_owned());
        }
    }
}

impl Source {
    fn definition(&self) -> Definition {
        let written = &self.written;
        let text = |literal: &Option<LitStr>| literal.as_ref().map(LitStr::value);
        let name = text(&written.name).unwrap_or_else(|| snake_case(&self.ident.unraw().to_string()));
        let category =
            text(&written.category).map_or(Category::Utility, |category| Category::parse(&category));
        let mut definition =
            Definition::new(name, text(&written.language).unwrap_or_else(|| "en".to_owned()), category);
        let body = text(&written.body).map(|text| self.text(text));
        let header_text = match &written.header {
            Some(WrittenHeader::Text(text)) => Some(self.text(text.value())),
            _ => None,
        };
        let named = header_text
            .iter()
            .chain(&body)
            .flat_map(Text::placeholders)
            .any(|placeholder| matches!(placeholder.name, PlaceholderName::Name(_)));
        let format = if named { ParameterFormat::Named } else { ParameterFormat::Positional };
        definition = definition.with_parameter_format(format);
        if let Some(header) = &written.header {
            definition = definition.with_header(self.header(header, header_text));
        }
        if let Some(body) = body {
            let examples = self.examples(Part::Body, &body);
            definition = definition.with_body(Body::new(body, examples));
        }
        if let Some(footer) = &written.footer {
            definition = definition.with_footer(Footer::new(Text::parse(footer.value())));
        }
        if let Some((_, buttons)) = &written.buttons {
            let buttons = buttons.iter().enumerate().map(|(index, button)| self.button(index, button));
            definition = definition.with_buttons(buttons.collect());
        }
        for (key, value) in &written.creation_fields {
            definition = match value {
                Lit::Int(number) => {
                    definition.with_field(key, number.base10_parse::<i64>().unwrap_or_default())
                }
                Lit::Bool(value) => definition.with_field(key, value.value),
                _ => definition,
            };
        }
        definition
    }

    /// A text with the names that the wire has: numbers in a `positional` template.
    fn text(&self, authored: String) -> Text {
        let text = Text::parse(authored);
        if self.written.positional { text.numbered() } else { text }
    }

    fn header(&self, header: &WrittenHeader, text: Option<Text>) -> Header {
        match header {
            WrittenHeader::Text(_) => {
                let text = text.unwrap_or_else(|| Text::parse(""));
                let examples = self.examples(Part::Header, &text);
                Header::text(text, examples)
            }
            WrittenHeader::Media { kind, example, .. } => {
                Header::media(*kind, example.as_ref().map(LitStr::value))
            }
            WrittenHeader::Location { .. } => Header::location(),
        }
    }

    fn button(&self, index: usize, button: &WrittenButton) -> Button {
        match button {
            WrittenButton::QuickReply { label, .. } => Button::quick_reply(label.value()),
            WrittenButton::Url { label, url, .. } => {
                let url = Text::parse(url.value());
                let example =
                    url.placeholders().first().and_then(|first| self.example(Part::ButtonUrl(index), first));
                Button::url(label.value(), url, example)
            }
            WrittenButton::PhoneNumber { label, number, .. } => {
                Button::phone_number(label.value(), number.value())
            }
            WrittenButton::Broken { .. } => Button::unknown(),
        }
    }

    fn examples(&self, part: Part, text: &Text) -> Examples {
        let numbered =
            text.placeholders().iter().any(|first| matches!(first.name, PlaceholderName::Number(_)));
        let of = |name: &&PlaceholderName| {
            let placeholder = text.placeholders().iter().find(|placeholder| placeholder.name == **name)?;
            self.example(part, placeholder)
        };
        if numbered {
            Examples::positional(text.names().iter().map(of))
        } else {
            Examples::named(text.names().iter().filter_map(|name| Some((name.to_string(), of(name)?))))
        }
    }

    fn example(&self, part: Part, placeholder: &Placeholder) -> Option<String> {
        let field = self.fields_of(part, &placeholder.authored).next()?;
        Some(field.example.as_ref()?.value())
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

    /// The name that stands between the braces of a quick reply's payload.
    pub(crate) fn payload_placeholder(&self, index: usize) -> Option<(&LitStr, &str)> {
        match self.button_at(index)? {
            WrittenButton::QuickReply { payload: WrittenPayload::Placeholder { text, name }, .. } => {
                Some((text, name))
            }
            _ => None,
        }
    }

    pub(crate) fn button_at(&self, index: usize) -> Option<&WrittenButton> {
        self.written.buttons.as_ref()?.1.get(index)
    }

    /// The literal that holds the text of a part.
    pub(crate) fn literal(&self, part: Part) -> Option<&LitStr> {
        let written = &self.written;
        match part {
            Part::Name => written.name.as_ref(),
            Part::Language => written.language.as_ref(),
            Part::Category => written.category.as_ref(),
            Part::Header => match written.header.as_ref()? {
                WrittenHeader::Text(text) => Some(text),
                WrittenHeader::Media { .. } | WrittenHeader::Location { .. } => None,
            },
            Part::Body => written.body.as_ref(),
            Part::Footer => written.footer.as_ref(),
            Part::ButtonLabel(index) => match self.button_at(index)? {
                WrittenButton::QuickReply { label, .. }
                | WrittenButton::Url { label, .. }
                | WrittenButton::PhoneNumber { label, .. } => Some(label),
                WrittenButton::Broken { .. } => None,
            },
            Part::ButtonUrl(index) => match self.button_at(index)? {
                WrittenButton::Url { url, .. } => Some(url),
                _ => None,
            },
            Part::ButtonPhoneNumber(index) => match self.button_at(index)? {
                WrittenButton::PhoneNumber { number, .. } => Some(number),
                _ => None,
            },
            _ => None,
        }
    }

    /// The smallest tokens that stand for a part.
    pub(crate) fn span(&self, part: Part) -> Span {
        if let Some(literal) = self.literal(part) {
            return literal.span();
        }
        let written = &self.written;
        let found = match part {
            Part::Header => written.header.as_ref().map(WrittenHeader::span),
            Part::Buttons => written.buttons.as_ref().map(|(span, _)| *span),
            Part::Button(index) | Part::ButtonLabel(index) | Part::ButtonUrl(index) => {
                self.button_at(index).map(WrittenButton::span)
            }
            Part::MessageSendTtl => written
                .creation_fields
                .iter()
                .find(|(key, _)| key == "message_send_ttl_seconds")
                .map(|(_, value)| value.span()),
            _ => None,
        };
        found.unwrap_or_else(|| self.ident.span())
    }
}
