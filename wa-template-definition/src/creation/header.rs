//! What stands above and below the text.

use super::{Findings, examples, placeholders};
use crate::characters;
use crate::component::HeaderFormat;
use crate::place::{Part, Place};
use crate::{Category, Definition, Section, Text, limits, rule};

#[inline]
pub(super) fn check(findings: &mut Findings, section: Section<'_>) {
    let Some(header) = section.header() else { return };
    let HeaderFormat::Text { text, examples } = header.format() else {
        return;
    };
    let place = section.place(Part::Header);
    if text.authored().is_empty() {
        let fix = "write its text, or leave the header out";
        findings.add(&rule::HEADER_EMPTY, place, "the header is empty", fix);
        return;
    }
    findings.too_long(
        &rule::HEADER_TOO_LONG,
        place.clone(),
        "the header",
        text.characters(),
        limits::HEADER_TEXT,
    );
    placeholders::check_text(findings, text, &place);
    count(findings, text, &place);
    style(findings, text, &place);
    examples::check(findings, text, examples, &place, &rule::HEADER_EXAMPLE);
}

#[inline]
fn count(findings: &mut Findings, text: &Text, place: &Place) {
    let placeholders = text.placeholders();
    if let Some(second) = placeholders.get(limits::HEADER_PLACEHOLDERS) {
        let fact = format!("the header has {} placeholders, the limit is 1", placeholders.len());
        let fix = "move the others into the body";
        findings.add(&rule::HEADER_PLACEHOLDERS, place.clone().at(second.range.clone()), fact, fix);
    } else {
        placeholders::check_gap(findings, text, place, &rule::HEADER_PLACEHOLDER_GAP);
    }
}

#[inline]
fn style(findings: &mut Findings, text: &Text, place: &Place) {
    // A letter in place of each placeholder: marks around one are in effect.
    let fixed = text.fill(|_| "x".to_owned());
    let found = if let Some(mark) = characters::formatting_mark(&fixed) {
        format!("the formatting mark `{mark}`")
    } else if let Some(emoji) = characters::emoji(&fixed) {
        format!("the emoji `{emoji}`")
    } else if characters::line_break(&fixed).is_some() {
        "a line break".to_owned()
    } else {
        return;
    };
    findings.add(&rule::HEADER_STYLE, place.clone(), format!("the header has {found}"), "remove it");
}

#[inline]
pub(super) fn check_footer(findings: &mut Findings, definition: &Definition) {
    let Some(footer) = definition.footer() else {
        return;
    };
    let place = Place::new(Part::Footer);
    // The text of authentication templates is the platform's.
    let theirs = *definition.category() == Category::Authentication
        || definition.buttons().iter().any(crate::Button::is_one_time_password);
    let text = match footer.text() {
        None if theirs => return,
        text => text.filter(|text| !text.authored().is_empty()),
    };
    let Some(text) = text else {
        let fix = "write its text, or leave the footer out";
        findings.add(&rule::FOOTER_EMPTY, place, "the footer is empty", fix);
        return;
    };
    findings.too_long(
        &rule::FOOTER_TOO_LONG,
        place.clone(),
        "the footer",
        text.characters(),
        limits::FOOTER_TEXT,
    );
    if let Some(first) = text.placeholders().first() {
        let fact =
            format!("the footer has the placeholder `{{{{{}}}}}`, footers are fixed text", first.authored);
        let fix = "write the text out, or move the placeholder into the body";
        findings.add(&rule::FOOTER_PLACEHOLDER, place.at(first.range.clone()), fact, fix);
    } else {
        placeholders::check_braces(findings, text, &place);
    }
}
