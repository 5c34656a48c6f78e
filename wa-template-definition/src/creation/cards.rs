//! Carousels: how many cards, and that they are alike.

use super::{Findings, body, buttons, header};
use crate::component::{Component, HeaderFormat, MediaKind};
use crate::place::{Part, Place};
use crate::{ButtonKind, Definition, Header, Section, limits, rule};

#[inline]
pub(super) fn check(findings: &mut Findings, definition: &Definition) {
    let cards: Vec<Section<'_>> = definition.cards().collect();
    if !definition.components().iter().any(|component| matches!(component, Component::Carousel(_))) {
        return;
    }
    let place = Place::new(Part::Carousel);
    if !definition.may_be_marketing() {
        let fact = format!("a carousel in a {} template", definition.category());
        findings.add(&rule::MARKETING_ONLY, place.clone(), fact, "make its category `marketing`");
    }
    if !limits::CARDS.contains(&cards.len()) {
        let noun = if cards.len() == 1 { "card" } else { "cards" };
        let fact = format!("the carousel has {} {noun}", cards.len());
        let fix = format!("use {} to {}", limits::CARDS.start(), limits::CARDS.end());
        findings.add(&rule::CAROUSEL_CARD_COUNT, place.clone(), fact, fix);
    }
    let mut sound = Vec::new();
    for card in &cards {
        if kind_of_card(findings, *card) {
            sound.push(*card);
        }
        header::check(findings, *card);
        body::check(findings, definition, *card);
        line_breaks(findings, *card);
        buttons::check(findings, definition, *card);
    }
    alike(findings, &sound);
    beside(findings, definition, place);
}

/// Each card has an image, a video or a product, and the buttons that go with it; whether this one does.
#[inline]
fn kind_of_card(findings: &mut Findings, card: Section<'_>) -> bool {
    let before = findings.violations.len();
    let count = card.buttons().len();
    match card.header().map(Header::format) {
        Some(HeaderFormat::Product) => {
            let fits = |kind: &ButtonKind| matches!(kind, ButtonKind::SingleProduct | ButtonKind::Url { .. });
            if count != 1 || !card.buttons().iter().all(|button| fits(button.kind())) {
                let fact = "a product card needs exactly one button, to the product or to an address";
                findings.add(
                    &rule::CAROUSEL_CARD_BUTTONS,
                    card.place(Part::Buttons),
                    fact,
                    "use one `spm` or one `url` button",
                );
            }
        }
        Some(HeaderFormat::Media { kind: MediaKind::Image | MediaKind::Video, .. }) => {
            if !limits::CARD_BUTTONS.contains(&count) {
                let noun = if count == 1 { "button" } else { "buttons" };
                let fact = format!("the card has {count} {noun}");
                let fix = format!("use {} or {}", limits::CARD_BUTTONS.start(), limits::CARD_BUTTONS.end());
                findings.add(&rule::CAROUSEL_CARD_BUTTONS, card.place(Part::Buttons), fact, fix);
            }
        }
        Some(HeaderFormat::Other(_)) => {}
        _ => {
            let fact = "the card has no image, video or product above its text";
            findings.add(&rule::CAROUSEL_CARD_HEADER, card.place(Part::Header), fact, "add `header(image)`");
        }
    }
    findings.violations.len() == before
}

/// All cards have the same parts and the same kinds of buttons in the same order as the first. Cards that are no cards
/// by themselves are not compared: one cause.
#[inline]
fn alike(findings: &mut Findings, cards: &[Section<'_>]) {
    let Some(first) = cards.first() else { return };
    let format = |card: &Section<'_>| card.header().map(|header| header.format().as_str().to_owned());
    let kinds = |card: &Section<'_>| {
        card.buttons().iter().map(|button| button.type_name().to_owned()).collect::<Vec<_>>()
    };
    for card in cards.iter().skip(1) {
        let fact = if format(card) != format(first) {
            "has another kind of header than"
        } else if card.body().is_some() != first.body().is_some() {
            if card.body().is_some() { "has a body, other than" } else { "has no body, other than" }
        } else if kinds(card) != kinds(first) {
            "has other kinds of buttons than"
        } else {
            continue;
        };
        let number = |card: &Section<'_>| card.card().unwrap_or_default();
        let fact = format!("card {} {fact} card {}", number(card), number(first));
        let fix = "give all cards the same parts and the same kinds of buttons in the same order";
        findings.add(&rule::CAROUSEL_CARDS_ALIKE, card.place(Part::Card), fact, fix);
    }
}

#[inline]
fn line_breaks(findings: &mut Findings, card: Section<'_>) {
    let breaks =
        card.body().and_then(|body| body.text()).map_or(0, |text| text.authored().matches('\n').count());
    if breaks > limits::CARD_BODY_LINE_BREAKS {
        let fact = format!(
            "the body of the card has {breaks} line breaks, {} are known to pass",
            limits::CARD_BODY_LINE_BREAKS
        );
        findings.add(&rule::CAROUSEL_CARD_LINES, card.place(Part::Body), fact, "write it in fewer lines");
    }
}

/// No sample has a header, a footer or buttons beside its cards.
#[inline]
fn beside(findings: &mut Findings, definition: &Definition, place: Place) {
    let template = definition.section();
    let found = [
        (template.header().is_some(), "a header"),
        (template.footer().is_some(), "a footer"),
        (!template.buttons().is_empty(), "buttons"),
    ];
    let found: Vec<_> = found.into_iter().filter_map(|(found, what)| found.then_some(what)).collect();
    if !found.is_empty() {
        let fact = format!("the template has {} beside its carousel", found.join(" and "));
        findings.add(&rule::CAROUSEL_BESIDE, place, fact, "put them into the cards");
    }
}
