//! `translation("es", body = "…", buttons("Sí", keep))`: a further language inline.

use proc_macro2::{Span, TokenStream};
use wa_template_definition::{Part, Place};

use super::section::Read;
use super::{Written, WrittenButton, WrittenOffer, WrittenSection, buttons, cards, first_time, special};
use crate::diagnostic::Diagnostic;
use crate::item::{self, Element, Form, Item, Lit, LitStr};
use crate::report::Report;
use crate::suggest;

/// A further language, as written: what it says itself. The rest is inherited.
#[derive(Clone)]
pub(crate) struct WrittenTranslation {
    pub(crate) language: LitStr,
    section: TranslatedSection,
    offer: Option<WrittenOffer>,
    cards: Vec<TranslatedSection>,
}

/// The parts that a translation says itself.
#[derive(Clone, Default)]
struct TranslatedSection {
    /// Header, body, footer, examples; no buttons.
    parts: WrittenSection,
    buttons: Option<(Span, Vec<TranslatedButton>)>,
}

#[derive(Clone)]
enum TranslatedButton {
    Label(LitStr),
    Whole(WrittenButton),
    Keep,
}

const KEYS: &[&str] = &["header", "body", "footer", "limited_time_offer", "buttons", "carousel"];

const CARD_KEYS: &[&str] = &["header", "body", "buttons", "examples"];

/// Reads a translation. `None` if not even its language could be read.
pub(super) fn read(report: &Report, item: &Item) -> Option<WrittenTranslation> {
    let help = "write `translation(\"es\", body = \"…\")`";
    let Form::List(tokens) = &item.form else {
        report.add(&item.wrong_form("`translation` takes a language and what is said in it").help(help));
        return None;
    };
    let mut elements = item::read_list(report, tokens.clone()).into_iter();
    let language = match elements.next() {
        Some(Element::Literal(Lit::Str(language))) => language,
        Some(Element::Broken { .. }) => return None,
        Some(other) => {
            report.add(&Diagnostic::new(other.span(), "a translation begins with its language").help(help));
            return None;
        }
        None => {
            report.add(&item.wrong_form("the translation has no language").help(help));
            return None;
        }
    };
    let mut read = WrittenTranslation {
        language,
        section: TranslatedSection::default(),
        offer: None,
        cards: Vec::new(),
    };
    let mut seen = Vec::new();
    for element in elements {
        match element {
            Element::Item(item) if !first_time(report, &mut seen, &item) => {}
            Element::Item(item) if item.key() == "limited_time_offer" => {
                read.offer = special::limited_time_offer(report, &item);
            }
            Element::Item(item) if item.key() == "carousel" => read.cards = read_cards(report, &item),
            Element::Item(item) => read.section.key(report, &item, KEYS),
            Element::Broken { key, .. } => read.section.parts.broken.push(key),
            Element::Literal(literal) => {
                report.add(
                    &Diagnostic::new(literal.span(), "a value without a key").help("write `body = \"…\"`"),
                );
            }
        }
    }
    Some(read)
}

fn read_cards(report: &Report, item: &Item) -> Vec<TranslatedSection> {
    let Form::List(tokens) = &item.form else {
        report.add(
            &item
                .wrong_form("`carousel` takes a list of cards")
                .help("write `carousel(card(body = \"…\"), card())`"),
        );
        return Vec::new();
    };
    item::read_list(report, tokens.clone())
        .into_iter()
        .map(|element| {
            let mut card = TranslatedSection::default();
            match element {
                Element::Item(ref item @ Item { form: Form::List(ref tokens), .. })
                    if item.key() == "card" =>
                {
                    card.keys(report, tokens.clone());
                }
                Element::Broken { key, .. } => card.parts.broken.push(key),
                other => {
                    let help = "write `card(body = \"…\")`, or `card()` for one that stays";
                    report.add(&cards::no_card(&other, help));
                }
            }
            card
        })
        .collect()
}

impl TranslatedSection {
    fn keys(&mut self, report: &Report, tokens: TokenStream) {
        let mut seen = Vec::new();
        for element in item::read_list(report, tokens) {
            match element {
                Element::Item(item) if !first_time(report, &mut seen, &item) => {}
                Element::Item(item) => self.key(report, &item, CARD_KEYS),
                Element::Broken { key, .. } => self.parts.broken.push(key),
                Element::Literal(literal) => {
                    let diagnostic = Diagnostic::new(literal.span(), "a value without a key");
                    report.add(&diagnostic.help("write `body = \"…\"`"));
                }
            }
        }
    }

    fn key(&mut self, report: &Report, item: &Item, known: &[&str]) {
        let key = item.key();
        let read = match key.as_str() {
            "buttons" => {
                self.buttons = translated_buttons(report, item);
                if self.buttons.is_some() { Read::Done } else { Read::Broken }
            }
            key if !known.contains(&key) => Read::Unknown,
            "examples" => cards::read_examples(report, &mut self.parts, item),
            key => self.parts.read_key(report, key, item),
        };
        if let Read::Unknown = read {
            let help = suggest::help(&key, "known keys", known);
            report.add(
                &Diagnostic::over(&item.path, format!("unknown key `{key}` of a translation")).help_if(help),
            );
        }
        if !matches!(read, Read::Done) {
            self.parts.broken.push(key);
        }
    }

    /// Whether a part is said by the translation itself.
    fn owns(&self, part: Part) -> bool {
        let button = |index: usize| self.buttons.as_ref().and_then(|(_, buttons)| buttons.get(index));
        match part {
            Part::Header => self.parts.header.is_some(),
            Part::Body => self.parts.body.is_some(),
            Part::Footer => self.parts.footer.is_some(),
            Part::ButtonLabel(index) => {
                matches!(button(index), Some(TranslatedButton::Label(_) | TranslatedButton::Whole(_)))
            }
            Part::Button(index) | Part::ButtonUrl(index) | Part::ButtonPhoneNumber(index) => {
                matches!(button(index), Some(TranslatedButton::Whole(_)))
            }
            _ => false,
        }
    }

    /// Puts what is said here into the parts that are inherited.
    fn apply(self, language: &LitStr, section: &mut WrittenSection) -> Option<Diagnostic> {
        section.header = self.parts.header.or(section.header.take());
        section.body = self.parts.body.or(section.body.take());
        section.footer = self.parts.footer.or(section.footer.take());
        // Whatever could not be read there or here may be what one of the two lacks.
        let told = section.broken.iter().any(|key| key == "buttons" || key == "card");
        section.broken.extend(self.parts.broken);
        let (span, translated) = self.buttons?;
        let inherited = section.buttons.as_mut().map(|(_, buttons)| buttons);
        // A card without buttons is refused for that.
        if told || inherited.is_none() && section.span.is_some() {
            return None;
        }
        let count = inherited.as_ref().map_or(0, |buttons| buttons.len());
        if translated.len() != count {
            let fact = format!(
                "the translation `{}` has {} buttons, the template has {count}",
                language.value(),
                translated.len()
            );
            return Some(Diagnostic::new(span, fact).help("write `keep` for a button that stays as it is"));
        }
        for (button, translated) in inherited.into_iter().flatten().zip(translated) {
            match translated {
                TranslatedButton::Keep => {}
                TranslatedButton::Whole(whole) => *button = whole,
                TranslatedButton::Label(label) => button.relabel(label),
            }
        }
        None
    }
}

fn translated_buttons(report: &Report, item: &Item) -> Option<(Span, Vec<TranslatedButton>)> {
    let Form::List(tokens) = &item.form else {
        report.add(&item.wrong_form("`buttons` takes a list").help("write `buttons(\"Sí\", \"No\", keep)`"));
        return None;
    };
    let elements = item::read_list(report, tokens.clone()).into_iter();
    let read = |element: Element| match element {
        Element::Literal(Lit::Str(label)) => TranslatedButton::Label(label),
        Element::Item(item) if item.key() == "keep" => TranslatedButton::Keep,
        Element::Item(item) if is_keep(&item) => {
            let fact = format!("unknown kind of button `{}`", item.key());
            report.add(&Diagnostic::over(&item.path, fact).help("did you mean `keep`?"));
            TranslatedButton::Whole(WrittenButton::Broken { span: item.span() })
        }
        other => TranslatedButton::Whole(buttons::read_one(report, &other)),
    };
    Some((item.span(), elements.map(read).collect()))
}

/// Whether `keep` was meant: a word alone is nothing else here.
fn is_keep(item: &Item) -> bool {
    matches!(item.form, Form::Word) && suggest::similar(&item.key(), ["keep"]).is_some()
}

impl WrittenTranslation {
    /// Whether a place is said by the translation itself, so that its mistakes are its own.
    pub(crate) fn owns(&self, place: &Place) -> bool {
        match (place.card(), place.part()) {
            (_, Part::Language) => true,
            (None, Part::LimitedTimeOffer) => self.offer.is_some(),
            (None, part) => self.section.owns(part),
            (Some(card), part) => self.cards.get(card).is_some_and(|card| card.owns(part)),
        }
    }

    /// The parts of the template and of its cards that it says itself, but for the buttons.
    pub(crate) fn sections(&self) -> impl Iterator<Item = &WrittenSection> {
        std::iter::once(&self.section).chain(&self.cards).map(|section| &section.parts)
    }

    /// The whole template in this language.
    pub(crate) fn inherit(&self, base: &Written) -> Written {
        Written { language: Some(self.language.clone()), ..base.clone() }
    }

    /// Puts what is said here into what is inherited; returns the lists of buttons that do not match.
    pub(crate) fn apply(&self, written: &mut Written) -> Vec<Diagnostic> {
        if let Some(offer) = self.offer.clone() {
            // Whether the time is shown is a question of the template, not of its language.
            let has_expiration =
                written.limited_time_offer.as_ref().is_some_and(|offer| offer.has_expiration);
            written.limited_time_offer = Some(WrittenOffer { has_expiration, ..offer });
        }
        let mut mismatches = Vec::new();
        // Of buttons that could not be read nobody knows how many they are.
        let unread = written.is_broken("buttons");
        let mismatch = self.section.clone().apply(&self.language, &mut written.section);
        mismatches.extend(mismatch.filter(|_| !unread));
        if let Some((_, cards)) = &mut written.carousel {
            for (card, translated) in cards.iter_mut().zip(self.cards.clone()) {
                // What the translation says comes first, and is found first.
                let mut examples = translated.parts.examples.clone();
                examples.append(&mut card.examples);
                card.examples = examples;
                let mismatch = translated.apply(&self.language, card);
                mismatches.extend(mismatch.filter(|_| card.is_complete()));
            }
        }
        mismatches
    }
}
